"""What the year's charts show, and what each bar opens."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from models.visits.visit import Visit
from models.year.statistics import charts
from tests.conftest import USER


def chart(title, year=2020):
    return next(each for each in charts.charts_of_year(year) if each.title == title)


def values(title):
    return {bar.label: bar.value for bar in chart(title).bars if bar.value}


def test_people_are_counted_once_in_each_bar(person, identity):
    someone = person(street="总寨镇", born=PartDate(1945, 3, 1))
    identity(someone, kind="伤残人员", category="残疾军人", grade="八级", nature="因战")
    identity(someone, kind="伤残人员", category="伤残人民警察", grade="八级", nature="因战")
    identity(someone, kind="参战退役人员")
    assert values("各类优抚对象人数") == {"伤残人员": 1, "参战退役人员": 1}
    assert values("各街道(镇)优抚对象人数") == {"总寨镇": 1}
    assert values("优抚对象年龄结构") == {"70—79岁": 1}


def test_a_bar_opens_its_people(person, identity):
    someone = person()
    identity(someone)
    assert [each.id for each in chart("各类优抚对象人数").records("参战退役人员")] == [someone.id]


def test_money_by_month_programme_and_fund(person):
    someone = person()
    with journal.entry("登记", USER):
        for month, amount in ((1, "100.50"), (1, "20"), (3, "7")):
            Payment(
                person=someone, month=PartDate(2020, month), item="补助", amount=Decimal(amount),
                programme="优待金", fund="区级",
            ).save()  # fmt: skip
    assert values("各月发放优抚资金") == {"1月": 121, "3月": 7}
    assert values("优抚资金按发放类别") == {"优待金": 128}
    assert values("优抚资金按资金来源") == {"区级": 128}
    assert chart("各月发放优抚资金").records("1月").count() == 2


def test_visits_by_month_and_category(person):
    with journal.entry("登记", USER):
        Visit(unit="某部队", day=PartDate(2020, 7, 28)).save()
        Visit(unit="某部队", day=PartDate(2019, 7, 28)).save()
    assert values("各月走访慰问") == {"7月": 1}
    assert values("走访慰问对象") == {"驻区部队": 1}


def test_an_empty_archive_has_charts_without_bars(archive):
    assert all(bar.value == 0 for each in charts.charts_of_year(2020) for bar in each.bars)
