"""Nobody's pay changes because a new version asks: what was paid goes on, and stays open."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.runs import carried_questions
from models.pay.standards import months
from models.payments.payment import REGULAR, Payment, usual_item
from tests.models.pay.conftest import USER

FOUGHT = {"kind": "参战退役人员", "category": "", "grade": "", "nature": "", "approved": "2010-05-10"}
NOW = months.month(2021, 9)


@pytest.fixture
def employed(granted, person):
    return granted(someone=person(employment="在职(机关事业)"), **FOUGHT)


def pay_by_hand(grant, **facts):
    with journal.entry("登记发放", USER):
        Payment(
            person=grant.person, programme=REGULAR, month=PartDate(2021, 8), amount=700,
            **{"identity": grant, "item": usual_item(grant.kind), **facts},
        ).save()  # fmt: skip


@pytest.mark.parametrize("facts", [{}, {"identity": None}])
def test_what_was_paid_is_carried_and_what_never_was_is_not(employed, granted, person, facts):
    assert carried_questions.paid_questions(NOW) == []
    pay_by_hand(employed, **facts)
    granted(someone=person(employment="在职(机关事业)"), **FOUGHT)
    (carried,) = carried_questions.paid_questions(NOW)
    assert (carried.identity_id, carried.answer) == (employed.id, EligibilityAnswer.CARRIED)


def test_what_opens_later_is_not_carried(granted, person):
    child = granted(
        someone=person(born=PartDate(2003, 9, 10)),
        kind="三属",
        category="烈士遗属",
        grade="",
        nature="",
        relation="子女",
    )
    pay_by_hand(child)
    assert carried_questions.paid_questions(NOW) == []
    assert len(carried_questions.paid_questions(NOW + 1)) == 1


def test_all_that_is_open_in_a_month_can_be_carried_once(employed, due):
    with journal.entry("照发待核", USER):
        assert carried_questions.carry_all(NOW) == 1
        assert carried_questions.carry_all(NOW) == 0
    assert not due(employed, "2021-09").held
    assert EligibilityDecision.select().count() == 1
