"""Strips on pages: no heading last, no page overfull, none of it lost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.paper.forms import (
    Field,
    Form,
    Ledger,
    LedgerColumn,
    Photo,
    Section,
    heading,
    title,
)
from reports.paper.layout import BOTTOM, FULL, ROW, Gaps
from reports.paper.page_breaks import SLACK, paginate
from reports.paper.penned_rows import StaticRow

LEDGER = Ledger(LedgerColumn("日期", 30), LedgerColumn("事由", 100), LedgerColumn("金额", 35, "end"))
FORM = Form(
    Photo(((Field("姓名", "name"), Field("性别", "sex")), (Field("身份证号", "number", 4),))),
    (Field("住址", "home", 6),),
    Section("意见"),
    StaticRow("区级\n意见", "同意。", ("负责人签字：", "年　月　日")),
)


def test_a_table_repeats_its_head_on_each_page():
    pages = paginate([title("名册"), *LEDGER.strips([("2020年1月", "节", "1.00")] * 100, Gaps())])
    assert len(pages) > 3
    assert all(page[0].strip.print is LEDGER.heading().print for page in pages[1:])
    assert sum(len(page) for page in pages) == 1 + 1 + 100 + len(pages) - 1


@given(st.integers(min_value=0, max_value=60), st.integers(min_value=1, max_value=40))
@settings(max_examples=60)
def test_a_heading_is_never_the_last_on_a_page(before, after):
    first = LEDGER.strips([("", "", "")] * before, Gaps())
    second = LEDGER.strips([("", "", "")] * after, Gaps())
    pages = paginate([*first, heading("第二张表"), *second])
    assert not any(page[-1].strip.keeps for page in pages)
    for page in pages:
        assert page[-1].y >= BOTTOM - SLACK
        assert page[0].y + page[0].strip.height == pytest.approx(BOTTOM + FULL)


def test_strips_on_a_page_stand_one_below_the_other():
    (page,) = paginate(FORM.strips({}, Gaps()))
    for above, below in itertools.pairwise(page):
        assert below.y + below.strip.height == pytest.approx(above.y)


def test_blank_lines_fill_the_page():
    (page,) = paginate([title("目录"), LEDGER.heading()], LEDGER.blank())
    assert 0 <= page[-1].y - BOTTOM < ROW
