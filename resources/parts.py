"""The parts that the program is made of, each with its licence: what 关于 → 开源许可 shows.

Python packages tell theirs themselves; ``licences/parts.csv`` has what is no package.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resources import HERE, path

if TYPE_CHECKING:
    from importlib.metadata import Distribution

LOCK = "windows/requirements.txt"  # names every package that the program stands on
QTS_OWN = re.compile("pyside6|shiboken6")  # their packages carry no text of the licence; Qt's is in parts.csv
TEXT = re.compile(r"(licen[cs]e|copying|notice)[^/]*$|/licenses/([^/]+|.*\.(txt|md|ijg))$", re.I)


@dataclass(frozen=True)
class Part:
    """One part: its name, version, licence, what it is for, and the text of the licence as far as it came along."""

    name: str
    version: str
    licence: str
    about: str
    text: str


def version() -> str:
    """The program's own version."""
    return str(tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def parts() -> list[Part]:
    """The program itself, then what is no package, then the packages by name."""
    own = Part("优抚一人一档", version(), "MIT", "本程序", (HERE.parent / "LICENSE").read_text("utf-8"))
    return [own, *others(), *_packages()]


def others() -> Iterator[Part]:
    """What is no package: runtimes, libraries within wheels, typefaces, data."""
    with path("licences/parts.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            texts = [(HERE / "licences" / name).read_text("utf-8") for name in row["texts"].split()]
            about = f"{row['about']}（{row['source']}）"
            yield Part(row["name"], row["version"], row["licence"], about, "\n\n".join(texts))


def _packages() -> Iterator[Part]:
    from importlib.metadata import (
        PackageNotFoundError,
        distribution,
    )  # when wanted: opening an archive asks the version alone

    for name, locked in re.findall(r"^([\w.-]+)==(\S+)", path(LOCK).read_text("utf-8"), re.M):
        try:
            found = distribution(name)
        except PackageNotFoundError:  # needed on Windows alone
            yield Part(name, locked, "", "", "")
            continue
        text = "" if QTS_OWN.match(name) else "\n\n".join(_texts(found))
        yield Part(
            found.metadata["Name"], found.version, _licence(found), found.metadata["Summary"] or "", text
        )


def _licence(found: Distribution) -> str:
    """The licence in a word; some packages say it in one place, some in another."""
    said = found.metadata.get_all("License-Expression") or found.metadata.get_all("License") or []
    named = [
        each.rpartition(" :: ")[2] for each in found.metadata.get_all("Classifier") or [] if "License" in each
    ]
    return str([*(each.splitlines()[0].partition(" (")[0] for each in said), *named, ""][0])


def _texts(found: Distribution) -> Iterator[str]:
    for file in found.files or []:
        place = Path(str(file.locate()))
        if ".dist-info/" in file.as_posix() and TEXT.search(file.as_posix()) and place.is_file():
            yield place.read_text("utf-8", errors="replace")
