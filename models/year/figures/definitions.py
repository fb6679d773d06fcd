"""The definitions of figures: a name, the rows that one counts, how they make one number, and how that is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from peewee import SQL, Expression, Field, ModelSelect, fn

from models.core.dates import this_day
from models.core.record import Yuan, db
from models.year.figures.display import Display, FigureValue
from models.year.figures.period import LAST_MONTH, day_field_of, last_day_counted, up_to

PLAINLY = Display()
Where = Callable[[int], Iterable[Expression]]
StandingOn = Callable[[date], Iterable[Expression]]
Measure = Callable[[Any], Any]


def rows_measure(model: Any) -> Any:
    """So many records."""
    return fn.COUNT(model.id)


def people_measure(model: Any) -> Any:
    """So many people, on file or not, each counted once."""
    return fn.COUNT(model.person.distinct()) + fn.COUNT(model.outsider.distinct())


def distinct(expression: Any) -> Measure:
    """So many different ones of something."""
    return lambda model: fn.COUNT(expression.distinct())


def total_measure(field: Any) -> Measure:
    """The sum of a column: money in yuan, or a number of things."""
    return lambda model: field.total() if isinstance(field, Yuan) else fn.COALESCE(fn.SUM(field), 0)


def every_record(year: int) -> Iterable[Expression]:
    """No condition."""
    return ()


def surely(condition: Any) -> Expression:
    """The condition that another one holds, and is not merely unknown of a record that does not say."""
    return Expression(condition, "IS", SQL("TRUE"))


def not_surely(condition: Any) -> Expression:
    """The condition that another one does not hold, or that nobody knows."""
    return Expression(condition, "IS NOT", SQL("TRUE"))


class Counted(NamedTuple):
    """Records of one kind that a figure counts, and how."""

    model: Any
    where: Where  # the conditions on the records of a year
    measure: Measure = rows_measure
    day: Field | None = None  # by which of their days, if not by that of their kind
    standing: StandingOn | None = None  # or the conditions on how things stood at the end of a day
    looks: bool = False  # whether to make its conditions records are read: they are others after each change


@dataclass(frozen=True, slots=True)
class Definition:
    """A figure of the yearly report before any year is asked: which records, which of them, and how they are counted.

    Its conditions are its sentence, word for word: what they do not ask for, no sentence may claim.
    """

    key: str  # group.name, as the commands print it
    number: str  # in the order of the report: F09; F09a: a part or a condition of what F09 tells
    section: str
    text: str  # what the number says
    unit: str
    model: Any
    where: Where = every_record
    measure: Measure = rows_measure
    display: Display = PLAINLY
    day: Field | None = None
    standing: StandingOn | None = None
    also: tuple[Counted, ...] = ()  # records of other kinds besides, of what the first kind does not tell
    share_of: str = ""  # the key of the whole of which it is a part
    kept_by_all: bool = True  # or comes from a register that an office may do without
    looks: bool = False  # as of what it counts

    @property
    def may_be_nothing(self) -> bool:
        """Whether nothing is wanting where it is nothing: a part or a condition of another figure, or of a register not kept."""
        return self.number[-1:].isalpha() or not self.kept_by_all

    @property
    def sources(self) -> tuple[Counted, ...]:
        first = Counted(self.model, self.where, self.measure, self.day, self.standing, self.looks)
        return (first, *self.also)

    def rows(self, year: int, until: int = LAST_MONTH) -> ModelSelect[Any]:
        """The records of its first kind that the figure counts in a year, or up to the end of a month of it."""
        return _rows(self.sources[0], year, until)

    def all_rows(self, year: int, until: int = LAST_MONTH) -> list[ModelSelect[Any]]:
        """The records of all its kinds, a query for each, for a window to open."""
        return [_rows(each, year, until) for each in self.sources]

    def value(self, year: int, until: int = LAST_MONTH) -> FigureValue:
        """The number itself: whole for a count, ``Decimal`` yuan for money."""
        first, *others = (_value(each, year, until) for each in self.sources)
        return sum(others, start=first)


@dataclass(slots=True)
class RegisterSection:
    """A section of figures from registers that an office may do without; they are numbered as they come: G01, G02, …"""

    title: str
    letter: str
    last: int = 0

    def figure(
        self, key: str, text: str, unit: str, model: Any, where: Where = every_record, measure: Measure = rows_measure, **more: Any
    ) -> Definition:  # fmt: skip
        self.last += 1
        number = f"{self.letter}{self.last:02d}"
        return Definition(
            key, number, self.title, text, unit, model, where, measure, kept_by_all=False, **more
        )


def _rows(counted: Counted, year: int, until: int) -> ModelSelect[Any]:
    """What has happened: an event that is only planned is none."""
    model = counted.model
    query: ModelSelect[Any] = model.select().where(model.id > 0, *counted.where(year))
    if counted.standing is not None:
        return query.where(*counted.standing(last_day_counted(year, until)))
    day = counted.day or day_field_of(model)
    if day is None or (until == LAST_MONTH and year < this_day().year):
        return query
    return query.where(up_to(day, last_day_counted(year, until)))


class FigureQuery(NamedTuple):
    """What the database is asked for a number, and how its answer becomes one."""

    sql: str
    values: Sequence[Any]
    read: Callable[[Any], FigureValue] | None


def _value(counted: Counted, year: int, until: int) -> FigureValue:
    written = _query if counted.looks else _same_query
    asked = written(counted, year, until, this_day())
    (found,) = db.execute_sql(asked.sql, asked.values).fetchone()
    value: FigureValue = found if asked.read is None else asked.read(found)
    return value


def _query(counted: Counted, year: int, until: int, _: date) -> FigureQuery:
    measure = counted.measure(counted.model)
    sql, values = _rows(counted, year, until).select(measure).sql()
    return FigureQuery(sql, values, getattr(measure, "_converter", None))


# To write a query takes ten times as long as to answer it, and a report asks two hundred after each change.
_same_query = lru_cache(maxsize=512)(_query)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one year: its number, and the way to its rows."""

    definition: Definition
    year: int
    value: FigureValue
    display: Display
    until: int = LAST_MONTH  # the last month that is counted

    @property
    def key(self) -> str:
        return self.definition.key

    @property
    def section(self) -> str:
        return self.definition.section

    @property
    def text(self) -> str:
        return self.definition.text

    @property
    def unit(self) -> str:
        return self.definition.unit

    @property
    def shown(self) -> str:
        """The number as it is printed, with its unit: 7万余元."""
        return self.display.shown(self.value, self.unit)

    def rows(self) -> ModelSelect[Any]:
        """The records of its first kind that it counts."""
        return self.definition.rows(self.year, self.until)

    def all_rows(self) -> list[ModelSelect[Any]]:
        """The records of all its kinds that it counts, a query for each."""
        return self.definition.all_rows(self.year, self.until)
