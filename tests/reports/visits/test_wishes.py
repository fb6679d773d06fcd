"""The wishes raised at the door: how long they wait, and what was done."""

from __future__ import annotations

from datetime import date, timedelta

from models.core import journal
from models.core.dates import PartDate
from models.visits.visit import Visit
from models.visits.wishes import WishStep, raised, take_wish_step
from reports.visits.wishes import wishes_register
from tests.reports.papers import USER, save, told

TODAY = date.today()


def day(before):
    return PartDate.of(TODAY - timedelta(before))


def wish(person, before, **step):
    visit = Visit(person=person, day=day(before), wishes="反映药费高")
    save(visit)
    if step:
        with journal.entry("办理", USER):
            take_wish_step(WishStep(visit=visit, day=day(before - 1), unit="社区", words="已联系", **step))


def test_a_wish_waits_from_its_day_on_and_one_that_is_done_no_longer(person):
    wish(person(name="甲某"), 30)
    wish(person(name="乙某"), 20, due=day(-5))
    wish(person(name="丙某"), 10, due=day(1))
    wish(person(name="丁某"), 5, closes=True)
    register = wishes_register(raised())
    told_of = [told(register, row) for row in range(4)]
    assert [row["已等(天)"] for row in told_of] == ["30", "20", "10", ""]
    assert [row["办理"] for row in told_of] == ["办理中", "办理中", "已超期", "已办结"]
    assert [row["办理情况"] for row in told_of] == ["", *["社区；已联系"] * 3]
    assert told_of[1]["办理时限"] == str(day(-5))


def test_a_visit_without_a_wish_is_not_among_them(person):
    save(Visit(person=person(), day=day(3)))
    assert wishes_register(raised()).rows == ()
