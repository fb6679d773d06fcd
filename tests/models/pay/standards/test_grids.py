"""Grids of standards: in the order of the paper, a new year's filled in, two years side by side."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.standards import grids, months, standards
from models.pay.standards.grids import Pair
from models.pay.standards.standards import Standard

USER = "王芳"
FACTS = {
    "layer": "地方", "kind": "三属", "category": "烈士遗属", "unit": "月", "amount": Decimal(100),
    "begins": PartDate(2031, 1), "confirmed": True, "source": "区里的通知",
}  # fmt: skip


@pytest.fixture
def standard(archive):
    def make(**facts):
        made = Standard(**{**FACTS, **facts})
        with journal.entry("登记标准", USER):
            made.save()
        return made

    return make


def test_a_rise_is_told_in_yuan_and_in_percent(standard):
    old, new = standard(ends=PartDate(2031, 12)), standard(begins=PartDate(2032, 1), amount=Decimal("110.5"))
    assert (Pair(old, new).more, Pair(old, new).percent) == (Decimal("10.5"), "+10.50%")
    assert (Pair(new, old).more, Pair(new, old).percent) == (Decimal("-10.5"), "-9.50%")
    yearly = Standard(**FACTS | {"unit": "年"})
    for pair in (Pair(old, None), Pair(None, new), Pair(old, yearly)):
        assert (pair.more, pair.percent) == (None, "")
    assert [Pair(old, new).any, Pair(old, None).any] == [new, old]


@pytest.mark.parametrize(
    ("facts", "year", "found"),
    [
        ({"ends": PartDate(2031, 12)}, 2031, 1), ({"ends": PartDate(2031, 12)}, 2032, 0), ({"ends": PartDate(2032, 1)}, 2032, 1),
        ({}, 2031, 1), ({}, 2030, 0), ({"begins": PartDate(2031, 12)}, 2031, 1), ({}, 2050, 1),
    ],
)  # fmt: skip
def test_a_year_lists_what_is_in_force_at_some_time_of_it(standard, facts, year, found):
    standard(**facts)
    assert grids.listed("三属", year, "地方").count() == found
    assert len([each for each in standards.standards("三属", year) if each.layer == "地方"]) == found


def test_the_list_is_searched_by_layer_by_words_and_by_what_is_not_confirmed(standard):
    made = standard(confirmed=False, notes="待核实的草案")
    other = standard(category="病故军人遗属", document="区退役〔2031〕2号")
    assert list(grids.listed(layer="地方")) == [made, other]
    assert list(grids.listed(layer="地方", unconfirmed=True)) == [made]
    assert list(grids.listed(words="草案 地方")) == [made]
    assert list(grids.listed(words="〔2031〕2号")) == [other]
    assert list(grids.listed(words="草案 〔2031〕")) == []
    every, waiting = grids.standard_counts()
    assert (every, waiting) == (Standard.select().count(), grids.listed(unconfirmed=True).count())
    assert 0 < waiting < every


def test_the_list_stands_in_the_order_of_the_paper(standard):
    standard()
    standard(layer="省")
    assert [each.id for each in grids.listed("伤残人员")] == [
        each.id for each in standards.standards("伤残人员")
    ]
    kinds = list(dict.fromkeys(each.kind for each in grids.listed()))
    assert kinds[:2] == ["伤残人员", "三属"]
    newest = [each for each in grids.listed("三属") if each.first == months.month(2031, 1)]
    assert [each.layer for each in newest] == ["省", "地方"]


def test_a_copied_grid_waits_with_what_held_before_and_is_filled_in(standard):
    old = standard()
    (new,) = [each for each in standards.copy_year(PartDate(2032, 8), USER) if each.layer == "地方"]
    assert grids.draft_months() == [months.month(2032, 8)]
    (pair,) = [each for each in grids.drafts(months.month(2032, 8)) if each.any.layer == "地方"]
    assert (pair.older, pair.newer) == (old, new)
    assert grids.drafts(months.month(2032, 7)) == []
    assert grids.fill_grid({new.id: Decimal(120)}, USER, "区退役〔2032〕1号", "", sure=False) == 1
    kept = Standard.get_by_id(new.id)
    assert (kept.amount, kept.confirmed, kept.document, kept.source) == (
        Decimal(120),
        False,
        "区退役〔2032〕1号",
        "",
    )
    assert kept.notes
    assert grids.fill_grid({new.id: Decimal(125)}, USER, "", "区里的通知", sure=True) == 1
    kept = Standard.get_by_id(new.id)
    assert (kept.amount, kept.confirmed, kept.document, kept.notes) == (
        Decimal(125),
        True,
        "区退役〔2032〕1号",
        "",
    )
    assert kept.source == "区里的通知"
    others = {pair.newer.id: pair.newer.amount for pair in grids.drafts(months.month(2032, 8))}
    assert grids.draft_months() == [months.month(2032, 8)]
    grids.fill_grid(others, USER, "", "国家的通知", sure=True)
    assert grids.draft_months() == []


def test_a_grid_is_confirmed_by_a_document_or_a_source_and_whole_or_not_at_all(standard):
    first, second = (
        standard(begins=PartDate(2032, 8), confirmed=False, category=category, source="")
        for category in ("烈士遗属", "病故军人遗属")
    )
    with pytest.raises(Refusal, match="要写明文号或依据"):
        grids.fill_grid({first.id: Decimal(1)}, USER, " ", "", sure=True)
    with pytest.raises(Refusal, match="还没有填写新标准"):
        grids.fill_grid({}, USER, "文号", "", sure=True)
    with pytest.raises(Refusal, match="三属 病故军人遗属：标准应是大于0的金额"):
        grids.fill_grid({first.id: Decimal(120), second.id: None}, USER, "文号", sure=True)
    assert Standard.get_by_id(first.id).amount == Decimal(100)
    assert grids.fill_grid({first.id: Decimal(120), second.id: Decimal(90)}, USER, "文号", sure=True) == 2
    titles = [each.title for each in journal.Entry.select().order_by(journal.Entry.number)]
    assert titles[-1] == "填写并确认新标准"
    assert Standard.get_by_id(second.id).document == "文号"


def test_what_is_confirmed_is_what_a_draft_is_compared_with(standard):
    confirmed = standard(ends=PartDate(2032, 7))
    standard(ends=PartDate(2032, 7), confirmed=False, amount=Decimal(90))
    standard(layer="省", ends=PartDate(2032, 6))
    new = standard(begins=PartDate(2032, 8), confirmed=False)
    province = standard(layer="省", begins=PartDate(2032, 8), confirmed=False)
    pairs = {pair.newer: pair.older for pair in grids.drafts(months.month(2032, 8))}
    assert pairs == {new: confirmed, province: None}


def test_two_years_side_by_side_show_what_held_at_the_end_of_each(standard):
    standard(ends=PartDate(2031, 11), amount=Decimal(90))
    before = standard(begins=PartDate(2031, 12), ends=PartDate(2032, 11))
    after = standard(begins=PartDate(2032, 12), amount=Decimal(130))
    gone = standard(category="病故军人遗属", ends=PartDate(2031, 12))
    new = standard(category="因公牺牲军人遗属", begins=PartDate(2032, 12))
    standard(category="因公牺牲军人遗属", begins=PartDate(2032, 6), confirmed=False)
    pairs = [(p.older, p.newer) for p in grids.compared(2031, 2032, "三属") if p.any.layer == "地方"]
    assert pairs == [(before, after), (None, new), (gone, None)]
    assert not [p for p in grids.compared(2031, 2032, "伤残人员") if p.any.layer == "地方"]
    every = [p for p in grids.compared(2031, 2032) if p.any.layer == "地方"]
    assert len(every) == 3
