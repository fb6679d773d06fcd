"""Who signs first, who signs last, and how many working days each has."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.approvals import signing
from models.approvals.approval import Approval, ApprovalStep, steps_of
from models.approvals.signing import waiting, withdraw
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.office import roles
from models.people.identity import Identity, IdentityState
from tests.models.approvals.conftest import DAY, USER, signed


def test_each_level_in_its_turn_until_the_last_decides(case):
    made = case(asked=Decimal(3000))
    assert [step.received for step in steps_of(made)] == [DAY, None, None]
    made = signed(made, 0)
    assert steps_of(made)[1].received == DAY
    made = signed(signed(made, 1, day=PartDate(2020, 9, 14)), 2, day=PartDate(2020, 9, 16))
    assert (made.state, made.decided_on, made.granted) == ("同意", PartDate(2020, 9, 16), Decimal(3000))
    assert waiting(made) is None


def test_a_level_that_signs_before_the_one_below_it_is_refused(case):
    made = case()
    with pytest.raises(Invalid, match="“村（社区）”还没有签署同意"):
        signed(made, 2)
    made = signed(made, 0)
    with pytest.raises(Invalid, match="早于收到日期2020年9月10日"):
        signed(made, 1, day=PartDate(2020, 9, 9))
    made = signed(made, 1)
    with pytest.raises(Invalid, match="“街道（镇）”已经签署"):
        signed(made, 0)


def test_a_no_ends_it_and_its_reason_is_the_letter_s(case):
    made = signed(signed(case(), 0), 1, "不同意", opinion="家庭收入高于规定")
    assert (made.state, made.refusal) == ("不予认定", "家庭收入高于规定")
    with pytest.raises(Invalid, match="已经办结"):
        signed(made, 2)


def test_papers_sent_back_go_to_the_level_below_which_signs_anew(case):
    made = signed(signed(case(), 0), 1, "退回补正", day=PartDate(2020, 9, 15), opinion="缺收入证明")
    village, street, _ = steps_of(made)
    assert (village.verdict, village.received, street.verdict) == ("", PartDate(2020, 9, 15), "")
    assert "缺收入证明" in street.notes
    with pytest.raises(Invalid, match="还没有签署同意"):
        signed(made, 1, day=PartDate(2020, 9, 16))
    assert signed(signed(made, 0, day=PartDate(2020, 9, 16)), 1, day=PartDate(2020, 9, 17)).open


def test_a_limit_of_twenty_working_days_runs_over_the_national_day(case, identity):
    someone = identity(kind="伤残人员", grade="六级", nature="因公").person
    made = case("残疾关系迁入", someone)
    where = waiting(made, date(2020, 9, 30))
    assert where.due == date(2020, 10, 14)
    assert (where.left, where.overdue) == (5, False)  # 9th, Saturday the 10th, 12th, 13th, 14th
    late = waiting(made, date(2020, 10, 16))
    assert (late.left, late.overdue) == (-2, True)
    assert [found.id for found, _ in signing.late(date(2020, 10, 16))] == [made.id]
    assert signing.late(date(2020, 10, 14)) == []


def test_a_limit_runs_over_the_spring_festival(case, identity):
    someone = identity(kind="伤残人员", grade="六级", nature="因公").person
    made = case("残疾关系迁入", someone, accepted_on=PartDate(2020, 1, 17))
    assert waiting(made, date(2020, 1, 20)).due == date(2020, 2, 21)


def test_what_was_decided_becomes_the_identity_s_state_with_its_history(case, identity):
    made = identity(kind="三属", category="烈士遗属", state="受理")
    approval = case("三属定期抚恤金", made.person, identity=made)
    for place in range(3):
        approval = signed(approval, place)
    kept = Identity.get_by_id(made.id)
    assert (kept.state, kept.approved) == ("享受待遇", DAY)
    assert "三属定期抚恤金审批2020-0001" in IdentityState.get().reason
    other = identity(kind="三属", category="烈士遗属", state="受理")
    signed(case("三属定期抚恤金", other.person, identity=other), 0, "不同意", opinion="不符合条件")
    assert Identity.get_by_id(other.id).state == "不予认定"


def test_a_withdrawal_says_why(case):
    made = case()
    with pytest.raises(Refusal, match="原因"), journal.entry("撤回", USER):
        withdraw(made, " ")
    with journal.entry("撤回", USER):
        withdraw(made, "本人放弃")
    assert Approval.get_by_id(made.id).state == "撤回"


def test_each_level_is_written_down_by_whom_it_belongs_to(case):
    for user, role in (("小李", "录入"), ("老张", "审核"), ("局长", "审批")):
        roles.give(user, role, USER)
    made = signed(case(), 0, user="小李")
    with pytest.raises(Refusal, match="小李”的角色是录入"):
        signed(made, 1, user="小李")
    made = signed(made, 1, user="老张")
    with pytest.raises(Refusal, match="签署“区级”意见"):
        signed(made, 2, user="老张")
    step = steps_of(made)[2]
    step.verdict, step.signed_by, step.signed_on = "同意", "局长", DAY
    with pytest.raises(Refusal, match="审批"), journal.entry("绕过", "老张"):
        step.save()  # past ``sign_step``: the journal's door asks all the same
    assert ApprovalStep.get_by_id(step.id).verdict == ""
    assert signed(made, 2, user="局长").state == "同意"


@pytest.mark.parametrize(
    ("matter", "before", "after"),
    [("停发待遇", "享受待遇", "停发"), ("恢复待遇", "停发", "享受待遇"), ("抚恤关系转出", "享受待遇", "迁移"), ("停发待遇", "去世", "去世")],
)  # fmt: skip
def test_a_decision_about_a_recognised_identity_is_followed(case, identity, matter, before, after):
    made = identity(kind="三属", state=before)
    approval = case(matter, made.person, identity=made, category="某省某县")
    for place in range(2):
        approval = signed(approval, place)
    kept = Identity.get_by_id(made.id)
    assert kept.state == after
    if after == "迁移":
        assert kept.history[0].place == "某省某县"


def test_two_levels_may_sign_on_one_day_but_none_before_the_one_below(case):
    made = signed(case(), 0, day=PartDate(2020, 9, 12))
    with journal.entry("改", USER):
        step = steps_of(made)[1]
        step.received = None
        step.save()
    with pytest.raises(Invalid, match="早于“村（社区）”的签字日期2020年9月12日"):
        signed(made, 1, day=PartDate(2020, 9, 11))
    assert signed(made, 1, day=PartDate(2020, 9, 12)).open


def test_what_the_first_level_sends_back_waits_for_itself(case):
    made = signed(case(), 0, "退回补正", day=PartDate(2020, 9, 12), opinion="缺身份证")
    first = steps_of(made)[0]
    assert (first.verdict, first.received, first.signed_on) == ("", PartDate(2020, 9, 12), None)
    assert first.notes == "2020年9月12日由负责人退回补正：缺身份证"
    assert signed(made, 0, day=PartDate(2020, 9, 13)).open


def test_without_a_verdict_nothing_is_signed(case):
    with pytest.raises(Invalid, match="请选择结论"):
        signed(case(), 0, verdict="")


def test_an_amount_that_the_office_set_is_not_replaced_by_what_was_asked(case):
    made = case(asked=Decimal(3000), granted=Decimal(2000))
    for place in range(3):
        made = signed(made, place)
    assert made.granted == 2000


def test_the_day_on_which_an_identity_was_recognised_before_stays(case, identity):
    made = identity(kind="三属", category="烈士遗属", state="受理", approved=PartDate(2019, 1, 2))
    approval = case("三属定期抚恤金", made.person, identity=made)
    for place in range(3):
        approval = signed(approval, place)
    assert Identity.get_by_id(made.id).approved == PartDate(2019, 1, 2)


def test_what_was_refused_stops_nobody(case, identity):
    made = identity(kind="三属")
    signed(case("停发待遇", made.person, identity=made), 0, "不同意", opinion="依据不足")
    assert Identity.get_by_id(made.id).state == "享受待遇"


def test_the_last_day_of_a_limit_is_not_late_and_the_longest_overdue_comes_first(case, person):
    first, second = (
        case("残疾关系迁入", person()),
        case("残疾关系迁入", person(), accepted_on=PartDate(2020, 9, 1)),
    )
    due = waiting(second, date(2020, 9, 2)).due
    assert (waiting(second, due).left, waiting(second, due).overdue) == (0, False)
    assert waiting(second, due + timedelta(1)).overdue
    assert [found.id for found, _ in signing.late(date(2020, 12, 1))] == [second.id, first.id]


def test_a_level_without_a_limit_is_never_late(case):
    made = case()
    step = steps_of(made)[0]
    with journal.entry("改期限", USER):
        step.limit = None
        step.save()
    where = waiting(made, date(2025, 1, 1))
    assert (where.step.id, where.due, where.left, where.overdue) == (step.id, None, None, False)


def test_what_has_ended_cannot_be_withdrawn(case):
    made = signed(case(), 0, "不同意", opinion="不符合条件")
    with pytest.raises(Refusal, match="已经办结（不予认定），不能撤回"), journal.entry("撤回", USER):
        withdraw(made, "本人放弃")
