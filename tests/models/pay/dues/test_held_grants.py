"""What is wanting leads to the standard that is wanting, and to no other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.dues.held_grants import count, grants_of_person, months_paid, wanted_standard
from models.pay.dues.missing import (
    Incomparable,
    NoStandard,
    TwoStandards,
    Unconfirmed,
    UnknownCriteria,
    Unregistered,
)
from models.pay.grants.entitlements import GrantFacts
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.payments.payment import Payment

SICK = GrantFacts("带病回乡退役军人", "带病回乡退役军人", "", "", "", "农村", None)
MONTH = months.month(2020, 9)


@pytest.fixture
def draft(archive):
    """A local standard that nobody has confirmed, beside national ones of the same months."""
    made = Standard(
        layer="地方",
        kind=SICK.kind,
        unit="月",
        amount=Decimal(50),
        begins=PartDate(2020, 1),
        source="区里的通知",
        confirmed=False,
    )
    with journal.entry("登记标准", "王芳"):
        made.save()
    return made


def test_a_missing_standard_is_proposed_with_what_is_known_of_it(archive):
    wanted = wanted_standard(NoStandard("省", SICK, MONTH))
    assert (wanted.id, wanted.kind, wanted.layer, wanted.unit) == (None, SICK.kind, "省", "月")
    assert wanted.begins == PartDate(2020, 9)
    assert not wanted.confirmed


def test_the_very_standard_that_the_sentence_names_is_opened(draft):
    assert wanted_standard(Unconfirmed(draft, MONTH)) == draft


def test_a_comparison_waits_for_the_standard_of_the_other_subsidy(archive):
    missing = NoStandard("国家", SICK, MONTH)
    compared = Incomparable("带病回乡退役军人", missing)
    assert compared.words() == f"应与带病回乡退役军人比较就高，但后者算不出：{missing.words()}"
    assert wanted_standard(compared).kind == SICK.kind


def test_what_is_no_want_of_a_standard_asks_for_none(draft):
    for missing in (
        None, UnknownCriteria(("grade",)), Unregistered("没有登记死亡原因"), TwoStandards(draft, draft, MONTH),
        Incomparable("残疾军人", Unregistered("没有登记起止时间")),
    ):  # fmt: skip
        assert wanted_standard(missing) is None


def held(identity, month):
    (found,) = (g for g in grants_of_person(identity.person, months.read_month(month)) if g.claim.identity == identity.id)  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("month", "condition", "told"),
    [
        ("2013-07", "不在享受期", "还没有到起发月份：2013年7月4日批准，自2013年8月起发"),
        ("2021-09", "应发", "国家标准 伤残人员 一级 因战 106670元/年"),
        ("2021-10", "不在享受期", "2021年9月20日停发，发至2021年9月（从下一个月起停发"),
    ],
)  # fmt: skip
def test_each_month_of_a_grant_says_what_it_is_and_why(granted, month, condition, told):
    found = held(granted(states=[{"state": "停发", "since": "2021-09-20"}]), month)
    assert found.condition == condition
    assert found.told().startswith(told)
    assert found.when() == "2013年8月至2021年9月"
    assert found.right().startswith("2013年7月4日批准，自2013年8月起发（")
    assert "）；2021年9月20日停发，发至2021年9月（" in found.right()


def test_a_grant_that_goes_on_has_no_end_and_its_amount_says_why(granted):
    found = held(granted(), "2021-09")
    assert (found.first, found.last, found.when()) == (months.month(2013, 8), None, "2013年8月起")
    assert found.brief() == found.due.why(begun=False)
    assert found.told() == found.due.why() != found.brief()


def test_who_was_never_paid_is_told_by_his_state(identity):
    found = held(identity(kind="伤残人员", state="受理"), "2021-09")
    assert (found.condition, found.when(), found.right(), found.first, found.last) == (
        "未享受",
        "",
        "",
        None,
        None,
    )
    assert found.told() == found.brief() == "状态为“受理”，没有开始享受待遇"


def test_a_month_between_two_spells_and_one_that_cannot_be_reckoned(granted, person):
    back = granted(
        someone=person(),
        states=[{"state": "停发", "since": "2021-05-20"}, {"state": "享受待遇", "since": "2021-07-02"}],
    )
    assert held(back, "2021-06").told().startswith("2021年5月20日停发")
    assert held(granted(None, someone=person()), "2021-09").condition == "未计算"
    assert held(granted(grade="二级"), "2018-10").condition == "未计算"


def test_what_is_not_paid_beside_another_says_so(granted, person):
    someone = person()
    rural = granted(someone=someone, kind="农村籍退役士兵", category="", grade="", nature="", service_years=5)
    granted(someone=someone, kind=SICK.kind, category="", grade="", nature="")
    assert held(rural, "2019-09").condition == "不重复享受"
    assert len(grants_of_person(someone, months.month(2019, 9))) == count() == 2


def test_the_months_paid_stand_together_and_single_grants_are_none_of_them(identity):
    made = identity()
    with journal.entry("发放", "王芳"):
        for month, programme in (
            (7, "定期抚恤补助"),
            (1, ""),
            (2, "定期抚恤补助"),
            (2, ""),
            (4, "丧葬补助"),
            (6, ""),
        ):
            Payment(
                person=made.person,
                programme=programme,
                item="补助",
                month=PartDate(2020, month),
                amount=Decimal(1),
            ).save()
    spans = months_paid(made.person)
    assert [(months.iso(first), months.iso(last)) for first, last in spans] == [
        ("2020-01", "2020-02"), ("2020-06", "2020-07"),
    ]  # fmt: skip


def test_a_new_standard_is_proposed_like_the_latest_of_its_kind(archive):
    facts = GrantFacts("伤残人员", "残疾军人", "六级", "因公", "", "农村", None)
    wanted = wanted_standard(NoStandard("国家", facts, MONTH))
    assert (wanted.unit, wanted.grade, wanted.nature, wanted.household) == ("年", "六级", "因公", "")
    unknown = wanted_standard(NoStandard("国家", facts._replace(kind="没有的一类"), MONTH))
    assert (unknown.unit, unknown.grade, unknown.begins) == ("", "", PartDate(2020, 9))
