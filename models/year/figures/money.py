"""Figures of money, payments 补助发放 and illnesses helped with (F30–F33, F36–F51, F53).

A payment belongs to the year of the day it was paid, or where that is not known, of the month it is for; the cost of an
illness to the year of its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from peewee import Expression, fn

from models.core import codes
from models.imports.words.kind_words import kind_named
from models.ledger.years import in_year
from models.payments.medical_case import COST_REIMBURSED, SERIOUS_ILLNESS, TREATED_AWAY, MedicalCase
from models.payments.payment import REGULAR, Payment, regular_items
from models.people.identity import RURAL_VETERANS, Identity
from models.year.figures.definitions import Definition, Where, people_measure, total_measure
from models.year.figures.display import DISPLAY_FLOOR, DISPLAY_WAN, YUAN, Display

PAID_MONTH = fn.COALESCE(Payment.paid_on, Payment.month)
PRICE_ALLOWANCE, SELF_EMPLOYMENT, MERIT_REWARD, SECOND_CLAIM = "物价补贴", "自主就业", "立功奖励", "二次报销"
PREMIUM_PAID, OUTPATIENT_AID, HEALTH_EXAM, ENROLMENT_AID = "代缴医保", "门诊补助", "体检", "参保补助"
GOOD_NEWS = "喜报"


def under(*programmes: str) -> Where:
    """Payments of these programmes in a year."""
    said: Any = Payment.programme.in_(programmes)
    if REGULAR in programmes:  # as archives of the first days have it
        said = said | ((Payment.programme == "") & Payment.item.in_(regular_items()))
    return lambda year: (in_year(PAID_MONTH, year), said)


def rural(year: int) -> Expression:
    """Payments to 农村籍退役士兵: by the register's own words, or where it has none, by the identity on file."""
    words: Any = Payment.select(Payment.category).where(*under(OUTPATIENT_AID)(year)).distinct()
    named = [
        word
        for (word,) in words.tuples()
        if RURAL_VETERANS in (codes.kind_of_category(word), kind_named(word))
    ]
    on_file = Identity.select(Identity.person).where(Identity.kind == RURAL_VETERANS)
    return Payment.category.in_(named) | ((Payment.category == "") & Payment.person.in_(on_file))


def rural_outpatients(year: int) -> Iterator[Expression]:
    yield from under(OUTPATIENT_AID)(year)
    yield rural(year)


def other_outpatients(year: int) -> Iterator[Expression]:
    yield from under(OUTPATIENT_AID)(year)
    counted = Payment.select(Payment.id).where(rural(year))
    yield Payment.id.not_in(counted)


def good_news(year: int) -> Iterator[Expression]:
    """Merit rewards brought to the door with the good news 送喜报; all of them in a year whose register never speaks of it."""
    yield from under(MERIT_REWARD)(year)
    told = Payment.notes.contains(GOOD_NEWS)
    if Payment.select().where(*under(MERIT_REWARD)(year), told).exists():
        yield told


def cases_of_kind(kind: str) -> Where:
    return lambda year: (in_year(MedicalCase.day, year), MedicalCase.kind == kind)


def helping(kind: str) -> Where:
    """Payments towards cases of a kind."""
    of_kind = MedicalCase.select(MedicalCase.id).where(MedicalCase.kind == kind)
    return lambda year: (in_year(PAID_MONTH, year), Payment.case.in_(of_kind))


