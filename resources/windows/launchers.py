"""The programs of ours: both launchers and both helpers of card readers, each with its name and version for Windows to show."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from resources.windows.pe import Program

HERE = Path(__file__).parent
NAME = "优抚一人一档"
COMPILER = "x86_64-w64-mingw32-gcc"
QUIET = ["-O2", "-static", "-s", "-Wl,--no-insert-timestamp", "-finput-charset=UTF-8"]
LONGEST = 120  # characters of a path below the program's folder; Windows opens 259 with the folder's own
HELPERS = {"i686": "card-reader-32.exe", "x86_64": "card-reader-64.exe"}
WORDS = {
    f"{NAME}.exe": NAME,
    "youfu-console.exe": f"{NAME}（命令行）",
    **dict.fromkeys(HELPERS.values(), f"{NAME} 读卡器助手"),
}


def make_launchers(folder: Path, version: str) -> None:
    """The program with its window, and the same with a console."""
    for mode, name in (("-mwindows", f"{NAME}.exe"), ("-mconsole", "youfu-console.exe")):
        _compile("x86_64", folder / name, version, ["-municode", mode, f"-DLONGEST={LONGEST}", "launcher.c"])


def make_helpers(folder: Path, version: str) -> None:
    """For vendors' DLLs of either kind, which are never loaded into the program itself."""
    folder.mkdir()
    for machine, name in HELPERS.items():
        _compile(machine, folder / name, version, ["-mwindows", "card_reader.c"])


def wrong_names(programs: list[Program], version: str) -> list[str]:
    """Which of our programs would be called otherwise than they are where Windows or a guard asks whether to trust them."""
    faults = []
    for program in programs:
        if (called := WORDS.get(program.path.name)) is None:
            continue
        told = program.words
        wanted = {
            **dict.fromkeys(("ProductName", "CompanyName"), NAME),
            "FileDescription": called,
            "FileVersion": version,
        }
        faults += [
            f"{program.path.name}: {key} is {told.get(key)!r}"
            for key, words in wanted.items()
            if told.get(key) != words
        ]
    return faults


def _compile(machine: str, target: Path, version: str, options: list[str]) -> None:
    numbers = ",".join([*version.split("."), "0"])
    manifest = [] if target.name in HELPERS.values() else ["-DWITH_MANIFEST"]
    with tempfile.TemporaryDirectory() as place:
        script, resource = Path(place) / "words.rc", Path(place) / "app.res"
        told = {
            "VERSION_NUMBERS": numbers,
            "VERSION_WORDS": f'"{version}"',
            "DESCRIPTION": f'"{WORDS[target.name]}"',
        }
        head = "".join(f"#define {name} {words}\n" for name, words in told.items())
        script.write_text(head + (HERE / "app.rc").read_text("utf-8"), "utf-8")
        # the code page, for windres reads Chinese as bytes of Latin unless it is told
        command = [
            f"{machine}-w64-mingw32-windres",
            "-c",
            "65001",
            *manifest,
            str(script),
            "-O",
            "coff",
            "-o",
            str(resource),
        ]
        subprocess.run(command, cwd=HERE, check=True)
        compiler = [f"{machine}-w64-mingw32-gcc", *QUIET, *options, str(resource), "-o", str(target)]
        subprocess.run(compiler, cwd=HERE, check=True)
