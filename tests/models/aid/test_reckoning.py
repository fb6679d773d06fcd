"""How much a payment comes to: by the office's amounts, and never more than the patient bears."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.aid.amounts import set_rule
from models.aid.reckoning import AidFacts, medical, percent, reckon
from models.core import journal
from models.core.record import Refusal
from models.payments.medical_case import MedicalCase
from tests.models.aid.conftest import USER, approved, paid

HOUSEHOLDS = {"family.town": 14272, "family.country": 14272, "family.tibet": 150, "family.plateau": 100,
              "family.merit3": 10, "family.excellent": 5, "family.bachelor": 2000, "family.college": 1000}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({}, "14272.00"), ({"place": "进藏"}, "35680.00"), ({"place": "进疆、高原"}, "28544.00"),
        ({"merit": "三等功"}, "15699.20"), ({"merit": "优秀士兵"}, "14985.60"), ({"degree": "本科"}, "16272.00"),
        ({"place": "进藏", "merit": "三等功", "degree": "专科"}, "38107.20"),
    ],
)  # fmt: skip
def test_the_family_grant_of_a_county_is_reproduced_exactly(rule, facts, amount):
    """汶上县 2018: 14272 a household, Tibet 2.5 times, plateau twice, merit 10 % and 5 %, degrees 2000 and 1000."""
    rule(**HOUSEHOLDS)
    assert reckon("义务兵家庭优待金", AidFacts(2018, "城镇", **facts)).amount == Decimal(amount)


def test_town_and_country_differ_and_one_of_them_must_be_said(rule):
    rule(**{"family.town": 14118, "family.country": 4059})
    assert reckon("义务兵家庭优待金", AidFacts(2018, "城镇")).amount == 14118
    assert reckon("义务兵家庭优待金", AidFacts(2018, "农村")).amount == 4059
    with pytest.raises(Refusal, match="户籍类别"):
        reckon("义务兵家庭优待金", AidFacts(2018))
    with pytest.raises(Refusal, match="还没有设定"):
        reckon("义务兵家庭优待金", AidFacts(2018, "农村", "进藏"))


def test_price_subsidy_is_whole_yuan_and_not_below_the_least(rule):
    rule(**{"price.base": 640, "price.rise": "5.4", "price.least": 10})
    assert reckon("价格临时补贴", AidFacts(2020, quantity=3)).amount == 105  # 640 × 5.4 % = 34.56 → 35
    rule(2021, **{"price.rise": "1.2"})
    low = reckon("价格临时补贴", AidFacts(2021))
    assert low.amount == 10
    assert "不足10" in low.words


def test_years_served_days_trained_and_merit(rule):
    rule(**{"leave.year": 4500, "leave.more": 20, "training.day": 30, "merit.merit3": 2000})
    assert reckon("自主就业一次性经济补助", AidFacts(2020, quantity=2)).amount == 9000
    assert reckon("自主就业一次性经济补助", AidFacts(2020, quantity=5)).amount == 25200
    assert reckon("培训期间生活补助费", AidFacts(2020, quantity=25)).amount == 750
    assert reckon("立功受奖慰问金", AidFacts(2020, merit="三等功")).amount == 2000
    for facts in ({}, {"merit": "特等功"}):
        with pytest.raises(Refusal, match="立功等次"):
            reckon("立功受奖慰问金", AidFacts(2020, **facts))


def test_medical_aid_takes_threshold_ratio_and_cap_in_that_order(rule, ill):
    rule(**{"serious.from": 10_000, "serious.share": 70, "serious.most": 20_000})
    case = ill()
    assert medical("serious", AidFacts(2020, case=case)).amount == 20_000  # (40000 − 10000) × 70 % = 21000
    assert medical("serious", AidFacts(2020, case=case, before=Decimal(15_000))).amount == 5_000
    assert "封顶20000" in medical("serious", AidFacts(2020, case=case)).words


@settings(max_examples=30)
@given(cost=st.integers(1, 10**8), insured=st.integers(0, 10**8), share=st.integers(0, 20_000), least=st.integers(0, 10**7))  # fmt: skip
def test_aid_is_never_more_than_the_patient_bears(archive, cost, insured, share, least):
    with journal.entry("标准", USER):
        set_rule("second.share", 2020, Decimal(share) / 100, "某文件")
        set_rule("second.from", 2020, Decimal(least), "某文件")
    case = MedicalCase(cost=Decimal(cost).scaleb(-2), insured=Decimal(min(insured, cost)).scaleb(-2))
    case.id = 10**9
    amount = medical("second", AidFacts(2020, case=case)).amount
    assert 0 <= amount <= case.cost - case.insured


def test_ratios_are_written_as_officers_do():
    assert [percent(Decimal(each)) for each in ("0.1", "0.025", "1.5", "1")] == [
        "10%",
        "2.5%",
        "150%",
        "100%",
    ]


def test_the_third_year_of_a_sergeant_is_the_first_that_counts_more(rule):
    rule(**{"leave.year": 4500, "leave.more": 20})
    assert [reckon("自主就业一次性经济补助", AidFacts(2020, quantity=years)).amount for years in (2, 3)] == [
        9000,
        14400,
    ]
    with pytest.raises(Refusal, match="服役年数"):
        reckon("自主就业一次性经济补助", AidFacts(2020))


def test_a_sum_says_its_parts_and_what_they_come_to(rule):
    rule(**HOUSEHOLDS)
    told = reckon("义务兵家庭优待金", AidFacts(2018, "城镇", "进藏", degree="专科"))
    assert told.words == "城镇户标准14272.00元＋进藏增发150%21408.00元＋专科一次性增发1000.00元＝36680.00元"
    assert told.amount == 36680


def test_what_was_helped_with_already_is_no_longer_borne_by_the_patient(rule, ill, one):
    rule(**{"serious.share": 50})
    case = ill()
    made = one(case.person, "大病救助", case=case, amount=Decimal(10_000))
    approved(made)
    paid(made)
    again = medical("serious", AidFacts(2020, case=MedicalCase.get_by_id(case.id)))
    assert again.amount == 15_000  # (100000 − 60000 − 10000) × 50 %
    assert "本次病例已补助10000.00元，个人负担30000.00元" in again.words


def test_a_cost_at_the_threshold_is_helped_with_nothing_and_a_cap_reached_leaves_nothing(rule, ill):
    rule(**{"serious.from": 40_000, "serious.share": 70, "serious.most": 20_000})
    assert medical("serious", AidFacts(2020, case=ill())).amount == 0
    rule(2021, **{"serious.from": 0})
    assert medical("serious", AidFacts(2021, case=ill(), before=Decimal(20_001))).amount == 0


def test_a_case_without_its_cost_is_not_guessed(rule):
    rule(**{"second.share": 50})
    for case in (None, MedicalCase(insured=Decimal(5))):
        with pytest.raises(Refusal, match="医疗费总额"):
            medical("second", AidFacts(2020, case=case))


def test_the_cap_is_of_the_year_and_not_of_one_case(rule, ill):
    rule(**{"serious.share": 70, "serious.most": 20_000})
    case = ill(cost=Decimal(20_000), insured=Decimal(0))
    assert medical("serious", AidFacts(2020, case=case, before=Decimal(6_000))).amount == 14_000
    told = medical("serious", AidFacts(2020, case=case, before=Decimal("6000.01")))
    assert told.amount == Decimal("13999.99")
    assert "本年已补助6000.01元，封顶20000.00元，实补13999.99元" in told.words
