"""Differences between a form and what came of it: everything but the cells that were to be filled."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter


def other_parts(before: Path, after: Path, sheet: str = "xl/worksheets/sheet1.xml") -> list[str]:
    """The parts of the file that are other than they were, without the sheet that was filled."""
    old, new = zipfile.ZipFile(before), zipfile.ZipFile(after)
    assert old.namelist() == new.namelist()
    return [name for name in old.namelist() if name != sheet and old.read(name) != new.read(name)]


def looks(file: Path, first: int, last: int, added: int = 0) -> dict[str, Any]:
    """What a sheet is besides its filled rows ``first`` to ``last``; ``added`` rows put in behind them are taken away again."""
    sheet = load_workbook(file).worksheets[0]
    found: dict[str, Any] = {}
    for row in sheet.iter_rows():
        for cell in row:
            if last < cell.row <= last + added:
                continue
            number = cell.row - added if cell.row > last + added else cell.row
            value = None if first <= number <= last else cell.value
            style = (
                cell.font.b,
                cell.font.sz,
                cell.border.left.style,
                cell.fill.fgColor.rgb,
                cell.number_format,
            )
            found[f"{get_column_letter(cell.column)}{number}"] = (value, style, cell.alignment.horizontal)
    found = {place: said for place, said in found.items() if said[0] is not None or any(said[1][2:3])}
    found["widths"] = {letter: each.width for letter, each in sheet.column_dimensions.items()}
    found["heights"] = {
        n: each.height for n, each in sheet.row_dimensions.items() if n < first and each.height
    }
    found["page"] = (
        sheet.page_setup.orientation,
        sheet.page_setup.paperSize,
        sheet.freeze_panes,
        sheet.print_title_rows,
    )
    return found


def without_rows(value: Any) -> Any:
    """A formula without the numbers of its rows."""
    return re.sub(r"\d+", "#", value) if isinstance(value, str) and value.startswith("=") else value
