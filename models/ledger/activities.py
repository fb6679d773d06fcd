"""Activities 活动: what was held, on which theme, by whom, with how many people, books and scrolls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from peewee import Check, Expression, fn

from models.core.record import Count, Day, Record, Text
from models.ledger import years

COMFORT, COMMUNITY, PARTY_DAY, MEMORIAL = "慰问活动", "社区文化慰问", "主题党日", "网上祭英烈"
LAW = "普法宣传"
BETWEEN_UNITS = "、"
UNITS_APART = re.compile(r"[、，,；;/\n]+")
ACTIVITY_NUMBERS = ("people", "units", "stations", "books", "scrolls")


class Activity(Record):
    """One event; a planned one may lie in the future. The theme is kept in the office's own words."""

    NOUN = "双拥活动"
    NAMED_BY = "theme"
    COUNTED = "双拥活动"
    REGISTER = "双拥台账·活动"
    SINCE = ("day",)

    day = Day("日期", index=True)
    theme = Text("主题")
    kind = Text("活动类型", "activity_kind")
    organiser = Text("组织单位")
    place = Text("地点")
    people = Count("参加人数")
    units = Count("参与单位数")
    stations = Count("参与服务站数")
    books = Count("赠书(册)")
    scrolls = Count("赠春联书画(幅)")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check(f'"{name}" >= 0') for name in ACTIVITY_NUMBERS]

    @property
    def organisers(self) -> tuple[str, ...]:
        """The units that held it together, each by itself."""
        return units_named(self.organiser)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.day is None:
            yield "day", "请填写日期"
        if not self.theme.strip() and not self.kind.strip():
            yield "theme", "请填写主题或活动类型"
        yield from years.not_negative(self, *ACTIVITY_NUMBERS)

    def save(self, *args: Any, **options: Any) -> int:
        self.organiser = BETWEEN_UNITS.join(self.organisers)
        return super().save(*args, **options)


def units_named(words: str) -> tuple[str, ...]:
    """The units of a cell or a field that names several, in their order, each once."""
    return tuple(dict.fromkeys(filter(None, (each.strip() for each in UNITS_APART.split(words)))))


def held_by(unit: str) -> Expression:
    """The condition that a unit is among those that held an event."""
    several = fn.PRINTF(f"{BETWEEN_UNITS}%s{BETWEEN_UNITS}", Activity.organiser)
    for sign in "，,；;/\n":  # as older rows have them
        several = fn.REPLACE(several, sign, BETWEEN_UNITS)
    found: Expression = fn.INSTR(several, f"{BETWEEN_UNITS}{unit}{BETWEEN_UNITS}") > 0
    return found


def organisers_of(activities: Iterable[Activity]) -> Counter[str]:
    """How many of these events each unit held, alone or with others; the busiest first."""
    return Counter(dict(Counter(unit for each in activities for unit in each.organisers).most_common()))
