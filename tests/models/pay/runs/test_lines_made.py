"""Nobody falls out of pay in silence: who has no state, and who was paid last month, is named with the reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import drawing_up, runs
from models.payments.payment import Payment
from models.people import findings
from tests.models.pay.conftest import USER, tell

SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


@pytest.fixture
def draw(archive):
    def run(first):
        return finish(drawing_up.draw_up_run(PartDate.parse(first), PartDate.parse(first), USER))

    return run


def lines(run):
    return [(line.name, line.kind, line.reason) for line in runs.lines_of(run)]


def paid_by_hand(someone, month, identity=None, item="带病回乡退役军人生活补助"):
    with journal.entry("登记发放", USER):
        Payment(
            person=someone, identity=identity, programme="定期抚恤补助", month=PartDate.parse(month),
            item=item, amount=Decimal(600),
        ).save()  # fmt: skip


def test_who_has_no_state_is_a_line_to_be_decided_and_is_not_paid(draw, person, identity):
    identity(person(name="甲"), state="", approved=PartDate(2013, 7, 4), **SICK)
    run = draw("2019-09")
    ((name, kind, reason),) = lines(run)
    assert (name, kind, run.total) == ("甲", "未算", Decimal(0))
    assert reason.startswith("待核定：没有登记优抚对象状态")


def test_who_has_no_state_is_a_finding_of_money(person, identity):
    made = identity(person(name="甲"), state="", **SICK)
    (found,) = [each for each in findings.findings_of(made.person) if each.field == "state"]
    assert (found.weight, found.message) == (9, "没有登记优抚对象状态，不知是否享受待遇，发放时待核定")


def test_the_dead_wait_for_no_state(draw, person, identity, granted):
    identity(person(name="甲", died=PartDate(2018, 3, 1)), state="", **SICK)
    assert lines(draw("2019-09")) == []


def test_another_grant_of_theirs_is_paid_as_before(draw, person, granted, identity):
    """A state that nobody said takes nothing away from what the person is surely due."""
    made = granted(
        someone=person(name="甲"), kind="农村籍退役士兵", category="", grade="", nature="", service_years=5
    )
    alone = runs.lines_of(draw("2019-09"), "应发")
    identity(made.person, kind="参战退役人员", state="")
    assert [line.amount for line in runs.lines_of(draw("2019-09"), "应发")] == [line.amount for line in alone]


def test_who_was_paid_last_month_by_hand_is_named_with_the_reason(draw, person, granted):
    made = granted(someone=person(name="甲"), **SICK)
    paid_by_hand(made.person, "2019-08")
    tell(made, "停发", "2019-08-15")
    ((name, _, reason),) = [line for line in lines(draw("2019-09")) if line[1] == "停发"]
    assert name == "甲"
    assert "2019年8月15日停发" in reason


def test_who_goes_on_by_another_identity_of_that_item_is_not_named(draw, person, granted):
    made = granted(someone=person(name="甲"), **SICK)
    paid_by_hand(made.person, "2019-08")
    assert [line[1] for line in lines(draw("2019-09"))] == ["应发"]


def test_a_state_that_was_taken_away_is_told_in_words(draw, person, granted):
    made = granted(someone=person(name="甲"), **SICK)
    with journal.entry("清空状态", USER):
        made.state = ""
        made.save()
    ((_, kind, reason),) = lines(draw("2019-09"))
    assert kind == "未算"
    assert "现在的优抚对象状态没有登记" in reason
