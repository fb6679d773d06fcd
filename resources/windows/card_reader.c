/* The helper that a vendor's DLL is loaded into, so that none of its faults can reach the program.
   One request per line on standard input, one answer per line on standard output, both JSON in ASCII:
     {"dll": "C:\\...\\sdtapi.dll", "port": 1001}       bytes beyond ASCII as \uXXXX
     {"text": "hex of 256 bytes", "photo": "hex of a BMP, or empty"}   or   {"fault": "load|names|open|card|read", "code": 1}
   The functions are those of every certified reader's sdtapi.dll (GA 450): 0x90 is success.
   Built twice, for 32 and 64 bits: most vendors ship the 32-bit DLL alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#define OK 0x90
#define WORDS 256
#define PHOTO 1024

typedef int(WINAPI *on_port)(int);
typedef int(WINAPI *on_card)(int, unsigned char *, int);
typedef int(WINAPI *read_card)(int, unsigned char *, unsigned *, unsigned char *, unsigned *, int);
typedef int(WINAPI *unpack_photo)(const char *, int);

static void hex(const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) printf("%02x", bytes[i]);
}

static void answer_fault(const char *what, unsigned long code)
{
    printf("{\"fault\": \"%s\", \"code\": %lu}\n", what, code);
}

/* The text of a member, its \\ and \uXXXX undone; false when there is none. */
static int member(const char *line, const char *name, wchar_t *out, size_t room)
{
    const char *at = strstr(line, name);
    size_t n = 0;
    unsigned code;
    if (!at || !(at = strchr(at + strlen(name), ':')) || !(at = strchr(at, '"'))) return 0;
    for (at++; *at && *at != '"' && n + 1 < room; at++) {
        if (*at == '\\' && at[1] == 'u' && sscanf(at + 2, "%4x", &code) == 1) {
            out[n++] = (wchar_t)code;
            at += 5;
        } else {
            if (*at == '\\') at++;
            out[n++] = (unsigned char)*at;
        }
    }
    out[n] = 0;
    return n > 0;
}

static int number(const char *line, const char *name)
{
    const char *at = strstr(line, name);
    return at && (at = strchr(at, ':')) ? atoi(at + 1) : 0;
}

/* The photo is packed; the vendors' WltRS.dll beside sdtapi.dll writes it as photo.bmp. Without it there is none. */
static void answer_photo(const unsigned char *packed, unsigned size, int port)
{
    static unsigned char bmp[1 << 18];
    char folder[MAX_PATH], wlt[MAX_PATH + 32], picture[MAX_PATH + 32];
    size_t got = 0;
    HMODULE dll = LoadLibraryW(L"WltRS.dll");
    unpack_photo unpack = dll ? (unpack_photo)(void *)GetProcAddress(dll, "GetBmp") : NULL;
    if (!unpack || !GetTempPathA(MAX_PATH, folder)) return;
    snprintf(wlt, sizeof wlt, "%syoufu-%lu.wlt", folder, GetCurrentProcessId());
    snprintf(picture, sizeof picture, "%syoufu-%lu.bmp", folder, GetCurrentProcessId());
    FILE *file = fopen(wlt, "wb");
    if (!file) return;
    fwrite(packed, 1, size, file);
    fclose(file);
    if (unpack(wlt, port > 1000 ? 2 : 1) == 1 && (file = fopen(picture, "rb"))) {
        got = fread(bmp, 1, sizeof bmp, file);
        fclose(file);
    }
    remove(wlt); /* a face must not stay behind */
    remove(picture);
    hex(bmp, got);
}

static void answer(const char *line)
{
    static wchar_t path[1024], folder[1024];
    unsigned char found[8] = {0}, chosen[8] = {0}, text[WORDS] = {0}, photo[PHOTO] = {0};
    unsigned text_size = WORDS, photo_size = PHOTO;
    int port = number(line, "\"port\""), status;
    if (!member(line, "\"dll\"", path, 1024)) return answer_fault("load", 0);
    wcscpy(folder, path);
    wchar_t *end = wcsrchr(folder, L'\\');
    if (end) *end = 0, SetDllDirectoryW(folder); /* the vendor's other DLLs lie beside it */
    HMODULE dll = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!dll) return answer_fault("load", GetLastError());
    on_port open = (on_port)(void *)GetProcAddress(dll, "SDT_OpenPort");
    on_port close = (on_port)(void *)GetProcAddress(dll, "SDT_ClosePort");
    on_card find = (on_card)(void *)GetProcAddress(dll, "SDT_StartFindIDCard");
    on_card choose = (on_card)(void *)GetProcAddress(dll, "SDT_SelectIDCard");
    read_card read = (read_card)(void *)GetProcAddress(dll, "SDT_ReadBaseMsg");
    if (!open || !close || !find || !choose || !read) return answer_fault("names", 0);
    if ((status = open(port)) != OK) return answer_fault("open", status);
    find(port, found, 0); /* a card that lies there still may not be found a second time; choosing it tells */
    if ((status = choose(port, chosen, 0)) != OK) {
        answer_fault("card", status);
    } else if ((status = read(port, text, &text_size, photo, &photo_size, 0)) != OK) {
        answer_fault("read", status);
    } else {
        printf("{\"text\": \"");
        hex(text, WORDS);
        printf("\", \"photo\": \"");
        answer_photo(photo, photo_size <= PHOTO ? photo_size : PHOTO, port);
        printf("\"}\n");
    }
    close(port);
}

int main(void)
{
    static char line[8192];
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    while (fgets(line, sizeof line, stdin)) {
        answer(line);
        fflush(stdout);
    }
    return 0;
}
