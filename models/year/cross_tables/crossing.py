"""Crossing: the records of a choice sorted into rows and columns and counted, each cell with the records that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from models.core.record import Refusal, Yuan
from models.year.cross_tables.cross_choices import COUNT_PEOPLE, COUNT_ROWS, CrossChoice
from models.year.cross_tables.cross_notes import notes_of, overlaps
from models.year.cross_tables.crossed_fields import WITHOUT_FILE, CrossedField
from models.year.cross_tables.crossed_records import CrossedRecord, crossed_records
from models.year.figures.display import YUAN
from models.year.statistics.frame import CellValue, StatisticCell, StatisticHeading, StatisticSheet
from models.year.statistics.held_identities import closing

MOST_CROSSED_CELLS = 100_000  # more nobody reads or prints
TOTAL_HEADING, HEADING_UNSAID = "合计", "未登记"
CrossedPlace: TypeAlias = tuple[str | None, str | None]  # headings of row and column; None is their total
Tell: TypeAlias = Callable[[Collection[CrossedRecord]], CellValue]
Held: TypeAlias = dict[CrossedPlace, dict[int, CrossedRecord]]  # each record once in a cell, by its id


def crossed(choice: CrossChoice, year: int, title: str = "") -> StatisticSheet:
    """The table of a year; ``Refusal`` where something chosen is gone, or the table too large."""
    day = closing(year)
    row, column = choice.divided(day)
    tell, unit = _measure(choice)
    held = _sorted_in(crossed_records(choice, row, column, day), row, column)
    rows = [None, *_in_order({at for at, _ in held}, row.order)]
    columns = [*(_in_order({at for _, at in held}, column.order) if column else ()), None]
    if len(rows) * len(columns) > MOST_CROSSED_CELLS:
        raise Refusal(f"这样分有{len(rows) - 1:,}行、{len(columns) - 1:,}列，太大了；请换一项横行或纵列")
    cells = tuple(tuple(_cell(held.get((at, over), {}), tell) for over in columns) for at in rows)
    return StatisticSheet(
        title or choice.title, unit, f"{row.label}＼{column.label}" if column else row.label, choice.model,
        _named(rows), _named(columns), cells, notes=(*notes_of(choice, day), *overlaps(cells, unit)),
    )  # fmt: skip


def _sorted_in(records: Iterable[CrossedRecord], row: CrossedField, column: CrossedField | None) -> Held:
    """Each record in its cell, in the totals of its row and of its column, and in that of all."""
    held: Held = defaultdict(dict)
    down, across = _Headings(row.heading), _Headings(column.heading if column else str)
    for record in records:
        at, over = down[record.row], across[record.column]
        for place in ((at, over), (at, None), (None, over), (None, None)):
            held[place][record.id] = record
    return held


class _Headings(dict[Any, str]):
    """The heading of each answer, reckoned once."""

    def __init__(self, heading: Callable[[str], str]) -> None:
        self._heading = heading

    def __missing__(self, answer: Any) -> str:
        self[answer] = found = self._heading("" if answer is None else str(answer))
        return found


def _in_order(found: set[str | None], order: Sequence[str]) -> list[str]:
    """The headings that some record stands under: as in ``order``, a village with its street, nothing known last."""
    places = {name: place for place, name in enumerate(order)} | {
        WITHOUT_FILE: len(order) + 1,
        "": len(order) + 2,
    }
    headings = [name for name in found if name is not None]
    return sorted(
        headings, key=lambda name: (places.get(name, places.get(name.partition(" ")[0], len(order))), name)
    )


def _named(headings: Sequence[str | None]) -> tuple[StatisticHeading, ...]:
    return tuple(
        StatisticHeading(TOTAL_HEADING if each is None else each or HEADING_UNSAID, total=each is None)
        for each in headings
    )


def _cell(records: dict[int, CrossedRecord], tell: Tell) -> StatisticCell:
    return StatisticCell(tell(records.values()), tuple(records))


def _measure(choice: CrossChoice) -> tuple[Tell, str]:
    """What a cell says of its records, and in which unit."""
    if choice.measure == COUNT_PEOPLE:
        return _people, "人"
    if choice.measure == COUNT_ROWS:
        return len, "条"
    if isinstance(choice.model._meta.fields[choice.measure], Yuan):
        return _money, YUAN
    return _total, "个"


def _people(records: Collection[CrossedRecord]) -> CellValue:
    """So many people, each once, on file or not; a unit is nobody."""
    return len({record.whom for record in records} - {(None, None)})


def _total(records: Collection[CrossedRecord]) -> int:
    return sum(record.amount or 0 for record in records)


def _money(records: Collection[CrossedRecord]) -> CellValue:
    """Yuan of whole fen."""
    return Decimal(_total(records)).scaleb(-2)
