"""What is entered, approved and paid once is counted in the yearly report's figures F30 to F51."""

from __future__ import annotations

from decimal import Decimal

from models.aid import exam_cards
from models.aid.amounts import set_rule
from models.aid.lists import draw_up_list
from models.aid.oneoff_steps import approve_oneoffs, pay_oneoffs
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.dates import PartDate
from models.payments.medical_case import MedicalCase
from models.people.outsiders import Outsider
from models.year import figures
from tests.conftest import USER

RULES = {"clinic.insured": 400, "clinic.rural": 500, "insurance.paid": 26000, "insurance.refund": 320, "exam.card": 1138,
         "merit.merit3": 2000, "serious.share": 80, "second.share": 60, "away.share": 100, "refund.share": 100}  # fmt: skip


def test_every_kind_of_aid_is_counted_where_the_report_tells_it(identity, person):
    residents = "城乡居民基本医疗保险"
    ill = identity(person(name="甲", insurance=residents)).person
    identity(person(name="乙", born=PartDate(1950, 1, 1)), kind="农村籍退役士兵")
    identity(person(name="丙"), kind="伤残人员", grade="六级", nature="因公")
    with journal.entry("标准", USER):
        for key, value in RULES.items():
            set_rule(key, 2020, Decimal(value), "某文件")
    lines = [
        one
        for item in ("门诊医疗补助", "职工医保代缴", "居民医保参保补助")
        for one in draw_up_list(item, 2020, "批").lines
    ]
    soldier, veteran = Outsider(name="兵甲"), Outsider(name="退役甲")
    cases = [
        MedicalCase(
            person=ill, kind=kind, day=PartDate(2020, 3, 1), cost=Decimal(10000), insured=Decimal(insured)
        )
        for kind, insured in (("大病救助", 0), ("二次报销", 5000), ("异地就医", 2000), ("医疗费报销", 3000))
    ]
    items = ("大病救助", "二次医疗费报销", "异地就医救助", "医疗费报销")
    with journal.entry("登记", USER):
        for each in (soldier, veteran, *cases):
            each.save()
        lines.append(
            OneOff(outsider=soldier, item="立功受奖慰问金", merit="三等功", year=2020, amount=Decimal(2000))
        )
        lines.append(OneOff(outsider=veteran, item="技能培训费", year=2020, amount=Decimal(3800)))
        for case, item, amount in zip(cases, items, (8000, 3000, 8000, 7000), strict=True):
            lines.append(OneOff(person=ill, case=case, item=item, year=2020, amount=Decimal(amount)))
        for one in lines:
            one.state = "拟发"
            one.save()
        exam_cards.list_all(2020)
        for card in exam_cards.cards(2020):
            exam_cards.issue(card, "", PartDate(2020, 5, 1), card.person.name)
            exam_cards.use(card, PartDate(2020, 6, 1))
    with journal.entry("批准", USER):
        approve_oneoffs(lines, PartDate(2020, 7, 1), USER)
    with journal.entry("发放", USER):
        pay_oneoffs(lines, PartDate(2020, 8, 1))
        exam_cards.settle_cards(list(exam_cards.cards(2020)), PartDate(2020, 8, 1), "区级财政")
    told = {figure.key: figure.value for figure in figures.all(2020)}
    assert {key: told[key] for key in EXPECTED} == EXPECTED


EXPECTED = {
    "subsidies.merit_families": 1, "subsidies.merit_yuan": 2000, "subsidies.trained_soldiers": 1,
    "subsidies.training_yuan": 3800, "medical.second_persons": 1, "medical.second_yuan": 3000,
    "medical.premium_persons": 1, "medical.premium_yuan": 26000, "medical.outpatient_residents": 1,
    "medical.outpatient_rural": 1, "medical.outpatient_yuan": 900, "medical.exam_persons": 3, "medical.exam_yuan": 3414,
    "medical.enrolment_persons": 1, "medical.enrolment_yuan": 320, "medical.serious_cost_yuan": 10000,
    "medical.serious_paid_yuan": 8000, "medical.away_yuan": 8000, "medical.militia_yuan": 7000,
}  # fmt: skip
