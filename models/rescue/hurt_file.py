"""A hurt file 损坏的数据文件: which tables it has, and of each the rows that can be read.

Where a page is hurt that leads to others, these are still whole: what no page leads to is looked through for what belongs there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from models.rescue.sealed_pages import SealedPages
from models.rescue.table_rows import INNER, LEAF, Gap, Row, SqlValue, children, rows_of_tree

SCHEMA_ROOT, SCHEMA_COLUMNS = 1, 5  # SQLite's own table of tables: type, name, table, root page, SQL
SCHEMA_KINDS = ("table", "index", "trigger", "view")
FIRST_PAGE_HEAD = 100  # bytes before the page of the tree
USER_VERSION = slice(60, 64)  # in them


class Shape(NamedTuple):
    """A table or an index: its kind in SQLite's words, its name, its first page, and the SQL that makes it."""

    kind: str
    name: str
    root: int
    sql: str


class HurtFile:
    """A database file read page by page."""

    def __init__(self, pages: SealedPages, spare: Callable[[], HurtFile | None] = lambda: None) -> None:
        """``spare``: finds a copy of before the damage, whose pages are numbered alike, to ask where tables begin."""
        self.pages = pages
        self._spare = spare

    @property
    def form(self) -> int | None:
        """How many steps of migration it had; None where the first page is hurt."""
        first = self.pages.page(1)
        return int.from_bytes(first[USER_VERSION]) if first else None

    @cached_property
    def shapes(self) -> list[Shape]:
        """Tables and indexes that it tells of, in the order in which they were made."""
        told = list(rows_of_tree(self.pages, SCHEMA_ROOT))
        if any(isinstance(each, Gap) for each in told):
            told += [
                each for top in self._tops(()) for each in rows_of_tree(self.pages, top) if _is_shape(each)
            ]
        rows = {each.id: each.values for each in told if isinstance(each, Row)}
        if any(isinstance(each, Gap) for each in told):
            rows = self._with_spare(rows)
        shapes = [Shape(*(row[place] for place in (0, 1, 3, 4))) for _, row in sorted(rows.items())]  # type: ignore[arg-type]
        return [each for each in shapes if each.sql and not each.name.startswith("sqlite_")]

    def _with_spare(self, told: dict[int, list[SqlValue]]) -> dict[int, list[SqlValue]]:
        """With what the copy tells, where all that is told here stands there word for word: no table was made anew since."""
        spare = self._spare()
        there = rows_of_tree(spare.pages, SCHEMA_ROOT) if spare is not None else ()
        rows = {each.id: each.values for each in there if isinstance(each, Row)}
        return rows if told.items() <= rows.items() else told

    def rows(self, table: Shape) -> Iterator[Row | Gap]:
        """The rows of a table in their order, and the gaps."""
        return rows_of_tree(self.pages, table.root)

    def found_again(
        self, gaps: Mapping[str, Sequence[Gap]], columns: Mapping[str, int]
    ) -> Iterator[tuple[str, Row]]:
        """Rows to which no page leads any more, each with the table that alone can have had them: by the ids that are missing
        there, and by ``columns``, how many a row of the table has. What could be of two tables is left."""
        for top in self._tops([each.root for each in self.shapes]):
            read = [each for each in rows_of_tree(self.pages, top) if isinstance(each, Row)]
            fitting = [table for table in gaps if read and _fit(read, gaps[table], columns[table])]
            if len(fitting) == 1:
                yield from ((fitting[0], row) for row in read)

    def _tops(self, roots: Sequence[int]) -> list[int]:
        """Pages of tables' trees to which nothing leads that can be read."""
        found: set[int] = set()
        led_to = {SCHEMA_ROOT, *roots}
        for number in range(1, self.pages.count + 1):
            page, head = self.pages.page(number), FIRST_PAGE_HEAD if number == 1 else 0
            if page is not None and page[head] in (INNER, LEAF):
                found.add(number)
                if page[head] == INNER:
                    led_to |= {child for child, _ in children(page, head)}
        return sorted(found - led_to)


def _is_shape(row: Row | Gap) -> bool:
    return isinstance(row, Row) and len(row.values) == SCHEMA_COLUMNS and row.values[0] in SCHEMA_KINDS


def _fit(rows: Sequence[Row], gaps: Sequence[Gap], columns: int) -> bool:
    """Whether the rows lie within one gap and have as many columns."""
    return any(gap.first <= rows[0].id and rows[-1].id <= gap.last for gap in gaps) and all(
        len(row.values) == columns for row in rows
    )
