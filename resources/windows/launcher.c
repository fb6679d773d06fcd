/* The program's face on Windows: finds runtime\python311.dll beside itself and runs "-X utf8 -m main" with the words
   it was given, in this process. Says in Chinese why it cannot. The console twin is the same source with -mconsole. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define OLDEST 17763 /* Windows 10 1809, the oldest that Qt 6 runs on */

typedef int (*python_main)(int, wchar_t **);
typedef LONG(WINAPI *version_of)(OSVERSIONINFOW *);
typedef BOOLEAN(WINAPI *yes_or_no)(void);

static int refuse(const wchar_t *words, DWORD error)
{
    wchar_t said[2000];
    if (error)
        _snwprintf(said, 1999, L"%ls\n\n错误代码 %lu。请把本提示拍照后交给管理员。", words, error);
    else
        _snwprintf(said, 1999, L"%ls", words);
    said[1999] = 0;
    MessageBoxW(NULL, said, L"优抚一人一档 不能启动", MB_ICONERROR | MB_OK);
    return 100;
}

/* The true build number: GetVersionEx tells programs what they like to hear. */
static DWORD windows_build(void)
{
    OSVERSIONINFOW told = {sizeof told};
    version_of ask = (version_of)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
    if (!ask || ask(&told) || told.dwMajorVersion < 10) return 0;
    return told.dwBuildNumber;
}

/* Whether the program's own files, LONGEST characters below its folder at most, have paths that this Windows opens. */
static BOOL reachable(int folder)
{
    yes_or_no ask = (yes_or_no)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlAreLongPathsEnabled");
    return folder + 1 + LONGEST < MAX_PATH || (ask && ask());
}

int wmain(int count, wchar_t **words)
{
    static wchar_t self[32768], runtime[32768], dll[32768];
    DWORD length = GetModuleFileNameW(NULL, self, 32767);
    wchar_t *name = length && length < 32767 ? wcsrchr(self, L'\\') : NULL;
    if (!name) return refuse(L"找不到程序所在的文件夹。", GetLastError());
    if (windows_build() < OLDEST)
        return refuse(L"本程序需要 64 位 Windows 10（1809 版）或更新的 Windows。", 0);
    if (wcschr(self, L';')) /* it ends a path wherever libraries are looked for, and nothing quotes it */
        return refuse(L"程序所在的文件夹名称里有分号“;”，里面的文件打不开。请改去分号，或把整个文件夹移到别处。", 0);
    if (!reachable((int)(name - self)))
        return refuse(L"程序所在的文件夹路径太长，里面的文件打不开。请把整个文件夹移到浅一些的位置，如 D:\\优抚一人一档。", 0);
    _snwprintf(runtime, 32767, L"%.*ls\\runtime", (int)(name - self), self);
    _snwprintf(dll, 32767, L"%ls\\python311.dll", runtime);
    SetDllDirectoryW(runtime); /* ours first, none from the folder one happens to stand in */
    const wchar_t *foreign[] = {L"PYTHONHOME", L"PYTHONPATH", L"QT_PLUGIN_PATH", L"QT_QPA_PLATFORM_PLUGIN_PATH"};
    for (int i = 0; i < 4; i++) SetEnvironmentVariableW(foreign[i], NULL);
    HMODULE python = LoadLibraryExW(dll, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return refuse(L"程序的文件不完整，请重新安装（或重新解压整个文件夹）。", GetLastError());
    python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    wchar_t **all = calloc(count + 6, sizeof *all);
    if (!run || !all) return refuse(L"程序的文件不完整，请重新安装。", GetLastError());
    int k = 0;
    all[k++] = self;
    all[k++] = L"-X";
    all[k++] = L"utf8"; /* Chinese Windows would read files as GBK */
#ifndef BARE /* a python.exe of the same runtime, for the project's own tests; it is not shipped */
    all[k++] = L"-m";
    all[k++] = L"main";
#endif
    for (int i = 1; i < count; i++) all[k++] = words[i];
    return run(k, all);
}
