"""Workdays 工作日: those in which all limits of the procedures are counted.

The arrangement of each year's holidays by the State Council is data (``resources/calendar``); what the office itself
knows better or later (``CalendarDay``) comes before it; any other day works from Monday to Friday.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import resources
from models.core.dates import PartDate
from models.core.record import Day, Flag, Record, Refusal, Text
from models.core.rights import SET_UP

SATURDAY = 5
MOST_WORKDAYS = 2_000  # working days: no limit of any procedure is near it


class CalendarDay(Record):
    """One day of which the office knows for itself whether it is worked."""

    NOUN = "工作日历"
    NAMED_BY = "day"
    RIGHT = SET_UP
    TIMELESS = "说的就是某一天"

    day = Day("日期", unique=True)
    works = Flag("是否上班")
    name = Text("说明")
    source = Text("依据")
    confirmed = Flag("已核对")  # null: the office entered the day itself; False: it came with a policy pack

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.day is None or self.day.known != 3:
            yield "day", "请填写日期，如2027-02-08"
        if self.works is None:
            yield "works", "请选择这一天是上班还是放假"


class Arranged(NamedTuple):
    """How one day was arranged: worked or not, by what name and paper, and whether the paper was checked."""

    works: bool
    name: str
    source: str
    confirmed: bool


class Calendar:
    """Which days are worked."""

    def __init__(self, arranged: Mapping[date, Arranged]) -> None:
        self.arranged = arranged
        self.years = {day.year for day in arranged if day.month not in (1, 12)}

    def works(self, day: date) -> bool:
        known = self.arranged.get(day)
        return known.works if known else day.weekday() < SATURDAY

    def name_of(self, day: date) -> str:
        """What the day is called in the arrangement; empty for a plain one."""
        known = self.arranged.get(day)
        return known.name if known else ""

    def after(self, day: date, count: int) -> date:
        """The last day of a limit of so many working days, which begins on the day after (民法典第二百零一条)."""
        if not 0 <= count <= MOST_WORKDAYS:
            raise Refusal(f"期限应为0至{MOST_WORKDAYS}个工作日")
        while count:
            day += timedelta(1)
            count -= self.works(day)
        return day

    def between(self, begun: date, day: date) -> int:
        """How many working days have passed since the day a limit began to run; less than nothing is nothing."""
        days = (begun + timedelta(n) for n in range(1, (day - begun).days + 1))
        return sum(self.works(each) for each in days)

    def doubt(self, begun: date, ended: date) -> str:
        """A sentence when the arrangement of a year in the span is not known or not checked; else empty."""
        span = range(begun.year, ended.year + 1)
        if unknown := [year for year in span if year not in self.years]:
            years = "、".join(map(str, unknown))
            return f"{years}年的节假日安排还没有录入，只按周末推算，请在“工作日历”中补录"
        days = ((day, how) for day, how in self.arranged.items() if begun < day <= ended)
        if any(not how.confirmed for _, how in days):
            return "期间的节假日安排尚未与国务院办公厅的通知核对"
        return ""


def calendar() -> Calendar:
    """The calendar as the archive knows it now."""
    own = {
        each.day.earliest(): Arranged(bool(each.works), each.name, each.source, each.confirmed is not False)
        for each in CalendarDay.select()
        if each.day is not None
    }
    return Calendar(shipped_workdays() | own)


@cache
def shipped_workdays() -> dict[date, Arranged]:
    """What the State Council's office arranged, as far as the program carries it."""
    with resources.path("calendar/state_council.csv").open(encoding="utf-8", newline="") as file:
        return dict(_days(csv.DictReader(file)))


def _days(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[date, Arranged]]:
    for row in rows:
        day, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
        how = Arranged(row["works"] == "1", row["name"], row["source"], row["confirmed"] == "1")
        while day <= last:
            yield day, how
            day += timedelta(1)


def set_day(day: date, works: bool, name: str, source: str = "") -> None:
    """Write down how one day is arranged, inside an entry; again for the same day replaces it."""
    known: CalendarDay | None = CalendarDay.get_or_none(CalendarDay.day == PartDate.of(day))
    record = known or CalendarDay(day=PartDate.of(day))
    record.works, record.name, record.source = works, name, source
    record.confirmed = None
    record.save()
