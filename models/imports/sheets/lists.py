"""Lists of plain facts, one row each, read by a dictionary alone: of the dead, of a bank's answers, pasted ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from models.imports.sheets.cells import shown
from models.imports.sheets.column_readers import ColumnReader
from models.imports.sheets.columns import FoundColumn, columns_of, has_headings, known_in
from models.imports.sheets.contents import columns_by_content
from models.imports.sheets.dictionary import NOTHING, Dictionary, missing_groups
from models.imports.sheets.field_kinds import cell_reader
from models.imports.sheets.headings import TableHeading, find_heading, heading_by_values
from models.imports.sheets.read_rows import ReadRow, SheetRemark
from models.imports.sheets.row_kinds import (
    SIX_DIGITS,
    is_footer,
    is_numbering,
    is_running,
    is_total,
    repeats_heading,
    said_in,
)
from models.imports.sheets.tables import SheetTable
from models.imports.sheets.walk import SheetWalk
from models.imports.sheets.weighed_columns import weighed
from models.imports.workbooks.sheet import Sheet


@dataclass(slots=True)
class ListRow(ReadRow):
    """A row of a list: its values by field, and what the cells show."""

    cells: list[Any] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)  # by field, also where it could not be read

    def words(self) -> str:
        """The whole row, as the officer would read it."""
        return "　".join(words for cell in self.cells if (words := shown(cell)))


@dataclass(slots=True)
class ReadList:
    """A sheet that was read as a list: its rows, and those that are nobody's (titles, totals, feet)."""

    sheet: Sheet
    rows: list[ListRow] = field(default_factory=list)
    left_out: list[SheetRemark] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    columns: tuple[FoundColumn, ...] = ()  # all that have a heading, also those that are not read


class _ListReader(ColumnReader[ListRow]):
    """Reads one column's cells into rows of a list."""

    def take(self, row: ListRow, cell: Any) -> None:
        row.said[self.field] = shown(cell)
        super().take(row, cell)

    def put(self, row: ListRow, value: Any, cell: Any) -> None:
        row.facts[self.field] = value


class _ListTable(SheetTable[ListRow]):
    """A heading of a list and what it makes of the rows below it; unknown columns are not read."""

    def __init__(self, sheet: Sheet, dictionary: Dictionary, columns: Sequence[FoundColumn]) -> None:
        self.columns = tuple(columns)
        lines = [(column, dictionary.line_of(column.field)) for column in columns if column.field]
        super().__init__(
            sheet,
            [
                _ListReader(column, sheet, cell_reader(line.reads))
                for column, line in lines
                if line and line.reads != NOTHING
            ],
        )

    def read(self, row: int, cells_of: list[Any]) -> ListRow:
        cells_of = self.resolved(cells_of)
        made = ListRow(row, "", self.letters, cells=cells_of)
        self.fill(made, cells_of)
        return made


def read_list(sheet: Sheet, dictionary: Dictionary, key: str, by_content: bool = False) -> ReadList | None:
    """Read a sheet as a list; None when it has not the columns that such a list needs.

    ``key`` is the field by whose number a row is surely somebody's. With ``by_content`` a list without headings is read
    by what its columns hold.
    """

    def fits(columns: Sequence[FoundColumn]) -> bool:
        return not missing_groups(dictionary.needs, (column.field for column in columns))

    heading = find_heading(sheet.rows, dictionary, fits)
    if heading is not None:
        heading = _weighed(heading, sheet, dictionary)
    elif not by_content or not fits(columns_by_content(sheet, dictionary)):
        heading = heading_by_values(sheet.rows, dictionary, fits)
    if heading is None and by_content and fits(columns := columns_by_content(sheet, dictionary)):
        heading = TableHeading(-1, columns, "")
    if heading is None:
        return None
    walk = _ListWalk(sheet, dictionary, heading, key)
    walk.walk(heading.row + 1)
    return walk.made


def _weighed(heading: TableHeading, sheet: Sheet, dictionary: Dictionary) -> TableHeading:
    return replace(heading, columns=weighed(heading.columns, sheet.rows[heading.row + 1 :], dictionary))


class _ListWalk(SheetWalk):
    """A list being read below its heading."""

    def __init__(self, sheet: Sheet, dictionary: Dictionary, heading: TableHeading, key: str) -> None:
        super().__init__(sheet)
        self.dictionary, self.key, self.made = dictionary, key, ReadList(sheet)
        self._begin(heading.columns)

    def is_somebody(self, cells_of: list[Any]) -> bool:
        reader = self.table.by_field.get(self.key)
        return reader is not None and bool(SIX_DIGITS.search(shown(reader.cell(cells_of))))

    def begin_at(self, index: int) -> int | None:
        if not known_in(columns_of(self.sheet.rows[index], self.dictionary)):
            return None
        rows = self.sheet.rows[index : index + 3]
        needs = self.dictionary.needs
        heading = find_heading(
            rows, self.dictionary, lambda found: not missing_groups(needs, (c.field for c in found))
        )
        if heading is None:
            return None
        if not has_headings(heading.columns, self.table.columns):
            self._begin(weighed(heading.columns, self.sheet.rows[index + heading.row + 1 :], self.dictionary))
        return heading.row

    def aside(self, index: int, cells_of: list[Any]) -> str | None:
        said = said_in(cells_of)
        filled = {reader.field for reader in self.table.filled(cells_of)}
        if not filled and all(map(is_running, said)):
            return ""
        above = ((reader.heading, reader.cell(cells_of)) for reader in self.table.readers)
        if repeats_heading(above, self.dictionary):
            return ""
        first = [words for words in said if not is_running(words)][:2]
        foot = is_numbering(said) or any(map(is_total, first)) or any(map(is_footer, first))
        nobody = len(filled) <= 1 and not filled & {self.key, "name"}
        return "　".join(said) if foot or nobody else None

    def take(self, index: int, cells_of: list[Any]) -> None:
        self.made.rows.append(self.table.read(self.place(index), cells_of))

    def leave_out(self, index: int, words: str) -> None:
        self.made.left_out.append(SheetRemark(self.place(index), None, words, f"没有读入：{words[:60]}"))

    def _begin(self, columns: Sequence[FoundColumn]) -> None:
        self.table = _ListTable(self.sheet, self.dictionary, columns)
        self.made.columns = self.made.columns or self.table.columns
        self.made.fields |= self.table.by_field.keys()
