"""What was paid, by street and programme and month; sums to the fen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.year.statistics import money
from tests.conftest import USER


@pytest.fixture
def pay(archive):
    def make(amount, month=5, programme="定期抚恤补助", year=2020, **facts):
        with journal.entry("登记发放", USER):
            Payment(
                month=PartDate(year, month), programme=programme, item="补助", amount=Decimal(amount), **facts
            ).save()

    return make


def told(sheet, row, column, group=""):
    rows = [each.label for each in sheet.rows]
    columns = [(each.group, each.label) for each in sheet.columns]
    return sheet.cells[rows.index(row)][columns.index((group, column))].value


def test_money_by_street_and_kind_of_payment(person, identity, pay):
    disabled = identity(person(street="总寨镇"), kind="伤残人员", grade="六级", nature="因战")
    for month in (5, 6):
        pay("100.10", month, person=disabled.person, identity=disabled)
    pay("50", programme="物价补贴", person=disabled.person)
    pay("999", year=2019, person=disabled.person)
    sheet = money.funds(2020)
    assert told(sheet, "总寨镇", "补助总额") == Decimal("250.20")
    assert told(sheet, "总寨镇", "发放总人数") == 1
    assert told(sheet, "合计", "金额", "定期抚恤金") == Decimal("200.20")
    assert told(sheet, "合计", "人均", "定期抚恤金") == Decimal("200.20")
    assert told(sheet, "合计", "金额", "生活补助") == Decimal(50)
    assert told(sheet, "合计", "人均", "优待金") is None


def test_people_without_a_file_are_counted_too(person, pay):
    with journal.entry("登记", USER):
        outsider = Outsider.create(name="李四", street="南滩街道")
    pay("20", programme="自主就业", outsider=outsider)
    pay("20", person=person())
    sheet = money.funds(2020)
    assert told(sheet, "南滩街道", "金额", "其他补助") == Decimal(20)
    assert told(sheet, "合计", "发放总人数") == 2


def test_money_by_month_and_programme(person, pay):
    someone = person()
    pay("10.01", 1, person=someone)
    pay("20.02", 12, "优待金", person=someone)
    sheet = money.months(2020)
    assert told(sheet, "优待金", "12月") == Decimal("20.02")
    assert told(sheet, "合计", "合计") == Decimal("30.03")
    assert sheet.proofs == ("全年发放2笔，合计30.03元",)
    assert sheet.records(0, 0).count() == 1