MONEY_POLICY_SECTION, MEDICAL_SECTION = "政策落实", "医疗保障"
SHOWN_IN_WAN, SUM_OF_AMOUNTS = Display(DISPLAY_WAN), total_measure(Payment.amount)
MONEY_DEFINITIONS = [
    Definition("subsidies.living_and_price_yuan", "F47", MONEY_POLICY_SECTION, "发放优抚对象生活补助金和物价补贴", YUAN, Payment, under(REGULAR, PRICE_ALLOWANCE), SUM_OF_AMOUNTS, Display(DISPLAY_FLOOR, Decimal(1))),
    Definition("subsidies.trained_soldiers", "F32", MONEY_POLICY_SECTION, "报销技能培训费及生活补助费的自主就业退役士兵", "名", Payment, under(SELF_EMPLOYMENT), people_measure),
    Definition("subsidies.training_yuan", "F33", MONEY_POLICY_SECTION, "自主就业退役士兵技能培训费及生活补助费", YUAN, Payment, under(SELF_EMPLOYMENT), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("subsidies.merit_families", "F30", MONEY_POLICY_SECTION, "发放立功奖励的现役军人家庭", "名", Payment, under(MERIT_REWARD), people_measure),
    Definition("subsidies.merit_yuan", "F31", MONEY_POLICY_SECTION, "现役军人立功奖励慰问金", YUAN, Payment, under(MERIT_REWARD), SUM_OF_AMOUNTS),
    Definition("honours.merit_reports", "F53", "褒扬纪念", "为现役军人立功家庭送喜报", "名", Payment, good_news, people_measure),
    Definition("medical.second_persons", "F36", MEDICAL_SECTION, "享受二次医疗费报销的重点优抚对象", "名", Payment, under(SECOND_CLAIM), people_measure),
    Definition("medical.second_yuan", "F37", MEDICAL_SECTION, "二次医疗费报销", YUAN, Payment, under(SECOND_CLAIM), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.premium_persons", "F38", MEDICAL_SECTION, "代缴医疗保险的六级以上残疾军人", "名", Payment, under(PREMIUM_PAID), people_measure),
    Definition("medical.premium_yuan", "F39", MEDICAL_SECTION, "代缴六级以上残疾军人医疗保险", YUAN, Payment, under(PREMIUM_PAID), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.outpatient_residents", "F40", MEDICAL_SECTION, "发放门诊医疗补助的享受居民医保的重点优抚对象", "名", Payment, other_outpatients, people_measure),
    Definition("medical.outpatient_rural", "F41", MEDICAL_SECTION, "发放门诊医疗补助的农村籍60周岁退役士兵", "名", Payment, rural_outpatients, people_measure),
    Definition("medical.outpatient_yuan", "F42", MEDICAL_SECTION, "门诊医疗补助费", YUAN, Payment, under(OUTPATIENT_AID), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.exam_yuan", "F43", MEDICAL_SECTION, "优抚对象体检投入", YUAN, Payment, under(HEALTH_EXAM), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.exam_persons", "F44", MEDICAL_SECTION, "发放体检卡的在册优抚对象", "名", Payment, under(HEALTH_EXAM), people_measure),
    Definition("medical.enrolment_persons", "F45", MEDICAL_SECTION, "报销参保金的享受居民医保的重点优抚对象", "名", Payment, under(ENROLMENT_AID), people_measure),
    Definition("medical.enrolment_yuan", "F46", MEDICAL_SECTION, "报销居民医保参保金", YUAN, Payment, under(ENROLMENT_AID), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.serious_cost_yuan", "F48", MEDICAL_SECTION, "大病救助对象的医疗总费用", YUAN, MedicalCase, cases_of_kind(SERIOUS_ILLNESS), total_measure(MedicalCase.cost), SHOWN_IN_WAN),
    Definition("medical.serious_paid_yuan", "F49", MEDICAL_SECTION, "大病救助报销和补助", YUAN, Payment, helping(SERIOUS_ILLNESS), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.away_yuan", "F50", MEDICAL_SECTION, "异地就医手术和治疗费补助", YUAN, Payment, helping(TREATED_AWAY), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.militia_yuan", "F51", MEDICAL_SECTION, "伤残民兵民工等医疗费报销", YUAN, Payment, helping(COST_REIMBURSED), SUM_OF_AMOUNTS, Display(DISPLAY_FLOOR, Decimal("0.1"))),
]  # fmt: skip
