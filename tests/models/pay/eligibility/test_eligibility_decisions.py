"""What an officer decided of a doubtful grant holds on the facts that it rests on, in its months, and no longer."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.undo.undo import undo
from tests.models.pay.conftest import USER

FOUGHT = {"kind": "参战退役人员", "category": "", "grade": "", "nature": "", "approved": "2010-05-10"}
SICK = {**FOUGHT, "kind": "带病回乡退役军人"}


@pytest.fixture
def employed(granted, person):
    return granted(someone=person(employment="在职(机关事业)"), **FOUGHT)


def test_what_goes_on_is_paid_until_its_proof_runs_out(employed, due, answered):
    answered(employed, "2021-09", begins=PartDate(2021, 9), ends=PartDate(2022, 8))
    held = [due(employed, month).held for month in ("2021-08", "2021-09", "2022-08", "2022-09")]
    assert held == [True, False, False, True]


def test_a_question_opens_again_when_a_fact_it_rests_on_changes(employed, due, answered):
    answered(employed, "2021-09")
    assert not due(employed, "2021-09").held
    with journal.entry("修改人员", USER):
        employed.person.pension = "机关事业单位养老保险"
        employed.person.save()
    assert due(employed, "2021-09").held


def test_what_is_stopped_is_paid_up_to_its_month_and_says_why_after_it(employed, due, answered):
    answered(employed, "2021-09", EligibilityAnswer.STOPPED, begins=PartDate(2021, 10))
    assert (due(employed, "2021-09").excluded, due(employed, "2021-09").held) == (None, False)
    stopped = due(employed, "2021-10")
    assert (stopped.fen, stopped.held) == (0, False)
    assert "停发：已核实" in stopped.reason


def test_of_two_the_kept_one_alone_is_paid(granted, person, due, answered):
    someone = person()
    sick, fought = granted(someone=someone, **SICK), granted(someone=someone, **FOUGHT)
    assert due(sick, "2021-09").held
    assert not due(fought, "2021-09").held
    answered(sick, "2021-09", EligibilityAnswer.HIGHER, kept=fought)
    assert due(sick, "2021-09").excluded is not None
    assert due(fought, "2021-09").excluded is None
    assert due(sick, "2021-09").ask is None


def test_the_one_that_is_asked_about_may_be_the_kept_one(granted, person, due, answered):
    someone = person()
    sick, fought = granted(someone=someone, **SICK), granted(someone=someone, **FOUGHT)
    answered(sick, "2021-09", EligibilityAnswer.HIGHER, kept=sick)
    assert due(sick, "2021-09").excluded is None
    assert due(fought, "2021-09").excluded is not None


def test_what_was_carried_is_paid_and_stays_open(employed, due):
    question = due(employed, "2021-09").ask
    with journal.entry("程序升级", USER):
        EligibilityDecision(
            person=employed.person,
            identity=employed,
            rule=question.rule.code,
            answer=EligibilityAnswer.CARRIED,
            facts=question.facts,
        ).save()
    now = due(employed, "2021-09")
    assert not now.held
    assert now.ask is not None
    assert now.ask.carried


def test_a_decision_is_one_entry_that_can_be_undone(employed, due, answered):
    answered(employed, "2021-09")
    undo(journal.last_number(), USER)
    assert due(employed, "2021-09").held


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"answer": "继续享受"}, "reason"),
        ({"answer": "停发", "reason": "已就业"}, "begins"),
        ({"answer": "就高享受", "reason": "两项"}, "kept"),
        ({"answer": "算了", "reason": "不知"}, "answer"),
        ({"answer": "继续享受", "reason": "在校", "begins": PartDate(2021)}, "begins"),
        (
            {"answer": "继续享受", "reason": "在校", "begins": PartDate(2021, 9), "ends": PartDate(2021, 8)},
            "ends",
        ),
    ],
)
def test_an_answer_without_what_it_needs_is_refused(employed, facts, field):
    with pytest.raises(Invalid) as refused, journal.entry("核定", USER):
        EligibilityDecision(
            person=employed.person, identity=employed, rule="参战-机关事业单位", **facts
        ).save()
    assert list(refused.value.problems) == [field]
