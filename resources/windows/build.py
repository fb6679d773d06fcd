"""Makes the Windows program on Linux: ``python -m resources.windows.build [OUT] [--quick]``.

In ``OUT`` (``build/windows``) come out the folder, the setup, the portable archive and SHA256SUMS; the same sources
and wheels give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from PIL import Image

from resources.parts import version
from resources.windows import check_pe, python, signing, trim
from resources.windows.launchers import LONGEST, NAME, make_helpers, make_launchers, wrong_names
from resources.windows.lock import LOCK, faults
from resources.windows.pe import Program
from resources.windows.sbom import write_sbom
from resources.windows.setup import list_files, make_setup
from resources.windows.wheels import fetch, unpack

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
OURS = [
    "main.py",
    "pyproject.toml",
    "CHANGELOG.md",
    "LICENSE",
    "models",
    "reports",
    "ui",
    "resources",
    "docs",
]
NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "make_pictures.py")
PORTABLE = """\
有这个文件时，程序把设置、演练库和新建的档案库都放在本文件夹里，可以整个放在U盘上使用。
删去这个文件，就和安装的程序一样放在“文档”里。
"""
# PySide makes one of its own, in which a comma of the folder's name ends the path; this one names no folder above it
QT_PATHS = "[Paths]\nPrefix = runtime/site-packages/PySide6\n"
TOOLS = {
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "i686-w64-mingw32-gcc": "gcc-mingw-w64-i686",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    "makensis": "nsis",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=ROOT / "build" / "windows")
    parser.add_argument("--quick", action="store_true", help="a larger setup, made six times faster")
    parser.add_argument("--twice", action="store_true", help="build again and compare every byte")
    asked = parser.parse_args()
    asked.out = asked.out.resolve()  # the tools are started in folders of their own
    refuse_unfit()
    asked.out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    sums = build(asked.out, asked.quick)
    for line in sums.read_text("utf-8").splitlines():
        file = asked.out / line.partition("  ")[2]
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
    if asked.twice:
        refuse_different(sums, asked.quick)
    print(f"made in {time.monotonic() - started:.0f} s")
    return 0


def build(out: Path, quick: bool) -> Path:
    """Make all that is delivered, signed where a certificate is named, and return the file of their hashes."""
    folder = lay_folder(out / NAME)
    made = [
        setup(folder, out, version(), quick),
        portable(folder, out, quick),
        write_sbom(out / f"{NAME}-{version()}-sbom.cdx.json", version()),
    ]
    lines = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in made)
    (out / "SHA256SUMS").write_text(lines, "utf-8")
    return out / "SHA256SUMS"


def refuse_different(sums: Path, quick: bool) -> None:
    """Build again elsewhere, and stop when anything has other bytes: a signature's moment would make it so."""
    if signing.certificate() is not None:
        raise SystemExit("--twice compares unsigned builds: a signature says when it was made")
    with tempfile.TemporaryDirectory(dir=sums.parent) as place:
        again = build(Path(place), quick).read_text("utf-8").splitlines()
    if other := set(again) ^ set(sums.read_text("utf-8").splitlines()):
        raise SystemExit("\n".join(["two builds of the same sources differ:", *sorted(other)]))
    print("built twice: the same bytes")


def refuse_unfit() -> None:
    """Say what this machine lacks before anything is made."""
    if sys.version_info[:2] != python.VERSION[:2]:
        raise SystemExit("run this with Python 3.11: the modules are compiled for it")
    if lacking := [package for tool, package in TOOLS.items() if shutil.which(tool) is None]:
        raise SystemExit(f"install first: apt-get install {' '.join(lacking)}")
    if wrong := faults():
        raise SystemExit("\n".join([*wrong, "refresh the lock: python -m resources.windows.lock"]))


def lay_folder(folder: Path) -> Path:
    """Make the folder with the whole program, and prove it."""
    shutil.rmtree(folder, ignore_errors=True)
    runtime = folder / "runtime"
    runtime.mkdir(parents=True)
    python.lay(runtime)
    for wheel in fetch(LOCK).values():
        unpack(wheel, runtime / "site-packages", trim.wanted)
        unpack(wheel, runtime, trim.is_cpp_runtime)
    for file in (runtime / "PySide6").iterdir():
        file.rename(runtime / file.name)
    (runtime / "PySide6").rmdir()
    (folder / "qt.conf").write_text(QT_PATHS, "utf-8")
    _lay_ours(folder / "app")
    make_launchers(folder, version())
    make_helpers(folder / "reader", version())
    signing.sign_ours(folder)
    python.compile_all(runtime / "site-packages", in_place=True)
    python.compile_all(folder / "app")
    prove(folder)
    for path in folder.rglob("*"):
        python.date(path)
    list_files(folder)
    return folder


def prove(folder: Path) -> None:
    """Stop when the folder would not start on a bare PC."""
    programs = [
        Program(path) for path in sorted(folder.rglob("*")) if path.suffix in (".exe", ".dll", ".pyd")
    ]
    wrong = [*check_pe.check(programs, folder), *check_pe.unsigned(programs, folder)]
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    wrong += [
        f"{name} is longer than a path below the folder may be" for name in names if len(name) > LONGEST
    ]
    if wrong := [*wrong, *wrong_names(programs, version())]:
        raise SystemExit("\n".join(wrong))
    print(f"{len(programs)} program files are fit")


def portable(folder: Path, out: Path, quick: bool) -> Path:
    """The folder in one archive to unpack anywhere, a stick too."""
    target = out / f"{NAME}-{version()}-portable.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if quick else 9) as packed:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            _pack(packed, f"{NAME}/{path.relative_to(folder).as_posix()}", path.read_bytes())
        _pack(packed, f"{NAME}/portable.txt", PORTABLE.replace("\n", "\r\n").encode("utf-8-sig"))
    return target


def setup(folder: Path, out: Path, called: str, quick: bool) -> Path:
    """The installer of a folder, proven to be called as it should; ``called``: its version, another one to try an upgrade."""
    made = make_setup(folder, out / f"{NAME}-{called}-setup.exe", called, quick)
    if (told := Program(made).words.get("FileDescription")) != f"{NAME} 安装程序":
        raise SystemExit(f"the setup is called {told!r}")
    signing.sign(made)
    return made


def _pack(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, python.MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, content)


def _lay_ours(app: Path) -> None:
    app.mkdir()
    for name in OURS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, app / name, ignore=NOT_SHIPPED)
        else:
            shutil.copy(ROOT / name, app / name)
    for picture in (app / "docs").rglob("*.png"):
        _shrink(picture)
    shutil.rmtree(app / "resources" / "linux")
    shutil.rmtree(app / "resources" / "windows")
    (app / "resources" / "windows").mkdir()
    shutil.copy(LOCK, app / "resources" / "windows" / LOCK.name)  # what the program is made of


def _shrink(picture: Path) -> None:
    """Pictures of windows have few colours: with a palette they are a third as large, and look the same."""
    with Image.open(picture) as opened:
        opened.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
