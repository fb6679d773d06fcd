"""What the time brings that follows what a document tells of."""

from __future__ import annotations

from datetime import date, timedelta

from models.core import journal
from models.core.dates import PartDate, this_day
from models.ledger.tasks import Task
from models.year import figures
from models.year.proposals import plans
from models.year.proposals.plans import coming_time, plan_definitions
from tests.conftest import USER

NEXT = this_day().year + 1


def planned(year, until=12):
    time = coming_time(year, until)
    return {
        each.key: value
        for each in plan_definitions(time)
        if (value := figures.of(each, year, until=until).value)
    }


def test_after_a_year_comes_the_next_and_after_its_first_half_the_other():
    assert coming_time(NEXT)[:3] == (f"{NEXT + 1}年", NEXT + 1, date(NEXT + 1, 1, 1))
    assert coming_time(NEXT + 1, 6).name == "下半年"
    assert coming_time(2019)[2] == this_day() + timedelta(days=1)  # what is past already is no plan


def test_people_to_whom_something_happens_next_year_are_counted_once_each(identity, person):
    identity(person(born=PartDate(NEXT - 60, 3, 1)), kind="农村籍退役士兵")
    identity(expires=PartDate(NEXT, 5, 1), review_on=PartDate(NEXT, 6, 1))
    assert planned(NEXT - 1) == {"plans.sixty": 1, "plans.certificates": 1, "plans.reviews": 1}
    assert planned(NEXT) == {}
    assert planned(2010) == {}  # of which all is past


def test_the_tasks_are_those_of_that_year_which_are_still_open(archive):
    with journal.entry("登记", USER):
        Task(year=2021, unit="某局", words="走访").save()
        Task(year=2021, unit="某局", words="宣传", done=True, progress="办完").save()
    assert planned(2020) == {"plans.tasks": 1}
    assert planned(2021, until=6) == {"plans.tasks": 1}
    assert planned(2021) == {}


def test_each_plan_has_a_name_before_the_archive_is_asked(archive):
    assert {each.key: each.text for each in plan_definitions(coming_time(2020))} == plans.PLAN_NAMES
