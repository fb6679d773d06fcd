"""Forms abreast: the parts of a sheet on which several forms stand beside each other."""

from __future__ import annotations

from dataclasses import replace

from models.imports.shapes.labels import is_number, labelled_cells
from models.imports.sheets.cells import shown
from models.imports.sheets.whose import NAMES
from models.imports.workbooks.sheet import Sheet


def forms_abreast(sheet: Sheet) -> list[Sheet]:
    """The columns of forms that stand beside each other, each as a sheet; the sheet alone when they do not."""
    for row in sheet.rows:
        pairs = list(labelled_cells(row))
        names = [pair for pair in pairs if pair.field in NAMES]
        first = names[0].words if names else ""
        starts = (
            [index for index, cell in enumerate(row) if shown(cell).rstrip(":：") == first] if first else []
        )
        if len(names) > 1 and len(starts) == len(names):
            return _parted(sheet, starts)
    return [sheet]


def _parted(sheet: Sheet, starts: list[int]) -> list[Sheet]:
    """The columns from each start on; alone where one of them has no number of its own."""
    width = max(map(len, sheet.rows))
    parts = []
    for left, right in zip([0, *starts[1:]], [*starts[1:], width], strict=True):
        rows = [row[left:right] for row in sheet.rows]
        if not any(is_number(cell) for row in rows for cell in row):
            return [sheet]
        remarks = () if left else sheet.remarks
        parts.append(replace(sheet, rows=rows, first_column=sheet.first_column + left, remarks=remarks))
    return parts
