"""A sheet's XML as text: its rows and cells to be changed one by one, every other character kept (ECMA-376 part 1, 18.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from html import unescape
from xml.sax.saxutils import escape

from models.core.dates import EXCEL_EPOCH
from models.core.record import Refusal
from models.imports.workbooks.parts import column_number
from models.imports.workbooks.sheet import column_letters
from models.superior_forms.answers import Written

ROOT_NAME = re.compile(r"<(\w+:)?worksheet\b")
XML_ATTRIBUTE = re.compile(r'\s([\w:.]+)\s*=\s*("[^"]*"|\'[^\']*\')')
FORMULA_TAG = re.compile(r"<(?:\w+:)?f[\s/>]")
SAID = re.compile(r"<(?:\w+:)?(v|t)(\s[^>]*)?>\s*[^<\s]")
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
STRANGE_SHEET = "这个表的内部写法少见，不能在保持原样的情况下填写。请用Excel或WPS打开它，另存为.xlsx后再填"


def attributes_of(words: str) -> dict[str, str]:
    """The attributes of a start tag, as written."""
    return {name: value[1:-1] for name, value in XML_ATTRIBUTE.findall(words)}


@cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf'\s{re.escape(name)}\s*=\s*("[^"]*"|\'[^\']*\')')


def with_attribute(words: str, name: str, value: str | None) -> str:
    """The attributes with one changed, added behind the others, or (None) left out."""
    said = "" if value is None else f' {name}="{value}"'
    found = _named(name).search(words)
    return f"{words[: found.start()]}{said}{words[found.end() :]}" if found else words + said


@dataclass(slots=True)
class CellText:
    """A cell: the attributes of its tag and what stands within it, both as written."""

    column: int  # from 0
    attributes: str
    inner: str = ""

    @property
    def style(self) -> str:
        found = _named("s").search(self.attributes)
        return found[1][1:-1] if found else ""

    @property
    def is_formula(self) -> bool:
        return bool(self.inner) and FORMULA_TAG.search(self.inner) is not None

    @property
    def says(self) -> bool:
        """Whether something stands in it, a formula or a value that is not an empty text."""
        if self.is_formula:
            return True
        if 't="s"' in self.attributes:
            return bool(self.inner)
        return bool(self.inner) and SAID.search(self.inner) is not None


@dataclass(slots=True)
class RowText:
    """A row: its number from 1, the attributes of its tag, and its cells by column."""

    number: int
    attributes: str = ""
    cells: dict[int, CellText] = field(default_factory=dict)

    def cell(self, column: int) -> CellText:
        """The cell of a column, made where there is none yet."""
        if column not in self.cells:
            self.cells[column] = CellText(column, f' r="{column_letters(column)}{self.number}"')
        return self.cells[column]


class SheetText:
    """A sheet's part: what stands before its rows, the rows, and what stands behind them."""

    def __init__(self, text: str) -> None:
        root = ROOT_NAME.search(text)
        self.prefix = (root[1] or "") if root else ""
        data = re.compile(rf"<{self.prefix}sheetData\b[^>]*?(/>|>(.*?)</{self.prefix}sheetData>)", re.DOTALL)
        found = data.search(text)
        if root is None or found is None or "<![CDATA[" in text or "<!--" in (found[2] or ""):
            raise Refusal(STRANGE_SHEET)
        self.before, self.behind = text[: found.start()], text[found.end() :]
        self.rows: dict[int, RowText] = {row.number: row for row in self._rows(found[2] or "")}

    def _rows(self, text: str) -> Iterator[RowText]:
        rows = re.compile(rf"<{self.prefix}row\b([^>]*?)(?:/>|>(.*?)</{self.prefix}row>)", re.DOTALL)
        cells = re.compile(rf"<{self.prefix}c\b([^>]*?)(?:/>|>(.*?)</{self.prefix}c>)", re.DOTALL)
        number = 0
        for attributes, inner in rows.findall(text):
            said = attributes_of(attributes).get("r")
            number = int(said) if said else number + 1
            row, column = RowText(number, attributes), -1
            for cell, within in cells.findall(inner):
                place = PLACE.fullmatch(attributes_of(cell).get("r", ""))
                column = column_number(place[1]) if place else column + 1
                row.cells[column] = CellText(column, cell, within)
            yield row

    def row(self, number: int) -> RowText:
        """The row of a number, made where there is none yet."""
        if number not in self.rows:
            self.rows[number] = RowText(number, f' r="{number}"')
        return self.rows[number]

    def write(self, row: int, column: int, value: Written, style: str | None = None) -> None:
        """Put a value into a cell, keeping its style: text as text, a number as a number, a day as its serial number."""
        cell = self.row(row).cell(column)
        attributes = with_attribute(cell.attributes, "t", None)
        if style is not None and not cell.style:
            attributes = with_attribute(attributes, "s", style)
        p = self.prefix
        if isinstance(value, str):
            words = escape(UNWRITABLE.sub("", value))
            cell.attributes = with_attribute(attributes, "t", "inlineStr")
            cell.inner = f'<{p}is><{p}t xml:space="preserve">{words}</{p}t></{p}is>'
        else:
            cell.attributes = attributes
            cell.inner = f"<{p}v>{as_number(value)}</{p}v>"

    def text(self) -> str:
        """The whole part again."""
        p = self.prefix
        rows = "".join(self._row_text(self.rows[number]) for number in sorted(self.rows))
        return f"{self.before}<{p}sheetData>{rows}</{p}sheetData>{self.behind}"

    def _row_text(self, row: RowText) -> str:
        p = self.prefix
        if not row.cells:
            return f"<{p}row{row.attributes}/>"
        cells = "".join(self._cell_text(row.cells[column]) for column in sorted(row.cells))
        return f"<{p}row{_spanning(row)}>{cells}</{p}row>"

    def _cell_text(self, cell: CellText) -> str:
        p = self.prefix
        if not cell.inner:
            return f"<{p}c{cell.attributes}/>"
        return f"<{p}c{cell.attributes}>{cell.inner}</{p}c>"


def _spanning(row: RowText) -> str:
    """The row's attributes with spans that hold all of its cells."""
    spans = attributes_of(row.attributes).get("spans", "")
    first, _, last = spans.partition(":")
    if not last.isdecimal() or not first.isdecimal() or " " in spans:
        return row.attributes
    low, high = min(row.cells) + 1, max(row.cells) + 1
    if int(first) <= low and high <= int(last):
        return row.attributes
    return with_attribute(row.attributes, "spans", f"{min(int(first), low)}:{max(int(last), high)}")


def as_number(value: int | Decimal | date) -> str:
    """A number as a cell holds it; a day is counted from the end of 1899."""
    if isinstance(value, date):
        return str((value - EXCEL_EPOCH).days)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def plain(words: str) -> str:
    """Words of a part without their XML escapes."""
    return unescape(words)


def cells_saying(rows: Iterable[RowText]) -> bool:
    """Whether any of these rows says something."""
    return any(cell.says for row in rows for cell in row.cells.values())
