"""A table of a roster: one heading and the columns below it; a sheet may hold several under each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from models.imports.rosters.births import settle_birth
from models.imports.rosters.headings import label_of
from models.imports.rosters.lines import RosterLine, RosterReader, make_sure
from models.imports.sheets.columns import all_columns
from models.imports.sheets.dictionary import NOTHING
from models.imports.sheets.headings import TableHeading
from models.imports.sheets.read_rows import SheetRemark
from models.imports.sheets.tables import SheetTable
from models.imports.sheets.weighed_columns import told_of_columns
from models.imports.workbooks.sheet import Sheet


class RosterTable(SheetTable[RosterLine]):
    """A heading of the sheet and what it makes of the rows below it.

    ``category`` is what the sheet's name or a title says of all its people: 烈士遗属 of those of a sheet so called.
    """

    def __init__(self, sheet: Sheet, heading: TableHeading, kind: str, category: str = "") -> None:
        self.heading, self.kind, self.category = heading, kind, category
        columns = all_columns(sheet, heading.row + 1, heading.columns)
        labels = Counter(column.heading for column in columns)
        self.people = [
            RosterReader(column, sheet) for column in columns if column.field != NOTHING and not column.asked
        ]
        for reader in self.people:
            if labels[reader.heading] > 1 and (reader.again or not reader.field):
                reader.label = f"{reader.heading}（{reader.letters}列）"
        self.people.sort(key=lambda reader: reader.again)
        super().__init__(sheet, self.people)
        self.name, self.number = self.by_field["person.name"], self.by_field["person.number"]

    def read(self, row: int, cells_of: list[Any]) -> RosterLine:
        """Read a row of the sheet as one person's."""
        line = RosterLine(row, self.kind, self.letters)
        self.fill(line, self.resolved(cells_of))
        make_sure(line)
        settle_birth(line)
        if self.category and line.kind == self.kind and not line.identity.get("category"):
            line.identity["category"] = self.category
        return line

    def weighed(self, row: int | None) -> Iterator[SheetRemark]:
        """The columns that only their values told, and those that are questions."""
        return told_of_columns(self.heading.columns, self.sheet, row, label_of)

    def unknown(self, row: int) -> Iterator[SheetRemark]:
        """The columns for which the archive has no field."""
        for each in self.people:
            if not each.field and each.used:
                words = f"档案中没有“{each.heading}”一栏，内容作为备注记在各人名下"
                yield SheetRemark(row, each.letters, each.heading, words)

    def differing(self, row: int) -> Iterator[SheetRemark]:
        """The columns that said once more, and otherwise, what a better one says."""
        for each in self.people:
            if each.differing:
                better = self.letters[each.field]
                words = (
                    f"“{each.heading}”与{better}列是同一栏，有{each.differing}行内容不同，"
                    f"以{better}列为准，不同的内容作为备注记在各人名下"
                )
                yield SheetRemark(row, each.letters, each.heading, words)
