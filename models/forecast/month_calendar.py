"""The month calendar 月历: the days of a month by weeks, each with its holiday and what comes on it."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from models.forecast.coming_events import EVENT_MATTERS, ComingEvent
from models.forecast.event_calendar import coming_events
from models.office import workdays
from models.pay.standards.months import Month

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
FOUNDING_OF_THE_ARMY = (8, 1)


class MonthDay(NamedTuple):
    """A day of a month's page; ``inside``: of the month itself, not of the weeks' ends before and after it."""

    day: date
    inside: bool
    works: bool
    name: str  # the holiday, or why it is worked
    events: tuple[ComingEvent, ...]

    def lines(self, most: int) -> tuple[str, ...]:
        """What comes, a line for each matter: whom it is about, or how many; what is more than ``most`` lines is counted."""
        matters: dict[str, list[ComingEvent]] = defaultdict(list)
        for event in self.events:
            matters[event.matter].append(event)
        told = [(matter, matters[matter]) for matter in EVENT_MATTERS if matter in matters]
        if len(told) <= most:
            return tuple(_told(*each) for each in told)
        rest = sum(len(events) for _, events in told[most - 1 :])
        return (*(_told(*each) for each in told[: most - 1]), f"另有{rest:,}件")


def month_calendar(month: Month) -> list[list[MonthDay]]:
    """The weeks of a month, each from Monday to Sunday."""
    weeks = calendar.Calendar().monthdatescalendar(month // 12, month % 12 + 1)
    known, comes = workdays.calendar(), _by_day(coming_events(weeks[0][0], weeks[-1][-1]))
    return [
        [
            MonthDay(
                day,
                day.month == month % 12 + 1,
                known.works(day),
                _name_of(known, day),
                tuple(comes.get(day, ())),
            )
            for day in week
        ]
        for week in weeks
    ]


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of a day's week."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def _by_day(found: Iterable[ComingEvent]) -> dict[date, list[ComingEvent]]:
    days: dict[date, list[ComingEvent]] = defaultdict(list)
    for event in found:
        days[event.day].append(event)
    return days


def _name_of(known: workdays.Calendar, day: date) -> str:
    if (day.month, day.day) == FOUNDING_OF_THE_ARMY:
        return "八一建军节"
    return known.name_of(day)


def _told(matter: str, events: list[ComingEvent]) -> str:
    """``满60周岁 张三``, ``满60周岁 3人``, ``走访批次 2件``."""
    if len(events) == 1:
        return f"{matter} {events[0].name}"
    measure = "人" if all(each.person is not None for each in events) else "件"
    return f"{matter} {len(events):,}{measure}"
