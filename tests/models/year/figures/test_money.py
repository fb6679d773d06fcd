"""A payment changes its own figures, in the year in which it was paid."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.exam_cards import CardState, ExamCard, settle_cards
from models.core import journal
from models.core.dates import PartDate
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment, regular_items
from models.people.outsiders import Outsider
from models.year import figures
from tests.conftest import USER
from tests.factories import citizen_number
from tests.models.year.figures.conftest import DAY, values

PAYMENTS = [
    ("定期抚恤补助", "", {"subsidies.living_and_price_yuan": 5, "subsidies.living_yuan": 5}),
    ("物价补贴", "", {"subsidies.living_and_price_yuan": 5, "subsidies.price_yuan": 5}),
    ("自主就业", "", {"subsidies.trained_soldiers": 1, "subsidies.training_yuan": 5}),
    ("立功奖励", "", {"subsidies.merit_families": 1, "subsidies.merit_yuan": 5, "subsidies.merit_not_third": 1}),
    ("二次报销", "", {"medical.second_persons": 1, "medical.second_yuan": 5}),
    ("代缴医保", "残疾军人六级", {"medical.premium_persons": 1, "medical.premium_yuan": 5}),
    ("代缴医保", "六级以上残疾军人", {"medical.premium_persons": 1, "medical.premium_yuan": 5}),
    ("代缴医保", "残疾军人七级", {"medical.premium_others": 1, "medical.premium_others_yuan": 5}),
    ("代缴医保", "", {"medical.premium_persons": 1, "medical.premium_yuan": 5, "medical.premium_unsaid": 1}),
    ("门诊补助", "享受居民医保的重点优抚对象", {"medical.outpatient_residents": 1, "medical.outpatient_yuan": 5}),
    ("门诊补助", "残疾军人", {"medical.outpatient_residents": 1, "medical.outpatient_yuan": 5, "medical.outpatient_unsaid": 1}),
    ("门诊补助", "年满60周岁农村籍退役士兵", {"medical.outpatient_rural": 1, "medical.outpatient_yuan": 5}),
    ("门诊补助", "60周岁以上农村籍退役士兵", {"medical.outpatient_rural": 1, "medical.outpatient_yuan": 5}),
    ("体检", "", {"medical.exam_persons": 1, "medical.exam_yuan": 5}),
    ("参保补助", "", {"medical.enrolment_persons": 1, "medical.enrolment_yuan": 5}),
    ("优待金", "", {}), ("临时救助", "", {}), ("慰问金", "", {}), ("", "", {}),
]  # fmt: skip


@pytest.mark.parametrize(("programme", "category", "expected"), PAYMENTS)
def test_a_payment_changes_its_own_figures(changed, outsider, programme, category, expected):
    paid = Payment(
        outsider=outsider, programme=programme, item="某项", category=category, month=PartDate(2020, 7),
        paid_on=DAY, amount=Decimal(5),
    )  # fmt: skip
    assert changed(paid) == expected


def test_a_payment_belongs_to_the_year_it_was_paid_in(outsider, changed):
    facts = {"outsider": outsider, "programme": "体检", "item": "体检卡", "amount": Decimal(5)}
    late = Payment(month=PartDate(2019, 12), paid_on=PartDate(2020, 1, 3), **facts)
    undated = Payment(month=PartDate(2020, 1), **facts)
    assert changed(late, undated) == {"medical.exam_persons": 1, "medical.exam_yuan": 10}


def test_an_outpatient_without_a_class_is_asked_of_the_file(changed, identity):
    rural = identity(kind="农村籍退役士兵")
    facts = {"programme": "门诊补助", "item": "门诊", "month": PartDate(2020, 7), "amount": Decimal(5)}
    before = values()
    with journal.entry("登记", USER):
        Payment(person=rural.person, **facts).save()
    after = values()
    told = {key for key in after if after[key] != before[key]}
    assert told == {"medical.outpatient_rural", "medical.outpatient_yuan"}


def test_good_news_is_counted_where_the_register_speaks_of_it(changed, outsider):
    facts = {
        "programme": "立功奖励",
        "item": "三等功慰问金",
        "month": PartDate(2020, 7),
        "amount": Decimal(5),
    }
    other = Outsider(name="王某", number=citizen_number())
    told = changed(
        other, Payment(outsider=outsider, **facts), Payment(outsider=other, notes="送喜报上门", **facts)
    )
    assert told["honours.merit_reports"] == 1
    assert told["subsidies.merit_families"] == 2


CASES = [
    ("大病救助", {"medical.serious_cost_yuan": 9, "medical.serious_paid_yuan": 5}),
    ("异地就医", {"medical.away_yuan": 5}),
    ("医疗费报销", {"medical.militia_yuan": 5}),
    ("其他", {}),
]


@pytest.mark.parametrize(("kind", "expected"), CASES)
def test_a_case_and_what_was_paid_for_it(changed, outsider, kind, expected):
    case = MedicalCase(outsider=outsider, kind=kind, day=DAY, cost=Decimal(9))
    facts = {"programme": "医疗救助", "item": kind, "month": PartDate(2020, 7), "amount": Decimal(5)}
    assert changed(case, Payment(outsider=outsider, case=case, **facts)) == expected


def test_the_same_man_is_one_person_however_often_he_is_paid(changed, outsider):
    facts = {
        "outsider": outsider,
        "programme": "门诊补助",
        "item": "门诊",
        "category": "残疾军人",
        "amount": Decimal(5),
    }
    made = [Payment(month=PartDate(2020, month), **facts) for month in (7, 8)]
    assert changed(*made) == {
        "medical.outpatient_residents": 1, "medical.outpatient_unsaid": 1, "medical.outpatient_yuan": 10,
    }  # fmt: skip


def test_a_regular_payment_of_the_first_days_has_no_programme_and_counts_all_the_same(changed, outsider):
    regular = next(iter(regular_items()))
    paid = Payment(outsider=outsider, item=regular, month=PartDate(2020, 7), amount=Decimal(5))
    assert changed(paid) == {"subsidies.living_and_price_yuan": 5, "subsidies.living_yuan": 5}


@pytest.mark.parametrize(("grade", "key"), [("一等功", "first"), ("二等功", "second"), ("三等功", "third")])
def test_rewards_are_told_by_grade(changed, outsider, grade, key):
    paid = Payment(
        outsider=outsider,
        programme="立功奖励",
        item=f"{grade}慰问金",
        month=PartDate(2020, 7),
        amount=Decimal(5),
    )
    told = changed(paid)
    assert told.pop("subsidies.merit_not_third", 0) == (key != "third")
    assert told == {
        "subsidies.merit_families": 1, "subsidies.merit_yuan": 5, f"subsidies.merit_{key}": 1, f"subsidies.merit_{key}_yuan": 5,
    }  # fmt: skip


def test_help_to_soldiers_who_look_for_work_is_training_unless_it_says_otherwise(changed, outsider):
    facts = {"outsider": outsider, "programme": "自主就业", "month": PartDate(2020, 7), "amount": Decimal(5)}
    assert changed(Payment(item="一次性经济补助", **facts)) == {
        "subsidies.self_employed": 1, "subsidies.self_employed_yuan": 5,
    }  # fmt: skip


def test_cards_that_were_handed_out_are_counted_before_anybody_is_paid(changed, person):
    holder, other = person(), person()
    made = [
        ExamCard(person=each, year=2020, amount=Decimal(5), state=state, issued_on=DAY, signed_by="本人", used_on=used)
        for each, state, used in ((holder, CardState.ISSUED, None), (other, CardState.USED, DAY))
    ]  # fmt: skip
    assert changed(*made) == {"medical.exam_persons": 2, "medical.exams_used": 1}
    with journal.entry("结算", USER):
        settle_cards(made[1:], DAY, "区级财政")
    told = {each.key: each.value for each in figures.all(2020)}
    assert (told["medical.exam_persons"], told["medical.exams_used"], told["medical.exam_yuan"]) == (2, 1, 5)
    facts = {"programme": "体检", "month": PartDate(2020, 7), "paid_on": DAY, "amount": Decimal(5)}
    assert changed(Payment(person=person(), item="体检卡", **facts)) == {
        "medical.exam_persons": 1, "medical.exam_yuan": 5,
    }  # fmt: skip
