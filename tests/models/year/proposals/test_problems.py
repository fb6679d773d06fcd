"""What was not as it should be on the last day that is counted."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.ledger.tasks import Task
from models.people import findings
from models.visits import wishes
from models.visits.visit import Visit
from models.visits.wishes import WishStep
from models.year import figures
from models.year.proposals.problems import PROBLEM_DEFINITIONS
from tests.conftest import USER


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


def counted(year, until=12):
    return {
        each.key: value
        for each in PROBLEM_DEFINITIONS
        if (value := figures.of(each, year, until=until).value)
    }


def step(visit, day, **facts):
    with journal.entry("办理诉求", USER):
        wishes.take_wish_step(WishStep(visit=visit, day=day, words="已转办", **facts))


@pytest.fixture
def wish(person):
    visit = Visit(person=person(), day=PartDate(2020, 3, 1), wishes="反映房屋漏雨")
    keep(visit)
    return visit


def test_a_wish_is_lacking_from_its_day_until_it_is_settled(wish):
    assert counted(2019) == {}
    step(wish, PartDate(2020, 3, 5), due=PartDate(2020, 6, 1))
    assert counted(2020, until=5)["problems.open_wishes"] == 1
    assert "problems.overdue_wishes" not in counted(2020, until=5)
    assert counted(2020, until=6)["problems.overdue_wishes"] == 1
    step(wish, PartDate(2020, 9, 1), closes=True)
    assert counted(2020, until=6)["problems.overdue_wishes"] == 1  # as it stood then
    assert "problems.open_wishes" not in counted(2020)


def test_a_wish_that_was_given_more_time_is_not_overdue(wish):
    step(wish, PartDate(2020, 3, 5), due=PartDate(2020, 6, 1))
    step(wish, PartDate(2020, 5, 30), due=PartDate(2020, 8, 1))
    assert "problems.overdue_wishes" not in counted(2020, until=6)
    assert counted(2020)["problems.overdue_wishes"] == 1


def test_a_wish_that_was_settled_nobody_knows_when_is_not_lacking(person):
    keep(Visit(person=person(), day=PartDate(2020, 3, 1), wishes="反映房屋漏雨", done=True))
    assert counted(2020) == {}


def test_files_without_a_paper_that_they_must_hold_are_the_rest_of_those_on_file(identity):
    identity()
    (lacking,) = (each for each in PROBLEM_DEFINITIONS if each.key == "problems.incomplete")
    on_file, complete = (
        figures.of(figures.DEFINITIONS[key], this_day().year).value
        for key in ("files.persons", "files.complete")
    )
    assert (on_file, figures.of(lacking, this_day().year).value) == (1, 1 - complete)


def test_a_finding_that_somebody_settled_is_no_doubt_any_more(identity):
    someone = identity(kind="农村籍退役士兵").person
    identity(someone, kind="参战退役人员")
    found = [each for each in findings.all_findings() if each.weight == 8]
    assert counted(this_day().year)["problems.doubtful"] == 1
    for each in findings.all_findings():
        findings.settle_finding(each, "已对照文件核实", USER)
    assert (len(found), counted(this_day().year).get("problems.doubtful")) == (1, None)


def test_a_task_is_late_after_its_day_until_it_is_done(archive):
    task = Task(year=2020, unit="某局", words="走访", due=PartDate(2020, 5, 1))
    keep(task, Task(year=2020, unit="某局", words="宣传", due=PartDate(2020, 12, 31)))
    assert counted(2020) == {"problems.late_tasks": 1}
    task.done, task.progress = True, "办完"
    keep(task)
    assert counted(2020) == {}
