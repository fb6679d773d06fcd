"""The columns of a list, said once: the window's table, the printed register and the workbook are made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeAlias

from peewee import Field
from reportlab.lib.units import mm

from models.core.masks import Secret
from models.people.listing import ordered
from models.uses.named_rows import people_named
from reports.tables.register import CENTRE, Heading, Register, count_columns, numbered
from reports.tables.row_heights import PIXELS_OF_CHARACTER
from reports.tables.wide_pages import WIDE_ACROSS
from reports.tables.wide_tables import LEAST_WIDE_ROW, TABLE_SIGNATURES

PAGE_MM = WIDE_ACROSS / mm  # what a list may be broad, of a page laid crosswise
LEAST_PAPER = 7.0  # mm, of a column of words
MM_OF_PIXEL = 0.25  # of paper, for a column of the window
LEAST_BOOK = 6.0  # characters of a workbook's column
Says: TypeAlias = Callable[[Any], object]  # what a column says of a row


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: what it is called, what it says of a record, and how broad it is in the window and on paper.

    ``key`` names it within its list, and is what the window remembers it by. Without ``words`` it says the record's
    ``field`` (a path as ``person.street``; the key where none is told), under that field's own label unless there is
    a ``heading``, and the database sorts the list by it (names by pinyin, coded words as their table has them) unless ``order`` says by
    what else. ``like`` is the field of another
    record that it says the same of: from there come its name and its secret.
    """

    key: str
    width: int = 0  # pixels at the usual type size; 0: on paper only
    paper: float = 0  # mm; 0: in the window only
    align: str = CENTRE  # on paper; what stands at the end there does so in the window
    heading: str = ""
    field: str = ""
    words: Says | None = None
    order: Any = None  # a field or an expression of the query
    match: Any = None  # a field or an expression that the list is filtered by, where ``words`` hide which
    summed: bool | Says = False  # whether the selection's sum counts it, or what of it
    hidden: bool = False  # until the officer shows it
    window: str = ""  # how it stands in the window, where otherwise
    printed: str = ""  # heading on paper, where another
    on_paper: Says | None = None  # what paper says, where something else
    masked: bool = False  # whether paper that is shown around hides it, as its field's secret is hidden
    like: Any = None
    book: float = 0  # characters of the workbook's column, where paper does not tell


def blank(key: str, heading: str, paper: float) -> ListColumn:
    """A column that is filled in by hand."""
    return ListColumn(key, paper=paper, heading=heading, words=lambda _: "")


