"""The tables of a Word document .docx (ECMA-376 part 1, 17.4), each with the paragraphs above it as its titles.

Tables of one width that follow each other are one list over several pages: they become one sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

from models.imports.workbooks.grids import GridInMaking
from models.imports.workbooks.parts import MOST_CELL_TEXT, TOO_WORDY, WORKBOOK_DAMAGED, Unfit, XmlScan
from models.imports.workbooks.safety import open_package
from models.imports.workbooks.sheet import Cell, Sheet

DOCUMENT = "word/document.xml"
NO_TABLE_IN_DOCUMENT = "是Word文档，里面没有表格。请在Word或WPS文字里把名单做成表格，保存后再选"
FROM_DOCUMENT = "文件是Word文档，已按其中的表格读入，请核对人数"
DEEPEST = 40  # tables within tables
LEFT_OUT = {"moveFrom", "Fallback", "delText", "instrText"}  # what the reader of the paper does not see


@dataclass(slots=True)
class _Cell:
    """A cell being read: its words, paragraph by paragraph, and how much of them is struck out."""

    words: list[str] = field(default_factory=list)
    struck: int = 0
    across: int = 1
    continues: bool = False  # belongs to the cell above

    def text(self) -> str:
        return "".join(self.words).strip()

    def is_struck(self) -> bool:
        return 0 < len(self.text()) <= self.struck


@dataclass(slots=True)
class _Table:
    """A table being read."""

    grid: GridInMaking = field(default_factory=GridInMaking)
    cell: _Cell | None = None
    column: int = 0
    opened: dict[int, tuple[int, Cell, int]] = field(default_factory=dict)  # column → row, value, breadth

    def begin_row(self) -> None:
        self.grid.begin_row()
        self.column = 0

    def end_cell(self) -> None:
        cell, row = self.cell or _Cell(), len(self.grid.rows)
        above = self.opened.get(self.column) if cell.continues else None
        value: Cell = above[1] if above else cell.text()
        if not above:
            self.opened[self.column] = (row, value, cell.across)
        self.grid.put(value, 1, cell.across, self.column, struck=not above and cell.is_struck())
        if above:
            self.grid.reach_down(above[0], self.column, above[2])
        self.column += cell.across
        self.cell = None


class DocumentScan(XmlScan):
    """``document.xml`` parsed: its tables in order, and the paragraphs before each."""

    def __init__(self, part: Iterable[bytes]) -> None:
        super().__init__()
        self.tables: list[tuple[list[str], GridInMaking]] = []
        self._open: list[_Table] = []
        self._above: list[str] = []  # paragraphs since the last table
        self._paragraph: list[str] = []
        self._silent = self._words = 0
        self._struck = self._hidden = self._listening = False
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._read
        for piece in part:
            self.feed(piece)
        self.feed(b"", last=True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        table = self._open[-1] if self._open else None
        if self._silent or tag in LEFT_OUT:
            self._silent += 1
        elif tag == "tbl":
            if len(self._open) >= DEEPEST:
                raise Unfit(WORKBOOK_DAMAGED)
            self._open.append(_Table())
        elif tag == "r":
            self._struck = self._hidden = False
        elif tag in ("strike", "dstrike", "vanish"):
            self._note_look(tag, attributes)
        elif tag == "t":
            self._listening = True
        elif tag in ("tab", "br", "cr"):
            self._say(" " if tag == "tab" else "\n")
        elif table is not None:
            self._start_in_table(table, tag, attributes)

    def _start_in_table(self, table: _Table, tag: str, attributes: dict[str, str]) -> None:
        value = next((words for key, words in attributes.items() if key.rpartition(":")[2] == "val"), "")
        if tag == "tr":
            table.begin_row()
        elif tag == "tc" and table.grid.rows:
            table.cell = _Cell()
        elif tag == "gridBefore" and value.isdecimal():
            table.column += min(int(value), 1000)
        elif table.cell is not None and tag == "gridSpan" and value.isdecimal():
            table.cell.across = int(value)
        elif table.cell is not None and tag == "vMerge":
            table.cell.continues = value != "restart"

    def _note_look(self, tag: str, attributes: dict[str, str]) -> None:
        on = all(value not in ("0", "false", "none") for value in attributes.values())
        if tag == "vanish":
            self._hidden = on
        else:
            self._struck = self._struck or on

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if self._silent:
            self._silent -= 1
        elif tag == "t":
            self._listening = False
        elif tag == "p":
            self._end_paragraph()
        elif tag == "tc" and self._open and self._open[-1].cell is not None:
            self._open[-1].end_cell()
        elif tag == "tbl" and self._open:
            self._end_table(self._open.pop())

    def _end_paragraph(self) -> None:
        if self._open:
            self._say("\n")
        elif words := "".join(self._paragraph).strip():
            self._above.append(words)
        self._paragraph = []

    def _end_table(self, table: _Table) -> None:
        said = [words for row in table.grid.rows for cell in row if (words := str(cell).strip())]
        if table.grid.width() > 1:
            self.tables.append((self._above, table.grid))
            self._above = []
        else:
            self._above += said  # a frame around words

    def _read(self, text: str) -> None:
        if self._listening and not self._silent and not self._hidden:
            self._say(text)

    def _say(self, text: str) -> None:
        self._words += len(text)
        if self._words > MOST_CELL_TEXT:
            raise Unfit(TOO_WORDY)
        if not self._open:
            self._paragraph.append(text)
        elif (cell := self._open[-1].cell) is not None:
            cell.words.append(text)
            cell.struck += len(text) if self._struck else 0


def read_document(stream: BinaryIO, name: str) -> tuple[Sheet, ...]:
    """The tables of a .docx as sheets; ``Unfit`` when it has none, or is not to be read."""
    with open_package(stream) as package:
        tables = DocumentScan(package.unpack(DOCUMENT)).tables
    return stacked_sheets(tables, name, NO_TABLE_IN_DOCUMENT, FROM_DOCUMENT)


def stacked_sheets(
    tables: list[tuple[list[str], GridInMaking]], name: str, none: str, remark: str
) -> tuple[Sheet, ...]:
    """Tables with the words above each as sheets; those of one width below each other. ``none`` refuses no table at all."""
    if not tables:
        raise Unfit(none)
    stacks: list[GridInMaking] = []
    for titles, grid in tables:
        if not stacks or stacks[-1].width() != grid.width():
            stacks.append(GridInMaking())
            titles = titles or tables[0][0]
        stacks[-1].append(titles, grid)
    names = [name] if len(stacks) == 1 else [f"表{number}" for number in range(1, len(stacks) + 1)]
    return tuple(
        grid.sheet(each, remarks=(remark,) if number == 0 else ())
        for number, (grid, each) in enumerate(zip(stacks, names, strict=True))
    )
