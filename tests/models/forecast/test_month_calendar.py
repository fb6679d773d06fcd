"""The month's page by weeks."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.forecast.coming_events import ComingEvent
from models.forecast.month_calendar import MonthDay, month_calendar, week_of
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from tests.conftest import USER

MARCH = 2020 * 12 + 2


def event(matter, name, person=1):
    return ComingEvent(date(2020, 3, 4), matter, person, name, "", "", "", "")


def day(*events):
    return MonthDay(date(2020, 3, 4), True, True, "", events)


@pytest.mark.usefixtures("archive")
def test_every_day_of_the_month_stands_once_in_whole_weeks():
    weeks = month_calendar(MARCH)
    days = [each for week in weeks for each in week]
    assert all(len(week) == 7 and week[0].day.weekday() == 0 for week in weeks)
    assert [each.day.day for each in days if each.inside] == list(range(1, 32))
    assert week_of(date(2020, 3, 4)) == (date(2020, 3, 2), date(2020, 3, 8))


@pytest.mark.usefixtures("archive")
def test_holidays_are_named_as_they_were_arranged():
    assert "春节" in {each.name for week in month_calendar(2019 * 12 + 1) for each in week}
    august = [each for week in month_calendar(2020 * 12 + 7) for each in week]
    assert [each.day for each in august if each.name == "八一建军节"] == [date(2020, 8, 1)]


def test_what_comes_stands_on_its_day(archive):
    with journal.entry("登记", USER):
        someone = Person(
            name="张三", number=factories.citizen_number(date(1940, 3, 4)), born=PartDate(1940, 3, 4)
        )
        someone.save()
        facts = {"kind": "参战退役人员", "state": "享受待遇", "approved": PartDate(2013, 7, 4)}
        Identity(person=someone, **facts).save()
    told = {each.day: each.lines(3) for week in month_calendar(MARCH) for each in week if each.events}
    assert told == {date(2020, 3, 4): ("满80周岁 张三",)}


def test_many_are_counted_by_matter_and_nothing_is_left_out():
    many = day(
        event("满60周岁", "甲"),
        event("满60周岁", "乙"),
        event("证件到期", "丙"),
        event("发放批次", "丁", None),
    )
    assert many.lines(3) == ("满60周岁 2人", "证件到期 丙", "发放批次 丁")
    assert many.lines(2) == ("满60周岁 2人", "另有2件")
