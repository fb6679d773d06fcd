"""The setup of a folder: its list of files with their hashes, its plugin, its picture, and the installer itself."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from resources.windows import python
from resources.windows.launchers import COMPILER, QUIET

HERE = Path(__file__).parent
LIST = "youfu.sha256"  # in the form of sha256sum; setup and uninstaller touch nothing that it does not name
# bytes: what a slow stick bears. 60 MB were wanted: the four faces alone take 34 of them, 15 the rare characters
AT_MOST = 80_000_000
SPARE = 100  # megabytes that a disk should have left when all is laid
LONGEST_NEWS = 4_000  # characters; a version resource has 64 KB, a line of the script 16
CHANGELOG = HERE.parent.parent / "CHANGELOG.md"
GROUND = "#0a4e59"  # darker than the mark that lies on it


def make_setup(folder: Path, target: Path, version: str, quick: bool) -> Path:
    """Write the installer of a folder; ``quick`` makes it larger, in a sixth of the time."""
    folder = folder.resolve()
    files = list_files(folder)
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        (place / "files.nsh").write_text(_laying(folder, files), "utf-8")
        (place / "news.nsh").write_text(_news_told(version), "utf-8")
        laid = sum(file.stat().st_size for file in files)
        words = {
            "NEWS": place / "news.nsh",
            "VERSION": version,
            "FILES": place / "files.nsh",
            "MEGABYTES": laid // 1_000_000 + SPARE,
            "KILOBYTES": laid // 1024,  # for the list of programs: counted on the PC, it took seconds
            "LONGEST": max(len(str(file.relative_to(folder))) for file in files),
            "PLUGINS": _plugin(place / "plugins"),
            "PICTURE": _picture(place / "side.bmp"),
            "OUT": target.resolve(),
        }
        given = [f"-D{name}={value}" for name, value in words.items()] + ["-DQUICK"] * quick
        command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *given, "installer.nsi"]
        subprocess.run(command, cwd=HERE, check=True)
    if not quick and target.stat().st_size > AT_MOST:
        raise SystemExit(f"the setup has {target.stat().st_size} bytes, more than {AT_MOST}")
    return target


def list_files(folder: Path) -> list[Path]:
    """Write the list of the folder's files, and return them, the list first: it must lie before what it names."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != LIST]
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in files
    ]
    (folder / LIST).write_text("".join(lines), "utf-8")
    python.date(folder / LIST)
    return [folder / LIST, *files]


def _laying(folder: Path, files: list[Path]) -> str:
    """Every file by name, in an order that does not depend on the disk: the setup's bytes follow it."""
    lines = []
    for path in files:
        below = "\\".join(("$INSTDIR\\~new", *path.relative_to(folder).parts[:-1]))
        lines.append(f'SetOutPath "{below}"\nFile "{path}"\n')
    return "".join(lines)


def _news_told(version: str) -> str:
    """What the setup says is new in it, as its comment; of a version that the changelog does not know, nothing."""
    _, _, after = CHANGELOG.read_text("utf-8").partition(f"\n## {version}\n")
    words = after.partition("\n## ")[0].strip()
    if len(words) > LONGEST_NEWS:
        words = words[:LONGEST_NEWS].rpartition("\n")[0] + "\n* ……其余见“更新记录”"
    for plain, escaped in (("$", "$$"), ('"', '$\\"'), ("\n", "$\\r$\\n")):
        words = words.replace(plain, escaped)
    return f'VIAddVersionKey /LANG=2052 "Comments" "{words}"\n' if words else ""


def _plugin(folder: Path) -> Path:
    """What reads the list and hashes files for the setup."""
    folder.mkdir()
    base = "-Wl,--image-base,0x180000000"  # else the linker chooses one by the folder's name
    options = [*QUIET, "-shared", base, "-o", str(folder / "laid_files.dll"), "laid_files.c", "-lbcrypt"]
    subprocess.run([COMPILER, *options], cwd=HERE, check=True)
    python.date(folder / "laid_files.dll")
    return folder


def _picture(target: Path) -> Path:
    """The side of the setup's first and last page, in the size that it wants."""
    side = Image.new("RGB", (164, 314), GROUND)
    with Image.open(HERE / "app.ico") as icon:
        mark = icon.convert("RGBA").resize((96, 96), Image.Resampling.LANCZOS)
    side.paste(mark, (34, 48), mark)
    side.save(target, "BMP")
    python.date(target)
    return target
