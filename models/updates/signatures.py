"""The signature 数字签名 of a program file, as Windows judges it (``WinVerifyTrust``, wintrust.h)."""

from __future__ import annotations

import sys
from pathlib import Path

NO_SIGNATURE = {0x800B0100, 0x800B0003, 0x800B0001}  # TRUST_E_NOSIGNATURE and its kin: nothing there to judge
UNKNOWN_SIGNER = {
    0x800B0109,
    0x800B010A,
}  # CERT_E_UNTRUSTEDROOT, CERT_E_CHAINING: a unit's own certificate, the file unchanged
NO_WINDOW, NO_REVOCATION, A_FILE, VERIFY, CLOSE_STATE = 2, 0, 1, 1, 2
GENERIC_VERIFY = (0x00AAC56B, 0xCD44, 0x11D0, b"\x8c\xc2\x00\xc0\x4f\xc2\x95\xee")


def signed(file: Path) -> bool | None:
    """True: signed by somebody this PC trusts, and unchanged; False: changed, or its signer is banned.

    None: not signed, or by one whom this PC does not know; or this is no Windows.
    """
    if sys.platform != "win32":
        return None
    verdict = _asked(str(file)) & 0xFFFFFFFF
    return None if verdict in NO_SIGNATURE | UNKNOWN_SIGNER else verdict == 0


def _asked(file: str) -> int:
    import ctypes
    from ctypes import wintypes

    class Guid(ctypes.Structure):
        _fields_ = [
            ("one", wintypes.DWORD),
            ("two", wintypes.WORD),
            ("three", wintypes.WORD),
            ("four", ctypes.c_ubyte * 8),
        ]

    class FileInfo(ctypes.Structure):
        _fields_ = [
            ("size", wintypes.DWORD),
            ("path", wintypes.LPCWSTR),
            ("file", wintypes.HANDLE),
            ("subject", ctypes.c_void_p),
        ]

    class TrustData(ctypes.Structure):
        _fields_ = [
            ("size", wintypes.DWORD), ("policy", ctypes.c_void_p), ("client", ctypes.c_void_p), ("window", wintypes.DWORD),
            ("revocation", wintypes.DWORD), ("kind", wintypes.DWORD), ("info", ctypes.POINTER(FileInfo)), ("act", wintypes.DWORD),
            ("state", wintypes.HANDLE), ("url", wintypes.LPCWSTR), ("flags", wintypes.DWORD), ("context", wintypes.DWORD),
            ("settings", ctypes.c_void_p),
        ]  # fmt: skip

    one, two, three, four = GENERIC_VERIFY
    action = Guid(one, two, three, (ctypes.c_ubyte * 8)(*four))
    info = FileInfo(ctypes.sizeof(FileInfo), file, None, None)
    data = TrustData(size=ctypes.sizeof(TrustData), window=NO_WINDOW, revocation=NO_REVOCATION, kind=A_FILE)
    data.info, data.act = ctypes.pointer(info), VERIFY
    ask = ctypes.windll.wintrust.WinVerifyTrust  # type: ignore[attr-defined,unused-ignore]
    verdict = int(ask(None, ctypes.byref(action), ctypes.byref(data)))
    data.act = CLOSE_STATE
    ask(None, ctypes.byref(action), ctypes.byref(data))
    return verdict
