"""Writers: a paper as a file of its format, be it a workbook, a document, a web page or text."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import xlwt
from docx import Document
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import Font

from tests.scenarios.offices.papers import Page, Paper

ENCODINGS = {"csv": "gb18030", "csv8": "utf-8-sig", "csv16": "utf-16"}
FORMATS = ["xlsx"] * 6 + ["xls", "ods", "csv", "csv8", "csv16", "tab", "html", "docx"]
TEXT = frozenset(["csv", "csv8", "csv16", "tab"])
PLAIN = TEXT | {"html", "docx"}  # every cell is words
ONE_PAGE = TEXT
NAMELESS = PLAIN  # its sheets have no names
STACKED = frozenset(["html", "docx"])  # its sheets are read as one below the other
NO_MERGES = TEXT
SUFFIXES = {"csv8": "csv", "csv16": "csv", "tab": "xls", "html": "xls"}


def written(paper: Paper, folder: Path) -> Path:
    """The paper as a file in the folder."""
    file = folder / f"{paper.name}.{SUFFIXES.get(paper.suffix, paper.suffix)}"
    WRITERS[paper.suffix](paper, file)
    return file


def _xlsx(paper: Paper, file: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for page in paper.pages:
        sheet = book.create_sheet(page.name)
        for row in page.grid:
            sheet.append(row)
        for index in page.struck_rows:
            for cell in sheet[index + 1]:
                cell.font = Font(strike=True)
        for index in page.hidden_rows:
            sheet.row_dimensions[index + 1].hidden = True
        for top, left, bottom, right in page.merges:
            sheet.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
            )
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.data_type = "s"  # the text ="…" itself, which an export writes
        sheet.sheet_state = "hidden" if page.hidden else "visible"
    book.save(file)


def _xls(paper: Paper, file: Path) -> None:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for page in paper.pages:
        sheet = book.add_sheet(page.name)
        inside = {(r, c) for t, x, b, rt in page.merges for r in range(t, b + 1) for c in range(x, rt + 1)}
        for at, row in enumerate(page.grid):
            for place, cell in enumerate(row):
                if cell != "" and (at, place) not in inside:
                    sheet.write(at, place, cell, *[day] * isinstance(cell, date))
            if at in page.hidden_rows:
                sheet.row(at).hidden = True
        for top, left, bottom, right in page.merges:
            sheet.write_merge(top, bottom, left, right, page.grid[top][left])
    book.save(str(file))


def _ods(paper: Paper, file: Path) -> None:
    document = OpenDocumentSpreadsheet()
    for page in paper.pages:
        table = Table(name=page.name)
        spans = {(t, x): (b - t + 1, r - x + 1) for t, x, b, r in page.merges}
        inside = {(r, c) for t, x, b, rt in page.merges for r in range(t, b + 1) for c in range(x, rt + 1)}
        for at, row in enumerate(page.grid):
            line = TableRow(**({"visibility": "collapse"} if at in page.hidden_rows else {}))
            for place, cell in enumerate(row):
                if (at, place) in inside and (at, place) not in spans:
                    line.addElement(CoveredTableCell())
                else:
                    line.addElement(_ods_cell(cell, spans.get((at, place))))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    document.save(str(file))


def _ods_cell(cell: Any, span: tuple[int, int] | None) -> TableCell:
    facts: dict[str, Any] = {"valuetype": "string"} if cell != "" else {}
    if isinstance(cell, date):
        facts = {"valuetype": "date", "datevalue": cell.isoformat()}
    elif isinstance(cell, int | float):
        facts = {"valuetype": "float", "value": repr(cell)}
    if span is not None:
        facts |= {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    made = TableCell(**facts)
    if cell != "":
        made.addElement(P(text=str(cell)))
    return made


def _csv(paper: Paper, file: Path) -> None:
    with file.open("w", encoding=ENCODINGS[paper.suffix], newline="") as out:
        csv.writer(out).writerows(paper.pages[0].grid)


def _tab(paper: Paper, file: Path) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t").writerows(paper.pages[0].grid)
    file.write_text(out.getvalue(), "gb18030", newline="")


def _html(paper: Paper, file: Path) -> None:
    tables = "".join(_html_table(page) for page in paper.pages)
    file.write_text(f'<html><head><meta charset="utf-8"></head><body>{tables}</body></html>', "utf-8")


def _html_table(page: Page) -> str:
    spans = {(t, x): f" rowspan={b - t + 1} colspan={r - x + 1}" for t, x, b, r in page.merges}
    inside = {(r, c) for t, x, b, rt in page.merges for r in range(t, b + 1) for c in range(x, rt + 1)}
    rows = ""
    for at, row in enumerate(page.grid):
        shown = [
            (place, cell)
            for place, cell in enumerate(row)
            if (at, place) in spans or (at, place) not in inside
        ]
        cells = "".join(
            f"<td{spans.get((at, place), '')}>{html.escape(str(cell))}</td>" for place, cell in shown
        )
        rows += f"<tr>{cells}</tr>"
    return f"<table>{rows}</table>"


def _docx(paper: Paper, file: Path) -> None:
    document = Document()
    for page in paper.pages:
        document.add_paragraph("")
        width = max(map(len, page.grid))
        table = document.add_table(len(page.grid), width)
        cells = table._cells
        for at, row in enumerate(page.grid):
            for place, cell in enumerate(row):
                if cell != "":
                    cells[at * width + place].text = str(cell)
        for top, left, bottom, right in page.merges:
            cells[top * width + left].merge(cells[bottom * width + right])
    document.save(str(file))


WRITERS: dict[str, Callable[[Paper, Path], None]] = {
    "xlsx": _xlsx, "xls": _xls, "ods": _ods, "csv": _csv, "csv8": _csv, "csv16": _csv, "tab": _tab, "html": _html,
    "docx": _docx,
}  # fmt: skip
