"""Figures of medical aid 医疗保障: payments, illnesses helped with, exam cards (F36–F46, F48–F51).

A payment belongs to the year of the day it was paid, the cost of an illness to that of its day, a card to that of its issue.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from peewee import Expression

from models.aid.exam_cards import CardState, ExamCard
from models.aid.items import EXAM_ITEM
from models.core import codes
from models.core.record import Day
from models.imports.words.kind_words import kind_named
from models.ledger.years import in_year
from models.payments.medical_case import COST_REIMBURSED, SERIOUS_ILLNESS, TREATED_AWAY, MedicalCase
from models.payments.payment import Payment
from models.people.identity import DISABLED, LOW_GRADES, RURAL_VETERANS, Identity
from models.people.person import Person
from models.year.figures.definitions import (
    Counted,
    Definition,
    Where,
    distinct,
    not_surely,
    people_measure,
    surely,
    total_measure,
)
from models.year.figures.display import DISPLAY_FLOOR, YUAN, Display
from models.year.figures.money import PAID_MONTH, SHOWN_IN_WAN, SUM_OF_AMOUNTS, says, under

SECOND_CLAIM, PREMIUM_PAID, OUTPATIENT_AID, HEALTH_EXAM, ENROLMENT_AID = (
    "二次报销", "代缴医保", "门诊补助", "体检", "参保补助",
)  # fmt: skip
HIGH_GRADES = ("一级", "二级", "三级", "四级", "五级", "六级")
RESIDENTS = "居民"  # in the names of the insurances of residents
CARD_GIVEN = (CardState.ISSUED, CardState.USED)
EXAMINED = (
    EXAM_ITEM,
    "体检费",
)  # what is paid for when somebody has been examined, not when a card is handed out


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


def insured_otherwise() -> Any:
    """Payments to people whose file has another insurance than that of residents."""
    other = Person.select(Person.id).where(Person.insurance != "", ~Person.insurance.contains(RESIDENTS))
    return ~Payment.category.contains(RESIDENTS) & Payment.person.in_(other)


def known_as_resident() -> Any:
    """Payments to residents by their insurance, as the register says, or the file."""
    on_file = Person.select(Person.id).where(Person.insurance.contains(RESIDENTS))
    return Payment.category.contains(RESIDENTS) | Payment.person.in_(on_file)


def outpatients(among: Any = None, but: Any = None, are_rural: bool = False) -> Where:
    """Payments for outpatients, to 农村籍退役士兵 or to others, of which one condition holds and another does not."""

    def conditions_of(year: int) -> Iterator[Expression]:
        yield from under(OUTPATIENT_AID)(year)
        yield surely(rural(year)) if are_rural else not_surely(rural(year))
        if among is not None:
            yield surely(among)
        if but is not None:
            yield not_surely(but)

    return conditions_of


def graded(grades: tuple[str, ...]) -> Any:
    """Payments to disabled people of some grades, as the register says, or where it says none, the file."""
    on_file = Identity.select(Identity.person).where(Identity.kind == DISABLED, Identity.grade.in_(grades))
    unsaid = ~says((*HIGH_GRADES, *LOW_GRADES), Payment.category)
    return says(grades, Payment.category) | (unsaid & Payment.person.in_(on_file))


def premiums(but: Any, only: bool = False) -> Where:
    """Premiums paid for people, but for some; or for those ``only``."""
    condition = surely(but) if only else not_surely(but)
    return lambda year: (*under(PREMIUM_PAID)(year), condition)


def exam_cards_of(day: Day, *states: str) -> Where:
    """Cards of which this was the day, in a year."""
    return lambda year: (in_year(day, year), ExamCard.state.in_(states))


def paid_without_card(year: int, *conditions: Any) -> Iterator[Expression]:
    """Payments for examinations to people who have no card of the year in the register of cards."""
    yield from under(HEALTH_EXAM)(year)
    yield from conditions
    listed = ExamCard.select(ExamCard.person).where(ExamCard.year == year, ExamCard.state.in_(CARD_GIVEN))
    yield Payment.person.is_null(True) | Payment.person.not_in(listed)


def examined_without_card(year: int) -> Iterator[Expression]:
    yield from paid_without_card(year, says(EXAMINED))


def cases_of_kind(kind: str) -> Where:
    return lambda year: (in_year(MedicalCase.day, year), MedicalCase.kind == kind)


def helping(kind: str) -> Where:
    """Payments towards cases of a kind."""
    of_kind = MedicalCase.select(MedicalCase.id).where(MedicalCase.kind == kind)
    return lambda year: (in_year(PAID_MONTH, year), Payment.case.in_(of_kind))


MEDICAL_SECTION = "医疗保障"
RURAL_OUTPATIENTS = outpatients(are_rural=True)
RESIDENT, NEITHER = outpatients(but=insured_otherwise()), outpatients(among=insured_otherwise())
UNSAID_RESIDENT = outpatients(but=insured_otherwise() | known_as_resident())
LOW, HIGH = graded(LOW_GRADES), graded(HIGH_GRADES)
SEVERE, LESS_SEVERE, UNSAID_GRADE = premiums(LOW), premiums(LOW, only=True), premiums(LOW | HIGH)
CARD_HOLDERS = distinct(ExamCard.person)
WITHOUT_CARD, EXAMINED_SO = (
    Counted(Payment, where, people_measure) for where in (paid_without_card, examined_without_card)
)
MEDICAL_DEFINITIONS = [
    Definition("medical.second_persons", "F36", MEDICAL_SECTION, "享受二次医疗费报销的重点优抚对象", "名", Payment, under(SECOND_CLAIM), people_measure),
    Definition("medical.second_yuan", "F37", MEDICAL_SECTION, "二次医疗费报销", YUAN, Payment, under(SECOND_CLAIM), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.premium_persons", "F38", MEDICAL_SECTION, "代缴医疗保险的六级以上残疾军人", "名", Payment, SEVERE, people_measure),
    Definition("medical.premium_yuan", "F39", MEDICAL_SECTION, "代缴六级以上残疾军人医疗保险", YUAN, Payment, SEVERE, SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.premium_unsaid", "F38a", MEDICAL_SECTION, "代缴医疗保险、没有写明伤残等级的", "名", Payment, UNSAID_GRADE, people_measure),
    Definition("medical.premium_others", "F39a", MEDICAL_SECTION, "代缴医疗保险的其他优抚对象", "名", Payment, LESS_SEVERE, people_measure),
    Definition("medical.premium_others_yuan", "F39b", MEDICAL_SECTION, "代缴其他优抚对象医疗保险", YUAN, Payment, LESS_SEVERE, SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.outpatient_residents", "F40", MEDICAL_SECTION, "发放门诊医疗补助的享受居民医保的重点优抚对象", "名", Payment, RESIDENT, people_measure, looks=True),
    Definition("medical.outpatient_unsaid", "F40b", MEDICAL_SECTION, "发放门诊医疗补助、没有写明医保的", "名", Payment, UNSAID_RESIDENT, people_measure, looks=True),
    Definition("medical.outpatient_others", "F40a", MEDICAL_SECTION, "发放门诊医疗补助的其他优抚对象", "名", Payment, NEITHER, people_measure, looks=True),
    Definition("medical.outpatient_rural", "F41", MEDICAL_SECTION, "发放门诊医疗补助的农村籍60周岁退役士兵", "名", Payment, RURAL_OUTPATIENTS, people_measure, looks=True),
    Definition("medical.outpatient_yuan", "F42", MEDICAL_SECTION, "门诊医疗补助费", YUAN, Payment, under(OUTPATIENT_AID), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.exam_yuan", "F43", MEDICAL_SECTION, "优抚对象体检投入", YUAN, Payment, under(HEALTH_EXAM), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.exam_persons", "F44", MEDICAL_SECTION, "发放体检卡的在册优抚对象", "名", ExamCard, exam_cards_of(ExamCard.issued_on, *CARD_GIVEN), CARD_HOLDERS, day=ExamCard.issued_on, also=(WITHOUT_CARD,)),
    Definition("medical.exams_used", "F44a", MEDICAL_SECTION, "已经体检的优抚对象", "名", ExamCard, exam_cards_of(ExamCard.used_on, CardState.USED), CARD_HOLDERS, day=ExamCard.used_on, also=(EXAMINED_SO,)),
    Definition("medical.enrolment_persons", "F45", MEDICAL_SECTION, "报销参保金的享受居民医保的重点优抚对象", "名", Payment, under(ENROLMENT_AID), people_measure),
    Definition("medical.enrolment_yuan", "F46", MEDICAL_SECTION, "报销居民医保参保金", YUAN, Payment, under(ENROLMENT_AID), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.serious_cost_yuan", "F48", MEDICAL_SECTION, "大病救助对象的医疗总费用", YUAN, MedicalCase, cases_of_kind(SERIOUS_ILLNESS), total_measure(MedicalCase.cost), SHOWN_IN_WAN),
    Definition("medical.serious_paid_yuan", "F49", MEDICAL_SECTION, "大病救助报销和补助", YUAN, Payment, helping(SERIOUS_ILLNESS), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.away_yuan", "F50", MEDICAL_SECTION, "异地就医手术和治疗费补助", YUAN, Payment, helping(TREATED_AWAY), SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("medical.militia_yuan", "F51", MEDICAL_SECTION, "伤残民兵民工等医疗费报销", YUAN, Payment, helping(COST_REIMBURSED), SUM_OF_AMOUNTS, Display(DISPLAY_FLOOR, Decimal("0.1"))),
]  # fmt: skip
