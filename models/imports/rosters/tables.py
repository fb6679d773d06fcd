"""A table of a roster: one heading and the columns below it; a sheet may hold several under each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from models.imports.sheets.headings import NOTHING, Column, Heading
from models.imports.sheets.lines import Line, Reader, Remark, read_line
from models.imports.workbooks.workbook import Sheet, column_letters


class Table:
    """A heading of the sheet and what it makes of the rows below it.

    ``category`` is what the sheet's name or a title says of all its people: 烈士遗属 of those of a sheet so called.
    """

    def __init__(self, sheet: Sheet, heading: Heading, kind: str, category: str = "") -> None:
        self.sheet, self.heading, self.kind, self.category = sheet, heading, kind, category
        columns = _with_nameless(heading, sheet)
        labels = Counter(column.heading for column in columns)
        self.readers: list[Reader] = []
        for column in columns:
            if column.field != NOTHING:
                reader = Reader(column, sheet)
                if labels[column.heading] > 1 and (column.again or not column.field):
                    reader.label = f"{column.heading}（{reader.letters}列）"
                self.readers.append(reader)
        self.readers.sort(key=lambda reader: reader.again)
        self.letters = {each.field: each.letters for each in self.readers if each.field and not each.again}
        by_field = {each.field: each for each in self.readers if not each.again}
        self.name, self.number = by_field["person.name"], by_field["person.number"]

    def read(self, row: int, cells_of: list[Any]) -> Line:
        line = read_line(row, cells_of, self.kind, self.readers, self.letters, self.sheet)
        if self.category and line.kind == self.kind and not line.identity.get("category"):
            line.identity["category"] = self.category
        return line

    def unknown(self, row: int) -> Iterator[Remark]:
        """The columns for which the archive has no field."""
        for each in self.readers:
            if not each.field and each.used:
                words = f"档案中没有“{each.heading}”一栏，内容作为备注记在各人名下"
                yield Remark(row, each.letters, each.heading, words)

    def differing(self, row: int) -> Iterator[Remark]:
        """The columns that said once more, and otherwise, what a better one says."""
        for each in self.readers:
            if each.differing:
                words = (
                    f"“{each.heading}”与{self.letters[each.field]}列是同一栏，有{each.differing}行内容不同，"
                    f"以{self.letters[each.field]}列为准，不同的内容作为备注记在各人名下"
                )
                yield Remark(row, each.letters, each.heading, words)


def _with_nameless(heading: Heading, sheet: Sheet) -> list[Column]:
    """The heading's columns, and those that hold words under no heading at all: nothing is dropped."""
    named = {column.index for column in heading.columns}
    below = sheet.rows[heading.row + 1 :]
    width = max((len(cells_of) for cells_of in below), default=0)
    nameless = [
        Column(index, f"{column_letters(sheet.first_column + index)}列（无表头）", "")
        for index in range(width)
        if index not in named and any(index < len(c) and c[index] not in ("", None) for c in below)
    ]
    return [*heading.columns, *nameless]
