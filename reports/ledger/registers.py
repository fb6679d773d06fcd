"""What a register of the ledger is: its record, its columns in paper order, and what is summed up of it.

``resources/ledger_lists.csv`` has a line per register. Its ``columns`` are ``field:mm`` in the order of paper, with ``<`` or ``>``
behind for what stands at the start or the end of its column, and ``=heading`` for what no field's label says; 0 mm: in the window
only. Of a record about somebody, ``name``, ``number`` and ``street`` are those of whom it is about.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from pkgutil import resolve_name
from typing import Any

from peewee import JOIN, Case, ModelSelect

import resources
from models.core.record import Count, Day, Yuan
from models.ledger import years
from models.ledger.box_places import BoxPlace
from models.ledger.leading_groups import LEVELS, LeadingGroup
from models.payments.payment import Payment
from models.people.outsiders import with_recipients
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.recipient_columns import recipient_column
from reports.tables.register import CENTRE, END, START

PIXELS = 3.6  # of a list's column for a mm of paper
LETTER, WHOLE_DAY = 14, 98  # pixels of a heading's character, and of a day
NOT_SUMMED = ("year", "number", "position")
LEDGER, VETERANS = "ledger", "veterans"  # the rooms of 双拥台账 and 服务保障
ABOUT_WHOM = {"name": 90, "number": 170, "street": 110}  # pixels of what is told of whom a row is about
COLUMN = re.compile(r"(?P<key>\w+):(?P<paper>[\d.]+)(?P<align>[<>]?)(?:=(?P<heading>.+))?")
ALIGNED = {"": CENTRE, "<": START, ">": END}

ATTACHED = ListColumn("attached", 54, align=END, heading="附件")  # which the window counts


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One register. ``day`` is the field that tells the year: a day, or the year itself; none belongs to no year."""

    section: str  # what the strip calls it
    room: str  # of models, whose tab has it
    title: str  # on paper, after the year
    noun: str  # one row
    model: Any
    parts: tuple[ListColumn, ...]
    day: str = "day"
    required: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()  # in the form
    choices: tuple[tuple[str, str], ...] = ()  # fields that the list is narrowed by, and what they are called
    sums: tuple[tuple[str, str], ...] = ()  # fields that are added up, and how the sum is said
    money: str = ""  # the field of amounts that paper sums up in words
    counted: str = "条"
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()  # fields with a list of their own to choose from
    hint: str = ""  # said below the list
    before: Any = None  # what rows are ordered by first

    def rows(self, year: int | None = None) -> ModelSelect[Any]:
        """The records of a year, or all, the oldest first."""
        rows = with_recipients(self.model) if self.personal else self.model.select()
        if self.paid:  # with the money in the same question
            rows = rows.select_extend(Payment).switch(self.model).join(Payment, JOIN.LEFT_OUTER)
        query: ModelSelect[Any] = rows.where(self.model.id > 0)
        if year is not None and self.day:
            field = getattr(self.model, self.day)
            query = query.where(field == year if self.day == "year" else years.in_year(field, year))
        return query.order_by(*self.order())

    @property
    def personal(self) -> bool:
        """Whether its rows are about people on file or without one."""
        return "outsider" in self.model._meta.fields

    @property
    def paid(self) -> bool:
        """Whether its rows point to the payment that was made for them."""
        return "payment" in self.model._meta.fields

    def order(self) -> tuple[Any, ...]:
        """By number where rows have one, else by day."""
        fields = self.model._meta.fields
        named = [name for name in ("year", "number", "position", self.day, "name", "unit") if name in fields]
        first = () if self.before is None else (self.before,)
        return (*first, *(getattr(self.model, name) for name in named), self.model.id)

    def years(self) -> list[int]:
        """The years in which there is something, the newest first."""
        return _years(self.model, self.day) if self.day else []

    def listing(self) -> Listing:
        """The list of the window and of paper."""
        plain = Listing(self.model, self.parts)
        *others, last = (self._in_window(plain, each) for each in self.parts)
        columns = (*others, ATTACHED, last)  # the window's last one takes the room that is left
        return replace(plain, columns=columns, number=12, money=self.money, counted=self.counted)

    def _in_window(self, plain: Listing, column: ListColumn) -> ListColumn:
        if column.width:  # one that knows by itself how broad it is
            return column
        field = plain.order(column)
        heading = column.heading or str(self.model._meta.fields[column.key].verbose_name)
        width = max(round(column.paper * PIXELS), LETTER * len(heading) + 22)
        width = max(width, WHOLE_DAY) if isinstance(field, Day) else width
        summed = isinstance(field, (Count, Yuan)) and column.key not in NOT_SUMMED
        return replace(column, heading=heading, width=width, summed=summed)


def _years(model: Any, day: str) -> list[int]:
    if day == "year":
        return years.years_of(model)
    found = {value.year for (value,) in model.select(getattr(model, day)).distinct().tuples() if value}
    return sorted(found, reverse=True)


def _pairs(words: str) -> tuple[tuple[str, str], ...]:
    """``form=形式 unit=单位`` as pairs."""
    return tuple((name, said) for name, _, said in (each.partition("=") for each in words.split()))


def _columns(model: Any, words: str) -> Iterator[ListColumn]:
    """The columns as the line says them; what is no field of the record is a property of it."""
    for spec in words.split():
        told = COLUMN.fullmatch(spec)
        assert told is not None, f"no column: {spec}"
        key, paper, fields = told["key"], float(told["paper"]), model._meta.fields
        align, heading = ALIGNED[told["align"]], told["heading"] or ""
        if key in ABOUT_WHOM and key not in fields and "outsider" in fields:
            yield recipient_column(key, ABOUT_WHOM[key], paper)
        else:
            words_of = None if key in fields else attrgetter(key)
            yield ListColumn(key, paper=paper, align=align, heading=heading, words=words_of)


def _kind(row: dict[str, str]) -> Kind:
    model = resolve_name(f"models.{row['room']}.{row['record']}")
    return Kind(
        row["section"], row["room"], row["title"], row["noun"], model, tuple(_columns(model, row["columns"])), row["day"],
        tuple(row["required"].split()), tuple(row["wide"].split()), _pairs(row["choices"]), _pairs(row["sums"]), row["money"],
        row["counted"], hint=row["hint"], **BEYOND_WORDS.get(row["section"], {}),
    )  # fmt: skip


def _rows() -> list[dict[str, str]]:
    with resources.path("ledger_lists.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


FROM_ABOVE = Case(LeadingGroup.level, tuple((name, n) for n, name in enumerate(LEVELS)), 9)
BEYOND_WORDS: dict[str, dict[str, Any]] = {  # what no line of words can say
    "组织领导": {"names": (("level", LEVELS),), "before": FROM_ABOVE},
    "档案盒": {"before": BoxPlace.first},
}
KINDS = tuple(map(_kind, _rows()))


def kinds_of(room: str) -> tuple[Kind, ...]:
    """The registers of a room, in the order of their strip."""
    return tuple(each for each in KINDS if each.room == room)


def register_of(section: str) -> Kind:
    """The register that a strip calls so."""
    return next(each for each in KINDS if each.section == section)
