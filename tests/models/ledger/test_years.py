"""To which year a record of the ledger belongs."""

from __future__ import annotations

from datetime import date

import pytest

from models.core.dates import PartDate
from models.ledger import years
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.tasks import Task
from tests.models.ledger.conftest import DAY, TOMORROW


def test_a_day_lies_in_its_year_as_far_as_it_is_known(save):
    for day in (
        PartDate(2019, 12, 31),
        PartDate(2020, 1, 1),
        PartDate(2020),
        PartDate(2020, 12, 31),
        PartDate(2021, 1),
    ):
        save(Brief(day=day, kind="双拥信息"))
    assert Brief.select().where(years.in_year(Brief.day, 2020)).count() == 3
    assert years.years_of(Brief) == [2021, 2020, 2019]


def test_a_record_with_a_year_belongs_to_it_whatever_its_day(save):
    save(Task(year=2020, unit="区人武部", words="开展国防教育", due=PartDate(2021, 1, 31)))
    assert years.years_of(Task) == [2020]


def test_what_is_done_is_not_still_to_come():
    record = Brief()
    assert list(years.needs_day(record, PartDate.of(date.today()))) == []
    assert list(years.needs_day(record, DAY)) == []
    assert [field for field, _ in years.needs_day(record, TOMORROW)] == ["day"]
    assert list(years.needs_day(record, None)) == [("day", "请填写日期")]


@pytest.mark.parametrize(
    ("year", "right"), [(1948, False), (1949, True), (2199, True), (2200, False), (None, False)]
)
def test_a_year_is_one_of_this_state(year, right):
    assert (not list(years.needs_year(year))) is right


def test_a_number_below_nothing_is_named_as_the_form_names_it():
    told = list(years.not_negative(Activity(people=-1, units=0, books=None), "people", "units", "books"))
    assert told == [("people", "参加人数不能是负数")]
