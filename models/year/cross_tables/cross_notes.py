"""The notes under a cross-table: whose records are counted, of which time, and where cells overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from models.core.dates import PartDate, this_day
from models.filters import saved_filters
from models.people.person import Person
from models.year.cross_tables.cross_choices import (
    COUNT_PEOPLE,
    OF_FILTER,
    ON_REGISTER_AT_END,
    CrossChoice,
    has_year,
)
from models.year.cross_tables.crossed_fields import AGE_FIELD
from models.year.statistics.frame import CellValue, StatisticCell

Cells = Sequence[Sequence[StatisticCell]]


def notes_of(choice: CrossChoice, day: date) -> Iterator[str]:
    """What is counted, in sentences."""
    yield f"统计范围：{_population(choice, day)}。"
    if has_year(choice.kind):
        labels = [choice.model.labels()[name] for name in _times(choice)]
        by = f"（按{'，没有的按'.join(labels)}）"
        yield f"只统计{day.year}年的记录{by}。" if choice.of_one_year else "统计全部年度的记录。"
    if any(each.endswith(AGE_FIELD) for each in (choice.row, choice.column)):
        yield f"年龄按{PartDate.of(day).chinese()}计算。"
    if choice.measure == COUNT_PEOPLE and choice.model is not Person:
        yield "人数按人计，一人有几条记录的在同一格中只计一次；双击一格列出其中的全部记录。"


def overlaps(cells: Cells, unit: str) -> Iterator[str]:
    """That cells come to more than their total, for one record stands in several of them.

    The first row and the last column are totals.
    """
    for place, cell in _totals(cells):
        if (more := sum(each.value or 0 for each in place)) > (cell.value or 0):
            yield (
                f"各格相加为{_told(more)}{unit}，多于合计{_told(cell.value)}{unit}："
                "同一人（记录）可归入几行或几列（如一人有几种身份），合计中只计一次。"
            )
            return


def _totals(cells: Cells) -> Iterator[tuple[Sequence[StatisticCell], StatisticCell]]:
    """Each total with the cells that it is of; the totals of all first."""
    across = [list(column) for column in zip(*cells, strict=True)]
    down = [column[1:] for column in across]
    yield down[-1], cells[0][-1]
    if len(across) > 1:
        yield cells[0][:-1], cells[0][-1]
        yield from ((row[:-1], row[-1]) for row in cells[1:])
        yield from ((column, cells[0][number]) for number, column in enumerate(down[:-1]))


def _told(value: CellValue) -> str:
    return f"{value or 0:,}"


def _times(choice: CrossChoice) -> Sequence[str]:
    named = choice.model._meta.fields
    return ["year"] if "year" in named else [name for name in choice.model.COUNTED_ON if name in named]


def _population(choice: CrossChoice, day: date) -> str:
    if choice.population == ON_REGISTER_AT_END:
        return f"{PartDate.of(day).chinese()}在册（享受待遇）的优抚对象"
    if choice.population.startswith(OF_FILTER):
        name = choice.population.removeprefix(OF_FILTER)
        kept = next((each for each in saved_filters.saved() if each.name == name), None)
        said = f"（{kept.chosen.sentence()}）" if kept else ""
        return f"常用筛选“{name}”{said}中的人，按{PartDate.of(this_day()).chinese()}的情况"
    return f"全部{choice.kind}" if choice.model is Person else f"全部{choice.kind}记录"
