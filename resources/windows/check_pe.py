"""Whether a packed folder will start on a bare Windows 10 1809: ``python -m resources.windows.check_pe FOLDER``."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from resources.windows.pe import X64, Program

OLDEST_RUNTIME = (14, 30)  # of Microsoft's C++ runtime: Qt 6.9 is built with 14.44, older ones lack names
NEWEST_WINDOWS = (10, 0)
PYTHONS_OWN = re.compile(r"(python311\.dll|[^/\\]+\.pyd|(sqlite3|libffi-8|libssl-3|libcrypto-3)\.dll)")
SIGNER = "O=Python Software Foundation"
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
# What every Windows 10 1809 has; api-ms-win-* and ext-ms-* are its own too.
SYSTEM = """advapi32 authz avrt bcrypt bcryptprimitives cfgmgr32 comctl32 comdlg32 crypt32 d2d1 d3d9 d3d11 d3d12 dcomp
    dhcpcsvc dnsapi dwmapi dwrite dxgi dxva2 evr gdi32 gdiplus imm32 iphlpapi kernel32 mf mfplat mfreadwrite
    mmdevapi mpr mscms msimg32 msvcrt ncrypt netapi32 normaliz ntdll odbc32 ole32 oleaut32 opengl32 pdh
    powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore user32
    userenv usp10 uxtheme version winhttp winmm winspool.drv wldap32 ws2_32 wsock32 wtsapi32"""
OF_32_BITS = {
    "card-reader-32.exe"
}  # for vendors' drivers, which are 32-bit; it uses nothing but Windows' own
FORBIDDEN = {
    "icu",
    "icuuc",
    "icuin",
}  # PySide6 from 6.10 on wants them; before Windows 10 1903 they are missing


def main() -> int:
    folder = Path(sys.argv[1])
    programs = [
        Program(path) for path in sorted(folder.rglob("*")) if path.suffix in (".exe", ".dll", ".pyd")
    ]
    faults = [*check(programs, folder), *unsigned(programs, folder)]
    print(f"{len(programs)} program files", *faults, sep="\n  BAD ")
    return 1 if faults or not programs else 0


def check(programs: list[Program], folder: Path) -> Iterator[str]:
    """What would keep the programs from starting, one sentence each."""
    programs = [each for each in programs if each.path.name not in OF_32_BITS]
    there = {_key(program.path.name): program for program in programs}
    for program in programs:
        name = program.path.relative_to(folder)
        if program.machine != X64:
            yield f"{name}: machine {program.machine:#x} is not x64"
        if program.subsystem > NEWEST_WINDOWS:
            yield f"{name}: wants Windows {program.subsystem}"
        if re.match(r"(vcruntime|msvcp)140", program.path.name, re.I) and program.version < OLDEST_RUNTIME:
            yield f"{name}: runtime {program.version} is older than {OLDEST_RUNTIME}"
        for dll, names in program.imports.items():
            if fault := _fault(_key(dll), names, there):
                yield f"{name}: {fault}"


def unsigned(programs: list[Program], folder: Path) -> Iterator[str]:
    """Which of Python's own files do not carry the whole signature of the Python Software Foundation."""
    if shutil.which("osslsigncode") is None:
        print("!! LEFT OUT: the signatures of Python's files were not verified (Debian package osslsigncode)")
        return
    for program in programs:
        name = program.path.relative_to(folder)
        if (
            name.parent.name == "runtime"
            and PYTHONS_OWN.fullmatch(program.path.name)
            and not _signed(program.path)
        ):
            yield f"{name}: not signed by the Python Software Foundation"


def _signed(path: Path) -> bool:
    command = ["osslsigncode", "verify", "-ignore-cdp", "-ignore-crl", "-CAfile", CERTIFICATES]
    done = subprocess.run(
        [*command, "-TSA-CAfile", CERTIFICATES, "-in", path], capture_output=True, text=True
    )
    return done.returncode == 0 and SIGNER in done.stdout


def _fault(dll: str, names: list[str], there: dict[str, Program]) -> str:
    if dll in FORBIDDEN:
        return f"imports {dll}.dll, which older Windows 10 lacks"
    if dll in there:
        lacking = sorted(set(names) - set(there[dll].exports))
        return f"{dll} in the folder lacks {lacking[:4]} ({len(lacking)})" if lacking else ""
    if dll in SYSTEM.split() or dll.startswith(("api-ms-win-", "ext-ms-")):
        return ""
    return f"{dll}.dll is neither in the folder nor Windows' own"


def _key(name: str) -> str:
    return name.lower().removesuffix(".dll")


if __name__ == "__main__":
    sys.exit(main())
