"""A record changes exactly the figures that depend on it, in the year of its day, and each figure opens its rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.visits.visit import Visit
from models.year import figures
from models.year.figures.display import DISPLAY_FLOOR, Display
from tests.factories import citizen_number

USER = "王芳"
DAY = PartDate(2020, 7, 28)


def values(year=2020):
    return {each.key: each.value for each in figures.all(year)}


@pytest.fixture
def changed(archive):
    """Save a record and say which figures of the year it changed, and by how much."""

    def keep(*records):
        before = values()
        with journal.entry("登记", USER):
            for record in records:
                record.save()
        after, other = values(), values(2019)
        assert not any(value for key, value in other.items() if key != "files.persons")
        return {key: after[key] - before[key] for key in after if after[key] != before[key]}

    return keep


@pytest.fixture
def outsider(archive):
    made = Outsider(name="李某", number=citizen_number())
    with journal.entry("登记", USER):
        made.save()
    return made


def test_there_are_all_figures_of_the_acceptance_table():
    numbers = [each.number for each in figures.DEFINITIONS.values()]
    assert sorted(numbers) == [f"F{n:02d}" for n in range(1, 58) if n not in (24, 25, 26, 27, 28)]


def test_an_empty_archive_has_figures_of_nothing(archive):
    assert set(values().values()) == {0}
    assert figures.rates_of(2020) == []


def test_a_person_on_file_is_one_more_file(changed, person):
    before = values()
    person()
    assert {key for key, value in values().items() if value != before[key]} == {"files.persons"}


VISITS = [
    ({"unit": "某部", "occasion": "八一", "gifts": "水果", "gift_value": Decimal(100)}, {"unit_rounds": 1, "units": 1, "gifts_yuan": 100}),
    ({"unit": "某部", "occasion": "八一"}, {"unit_rounds": 1, "units": 1}),
    ({"category": "复员干部", "money": Decimal(600)}, {"persons_yuan": 600}),
    ({"category": "困难退役军人", "money": Decimal(600), "gifts": "米", "gift_value": Decimal(9)}, {"persons_yuan": 600}),
    ({"category": "企业军转干部", "money": Decimal(600)}, {"cadres_yuan": 600}),
    ({"category": "见义勇为退役军人", "money": Decimal(600)}, {"bravery_yuan": 600}),
    ({"category": "现役军人家属", "money": Decimal(600), "notes": "执行特殊任务"}, {"special_duty_families": 1}),
    ({"category": "现役军人家属", "notes": "荣立三等功"}, {"merit_families": 1}),
    ({"category": "现役军人家属", "notes": "荣立二等功"}, {}),
    ({"category": "别的", "money": Decimal(600), "notes": "荣立三等功"}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "figures_of_it"), VISITS)
def test_a_visit_changes_its_own_figures(changed, outsider, facts, figures_of_it):
    visited = {} if "unit" in facts else {"outsider": outsider}
    expected = {f"visits.{key}": value for key, value in figures_of_it.items()}
    assert changed(Visit(day=DAY, **visited, **facts)) == expected


def test_a_unit_visited_twice_in_two_rounds_is_one_unit(changed):
    made = [Visit(day=DAY, unit="某部", occasion=o) for o in ("春节", "八一", "八一")]
    assert changed(*made) == {"visits.unit_rounds": 2, "visits.units": 1}


PAYMENTS = [
    ("定期抚恤补助", "", {"subsidies.living_and_price_yuan": 5}),
    ("物价补贴", "", {"subsidies.living_and_price_yuan": 5}),
    ("自主就业", "", {"subsidies.trained_soldiers": 1, "subsidies.training_yuan": 5}),
    ("立功奖励", "", {"subsidies.merit_families": 1, "subsidies.merit_yuan": 5, "honours.merit_reports": 1}),
    ("二次报销", "", {"medical.second_persons": 1, "medical.second_yuan": 5}),
    ("代缴医保", "", {"medical.premium_persons": 1, "medical.premium_yuan": 5}),
    ("门诊补助", "残疾军人", {"medical.outpatient_residents": 1, "medical.outpatient_yuan": 5}),
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


LEDGER = [
    (Publicity(day=DAY, form="双拥宣传牌", quantity=3), {"publicity.signs": 3}),
    (Publicity(day=DAY, form="横幅", quantity=3), {"publicity.banners": 3}),
    (Publicity(day=DAY, form="LED屏", quantity=3), {"publicity.banners": 3}),
    (Publicity(day=DAY, form="订阅《中国双拥》", quantity=3), {"publicity.magazine_shuangyong": 3}),
    (Publicity(day=DAY, form="订阅《中国退役军人》", quantity=3), {"publicity.magazine_veterans": 3}),
    (Publicity(day=DAY, form="宣传折页", quantity=3), {}),
    (Brief(day=DAY, kind="双拥信息"), {"publicity.reports_to_city": 1}),
    (Brief(day=DAY, kind="报刊刊登"), {"publicity.newspapers": 1}),
    (Brief(day=DAY, kind="电视播报"), {"publicity.television": 1}),
    (Brief(day=DAY, kind="新媒体发布", channel="今日头条"), {"publicity.toutiao": 1}),
    (Brief(day=DAY, kind="新媒体发布"), {"publicity.toutiao": 1}),
    (Brief(day=DAY, kind="新媒体发布", channel="微信公众号"), {}),
    (Brief(day=DAY, kind="活动简报"), {"honours.memorial_briefs": 1}),
    (Activity(day=DAY, theme="迎春", kind="茶话会", scrolls=7, people=9), {"activities.scrolls": 7}),
    (Activity(day=DAY, theme="春节", kind="慰问活动", books=7), {"activities.spring_events": 1, "activities.spring_books": 7}),
    (Activity(day=DAY, theme="端午", kind="社区文化慰问", books=7), {"activities.community_events": 1, "activities.community_books": 7}),
    (Activity(day=DAY, theme="建军节", kind="社区文化慰问"), {"activities.community_events": 1}),
    (Activity(day=DAY, theme="七一", kind="主题党日", people=7), {"activities.party_day_people": 7}),
    (Activity(day=DAY, theme="八一", kind="慰问演出", people=7), {"activities.august_events": 1}),
    (Activity(day=DAY, theme="清明", kind="网上祭英烈", people=7, units=2, stations=3),
     {"honours.memorial_people": 7, "honours.memorial_units": 2, "honours.memorial_stations": 3}),
    (Service(day=DAY, matter="军人子女入学", name="甲"), {"services.school_places": 1}),
    (Service(day=DAY, matter="接收安置退役军人", name="甲"), {"services.settled": 1}),
    (Honour(year=2020, honour="最美退役军人", name="甲", stage="初选"), {"honours.model_candidates": 1}),
    (Honour(year=2020, honour="最美退役军人", name="甲", stage="复选"), {}),
    (Rate(year=2020, name="某率", done=1, due=1), {}),
]  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), LEDGER)
def test_a_record_of_the_ledger_changes_its_own_figures(changed, record, expected):
    record.id = None
    assert changed(record) == expected


def test_a_figure_opens_its_rows_and_is_printed_as_the_officer_likes(changed, outsider):
    made = [
        Visit(day=DAY, unit=f"某部{n}", occasion="八一", gifts="水果", gift_value=Decimal(36800))
        for n in (1, 2)
    ]
    changed(Visit(day=DAY, outsider=outsider, category="复员干部", money=Decimal(1)), *made)
    found = {each.key: each for each in figures.all(2020)}
    gifts = found["visits.gifts_yuan"]
    assert (gifts.shown, gifts.unit, gifts.value) == ("7万余元", "元", Decimal(73600))
    assert [visit.unit for visit in gifts.rows()] == ["某部1", "某部2"]
    assert found["visits.units"].shown == "2支"
    own = {"visits.gifts_yuan": Display(DISPLAY_FLOOR, Decimal("0.1"))}
    assert next(f for f in figures.all(2020, own) if f.key == "visits.gifts_yuan").shown == "7.3万余元"


def test_rates_are_entered_or_asked_of_the_archive(identity, person):
    paid, unpaid = identity().person, identity(person(insurance="无")).person
    person(insurance="公费医疗", died=PartDate(2019))
    facts = {"programme": "定期抚恤补助", "item": "补助", "month": PartDate(2020, 7), "amount": Decimal(5)}
    with journal.entry("登记", USER):
        Rate(year=2020, position=2, name="落实率", source="paid").save()
        Rate(year=2020, position=3, name="参保率", source="insured").save()
        Rate(year=2020, position=1, name="优待金", done=31, due=32).save()
        Payment(person=paid, **facts).save()
    found = figures.rates_of(2020)
    assert [(each.name, each.done, each.due, each.shown) for each in found] == [
        ("优待金", 31, 32, "96.8%"), ("落实率", 1, 2, "50%"), ("参保率", 0, 2, "0%"),
    ]  # fmt: skip
    assert [None if (m := each.missing()) is None else {p.id for p in m} for each in found] == [
        None, {unpaid.id}, {paid.id, unpaid.id},
    ]  # fmt: skip
