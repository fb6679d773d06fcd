"""The whole summary: shipped text, the office's own, and what is doubtful."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger.activities import Activity
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.undo import undo
from models.year import figures
from models.year.summary import report, texts
from models.year.summary.template import bracket_faults, read_template
from models.year.summary.told_figures import FULL_RATES_KEY, RATES_KEY
from tests.conftest import USER

NUMBERS = {"单位", "年度", "上年"}


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


def doubts(kind=texts.YEARLY_SUMMARY):
    return " ".join(doubt.message for doubt in report.summary_of(kind, 2020).doubts)


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_the_shipped_texts_quote_figures_that_exist_and_nothing_else(archive, kind):
    text = texts.shipped_text(kind)
    assert bracket_faults(text) == []
    known = {*figures.DEFINITIONS, FULL_RATES_KEY, RATES_KEY, *NUMBERS}
    assert {place.key for place in read_template(text).places()} <= known
    assert report.summary_of(kind, 2020).prose.unknown == ()


def test_the_yearly_text_quotes_every_figure_of_the_acceptance_table(archive):
    quoted = {place.key for place in read_template(texts.shipped_text(texts.YEARLY_SUMMARY)).places()}
    assert set(figures.DEFINITIONS) <= quoted
    assert {FULL_RATES_KEY, RATES_KEY} <= quoted


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_the_shipped_texts_have_no_typed_number(archive, kind):
    assert report.summary_of(kind, 2020).typed == ()


def test_an_empty_archive_has_a_summary_that_claims_nothing(archive):
    found = report.summary_of(texts.YEARLY_SUMMARY, 2020)
    assert found.title == "西宁市城中区退役军人事务局\n2020年双拥优抚安置工作总结"
    words = "".join(found.paragraphs)
    assert "0" not in words.replace("2020", "")
    assert "没有走访驻区部队的记录" in words
    assert "项指标没有记录" in doubts()


def test_one_record_changes_the_sentence_that_depends_on_it_and_no_other(archive):
    before = report.summary_of(texts.YEARLY_SUMMARY, 2020).paragraphs
    keep(Publicity(day=PartDate(2020, 3, 1), form="双拥宣传牌", quantity=24))
    after = report.summary_of(texts.YEARLY_SUMMARY, 2020).paragraphs
    new = [words for words in after if words not in before]
    assert new[:2] == [
        "一、加强宣传教育，营造拥军优属氛围",
        "（一）阵地宣传。组织成员单位制作双拥宣传牌20余块。",
    ]
    assert all(words[:2] in ("二、", "三、", "四、", "五、") for words in new[2:])  # headings, counted anew


def test_the_half_year_ends_in_june(archive):
    keep(Publicity(day=PartDate(2020, 9, 1), form="双拥宣传牌", quantity=24))
    found = report.summary_of(texts.HALF_YEARLY_SUMMARY, 2020)
    assert "2020年上半年" in found.title
    assert (found.day.month, found.day.day) == (6, 30)
    assert "宣传牌" not in "".join(found.paragraphs)


def test_an_office_keeps_its_own_text_and_undo_brings_the_old_one_back(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, "总结\n建档{files.persons}。", True, USER)
    found = report.summary_of(texts.YEARLY_SUMMARY, 2020)
    assert (found.title, found.paragraphs) == ("总结", ["建档0名。"])
    undo.undo(journal.Entry.select().order_by(journal.Entry.number.desc()).first().number, USER)
    assert texts.summary_text_of(texts.YEARLY_SUMMARY).text == texts.shipped_text(texts.YEARLY_SUMMARY)


def test_the_shipped_text_can_be_brought_back(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, "总结", False, USER)
    texts.restore_text(texts.YEARLY_SUMMARY, USER)
    assert texts.summary_text_of(texts.YEARLY_SUMMARY).text == texts.shipped_text(texts.YEARLY_SUMMARY)
    texts.restore_text(texts.YEARLY_SUMMARY, USER)  # nothing to bring back any more


@pytest.mark.parametrize("text", ["", "总结\n[共{files.persons}"])
def test_a_text_that_cannot_be_read_is_refused(archive, text):
    with pytest.raises(Invalid):
        texts.keep_text(texts.YEARLY_SUMMARY, text, False, USER)


def test_a_typed_number_and_an_unknown_key_are_told(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, "总结\n慰问部队12支。\n共{persons}人。", False, USER)
    assert "手写的数字“12支”没有指标可以对上" in doubts()
    assert "“{persons}”不是任何指标" in doubts()


def test_the_doubts_of_the_acceptance_table(person):
    someone = person()
    activities = [
        Activity(day=PartDate(2020, 1, 10), theme="春节慰问", kind=kind, books=208)
        for kind in ("慰问活动", "社区文化慰问")
    ]
    outsider = Outsider(name="李四")
    keep(*activities, outsider)
    facts = {"month": PartDate(2020, 8), "item": "补助", "amount": Decimal(100)}
    keep(Payment(outsider=outsider, programme="立功奖励", **facts))
    keep(*(Payment(person=someone, programme=each, **facts) for each in ("门诊补助", "参保补助")))
    keep(*(Rate(year=2020, position=n, name=f"第{n}率", done=9, due=9 + (n == 2)) for n in range(4)))
    person()
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
    texts.keep_text(texts.YEARLY_SUMMARY, f"总结\n{claim}", False, USER)
    found = [
        each.message
        for each in report.summary_of(texts.YEARLY_SUMMARY, 2020).doubts
        if "登记的指标是" in each.message
    ]
    assert [each[: len(said)] for each in found] == ([said] if said else [])


def test_people_who_are_counted_in_two_places_are_named_as_the_same(person):
    ill, other = person(), person()
    facts = {"month": PartDate(2020, 8), "item": "补助", "amount": Decimal(100)}
    keep(
        Payment(person=ill, programme="门诊补助", **facts),
        Payment(person=other, programme="参保补助", **facts),
    )
    assert "不能相加" not in doubts()
    keep(Payment(person=ill, programme="参保补助", **facts))
    assert "分别是1名、2名，有1名是同一人" in doubts()
