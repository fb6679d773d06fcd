"""The reminders that the law's ages ask for."""

from __future__ import annotations

from models.filters.reminders import REMINDERS


def test_the_four_reminders_of_the_provincial_system_are_there():
    assert [reminder.title for reminder in REMINDERS] == [
        "三属90天内年满18周岁", "三属90天内年满22周岁", "退役军人90天内年满55周岁", "退役军人90天内年满60周岁",
    ]  # fmt: skip
    assert [reminder.filter.sentence() for reminder in REMINDERS] == [
        "三属，90天内满18周岁", "三属，90天内满22周岁", "退役军人，90天内满55周岁", "退役军人，90天内满60周岁",
    ]  # fmt: skip