def fitted(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Breadths that fill the room: to each column its share, and none less than its least as long as all find room."""
    held: set[int] = set()
    while True:
        free = [breadth for number, breadth in enumerate(wanted) if number not in held]
        left = room - sum(least[number] for number in held)
        if not free or left < LEAST_PAPER * len(free):
            return [breadth * room / sum(wanted) for breadth in wanted]
        share = left / sum(free)
        short = {n for n, breadth in enumerate(wanted) if n not in held and breadth * share < least[n]}
        if not short:
            return [least[n] if n in held else breadth * share for n, breadth in enumerate(wanted)]
        held |= short


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A list: of which records, its columns in the order of paper, and which of them the window shows first.

    ``record`` gives the record of a row that holds more than it; ``number`` is the breadth of 序号 in mm, without which
    there is no paper; ``money`` the key of the amounts that paper adds up; ``counted`` the measure word of the rows.
    """

    model: Any  # None where rows are reckoned, and no records
    columns: tuple[ListColumn, ...]
    first: tuple[str, ...] = ()  # keys; the others follow in the order of the list
    record: Callable[[Any], Any] | None = None
    sorts: bool = True  # whether the window may be sorted by another column
    number: float = 0
    money: str = ""
    counted: str = "条"

    def shown(self) -> tuple[ListColumn, ...]:
        """The window's columns, from left to right."""
        ahead = [self.column(key) for key in self.first]
        rest = [each for each in self.columns if each.key not in self.first]
        return tuple(each for each in (*ahead, *rest) if each.width)

    def printed(self) -> tuple[ListColumn, ...]:
        """The columns of paper and workbook, from left to right."""
        return tuple(each for each in self.columns if each.paper)

    def column(self, key: str) -> ListColumn:
        return next(each for each in self.columns if each.key == key)

    def heading(self, column: ListColumn) -> str:
        """What the column is called in the window. Raises ``KeyError`` where neither it nor its field says."""
        if column.heading:
            return column.heading
        field = column.like or self._field(column)
        if field is None or not field.verbose_name:
            raise KeyError(column.key)
        return str(getattr(field, "listed", "") or field.verbose_name)

    def paper_heading(self, column: ListColumn) -> str:
        return column.printed or self.heading(column)

    def says(self, column: ListColumn) -> Says:
        """What the column says of a row."""
        if column.words is not None:
            return column.words
        of, read = self.record, attrgetter(column.field or column.key)
        return read if of is None else lambda row: read(of(row))

    def prints(self, column: ListColumn) -> Says:
        """What the column says of a row on paper."""
        says = column.on_paper or self.says(column)
        if not column.masked:
            return says
        secret = getattr(column.like or self._field(column), "secret", Secret.OPEN)
        return lambda row: secret.hide(str(says(row)))

    def order(self, column: ListColumn) -> Any:
        """What the database sorts the list by; None where it cannot."""
        if column.order is not None or column.words is not None or not self.sorts:
            return column.order
        field = self._field(column)
        return None if field is None else ordered(field)

    def matched(self, column: ListColumn) -> Any:
        """What the database filters the list by; None where it cannot."""
        if column.match is not None or column.words is not None:
            return column.match
        return self._field(column)

    def headings(self) -> tuple[Heading, ...]:
        """The headings of paper, 序号 first."""
        named = (Heading(self.paper_heading(each), each.paper, each.align) for each in self.printed())
        return (Heading("序号", self.number), *named)

    def values(self, found: Iterable[Any]) -> list[list[object]]:
        """What paper says of each row, before it is words."""
        columns = [self.prints(each) for each in self.printed()]
        return [[says(row) for says in columns] for row in found]

    def rows(self, found: Iterable[Any]) -> tuple[tuple[str, ...], ...]:
        """Rows of words as paper says them, numbered."""
        return numbered(self.values(found))

    def register(
        self,
        title: str,
        found: Iterable[Any],
        above: tuple[str, ...] = (),
        practice: bool = False,
        signed: tuple[str, ...] = TABLE_SIGNATURES,
        least: float = LEAST_WIDE_ROW,
        running: bool = False,
    ) -> Register:
        """These rows as a register, which is printed or becomes a workbook."""
        keys = [each.key for each in self.printed()]
        money = keys.index(self.money) + 1 if self.money else None
        found = list(found)
        values = self.values(found)
        return Register(
            title, self.headings(), numbered(values), above, self.counted, money, signed, least, practice, running,
            counts=count_columns(values), amounts=count_columns(values, Decimal), named=people_named(found),
        )  # fmt: skip

    def other_paper(
        self,
        number: float,
        breadths: Mapping[str, float],
        *own: ListColumn,
        money: str = "",
        record: Callable[[Any], Any] | None = None,
    ) -> Listing:
        """The same list on another paper: the columns with these keys, in this order and of these breadths in mm.

        ``own`` are columns of that paper alone, or what it has in place of those of the list;
        ``record`` gives the record of its rows, where they are others.
        """
        known = {each.key: each for each in (*self.columns, *own)}
        columns = tuple(replace(known[key], paper=paper) for key, paper in breadths.items())
        return replace(
            self, columns=columns, first=(), number=number, money=money, record=record or self.record
        )

    def as_shown(self, keys: Iterable[str]) -> Listing:
        """The same list on paper and in workbooks with the columns that the officer has in the window, in their order.

        A column that paper does not usually have is as broad as the window's; together they fill a page laid crosswise.
        """
        chosen = [self.column(key) for key in keys]
        wanted = [each.paper or each.width * MM_OF_PIXEL for each in chosen]
        least = [breadth * self._is_number(each) for each, breadth in zip(chosen, wanted, strict=True)]
        breadths = fitted(wanted, least, PAGE_MM - self.number)
        columns = (
            replace(each, paper=breadth, book=each.book or max(LEAST_BOOK, each.width / PIXELS_OF_CHARACTER))
            for each, breadth in zip(chosen, breadths, strict=True)
        )
        return replace(self, columns=tuple(columns), first=())

    def named(self, headings: Mapping[str, str]) -> Listing:
        """The same list with other headings on paper, by key."""
        columns = (replace(each, printed=headings.get(each.key, each.printed)) for each in self.columns)
        return replace(self, columns=tuple(columns))

    def _is_number(self, column: ListColumn) -> bool:
        """Whether it says numbers of people, telephones or accounts, which are ill to read in two lines."""
        return getattr(column.like or self._field(column), "secret", Secret.OPEN) != Secret.OPEN

    def _field(self, column: ListColumn) -> Field | None:
        """The field of a record that the column says, if it is one."""
        *through, name = (column.field or column.key).split(".")
        model = self.model
        for each in through:
            model = getattr(model._meta.fields.get(each), "rel_model", None) if model is not None else None
        return None if model is None else model._meta.fields.get(name)
