"""Tables on A4 laid crosswise."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from models.core.jobs import finish
from reports.paper.page_breaks import SLACK
from reports.person.people_roster import (
    write_roster_paper,
)
from reports.tables.wide_tables import share
from tests.reports.person.files import LONG_NAME
from tests.reports.person.rosters import HEADINGS, ON_PAPER, many, pages, roster, row, squeezed

SIGNED = ("单位负责人：", "审核人：", "制表人：", "（公章）")


def test_the_sheet_is_a4_laid_crosswise(tmp_path):
    finish(write_roster_paper(many(3), tmp_path / "a.pdf"))
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [297, 210]


def test_every_page_has_title_heading_subtotal_and_foot_and_the_last_the_total(tmp_path):
    texts = pages(many(45), tmp_path / "a.pdf")
    assert len(texts) == 3
    for number, text in enumerate(texts, start=1):
        assert f"第 {number} 页 共 3 页" in text
        for words in (
            "优抚对象花名册",
            "制表单位：西宁市城中区退役军人事务局",
            "制表日期：2020年8月1日",
            "单位：人",
            *SIGNED,
        ):
            assert words in text
        assert all(heading in squeezed(text) for heading in HEADINGS[:ON_PAPER])
        assert text.count("本页小计") == 1
    assert ["合　计" in text for text in texts] == [False, False, True]
    assert "45 人" in texts[-1]


def test_the_subtotals_make_the_total(tmp_path):
    texts = pages(many(45), tmp_path / "a.pdf")
    parts = [text.count("马建国") for text in texts]
    assert sum(parts) == 45
    assert all(f"{count} 人" in text for count, text in zip(parts, texts, strict=True))


def test_words_are_wrapped_and_never_cut(tmp_path):
    notes = "由总寨镇移交，原件在区档案馆；" * 150
    certificates = "青军A001234567890；定期抚恤金领取证第0012345号"
    made = roster(row(1, 姓名=LONG_NAME, 证书编号=certificates), row(2, 备注=notes), row(3))
    texts = pages(made, tmp_path / "a.pdf")
    whole = squeezed("".join(texts))
    assert whole.count("由总寨镇移交") > 100
    assert len(texts) > 3
    assert sum(int(text.partition("本页小计")[2].split()[0]) for text in texts) == 3


def test_a_long_office_stands_on_lines_of_its_own(tmp_path):
    office = "青海省西宁市城中区退役军人事务局及双拥工作领导小组办公室" * 5
    (text,) = pages(roster(row(), office=office), tmp_path / "a.pdf")
    assert office in squeezed(text)
    assert "第 1 页 共 1 页" in text


@given(st.lists(st.floats(10, 300), min_size=1, max_size=200), st.floats(5, 10))
def test_no_page_is_overfull_and_the_total_never_stands_alone(heights, total):
    room = 320.0
    counts = share(heights, room, total)
    left = iter(heights)
    filled = [sum(itertools.islice(left, count)) for count in counts]
    assert sum(counts) == len(heights)
    assert all(counts)
    assert all(each <= room + SLACK * 1.01 for each in [*filled[:-1], filled[-1] + total])
