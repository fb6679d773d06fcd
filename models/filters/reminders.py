"""Reminders 提示: birthdays that change what somebody is entitled to, announced before they come."""

from __future__ import annotations

from typing import NamedTuple

from models.filters.filters import SOON, Filter
from models.people.identity import SURVIVORS


class Reminder(NamedTuple):
    """What comes soon, and for whom."""

    title: str
    filter: Filter


# The four automatic reminders of a provincial system: 01 年满18周岁三属 02 年满22周岁三属
# 03 年满60周岁退役老兵 04 年满55周岁退役老兵.
REMINDERS = (
    *(Reminder(f"三属{SOON}天内年满{age}周岁", Filter(kind=SURVIVORS, turning=age)) for age in (18, 22)),
    *(Reminder(f"退役军人{SOON}天内年满{age}周岁", Filter(soldiers=True, turning=age)) for age in (55, 60)),
)
