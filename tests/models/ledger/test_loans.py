"""档案借阅: lent, due, given back; where a file is that is not in its box."""

from __future__ import annotations

from datetime import date

import pytest

from models import desk
from models.core.dates import PartDate
from models.core.record import Invalid
from models.forecast.event_calendar import coming_events
from models.ledger.loans import Loan, loans_of, loans_out, overdue_files
from models.people.outsiders import Outsider
from tests.models.ledger.conftest import TOMORROW

LENT, DUE, LATER = PartDate(2020, 3, 5), PartDate(2020, 4, 5), date(2020, 4, 6)


@pytest.fixture
def lend(save, person):
    """Lend the file of one and the same person: ``lend(part="证书")``."""
    someone = person()

    def make(**facts):
        usual = {"person": someone, "day": LENT, "borrower": "赵建国", "unit": "纪委", "due": DUE}
        return save(Loan(**usual | facts))

    return make


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"person": None}, "person"),
        ({"day": None}, "day"),
        ({"day": TOMORROW, "due": None}, "day"),
        ({"borrower": "", "unit": " "}, "borrower"),
        ({"due": PartDate(2020, 3, 4)}, "due"),
        ({"returned": PartDate(2020, 3, 4)}, "returned"),
        ({"returned": TOMORROW}, "returned"),
    ],
)
def test_what_cannot_be_is_refused(lend, facts, field):
    with pytest.raises(Invalid) as refused:
        lend(**facts)
    assert set(refused.value.problems) == {field}


def test_what_is_in_other_hands_is_not_lent_again_but_another_part_is(lend):
    lend(part="残疾证复印件")
    lend(part="登记表")
    with pytest.raises(Invalid, match="由纪委赵建国借走"):
        lend(part="登记表")
    with pytest.raises(Invalid, match="还没有归还"):
        lend()


def test_a_file_that_came_back_can_be_lent_again(lend):
    first = lend(returned=DUE)
    assert first.state == "已归还"
    assert lend(day=DUE, due=None).state == "借出"


def test_the_day_itself_is_not_late_and_the_next_one_is(lend):
    loan = lend()
    assert [loan.overdue(day) for day in (date(2020, 4, 5), LATER)] == [False, True]
    assert overdue_files(date(2020, 4, 5)) == []
    assert overdue_files(LATER) == [loan.person_id]
    assert loans_of(loan.person) == [loan]
    assert loan.told() == "档案已借出：2020年3月5日由纪委赵建国借走，应还日期2020年4月5日"


def test_an_overdue_file_stands_on_the_desk_and_its_day_in_the_calendar(lend):
    loan = lend()
    (line,) = [each for each in desk.todos(LATER) if "借出" in each.title]
    assert (line.count, list(line.filter.ids)) == (1, [loan.person_id])
    (event,) = [
        each for each in coming_events(date(2020, 4, 1), date(2020, 4, 30)) if each.title == "档案借阅"
    ]
    assert (event.day, event.matter, event.person) == (date(2020, 4, 5), "借出档案应归还", loan.person_id)


def test_a_file_of_somebody_without_one_in_the_program_is_lent_too(save, lend):
    other = save(Outsider(name="李四"))
    loan = lend(person=None, outsider=other)
    assert [each.whom for each in loans_out()] == ["李四"]
    assert overdue_files(LATER) == []
    (event,) = [
        each for each in coming_events(date(2020, 4, 1), date(2020, 4, 30)) if each.title == "档案借阅"
    ]
    assert (event.person, event.name) == (None, loan.whom)
