/* The setup's plugin: which of the program's files lie as they were laid, and taking away those alone. A folder's list
   (youfu.sha256, in the form of sha256sum: hash, two blanks, path with slashes, UTF-8) names them. Called from NSIS:
     laid_files::lacking FOLDER            -> how many are missing or other than laid, then the path of the first
     laid_files::take_away FOLDER WHICH    -> how many stayed because they are no longer as they were laid;
                                              WHICH: "laid", or "half" for a folder of the setup's own that it left half written
   Folders go only when they are empty. A path that leads out of the folder is never touched. */
#include <windows.h>
#include <bcrypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LIST L"youfu.sha256"
#define LONGEST 32768
#define HASH 64 /* digits */

typedef struct stack { struct stack *next; wchar_t text[1]; } stack_of_words;
typedef int (*deed)(const wchar_t *path, const char *hash, void *told);

static void pop(stack_of_words **stack, wchar_t *words, int size)
{
    stack_of_words *top = *stack;
    words[0] = 0;
    if (!top) return;
    lstrcpynW(words, top->text, size);
    *stack = top->next;
    GlobalFree(top);
}

static void push(stack_of_words **stack, const wchar_t *words, int size)
{
    stack_of_words *top = GlobalAlloc(GPTR, sizeof *top + size * sizeof(wchar_t));
    lstrcpynW(top->text, words, size);
    top->next = *stack;
    *stack = top;
}

/* The SHA-256 of a file in hexadecimal digits; 0 when it cannot be read. */
static int hash_of(const wchar_t *path, char *digits)
{
    static BCRYPT_ALG_HANDLE sha256;
    static unsigned char content[1 << 20], hash[HASH / 2];
    BCRYPT_HASH_HANDLE summing;
    DWORD got = 0;
    int good;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 0;
    if (!sha256) BCryptOpenAlgorithmProvider(&sha256, BCRYPT_SHA256_ALGORITHM, NULL, 0);
    BCryptCreateHash(sha256, &summing, NULL, 0, NULL, 0, 0);
    while ((good = ReadFile(file, content, sizeof content, &got, NULL)) && got)
        BCryptHashData(summing, content, got, 0);
    BCryptFinishHash(summing, hash, sizeof hash, 0);
    BCryptDestroyHash(summing);
    CloseHandle(file);
    for (int i = 0; i < HASH / 2; i++) sprintf(digits + 2 * i, "%02x", hash[i]);
    return good;
}

/* Do something with every file of the list that leads nowhere else; the sum of what it answers, or -1 without a list. */
static int each_file(const wchar_t *folder, deed act, void *told)
{
    static wchar_t path[LONGEST], name[LONGEST];
    static char line[LONGEST];
    int sum = 0;
    _snwprintf(path, LONGEST - 1, L"%ls\\%ls", folder, LIST);
    FILE *list = _wfopen(path, L"rb");
    if (!list) return -1;
    while (fgets(line, LONGEST, list)) {
        line[strcspn(line, "\r\n")] = 0;
        if (strlen(line) < HASH + 3) continue;
        line[HASH] = 0;
        MultiByteToWideChar(CP_UTF8, 0, line + HASH + 2, -1, name, LONGEST);
        if (wcsstr(name, L"..") || wcschr(name, L':') || wcschr(L"/\\", name[0])) continue;
        _snwprintf(path, LONGEST - 1, L"%ls\\%ls", folder, name);
        for (wchar_t *at = path; *at; at++) if (*at == L'/') *at = L'\\';
        sum += act(path, line, told);
    }
    fclose(list);
    return sum;
}

static int is_lacking(const wchar_t *path, const char *hash, void *first)
{
    char digits[HASH + 1] = "";
    if (hash_of(path, digits) && !strcmp(digits, hash)) return 0;
    if (!*(wchar_t *)first) lstrcpynW(first, path, MAX_PATH);
    return 1;
}

static int go(const wchar_t *path, const char *hash, void *half)
{
    char digits[HASH + 1] = "";
    if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES) return 0;
    if (!*(int *)half && (!hash_of(path, digits) || strcmp(digits, hash))) return 1;
    return !DeleteFileW(path);
}

/* The folders around a file that was taken away, as far as they are empty. */
static int clear_around(const wchar_t *path, const char *hash, void *folder)
{
    static wchar_t around[LONGEST];
    (void)hash;
    lstrcpynW(around, path, LONGEST);
    for (wchar_t *end; (end = wcsrchr(around, L'\\')) && end - around > lstrlenW(folder);) {
        *end = 0;
        if (!RemoveDirectoryW(around)) return 0;
    }
    return 0;
}

__declspec(dllexport) void lacking(HWND window, int size, wchar_t *variables, stack_of_words **stack)
{
    static wchar_t folder[LONGEST], first[MAX_PATH], told[16];
    (void)window, (void)variables;
    first[0] = 0;
    pop(stack, folder, LONGEST);
    _snwprintf(told, 15, L"%d", each_file(folder, is_lacking, first));
    push(stack, first, size);
    push(stack, told, size);
}

__declspec(dllexport) void take_away(HWND window, int size, wchar_t *variables, stack_of_words **stack)
{
    static wchar_t folder[LONGEST], which[16], told[16], list[LONGEST];
    (void)window, (void)variables;
    pop(stack, folder, LONGEST);
    pop(stack, which, 16);
    int half = !lstrcmpW(which, L"half"), stayed = each_file(folder, go, &half);
    each_file(folder, clear_around, folder);
    _snwprintf(list, LONGEST - 1, L"%ls\\%ls", folder, LIST);
    if (stayed >= 0) DeleteFileW(list);
    _snwprintf(told, 15, L"%d", stayed);
    push(stack, told, size);
}
