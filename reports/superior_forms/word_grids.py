"""Tables of a Word document as grids 文档里的表: which cell of the document stands at which place, as the one reader sees sheets."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from models.core.words import plain_text
from models.imports.workbooks.parts import WORKBOOK_DAMAGED, Merge, Unfit
from models.imports.workbooks.safety import open_package
from models.imports.workbooks.sheet import Sheet
from reports.superior_forms.word_words import TBL, TC, TR, P, words_of_cell, words_of_paragraph

DOCUMENT_PART = "word/document.xml"
TEXT_OF_DOCUMENT = "正文"
LARGEST_DOCUMENT, LARGEST_TEXT = (
    100 << 20,
    16 << 20,
)  # bytes of all parts; of the text, which is held element by element
LONGEST_TITLE = 40  # characters of the words above a table that may be its title
MOST_ACROSS = 200  # columns that a cell of an honest table takes


@dataclass(slots=True)
class WordGrid:
    """A table: its sheet, and the cell of the document at each place (row from 1, column from 0)."""

    sheet: Sheet
    table: Any = None
    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    rows: list[Any] = field(default_factory=list)


class WordForm:
    """A document that came from a superior: its parts, and its tables as grids; ``fresh`` gives one to be filled.

    Raises ``Unfit`` for a file that is no document, or not to be unpacked.
    """

    def __init__(self, file: Path | BinaryIO) -> None:
        stream = file.open("rb") if isinstance(file, Path) else file
        with stream, open_package(stream, LARGEST_DOCUMENT) as package:
            self.infos = list(package.parts.values())
            self.parts = {
                info.filename: b"".join(package.unpack(name)) for name, info in package.parts.items()
            }
        if DOCUMENT_PART not in self.parts or len(self.parts[DOCUMENT_PART]) > LARGEST_TEXT:
            raise Unfit(WORKBOOK_DAMAGED)

    def fresh(self) -> Any:
        """The document's root, parsed anew."""
        return parse_xml(self.parts[DOCUMENT_PART])

    def write(self, stream: IO[bytes], changed: dict[str, Any]) -> None:
        """The document with these parts' roots changed, all others byte for byte as they were."""
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
            for info in self.infos:
                data = self.parts[info.filename]
                if (root := changed.get(info.filename)) is not None:
                    data = serialize_part_xml(root)
                copy = zipfile.ZipInfo(info.filename, info.date_time)
                copy.compress_type, copy.external_attr = info.compress_type, info.external_attr
                out.writestr(copy, data)


def grids_of(root: Any) -> list[WordGrid]:
    """The tables of a document in their order, and last its text as a sheet of one column."""
    body = root.find(qn("w:body"))
    found: list[WordGrid] = []
    title, lines = "", []
    for each in body.iterchildren() if body is not None else ():
        if each.tag == P:
            lines.append(each)
            words = plain_text(words_of_paragraph(each))
            title = words if 0 < len(words) <= LONGEST_TITLE else title
        elif each.tag == TBL:
            found.append(_grid(each, title or f"表{len(found) + 1}", {grid.sheet.name for grid in found}))
    if lines:
        found.append(_text(lines))
    return found


def _grid(table: Any, title: str, taken: set[str]) -> WordGrid:
    name = title if title not in taken else f"{title}（{len(taken) + 1}）"
    rows: list[list[str]] = []
    reaching: dict[
        int, tuple[int, int]
    ] = {}  # by column: the first row of a cell merged downwards, how broad it is
    tall: dict[tuple[int, int], tuple[int, int]] = {}  # its first place: its last row, its last column
    grid = WordGrid(Sheet(name, False, [], 1, 0, (), frozenset(), 0), table)
    for number, row in enumerate(table.iterchildren(TR), start=1):
        grid.rows.append(row)
        words: list[str] = []
        for cell, column, across, merge in cells_of_row(row):
            words += [""] * (column + across - len(words))
            first = reaching.get(column, (number, across))[0] if merge == "continue" else number
            if merge == "continue":
                words[column] = rows[first - 1][column] if first < number else ""
            else:
                words[column] = words_of_cell(cell)
                grid.cells[number, column] = cell
            if merge:
                reaching[column] = (first, across)
            if merge or across > 1:
                tall[first, column] = (number, column + across - 1)
        rows.append(words)
    width = max(map(len, rows), default=0)
    even = [[*row, *[""] * (width - len(row))] for row in rows]
    merges = tuple(Merge(top, left, bottom, right) for (top, left), (bottom, right) in tall.items())
    grid.sheet = Sheet(name, False, list(map(list, even)), 1, 0, merges, frozenset(), 0)
    return grid


def cells_of_row(row: Any) -> Iterator[tuple[Any, int, int, str]]:
    """The cells of a row with column, breadth, and whether they are merged downwards: ``restart``, ``continue`` or ''."""
    about = row.find(qn("w:trPr"))
    before = about.find(qn("w:gridBefore")) if about is not None else None
    column = min(int(before.get(qn("w:val"), "0")), MOST_ACROSS) if before is not None else 0
    for cell in row.iter(TC):
        if cell.getparent() is not row and cell.getparent().tag != qn("w:sdtContent"):
            continue
        facts = cell.find(qn("w:tcPr"))
        span = facts.find(qn("w:gridSpan")) if facts is not None else None
        merged = facts.find(qn("w:vMerge")) if facts is not None else None
        across = max(1, min(int(span.get(qn("w:val"), "1")), MOST_ACROSS)) if span is not None else 1
        merge = "" if merged is None else merged.get(qn("w:val"), "continue")
        yield cell, column, across, merge
        column += across


def _text(lines: list[Any]) -> WordGrid:
    """The paragraphs outside tables, one to a row."""
    rows = [[words_of_paragraph(each)] for each in lines]
    sheet = Sheet(TEXT_OF_DOCUMENT, False, list(map(list, rows)), 1, 0, (), frozenset(), 0)
    return WordGrid(sheet, None, {(number, 0): each for number, each in enumerate(lines, start=1)}, lines)
