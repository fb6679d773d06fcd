"""The figures of the yearly report: each a named number of a year, with the query that makes it and the rows behind it.

``all(2020)`` asks the archive; nothing is kept, so that a figure is always what the records are.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.core.dates import this_day
from models.ledger import rates
from models.ledger.rates import Standing
from models.year.figures import (
    events,
    ledger,
    medical,
    memorials,
    money,
    organisation,
    own_figures,
    people_on_file,
    veterans,
    visits,
)
from models.year.figures.definitions import Definition, Figure
from models.year.figures.display import Display
from models.year.figures.period import LAST_MONTH
from models.year.figures.spans import SpanOfDays, over_span, told_by_days

__all__ = ["DEFINITIONS", "Definition", "Display", "Figure", "Standing", "all", "in_span", "of", "rates_of"]

# In the order of their numbers, which is that of the report.
DEFINITIONS: dict[str, Definition] = {
    each.key: each
    for each in sorted(
        [
            *organisation.ORGANISATION_DEFINITIONS,
            *people_on_file.FILE_DEFINITIONS,
            *ledger.LEDGER_DEFINITIONS,
            *events.EVENT_DEFINITIONS,
            *visits.VISIT_DEFINITIONS,
            *money.MONEY_DEFINITIONS,
            *medical.MEDICAL_DEFINITIONS,
            *memorials.MEMORIAL_DEFINITIONS,
            *veterans.VETERAN_DEFINITIONS,
        ],
        key=lambda each: each.number,
    )
}


def all(year: int, displays: Mapping[str, Display] | None = None, until: int = LAST_MONTH) -> list[Figure]:
    """Every figure of a year, or of its months up to one; the office's own come last.

    ``displays`` are the officer's ways of printing, by key.
    """
    return [of(each, year, displays, until) for each in (*DEFINITIONS.values(), *own_figures.definitions())]


def in_span(span: SpanOfDays) -> list[Figure]:
    """Every figure of the days of a span, by the same keys, but for those that are kept by the year alone."""
    known = (each for each in (*DEFINITIONS.values(), *own_figures.definitions()) if told_by_days(each))
    first, last = span.ends
    year = min(last.year, max(this_day().year, first.year))
    return [of(over_span(each, span), year) for each in known]


def of(
    definition: Definition,
    year: int,
    displays: Mapping[str, Display] | None = None,
    until: int = LAST_MONTH,
) -> Figure:
    """One figure of a year."""
    display = (displays or {}).get(definition.key, definition.display)
    return Figure(definition, year, definition.value(year, until), display, until)


def rates_of(year: int) -> list[Standing]:
    """The rates of a year: name, done, due, in the office's order."""
    return rates.rates_of_year(year)
