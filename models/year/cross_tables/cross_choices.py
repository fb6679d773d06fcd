"""The choice of a cross-table: which records, divided how, counted how, and of whom."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from models.core.dates import this_day
from models.core.record import Refusal
from models.filters import saved_filters
from models.people.person import Person
from models.year.cross_tables.crossed_fields import CrossedField, crossed_fields
from models.year.figures.measures import has_people
from models.year.figures.own_figures import counted_kinds, summable_fields
from models.year.figures.period import day_field_of

COUNT_PEOPLE, COUNT_ROWS = "人数", "条数"
EVERYBODY_AND_ALL, ON_REGISTER_AT_END = "全部", "年末在册"
OF_FILTER = "筛选："  # before the name of a filter that the office keeps


@dataclass(frozen=True, slots=True)
class CrossChoice:
    """What an officer chose; keys as ``crossed_fields``, ``measures`` and ``populations`` give them."""

    kind: str = Person.COUNTED
    row: str = "street"
    column: str = ""  # nothing: only the total
    measure: str = COUNT_PEOPLE
    population: str = EVERYBODY_AND_ALL
    every_year: bool = False

    @classmethod
    def read(cls, text: str) -> CrossChoice:
        """The choice that was kept as a text; what this program does not know of it is left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in json.loads(text or "{}").items() if name in known})

    def text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def model(self) -> Any:
        return _known(self.kind, counted_kinds(), "统计对象")

    def divided(self, day: date) -> tuple[CrossedField, CrossedField | None]:
        """By what rows and columns are divided; ``Refusal`` where something chosen is there no more."""
        offered = crossed_fields(self.model, day)
        _known(self.measure, measures(self.kind), "统计数")
        row = _known(self.row, offered, "横行")
        return row, (_known(self.column, offered, "纵列") if self.column else None)

    @property
    def title(self) -> str:
        return f"{self.kind}交叉统计表"

    @property
    def of_one_year(self) -> bool:
        """Whether its records belong to a year, and only those of one are counted."""
        return not self.every_year and has_year(self.kind)

    @property
    def of_one_time(self) -> bool:
        """Whether the year chosen decides what is counted."""
        return self.of_one_year or self.population == ON_REGISTER_AT_END


def measures(kind: str) -> dict[str, str]:
    """How records of a kind are counted: people once each, records, sums of money and of numbers."""
    model = counted_kinds()[kind]
    found = {COUNT_PEOPLE: COUNT_PEOPLE} if has_people(model) else {}
    if model is not Person:
        found[COUNT_ROWS] = "人次（条数）" if has_people(model) else COUNT_ROWS
    return found | {name: f"{label}合计" for name, label in summable_fields(kind).items()}


def populations(kind: str) -> dict[str, str]:
    """Of whom records are counted."""
    found = {EVERYBODY_AND_ALL: "全部"}
    if has_people(counted_kinds()[kind]):
        found[ON_REGISTER_AT_END] = "年末在册（享受待遇）"
        found |= {f"{OF_FILTER}{each.name}": f"常用筛选：{each.name}" for each in saved_filters.saved()}
    return found


def has_year(kind: str) -> bool:
    """Whether records of the kind belong to a year."""
    model = counted_kinds()[kind]
    return "year" in model._meta.fields or day_field_of(model) is not None


def offered_fields(kind: str) -> Mapping[str, str]:
    """What rows and columns can be, by what an officer calls it."""
    return {key: field.label for key, field in crossed_fields(counted_kinds()[kind], this_day()).items()}


def _known(key: str, offered: Mapping[str, Any], what: str) -> Any:
    if key not in offered:
        raise Refusal(f"{what}“{key}”已经没有了，请另选一项")
    return offered[key]
