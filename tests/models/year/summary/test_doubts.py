"""What an officer should look at before a summary goes out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.activities import Activity
from models.ledger.rates import Rate, Standing
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.year import figures
from models.year.summary import report, texts
from models.year.summary.doubts import of_rates
from tests.conftest import USER


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


def doubts(kind=texts.YEARLY_SUMMARY):
    return " ".join(doubt.message for doubt in report.summary_of(kind, 2020).doubts)


def test_a_typed_number_and_an_unknown_key_are_told(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, 2020, "总结\n慰问部队12支。\n共{persons}人。", USER)
    assert "手写的数字“12支”没有指标可以对上" in doubts()
    assert "“{persons}”不是任何指标" in doubts()


def test_the_doubts_of_the_acceptance_table(person, identity):
    someone = identity(person(insurance="城乡居民基本医疗保险")).person
    activities = [
        Activity(day=PartDate(2020, 1, 10), theme="春节慰问", kind=kind, books=208)
        for kind in ("慰问活动", "社区文化慰问")
    ]
    outsider = Outsider(name="李四")
    keep(*activities, outsider)
    facts = {"month": PartDate(2020, 8), "item": "补助", "amount": Decimal(100)}
    keep(Payment(outsider=outsider, programme="立功奖励", notes="送喜报上门", **facts))
    keep(*(Payment(person=someone, programme=each, **facts) for each in ("门诊补助", "参保补助")))
    keep(*(Rate(year=2020, position=n, name=f"第{n}率", done=9, due=9 + (n == 2)) for n in range(4)))
    identity()
    keep(Payment(person=someone, programme="体检", **facts))
    said = doubts()
    for words in (
        "春节慰问活动与社区文化慰问活动的数字完全相同（1场、200余册）", "为现役军人立功家庭送喜报”都是1名，是同一批人",
        "报销参保金的享受居民医保的重点优抚对象”都是1名，是同一批人", "建档2名，在册体检1名", "“第2率”是90%",
    ):  # fmt: skip
        assert words in said


def test_without_rates_the_five_are_missing(archive):
    assert "没有登记“五个100%”的指标" in doubts()


@pytest.mark.parametrize(
    ("rates", "claim", "said"),
    [
        (4, "落实“五个100%”。", "报告说“五个100%”，登记的指标是4个"),
        (5, "落实“五个100%”。", ""),
        (5, "落实4个100%。", "报告说“四个100%”，登记的指标是5个"),
        (3, "没有提到。", ""),
    ],
)
def test_as_many_rates_are_wanted_as_the_text_claims(archive, rates, claim, said):
    keep(*(Rate(year=2020, position=n, name=f"第{n}率", done=9, due=9) for n in range(rates)))
    texts.keep_text(texts.YEARLY_SUMMARY, 2020, f"总结\n{claim}", USER)
    found = [
        each.message
        for each in report.summary_of(texts.YEARLY_SUMMARY, 2020).doubts
        if "登记的指标是" in each.message
    ]
    assert [each[: len(said)] for each in found] == ([said] if said else [])


def test_people_who_are_counted_in_two_places_are_named_as_the_same(person):
    ill, other = (person(insurance="城乡居民基本医疗保险") for _ in range(2))
    facts = {"month": PartDate(2020, 8), "item": "补助", "amount": Decimal(100)}
    keep(
        Payment(person=ill, programme="门诊补助", **facts),
        Payment(person=other, programme="参保补助", **facts),
    )
    assert "不能相加" not in doubts()
    keep(Payment(person=ill, programme="参保补助", **facts))
    assert "分别是1名、2名，有1名是同一人" in doubts()


def test_a_rate_that_is_full_is_no_doubt_and_one_without_a_due_neither():
    standings = [
        Standing(Rate(name=f"第{n}率"), done, due) for n, (done, due) in enumerate([(9, 9), (0, 0), (8, 9)])
    ]
    assert [each.message for each in of_rates(standings, 3)] == ["“第2率”是88.8%（应9，已8），不是100%"]


def test_rates_of_town_and_country_are_claimed_as_one():
    names = ("优待金落实率（城市）", "优待金落实率（农村）", "参保率")
    standings = [Standing(Rate(name=name), 9, 9) for name in names]
    assert list(of_rates(standings, 2)) == []
    (doubt,) = of_rates(standings, 3)
    assert "登记的指标是2个（城市、农村分列的合并后，共登记3行）" in doubt.message
    assert list(of_rates(standings, None)) == []


def test_a_figure_of_nothing_is_named_and_of_many_the_first_six(archive):
    (found,) = [
        each for each in report.summary_of(texts.YEARLY_SUMMARY, 2020).doubts if "没有记录" in each.message
    ]
    assert found.message.startswith(f"有{len(found.keys)}项指标没有记录：")
    named = [figure.text for figure in map(figures.DEFINITIONS.get, found.keys)]
    assert len(named) == 52  # a part of another figure is not wanting for itself
    assert found.message == f"有{len(named)}项指标没有记录：{'、'.join(named[:6])}等"
