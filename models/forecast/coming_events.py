"""Coming events 到期事项: what happens to whom on which day by itself, so far as the archive knows it today.

The day of an event rests on facts alone and never on the day on which one asks, so that each occurs once, however the span of
days is cut. The sources are listed in ``event_calendar``.
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple

from models.core.dates import PartDate
from models.core.states import State
from models.pay.standards.months import Month


class EventMatter(State):
    """What comes of itself."""

    EIGHTEEN = "满18周岁"
    SIXTY = "满60周岁"
    EIGHTY = "满80周岁"
    CERTIFICATE = "证件到期"
    REVIEW = "应重新评定等级"
    QUESTION = "资格将待核定"
    DECISION = "资格核定到期"
    GRANT = "核定止发"
    SENTENCE = "服刑期满"
    CONFIRMATION = "年度确认期满"
    EXAM_CARD = "体检卡到年底"
    DEVICE = "辅助器具到期"
    APPROVAL = "审批到期限"
    LOAN = "借出档案应归还"
    PROMISE = "承诺到期"
    CAMPAIGN = "走访批次"
    RUN = "发放批次"


EVENT_MATTERS = tuple(EventMatter)


class ComingEvent(NamedTuple):
    """One thing that happens on a day to somebody; ``person`` is None where it is about nobody on file."""

    day: date
    matter: str
    person: int | None
    name: str
    number: str
    street: str
    title: str  # by what right, or in which matter
    words: str

    @property
    def key(self) -> tuple[object, ...]:
        return self.matter, self.person, self.name, self.title, self.words


def day_of_age(born: PartDate, age: int) -> date:
    """The day on which somebody is that old, as ``models.core.dates.age_on`` counts: born on a 29 February, 1 March."""
    birth, year = born.latest(), born.year + age
    if (birth.month, birth.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1)
    return birth.replace(year=year)


def first_day(month: Month) -> date:
    """The first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def last_day(month: Month) -> date:
    """The last day of a month."""
    year, number = month // 12, month % 12 + 1
    return date(year, number, calendar.monthrange(year, number)[1])
