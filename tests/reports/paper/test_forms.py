"""The house document: cells grow, tables break, headings hold to what they head, and nothing is cut off."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm

from reports.paper.forms import (
    Field,
    Form,
    Ledger,
    LedgerColumn,
    Photo,
    Section,
    caption,
    note,
    section,
    title,
)
from reports.paper.layout import BODY, FULL, ROW, Gaps, breadth
from reports.paper.page_breaks import paginate
from reports.paper.penned_rows import StaticRow
from reports.person import cover, registration, what_happened
from reports.person.identity_forms import FORMS_BY_KIND, OTHER_FORM
from reports.person.volume_papers import numbered_papers
from tests.reports.person.files import SERVICE, overfull, usual

LEDGER = Ledger(LedgerColumn("日期", 30), LedgerColumn("事由", 100), LedgerColumn("金额", 35, "end"))
FORM = Form(
    Photo(((Field("姓名", "name"), Field("性别", "sex")), (Field("身份证号", "number", 4),))),
    (Field("住址", "home", 6),),
    Section("意见"),
    StaticRow("区级\n意见", "同意。", ("负责人签字：", "年　月　日")),
)


def texts(strips):
    return "".join(mark.text for strip in strips for mark in strip.marks)


def test_a_cell_grows_with_its_words():
    low, high = (
        FORM.strips({"home": words}, Gaps())[2].height for words in ("南大街1号", "西宁市城中区" * 40)
    )
    assert low == pytest.approx(ROW)
    assert high > 3 * low


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=4000))
@settings(max_examples=30)
def test_a_cell_longer_than_a_page_is_continued(words):
    strips = LEDGER.strips([("2020年", words, "1.00")], Gaps())
    assert all(strip.height <= FULL for strip in strips)
    assert "".join(m.text for s in strips for m in s.marks if m.text not in ("2020年", "1.00")) == words


def test_the_photo_stands_beside_rows_that_stay_together():
    strips = FORM.strips({}, Gaps(), b"picture")
    assert strips[0].keeps
    x, low, width, height = strips[0].picture[1:5]
    assert (round(width / mm), round(height / mm)) == (35, 49)
    assert x + width < BODY
    assert strips[0].height - low - height > 0
    assert low > strips[0].height - sum(strip.height for strip in strips[:2])


def test_an_empty_table_says_none():
    assert texts(LEDGER.strips([], Gaps())) == "无"


def test_a_title_too_long_for_a_line_is_set_smaller_or_in_two():
    for text in ("目录", "参加核试验军队退役人员登记审核表", OTHER_FORM.title * 4):
        printed = title(text).print
        assert "".join(mark.text for mark in printed.marks) == text
        assert all(mark.x + breadth(mark.text, mark.style) <= BODY + 1 for mark in printed.marks)


def test_words_above_a_table_are_never_cut():
    left, right = "填报单位：" + "某某局" * 50, "证书编号：" + "0123456789" * 20
    strip = caption(left, right, Gaps())
    assert texts([strip]).replace("　", "") == left + right
    assert all(mark.x + breadth(mark.text, mark.style) <= BODY + 1 for mark in strip.marks)


def prints():
    """Every print of every form, with the usual facts and with far too many."""
    person = usual()
    for file in (person, overfull()):
        facts = {**file.facts, **SERVICE}
        strips = registration.registration_strips(file, "某某局", Gaps())
        for form in (*FORMS_BY_KIND.values(), OTHER_FORM):
            strips += form.strips(facts, Gaps(), None)
        for table in (
            what_happened.payments,
            what_happened.visits,
            what_happened.aid_strips,
            what_happened.change_strips,
            what_happened.years_of_pay,
        ):
            strips += table(file, Gaps())
        strips += cover.remarks(file, numbered_papers(file.materials), Gaps())
        for page in paginate(strips):
            yield from (placed.strip for placed in page)
    yield from (
        note("注：" + "甲" * 200),
        section("家庭成员", None),
        StaticRow("", "甲" * 400, ("签字",)).strip(None),
    )


def test_no_label_and_no_value_of_any_form_leaves_its_strip():
    for strip in prints():
        marks = [*strip.marks, *(strip.print.marks if strip.print else ())]
        for mark in marks:
            assert mark.x >= 0
            assert mark.x + breadth(mark.text, mark.style) <= BODY + 0.5, mark.text
            assert mark.y + mark.style.size <= strip.height + 2, mark.text
