"""An approval is the record: what its case holds is written by its end, in the same entry, and goes again when that is undone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.oneoffs import OneOff
from models.approvals import matters
from models.approvals.approval import Approval, accept, steps_of
from models.approvals.case_facts import facts_words, hold_facts, proposed_identity
from models.approvals.notices import PublicNotice
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.pay.grants.grants import GradeChange, Grant
from models.people.identity import Identity, IdentityState
from models.people.outsiders import Outsider
from models.undo.undo import undo
from tests.models.approvals.conftest import DAY, USER, signed

DECIDED = PartDate(2020, 10, 9)
OF_KIND = {
    name: each
    for name, each in matters.matters().items()
    if each.kind and each.form is matters.FormOfMatter.IDENTITY and name != "调整残疾等级"
}
NEEDED = {"grade": "六级", "nature": "因公", "category": "烈士遗属"}


def hold(approval, **facts):
    identity = proposed_identity(approval)
    for name, value in facts.items():
        setattr(identity, name, value)
    with journal.entry("填写认定内容", USER):
        hold_facts(Approval.get_by_id(approval.id), identity)
    return Approval.get_by_id(approval.id)


def agree(approval):
    """Sign every level, after the notice where one is asked for; the last entry is the decision's."""
    if matters.matter(approval.matter).notice:
        with journal.entry("公示", USER):
            PublicNotice(
                approval=approval, person=approval.person_id, begins=DAY, days=7, objected=False
            ).save()
    for place in range(len(steps_of(approval))):
        approval = signed(approval, place, day=DECIDED)
    return approval


@pytest.mark.parametrize("matter", OF_KIND)
def test_every_kind_of_identity_is_written_by_the_decision(case, person, matter):
    asked = OF_KIND[matter]
    needed = {name: NEEDED[name] for name in asked.needs}
    approval = agree(hold(case(matter), **needed))
    made = Identity.get()
    assert (made.kind, made.state, made.approved) == (asked.kind, "享受待遇", DECIDED)
    assert {name: getattr(made, name) for name in needed} == needed
    assert approval.identity_id == made.id
    assert IdentityState.get().reason == f"{matter}审批2020-0001：同意"
    undo(journal.last_number(), USER)
    assert (Identity.select().count(), Approval.get().identity_id, Approval.get().state) == (
        0,
        None,
        "办理中",
    )


def test_a_disability_is_written_whole_with_the_first_month_of_its_pay(case):
    facts = {"disability": "左腿截肢", "disabled_cause": "施工塌方", "disabled_on": PartDate(2019, 5)}
    approval = hold(case("评定残疾等级"), grade="六级", nature="因公", **facts)
    assert facts_words(approval.facts) == (
        "伤残等级：六级；伤残性质：因公；致残时间：2019年5月；致残原因：施工塌方；致残情况：左腿截肢"
    )
    approval = agree(approval)
    made = Identity.get()
    assert (made.grade, made.nature, made.disability, made.disabled_on) == (
        "六级", "因公", "左腿截肢", PartDate(2019, 5),
    )  # fmt: skip
    assert approval.starts == PartDate(2020, 11)  # the law of 2020: the month after
    assert Grant.select().count() == 0  # which the rules say by themselves


def test_a_first_month_that_the_case_names_is_the_grants(case):
    agree(hold(case("评定残疾等级", starts=PartDate(2020, 12)), grade="六级", nature="因公"))
    assert (Grant.get().begins, Grant.get().basis) == (PartDate(2020, 12), "评定残疾等级审批2020-0001")


def test_nothing_is_decided_without_what_the_matter_needs(case):
    made = case("评定残疾等级")
    with pytest.raises(Invalid, match="还没有填写伤残等级、伤残性质，请先点“认定内容”填好"):
        agree(made)
    with pytest.raises(Invalid, match="没有选择优抚身份"):
        agree(case("停发待遇"))


def test_who_has_no_file_is_put_on_file_before_anything_is_written(case):
    with journal.entry("登记", USER):
        somebody = Outsider(name="张三", number="")
        somebody.save()
    made = Approval(outsider=somebody, matter="参战退役人员认定", accepted_on=DAY, handler=USER)
    with journal.entry("受理", USER):
        accept(made)
    with pytest.raises(Invalid, match="请先为申请人建档"):
        agree(made)


def test_a_grade_is_changed_by_the_decision_and_what_it_was_is_kept(case, identity):
    made = identity(kind="伤残人员", grade="八级", nature="因公")
    approval = hold(case("调整残疾等级", made.person), grade="六级", disability="旧伤加重")
    assert Identity.get().grade == "八级"  # the case holds it, not yet the file
    agree(approval)
    kept, change = Identity.get(), GradeChange.get()
    assert (kept.grade, kept.nature, kept.disability) == ("六级", "因公", "旧伤加重")
    assert (change.grade_before, change.grade, change.approved) == ("八级", "六级", DECIDED)
    undo(journal.last_number(), USER)
    assert (Identity.get().grade, GradeChange.select().count()) == ("八级", 0)


def test_who_comes_from_elsewhere_comes_with_the_place_and_the_month_paid_there(case):
    approval = case("残疾关系迁入", category="某省某县")
    facts = {"approved": PartDate(2001, 5, 1), "paid_to": PartDate(2020, 12), "certificate": "鲁军000001"}
    approval = agree(hold(approval, grade="六级", nature="因公", **facts))
    came = IdentityState.get()
    assert (came.place, came.paid_to, Identity.get().approved) == (
        "某省某县", PartDate(2020, 12), PartDate(2001, 5, 1),
    )  # fmt: skip
    assert approval.starts == PartDate(2021, 1)


def test_a_new_certificate_stands_in_the_file(case, identity):
    made = identity(kind="伤残人员", grade="八级", nature="因公", certificate="旧1")
    agree(hold(case("换证补证", made.person), certificate="新2"))
    assert (Identity.get().certificate, Identity.get().state) == ("新2", "享受待遇")


@pytest.mark.parametrize("matter", ["丧葬补助", "优待金", "临时救助", "医疗救助"])
def test_money_that_is_granted_is_drawn_up_in_the_same_entry(case, matter):
    approval = agree(case(matter, asked=Decimal(3000)))
    one = OneOff.get()
    assert (one.amount, one.approval_id, one.state, one.year) == (3000, approval.id, "拟发", 2020)
    undo(journal.last_number(), USER)
    assert OneOff.select().count() == 0


def test_what_cannot_be_paid_again_refuses_the_signature(case):
    first = case("优待金", asked=Decimal(3000))
    agree(first)
    again = case("优待金", first.person, asked=Decimal(3000))
    with pytest.raises(Invalid, match="不能重复"):
        agree(again)
    assert Approval.get_by_id(again.id).open


def test_what_was_agreed_to_is_not_changed_behind_it(case):
    approval = agree(hold(case("评定残疾等级"), grade="六级", nature="因公"))
    with pytest.raises(Refusal, match="已经同意，内容不能再改动"):
        hold(approval, grade="一级")
