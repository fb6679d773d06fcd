"""The frame of a statistic: rows and columns, each a condition on facts, and in every cell what both hold for.

A cell keeps the ids of its records, so that what is counted and what is opened can never differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from peewee import SQL, ModelSelect

from models.core.record import Record

CellValue: TypeAlias = int | Decimal | None
FactCondition: TypeAlias = Callable[[Any], bool]


def every_fact(fact: Any) -> bool:
    """The condition of a total."""
    return True


def how_many(facts: Sequence[Any]) -> CellValue:
    """What a cell says unless its column says otherwise."""
    return len(facts)


@dataclass(frozen=True, slots=True)
class StatisticHeading:
    """A row or a column: its words, the heading above several of them, its condition, and what its cells say.

    ``total`` marks a sum of its neighbours, which is printed in bold.
    """

    label: str
    holds: FactCondition = every_fact
    group: str = ""
    tell: Callable[[Sequence[Any]], CellValue] = how_many
    total: bool = False


class StatisticCell(NamedTuple):
    """What a cell says, and the ids of the records behind it."""

    value: CellValue
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatisticSheet:
    """A statistic of one year, counted: headings, cells row by row, what was proved and what is to be noted."""

    title: str
    unit: str
    corner: str  # what the first column tells
    model: type[Record]  # what the cells' records are
    rows: tuple[StatisticHeading, ...]
    columns: tuple[StatisticHeading, ...]
    cells: tuple[tuple[StatisticCell, ...], ...]
    proofs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def records(self, row: int, column: int) -> ModelSelect[Any]:
        """The records of a cell, each once."""
        keys = ", ".join(str(int(key)) for key in sorted(set(self.cells[row][column].keys)))
        identifier: Any = self.model.id
        return self.model.select().where(identifier.in_(SQL(f"({keys or 'NULL'})"))).order_by(identifier)


def cells(
    rows: Sequence[StatisticHeading], columns: Sequence[StatisticHeading], facts: Iterable[Any]
) -> tuple[tuple[StatisticCell, ...], ...]:
    """Sort the facts into cells; a fact has an ``id`` and stands wherever row and column both hold."""
    held: list[list[list[Any]]] = [[[] for _ in columns] for _ in rows]
    for fact in facts:
        across = [number for number, column in enumerate(columns) if column.holds(fact)]
        for row, cells_of_row in zip(rows, held, strict=True):
            if across and row.holds(fact):
                for number in across:
                    cells_of_row[number].append(fact)
    return tuple(
        tuple(
            StatisticCell(column.tell(found), tuple(fact.id for fact in found))
            for column, found in zip(columns, row, strict=True)
        )
        for row in held
    )


def by(attribute: str, names: Iterable[str], unknown: str = "未登记") -> list[StatisticHeading]:
    """A row for each name, and the total first; an empty name is a row too."""
    return [
        StatisticHeading("合计", total=True),
        *(StatisticHeading(name or unknown, fact_among(attribute, (name,))) for name in names),
    ]


def fact_among(attribute: str, values: Iterable[Any]) -> FactCondition:
    """That an attribute of the fact is one of these."""
    wanted = frozenset(values)
    return lambda fact: getattr(fact, attribute) in wanted


def both(*conditions: FactCondition) -> FactCondition:
    """That all of these hold."""
    return lambda fact: all(condition(fact) for condition in conditions)


def no(condition: FactCondition) -> FactCondition:
    """That the condition does not hold."""
    return lambda fact: not condition(fact)


def present(
    attribute: str, facts: Iterable[Any], order: Sequence[str] = (), every: bool = False
) -> list[str]:
    """The values that some fact has: those of ``order`` in its order, others after them, nothing known last.

    ``every`` lists all of ``order``, whether some fact has them or not.
    """
    found = {getattr(fact, attribute) for fact in facts}
    known = [name for name in order if every or name in found]
    return [*known, *sorted(found - set(known) - {""}), *([""] if "" in found else [])]
