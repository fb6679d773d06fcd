"""The list of hashes 校验清单: every file that is handed over by its SHA-256, for people as a table and for programs as text.

The text has the form that ``sha256sum -c`` reads: 64 places, two spaces, the path with slashes.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

HASHES = "SHA256SUMS.txt"


class HashedFile(NamedTuple):
    """A file: its path from the folder with slashes, its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str


def hashed(folder: Path, file: Path) -> HashedFile:
    """The hash of a file, which is read back from the disk."""
    with file.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return HashedFile(file.relative_to(folder).as_posix(), file.stat().st_size, sha256)


def write_hashes(folder: Path) -> str:
    """Write the hashes of all that is in the folder; returns that of the list itself."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    found = [hashed(folder, each) for each in files]
    write_table(folder / "校验清单.csv", ("文件", "字节", "SHA-256"), found)
    found.append(hashed(folder, folder / "校验清单.csv"))
    text = "".join(f"{each.sha256}  {each.path}\n" for each in found)
    (folder / HASHES).write_text(text, "utf-8", newline="\n")
    return hashed(folder, folder / HASHES).sha256


def write_table(file: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for people, that spreadsheet programs open as it is."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(heads)
        lines.writerows(rows)
