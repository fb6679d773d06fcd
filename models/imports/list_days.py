"""When a list was made: whatever an officer typed after that day is known better than the list says."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

from models.imports.sheets.cells import shown
from models.imports.workbooks.sheet import Sheet
from models.incoming.packed_files import unpacked

MODIFIED = re.compile(rb"<dcterms:modified[^>]*>([^<]+)<")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|度|[^\d]|$)(?:年(1[0-2]|0?[1-9])月)?")
PROPERTIES = "docProps/core.xml"  # of every .xlsx (ECMA-376 part 2, 11)
LARGEST_PROPERTIES = 1 << 20  # bytes


def saved_at(file: Path) -> datetime:
    """When the file was last saved, by what it says itself or else by its folder, whichever is earlier."""
    try:
        by_folder = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except OSError:
        by_folder = datetime.now().astimezone()
    try:
        with zipfile.ZipFile(file) as parts:
            found = MODIFIED.search(unpacked(parts, PROPERTIES, LARGEST_PROPERTIES))
        said = datetime.fromisoformat(found[1].decode().strip()) if found else by_folder
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return by_folder
    return min(said.astimezone(), by_folder)


def made_at(sheet: Sheet, heading_row: int | None, file: str, saved: datetime) -> datetime:
    """When a sheet's list was made: at the end of the newest year or month that its title, name or file tells, else when saved."""
    above = sheet.rows[: max(0, (heading_row or sheet.first_row) - sheet.first_row)]
    words = " ".join([file, sheet.name, *(shown(cell) for row in above for cell in row)])
    ends = [_end_of(int(year), int(month or 12)) for year, month in YEAR.findall(words)]
    return min(max(ends), saved) if ends else saved


def _end_of(year: int, month: int) -> datetime:
    """The first moment after a month."""
    return datetime(year + month // 12, month % 12 + 1, 1).astimezone()
