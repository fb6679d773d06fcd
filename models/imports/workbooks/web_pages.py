"""The tables of a web page, as many systems export them under the name .xls; every cell stays a text, numbers whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from models.imports.workbooks.grids import GridInMaking
from models.imports.workbooks.parts import WORKBOOK_DAMAGED, Unfit
from models.imports.workbooks.sheet import Sheet
from models.imports.workbooks.word_tables import DEEPEST, stacked_sheets

PAGE_START = re.compile(r"\s*<(!doctype\s+html|!--|html|head|meta|table|style|body|div)", re.IGNORECASE)
NO_TABLE_ON_PAGE = "的内容是网页，里面没有表格。请向提供人索取原来的表格文件"
PAGE_OF_FRAMES = (
    "的内容是网页的外框，表格在同名的“.files”文件夹里。请选其中的sheet001.htm，或向提供人索取原来的表格文件"
)
FROM_PAGE = "文件的内容是网页，不是真正的电子表格，已按网页里的表格读入，号码都是原样，请核对人数"
SILENT = {"script", "style", "title", "select", "textarea", "noscript", "template"}
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "li", "center"}
STRIKES = {"s", "strike", "del"}
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
STRUCK = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
MOST_SPANNED = 20_000


@dataclass(slots=True)
class _PageCell:
    """A cell being read, and where in its row it will stand."""

    down: int
    across: int
    struck_whole: bool
    words: list[str] = field(default_factory=list)
    struck: int = 0

    def text(self) -> str:
        lines = (re.sub(r"[ \t\r\f\xa0]+", " ", line).strip() for line in "".join(self.words).split("\n"))
        return "\n".join(line for line in lines if line)

    def is_struck(self) -> bool:
        length = len("".join(self.words).strip())
        return length > 0 and (self.struck_whole or length <= self.struck)


@dataclass(slots=True)
class _PageTable:
    """A table being read."""

    grid: GridInMaking = field(default_factory=GridInMaking)
    cell: _PageCell | None = None

    def end_cell(self) -> None:
        if (cell := self.cell) is not None:
            self.cell = None
            self.grid.put(cell.text(), cell.down, cell.across, struck=cell.is_struck())


class PageScan(HTMLParser):
    """A page read from its first mark to its last: its tables in order, and the words before each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[tuple[list[str], GridInMaking]] = []
        self.frames = False
        self._open: list[_PageTable] = []
        self._above: list[str] = []
        self._line: list[str] = []
        self._silent = self._struck = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        table = self._open[-1] if self._open else None
        self.frames = self.frames or tag == "frameset"
        if tag in SILENT:
            self._silent += 1
        elif tag == "table":
            self._end_line()
            if len(self._open) >= DEEPEST:
                raise Unfit(WORKBOOK_DAMAGED)
            self._open.append(_PageTable())
        elif table is not None and tag == "tr":
            table.end_cell()
            table.grid.begin_row(hidden=bool(HIDDEN_STYLE.search(about.get("style", ""))))
        elif table is not None and tag in ("td", "th"):
            self._start_cell(table, about)
        elif tag == "br" or tag in BLOCKS:
            self._break()
        elif tag in STRIKES:
            self._struck += 1

    @staticmethod
    def _start_cell(table: _PageTable, about: dict[str, str]) -> None:
        table.end_cell()
        if not table.grid.rows:
            table.grid.begin_row()
        down, across = (_span(about.get(name, "")) for name in ("rowspan", "colspan"))
        table.cell = _PageCell(down, across, bool(STRUCK.search(about.get("style", ""))))

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self._end_table(self._open.pop())
        elif tag in ("td", "th", "tr") and self._open:
            self._open[-1].end_cell()
        elif tag in BLOCKS:
            self._break()
        elif tag in STRIKES:
            self._struck = max(0, self._struck - 1)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        words = re.sub(r"\s+", " ", data)
        if not self._open:
            self._line.append(words)
        elif (cell := self._open[-1].cell) is not None:
            cell.words.append(words)
            cell.struck += len(words.strip()) if self._struck else 0

    def finished(self) -> list[tuple[list[str], GridInMaking]]:
        """The tables, those included that nobody closed."""
        self.close()
        while self._open:
            self._end_table(self._open.pop())
        return self.tables

    def _break(self) -> None:
        if not self._open:
            self._end_line()
        elif (cell := self._open[-1].cell) is not None:
            cell.words.append("\n")

    def _end_line(self) -> None:
        if words := "".join(self._line).strip():
            self._above.append(words)
        self._line = []

    def _end_table(self, table: _PageTable) -> None:
        table.end_cell()
        if table.grid.width() > 1:
            self.tables.append((self._above, table.grid))
            self._above = []
        else:
            self._above += [words for row in table.grid.rows for cell in row if (words := str(cell).strip())]


def _span(words: str) -> int:
    found = re.match(r"\s*(\d{1,6})", words)
    return min(max(int(found[1]), 1), MOST_SPANNED) if found else 1


def read_page(text: str, name: str) -> tuple[Sheet, ...]:
    """The tables of a page as sheets; ``Unfit`` when there is none."""
    scan = PageScan()
    scan.feed(text)
    tables = scan.finished()
    return stacked_sheets(tables, name, PAGE_OF_FRAMES if scan.frames else NO_TABLE_ON_PAGE, FROM_PAGE)
