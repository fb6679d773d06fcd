"""The styles of the cells of an officer's own sheets, given back as they came: fonts, fills, formats, widths.

Looks are a courtesy: a sheet that is too large, or whose styles cannot be read, goes without. Nothing is taken from here
but looks; what stands in the cells comes from ``models.imports.workbooks.workbook`` alone.
"""

from __future__ import annotations

import logging
import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill

from models.imports.workbooks.parts import Package
from models.imports.workbooks.sheet import Sheet

logger = logging.getLogger(__name__)

CELLS = 400_000  # of a sheet whose looks are still read: some seconds
SHEETS, OTHERS = 80 << 20, 20 << 20  # bytes unpacked of sheets, and of texts and styles
COLUMN_ELEMENT, ROW_ELEMENT = re.compile(rb"<col\s[^>]*>"), re.compile(rb"<row\s[^>]*>")
ATTRIBUTE = re.compile(rb'\s(min|max|width|r|ht)="([\d.]+)"')
WIDEST_COLUMN, HIGHEST_ROW = 255, 409  # characters; points


class CellLook(NamedTuple):
    """The look of a cell."""

    font: Font
    fill: PatternFill
    border: Border
    alignment: Alignment
    number_format: str


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of one sheet.

    Those of its cells by row and column, both from the first used; widths in characters by column from 0; heights in
    points by row from 1, of rows that were given one.
    """

    cells: Sequence[Sequence[CellLook | None]] = ()
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)

    def row(self, number: int) -> Sequence[CellLook | None]:
        return self.cells[number] if number < len(self.cells) else ()


PLAIN_LOOKS = Looks()


def looks_of_sheets(file: Path, sheets: Iterable[Sheet]) -> dict[str, Looks]:
    """The looks of an .xlsx's sheets by name; none of any other file, nor of one that openpyxl cannot read."""
    if not _is_small(file):
        return {}
    found: dict[str, Looks] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out, which is not asked for
            sizes = _sizes(file)
            book = load_workbook(file, read_only=True)
            try:
                for sheet in sheets:
                    cells = list(_cells(book[sheet.name], sheet)) if _area(sheet) <= CELLS else []
                    found[sheet.name] = Looks(cells, *sizes.get(sheet.name, ()))
            finally:
                book.close()
    except Exception as error:  # whatever strangers' styles make openpyxl stumble over
        logger.warning("the looks of a workbook cannot be read: %s", error)
    return found


def _is_small(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as package:
            sizes = [(info.filename.lower(), info.file_size) for info in package.infolist()]
    except (OSError, zipfile.BadZipFile):
        return False
    if "xl/workbook.xml" not in dict(sizes):
        return False
    sheets = sum(size for name, size in sizes if "/worksheets/" in name)
    return sheets <= SHEETS and sum(size for _, size in sizes) - sheets <= OTHERS


def _area(sheet: Sheet) -> int:
    return len(sheet.rows) * len(sheet.rows[0]) if sheet.rows else 0


def _cells(page: Any, sheet: Sheet) -> Iterator[tuple[CellLook | None, ...]]:
    if not sheet.rows:
        return
    known: dict[tuple[int, ...], CellLook] = {}
    for row in page.iter_rows(
        min_row=sheet.first_row,
        max_row=sheet.first_row + len(sheet.rows) - 1,
        min_col=sheet.first_column + 1,
        max_col=sheet.first_column + len(sheet.rows[0]),
    ):
        yield tuple(_look(cell, known) if isinstance(cell, ReadOnlyCell) else None for cell in row)


def _look(cell: Any, known: dict[tuple[int, ...], CellLook]) -> CellLook:
    key = tuple(cell.style_array)
    if key not in known:
        known[key] = CellLook(cell.font, cell.fill, cell.border, cell.alignment, cell.number_format)
    return known[key]


def _sizes(file: Path) -> dict[str, tuple[dict[int, float], dict[int, float]]]:
    """Widths and heights by the sheet's name, from the head of each sheet's part (ECMA-376 part 1, 18.3.1.13, .73)."""
    found = {}
    with zipfile.ZipFile(file) as archive:
        package = Package(archive)
        relations = package.small("xl/_rels/workbook.xml.rels")
        targets = {about.get("Id"): about.get("Target", "") for _, about in relations}
        for tag, about in package.small("xl/workbook.xml"):
            target = next((targets.get(words) for key, words in about.items() if key.endswith(":id")), None)
            part = posixpath.normpath(posixpath.join("/xl", target or ""))[1:].lower()
            if tag == "sheet" and part in package.parts:
                head = next(package.unpack(part), b"")
                found[about.get("name", "")] = (_widths(head.partition(b"<sheetData")[0]), _heights(head))
    return found


def _widths(head: bytes) -> dict[int, float]:
    widths: dict[int, float] = {}
    for column in COLUMN_ELEMENT.findall(head):
        about = {name: float(value) for name, value in ATTRIBUTE.findall(column)}
        if len(about) == 3:
            last = min(int(about[b"max"]), int(about[b"min"]) + 200)
            widths |= dict.fromkeys(range(int(about[b"min"]) - 1, last), min(about[b"width"], WIDEST_COLUMN))
    return widths


def _heights(head: bytes) -> dict[int, float]:
    """Of rows whose height somebody chose; that of others follows from their words."""
    rows = (dict(ATTRIBUTE.findall(row)) for row in ROW_ELEMENT.findall(head) if b'customHeight="1"' in row)
    return {
        int(row[b"r"]): min(float(row[b"ht"]), HIGHEST_ROW) for row in rows if b"r" in row and b"ht" in row
    }
