"""How lines find their places in cells."""

from __future__ import annotations

import pytest

from reports.paper.forms import (
    Ledger,
    LedgerColumn,
)
from reports.paper.layout import BODY, PAD, VALUE, Gaps, Row, breadth, fit

LEDGER = Ledger(LedgerColumn("日期", 30), LedgerColumn("事由", 100), LedgerColumn("金额", 35, "end"))


def test_one_line_stands_in_the_middle_and_money_at_the_right():
    short, _, money = (
        LEDGER.strips([("2020年", "", "1.00")], Gaps())[1].marks[0],
        None,
        LEDGER.strips([("", "", "1.00")], Gaps())[1].marks[0],
    )
    assert short.x > PAD * 2
    assert money.x + breadth(money.text, money.style) == pytest.approx(BODY - PAD)


def test_what_no_font_has_is_noted_with_its_owner():
    gaps = Gaps("张三")
    fit("\U0001f600\u200b", VALUE, 100, gaps)
    assert [(one.character, one.whose) for one in gaps.found] == [("\U0001f600", "张三")]


def test_the_same_row_is_printed_once_for_all():
    row = Row(LEDGER.row.boxes)
    one, two = (row.strips(("1", "2", "3"), Gaps(), None)[0] for _ in range(2))
    assert one.print is two.print


def test_what_no_font_has_is_told_of_everybody_in_whose_row_it_stands():
    gaps = Gaps()
    for name in ("甲", "乙"):
        gaps.whose = name
        assert LEDGER.strips([("", "100% \U0001f600", "")], gaps)
    assert [(missing.character, missing.whose) for missing in gaps.found] == [
        ("\U0001f600", "甲"),
        ("\U0001f600", "乙"),
    ]


def test_a_row_that_two_people_have_alike_is_one_and_stands_in_the_table_of_each():
    mine, hers = (LEDGER.strips([("2020年", "春节", "1.00")], Gaps(), table)[1] for table in ("甲", "乙"))
    assert mine.marks is hers.marks
    assert (mine.table, hers.table) == ("甲", "乙")
