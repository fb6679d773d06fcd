"""What was paid or visited that cannot be right is told when findings are listed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.filters.filters import Filter
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people import findings
from models.people.outsiders import Outsider
from models.people.person import FamilyMember
from models.visits.visit import Visit
from tests.conftest import USER


@pytest.fixture
def pay(archive):
    def make(someone, month="2020-05", amount="650", **more):
        facts = {"programme": "定期抚恤补助", "item": "两参人员生活补助费"} | more
        made = Payment(person=someone, month=PartDate.parse(month), amount=Decimal(amount), **facts)
        with journal.entry("登记发放", USER):
            made.save()
        return made

    return make


def messages(someone):
    told = [each.message for each in findings.findings_of(someone)]
    assert told == [each.message for each in findings.all_findings() if each.person == someone.id]
    return told


def test_who_was_paid_as_is_due_is_no_doubt(person, pay):
    someone = person(died=PartDate(2020, 5, 3))
    pay(someone, "2020-04")
    pay(someone, "2020-05")
    assert messages(someone) == []


def test_who_is_paid_after_the_month_of_death_is_told(person, pay):
    someone = person(died=PartDate(2020, 5, 3))
    pay(someone, "2020-06")
    assert messages(someone) == ["已于2020-05-03去世，2020-06仍登记发放650.00元，请核对"]


def test_what_the_family_is_paid_once_is_no_doubt(person, pay):
    someone = person(died=PartDate(2020, 5, 3))
    pay(someone, "2020-06", item="一次性抚恤金", programme="其他")
    assert messages(someone) == []


def test_who_is_visited_after_death_is_told(person):
    someone = person(died=PartDate(2020, 5, 3))
    with journal.entry("走访", USER):
        Visit(person=someone, day=PartDate(2020, 7, 30)).save()
    assert messages(someone) == ["已于2020-05-03去世，2020-07-30仍登记走访本人，请核对"]


def test_the_same_payment_twice_is_told_once(person, pay):
    someone = person()
    pay(someone)
    pay(someone)
    assert messages(someone) == ["2020-05的两参人员生活补助费有2笔相同的650.00元，请核对是否重复"]


def test_a_hundred_thousand_in_a_month_is_told(person, pay):
    someone = person()
    pay(someone, amount="99999")
    assert messages(someone) == ["2020-05一个月登记发放99999.00元，请核对"]


def test_aid_above_the_bill_is_told(person, pay, monkeypatch):
    someone = person()
    monkeypatch.setattr(Payment, "conflicts", lambda self: iter(()))  # as imports insert
    with journal.entry("医疗救助", USER):
        case = MedicalCase(
            person=someone,
            kind="大病救助",
            day=PartDate(2020, 5, 1),
            cost=Decimal(1000),
            insured=Decimal(600),
        )
        case.save()
    pay(someone, amount="500", case=case, programme="医疗救助", item="大病救助")
    assert messages(someone) == ["费用1000.00元，医保报销600.00元，补助500.00元，补助多于个人负担，请核对"]


def test_ones_own_number_as_the_spouses_is_told(person):
    someone = person()
    with journal.entry("家庭成员", USER):
        FamilyMember(person=someone, relation="配偶", name="李梅", number=someone.number).save()
    assert messages(someone) == ["配偶李梅的身份证号与本人相同，请核对"]


def test_somebody_without_a_file_who_is_paid_the_same_twice_is_told(archive):
    with journal.entry("优待金", USER):
        soldier = Outsider(name="兵甲", category="义务兵家庭")
        soldier.save()
        for amount in (14272, 14272, 500):
            Payment(
                outsider=soldier,
                month=PartDate(2020, 8),
                amount=Decimal(amount),
                programme="优待金",
                item="义务兵家庭优待金",
            ).save()
    (told,) = findings.all_findings()
    assert (told.name, told.person, told.message) == (
        "兵甲", 0, "2020-08的义务兵家庭优待金有2笔相同的14272.00元，请核对是否重复",
    )  # fmt: skip
    assert findings.doubtful_across_files() == {0}


def test_the_filter_finds_who_has_a_doubt_of_money_alone(person, pay):
    someone, _ = person(), person(name="李四")
    pay(someone)
    assert Filter(with_findings=True).query().count() == 0
    pay(someone)
    assert [each.id for each in Filter(with_findings=True).query()] == [someone.id]
    (told,) = findings.findings_of(someone)
    findings.settle_finding(told, "分两次补发，已核实", USER)
    assert Filter(with_findings=True).query().count() == 0
