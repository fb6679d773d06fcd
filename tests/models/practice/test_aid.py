"""What an invented office decided, gave once and confirmed: every page is full, and every amount says that it is invented."""

from __future__ import annotations

from collections import Counter

from models.aid.amounts import AidRule, amount_lines
from models.aid.budgets import Budget, budget_lines
from models.aid.exam_cards import CARD_STATES, ExamCard, exam_progress
from models.aid.oneoffs import ONEOFF_STATES, OneOff
from models.approvals import signing
from models.approvals.approval import Approval
from models.approvals.confirmations import Confirmation
from models.approvals.notices import PublicNotice
from models.deaths.sentinel import DeathMatch
from models.people.person import Person
from models.practice import aid


def test_no_amount_passes_for_an_official_one(year):
    assert {each.document for each in AidRule.select()} == {"演练数据，金额为虚构"}
    assert {each.key for each in AidRule.select()} == set(aid.RULES) <= set(amount_lines())


def test_some_matters_are_decided_some_go_on_and_one_is_late(year):
    states = Counter(each.state for each in Approval.select())
    assert states["同意"] >= 8
    assert states["办理中"] >= 4
    assert len(signing.late()) == 1
    assert PublicNotice.select().count() == 1


def test_lists_stand_at_every_stage_but_struck_off_and_keep_the_rules(year):
    assert {each.state for each in OneOff.select()} == {*ONEOFF_STATES} - {"取消", "已批准"}
    for each in OneOff.select():
        assert dict(each.rules()) == {}
        assert not each.case_id or each.amount <= each.case.cost - each.case.insured
    assert {each.year for each in OneOff.select() if each.approval_id is None} == {2021}


def test_no_budget_is_overrun(year):
    assert Budget.select().count() == 2 * len(aid.PLANS)
    assert all(line.left >= 0 for line in budget_lines(2021) if line.left is not None)


def test_cards_are_handed_out_used_and_given_back(year):
    assert set(exam_progress(2021).counts) == {*CARD_STATES} - {"作废"}
    for each in ExamCard.select():
        assert each.problems() == {}


def test_most_were_seen_a_few_only_told(year):
    states = Counter(each.state for each in Confirmation.select())
    assert states["已确认"] > states["已通知"] > 0


def test_three_of_an_invented_list_of_the_dead_wait_to_be_looked_into(year):
    rows = list(DeathMatch.select())
    assert [each.state for each in rows] == ["待核实"] * 3
    same, slip, by_name = rows
    assert same.listed_number == same.person.number
    assert sum(a != b for a, b in zip(slip.listed_number, slip.person.number, strict=True)) == 1
    assert by_name.listed_number == ""


def test_among_too_few_nothing_is_decided(archive):
    aid.deal([Person(name="张三")] * 19, 2020, "演练")
    assert AidRule.select().count() == 0
