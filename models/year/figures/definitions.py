"""The definitions of figures: a name, the rows that one counts, how they make one number, and how that is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from peewee import Expression, Field, Function, ModelSelect, fn

from models.core.record import Yuan
from models.year.figures.display import Display, FigureValue
from models.year.figures.period import LAST_MONTH, day_field_of, up_to

PLAINLY = Display()
Where = Callable[[int], Iterable[Expression]]
Measure = Callable[[Any], Any]


def rows_measure(model: Any) -> Any:
    """So many records."""
    return fn.COUNT(model.id)


def people_measure(model: Any) -> Any:
    """So many people, on file or not, each counted once."""
    return fn.COUNT(model.person.distinct()) + fn.COUNT(model.outsider.distinct())


def distinct(expression: Field | Function) -> Measure:
    """So many different ones of something."""
    return lambda model: fn.COUNT(expression.distinct())


def total_measure(field: Any) -> Measure:
    """The sum of a column: money in yuan, or a number of things."""
    return lambda model: field.total() if isinstance(field, Yuan) else fn.COALESCE(fn.SUM(field), 0)


@dataclass(frozen=True, slots=True)
class Definition:
    """A figure of the yearly report before any year is asked: which records, which of them, and how they are counted."""

    key: str  # group.name, as the commands print it
    number: str  # in the order of the report: F09
    section: str
    text: str  # what the number says
    unit: str
    model: Any
    where: Where  # the conditions on the records of a year
    measure: Measure = rows_measure
    display: Display = PLAINLY

    def rows(self, year: int, until: int = LAST_MONTH) -> ModelSelect[Any]:
        """The records that the figure counts in a year, or up to the end of a month of it, for a window to open."""
        query: ModelSelect[Any] = self.model.select().where(self.model.id > 0, *self.where(year))
        day = day_field_of(self.model)
        return query if until == LAST_MONTH or day is None else query.where(up_to(day, until))

    def value(self, year: int, until: int = LAST_MONTH) -> FigureValue:
        """The number itself: whole for a count, ``Decimal`` yuan for money."""
        (found,) = self.rows(year, until).select(self.measure(self.model)).tuples().get()
        value: FigureValue = found
        return value


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
        """The records it counts."""
        return self.definition.rows(self.year, self.until)
