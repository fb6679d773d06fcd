/* A driver as the vendors ship it, with the card of somebody invented; for the test of the helper on Windows. */
#include <string.h>
#include <windows.h>

#define EXPORT __declspec(dllexport) int WINAPI

EXPORT SDT_OpenPort(int port) { return port == 1001 ? 0x90 : 1; }
EXPORT SDT_ClosePort(int port) { (void)port; return 0x90; }
EXPORT SDT_StartFindIDCard(int port, unsigned char *out, int open) { (void)port, (void)open; out[0] = 0; return 0x9f; }
EXPORT SDT_SelectIDCard(int port, unsigned char *out, int open) { (void)port, (void)open; out[0] = 0; return 0x90; }
EXPORT SDT_ReadBaseMsg(int port, unsigned char *text, unsigned *size, unsigned char *photo, unsigned *photo_size, int open)
{
    (void)port, (void)open, (void)photo;
    static const wchar_t card[] = L"张三             " L"1" L"03" L"19500615"
        L"某区某路1号                             " L"630103195006151015";
    memset(text, 0, 256);
    for (int i = 0; i < 128; i++) text[2 * i] = ' ';
    memcpy(text, card, 2 * wcslen(card));
    *size = 256;
    *photo_size = 1024;
    return 0x90;
}
