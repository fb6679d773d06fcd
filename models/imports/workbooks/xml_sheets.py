"""The sheets of an XML Spreadsheet 2003 (urn:schemas-microsoft-com:office:spreadsheet), often named .xls; numbers stay whole."""

from __future__ import annotations

import re
from datetime import datetime

from models.imports.workbooks.grids import GridInMaking
from models.imports.workbooks.parts import MOST_CELL_TEXT, TOO_WORDY, WORKBOOK_DAMAGED, Unfit, XmlScan
from models.imports.workbooks.sheet import Cell, Sheet

XML_START = re.compile(r"\s*<\?xml\s|\s*<(\w+:)?Workbook\b")
XML_SHEETS = "urn:schemas-microsoft-com:office:spreadsheet"
OTHER_XML = "的内容是XML文本，不是电子表格。请向提供人索取原来的表格文件（.xlsx、.xls）"
FROM_XML = "文件的内容是XML表格（2003版），已按原样读入，请核对人数"
LONGEST_NUMBER = 15  # digits that a number keeps; what is longer stays the text that was written
HOLLOW = {"Comment", "DocumentProperties", "Names"}  # whose words are no cell's


class XmlSheetsScan(XmlScan):
    """The whole file parsed: a grid for each worksheet, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, GridInMaking, list[bool]]] = []  # name, cells, whether it is hidden
        self._struck_styles: set[str] = set()
        self._style = ""  # the style being defined
        self._kind = self._cell_style = ""
        self._spans = (1, 1)
        self._column: int | None = None
        self._next_column = 0
        self._words: list[str] = []
        self._count = self._silent = 0
        self._in_data = self._in_visible = False
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._read

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        about = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if self._silent or tag in HOLLOW:
            self._silent += 1
        elif tag == "Style":
            self._style = about.get("ID", "")
        elif tag == "Font" and about.get("StrikeThrough") == "1":
            self._struck_styles.add(self._style)
        elif tag == "Worksheet":
            self.sheets.append((about.get("Name", ""), GridInMaking(), [False]))
        elif tag == "Visible":
            self._in_visible, self._words = True, []
        elif self.sheets:
            self._start_in_sheet(self.sheets[-1][1], tag, about)

    def _start_in_sheet(self, grid: GridInMaking, tag: str, about: dict[str, str]) -> None:
        if tag == "Column":
            self._note_column(grid, about)
        elif tag == "Table":
            self._next_column = 0
        elif tag == "Row":
            grid.begin_row(_number(about, "Index"), about.get("Hidden") == "1")
            self._cell_style = ""
            for _ in range(_number(about, "Span")):
                grid.begin_row()
        elif tag == "Cell" and grid.rows:
            self._words, self._kind = [], ""
            self._column = _number(about, "Index") - 1 if "Index" in about else None
            self._spans = _number(about, "MergeDown") + 1, _number(about, "MergeAcross") + 1
            self._cell_style = about.get("StyleID", "")
        elif tag == "Data":
            self._in_data, self._words, self._kind = True, [], about.get("Type", "")

    def _note_column(self, grid: GridInMaking, about: dict[str, str]) -> None:
        first = _number(about, "Index") - 1 if "Index" in about else self._next_column
        self._next_column = first + 1 + _number(about, "Span")
        if about.get("Hidden") == "1":
            grid.hidden_columns |= set(range(first, self._next_column))

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if self._silent:
            self._silent -= 1
        elif tag == "Data":
            self._in_data = False
        elif tag == "Visible":
            self._in_visible = False
            if self.sheets:
                self.sheets[-1][2][0] = "".join(self._words).strip() in ("SheetHidden", "SheetVeryHidden")
        elif tag == "Cell" and self.sheets and (grid := self.sheets[-1][1]).rows:
            value = _value(self._kind, "".join(self._words))
            struck = bool(value) and self._cell_style in self._struck_styles
            grid.put(value, *self._spans, column=self._column, struck=struck)
            self._words = []

    def _read(self, text: str) -> None:
        if (self._in_data or self._in_visible) and not self._silent:
            self._count += len(text)
            if self._count > MOST_CELL_TEXT:
                raise Unfit(TOO_WORDY)
            self._words.append(text)


def _number(about: dict[str, str], name: str) -> int:
    words = about.get(name, "0")
    if not words.isdecimal() or len(words) > 7:
        raise Unfit(WORKBOOK_DAMAGED)
    return int(words)


def _value(kind: str, words: str) -> Cell:
    """A cell by its type; a number that is too long to be one stays what was written."""
    if kind == "Number" and len(re.sub(r"\D", "", words)) <= LONGEST_NUMBER:
        try:
            return float(words)
        except ValueError:
            return words
    if kind == "DateTime":
        try:
            return datetime.fromisoformat(words.strip())
        except ValueError:
            return words
    return words == "1" if kind == "Boolean" else words


def read_xml_sheets(data: bytes) -> tuple[Sheet, ...]:
    """The worksheets of the file; ``Unfit`` when it is XML of another sort."""
    if XML_SHEETS.encode() not in data[:4096].replace(b"\0", b""):
        raise Unfit(OTHER_XML)
    scan = XmlSheetsScan()
    scan.feed(data, last=True)
    if not scan.sheets:
        raise Unfit(OTHER_XML)
    return tuple(
        grid.sheet(name, hidden[0], (FROM_XML,) if number == 0 else ())
        for number, (name, grid, hidden) in enumerate(scan.sheets)
    )
