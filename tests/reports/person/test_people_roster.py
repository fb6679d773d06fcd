"""花名册: one person to a row, every word whole, on paper and in a workbook."""

from __future__ import annotations

import io
import itertools
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.people import search
from models.people.identity import BankAccount
from reports.paper.page_breaks import SLACK
from reports.person import people_roster
from reports.person.people_roster import (
    BOOKED,
    ON_PAPER,
    PEOPLE_LIST,
    Roster,
    write_roster_paper,
    write_roster_workbook,
)
from reports.tables.wide_tables import share
from tests.reports.person.files import LONG_NAME

HEADINGS = ["序号", *map(PEOPLE_LIST.paper_heading, BOOKED)]
EMPTY = dict.fromkeys(HEADINGS, "")
SIGNED = ("单位负责人：", "审核人：", "制表人：", "（公章）")


def row(number=1, **facts):
    usual = {
        "序号": str(number), "姓名": "马建国", "性别": "男", "身份证号": "630103195308010011", "身份": "残疾军人",
        "等级性质": "六级因战", "状态": "享受待遇", "证书编号": "青军A001234", "联系电话": "13897123456",
    }  # fmt: skip
    return tuple((EMPTY | usual | facts).values())


def roster(*rows, **about):
    whole = Roster("优抚对象花名册", "西宁市城中区退役军人事务局", date(2020, 8, 1), rows)
    return replace(whole, **about)


def many(count):
    return roster(*(row(n) for n in range(1, count + 1)))


def pages(made, out):
    finish(write_roster_paper(made, out))
    return [page.extract_text() for page in PdfReader(out).pages]


def squeezed(text):
    return "".join(text.split())


# the facts


def test_a_row_tells_each_identity_on_a_line_of_its_own(person, identity):
    someone = person(name="马建国", street="总寨镇", phone="13897123456")
    identity(someone, kind="参试退役人员", certificate="青试1")
    identity(someone, kind="伤残人员", category="残疾军人", grade="八级", nature="因公", certificate="青军2")
    made = Roster.of(search.find_people())
    facts = dict(zip(HEADINGS, made.rows[0], strict=True))
    assert facts["身份"] == "参试退役人员\n残疾军人"
    assert facts["等级性质"] == "—\n八级因公"
    assert facts["状态"] == "享受待遇"
    assert facts["证书编号"] == "青试1\n青军2"
    assert (facts["序号"], facts["姓名"], facts["所属街道(镇)"]) == ("1", "马建国", "总寨镇")


def test_a_person_without_identity_or_account_has_empty_cells(person):
    person()
    facts = dict(zip(HEADINGS, Roster.of(search.find_people()).rows[0], strict=True))
    assert [facts[name] for name in ("身份", "等级性质", "状态", "证书编号", "银行账号")] == [""] * 5


def test_the_account_is_the_present_one(person):
    someone = person()
    with journal.entry("登记账号", "王芳"):
        BankAccount(person=someone, bank="旧", holder="张三", account="1", until=PartDate(2019)).save()
        BankAccount(person=someone, bank="新", holder="张三", account="2").save()
    facts = dict(zip(HEADINGS, Roster.of(search.find_people()).rows[0], strict=True))
    assert (facts["开户银行"], facts["银行账号"]) == ("新", "2")


def test_only_those_found_are_listed_in_the_order_of_their_files(identity, person, monkeypatch):
    monkeypatch.setattr(people_roster, "ROSTER_AT_ONCE", 2)
    for name in ("甲一", "乙二", "丙三", "丁四", "戊五"):
        identity(person(name=name, street="总寨镇" if name != "丙三" else "南滩街道"))
    made = Roster.of(search.find_people("总寨镇"), "总寨镇")
    assert [(each[0], each[1]) for each in made.rows] == [
        ("1", "甲一"),
        ("2", "乙二"),
        ("3", "丁四"),
        ("4", "戊五"),
    ]
    assert made.title == "优抚对象花名册（总寨镇）"


def test_a_title_of_many_words_is_shortened(archive):
    title = Roster.of([], "总寨镇\n" * 500).title
    assert len(title) < 60
    assert "…" in title


# on paper


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


def test_a_roster_of_nobody_says_so(tmp_path):
    (text,) = pages(roster(), tmp_path / "a.pdf")
    assert "无" in text
    assert "0 人" in text


def test_words_are_wrapped_and_never_cut(tmp_path):
    notes = "由总寨镇移交，原件在区档案馆；" * 150
    certificates = "青军A001234567890；定期抚恤金领取证第0012345号"
    made = roster(row(1, 姓名=LONG_NAME, 证书编号=certificates), row(2, 备注=notes), row(3))
    texts = pages(made, tmp_path / "a.pdf")
    whole = squeezed("".join(texts))
    assert whole.count("由总寨镇移交") > 100
    assert len(texts) > 3
    assert sum(int(text.partition("本页小计")[2].split()[0]) for text in texts) == 3


def test_a_name_of_sixty_characters_is_whole(tmp_path):
    alone = tuple((EMPTY | {"姓名": LONG_NAME}).values())
    (text,) = pages(roster(alone), tmp_path / "a.pdf")
    assert LONG_NAME in squeezed(text)


def test_rare_characters_are_set_and_what_no_font_has_is_told(tmp_path):
    made = roster(row(姓名="𬱖𠅤𬭎㛃䶮"), row(2, 姓名="李\U00029fff", 备注="一\n二"))
    (missing,) = finish(write_roster_paper(made, tmp_path / "a.pdf"))
    assert (missing.character, missing.whose) == ("\U00029fff", "李\U00029fff")
    assert "𬱖𠅤𬭎㛃䶮" in PdfReader(tmp_path / "a.pdf").pages[0].extract_text()


def test_practice_is_written_across_every_sheet(tmp_path):
    texts = pages(replace(many(30), practice=True), tmp_path / "a.pdf")
    finish(write_roster_paper(many(30), tmp_path / "b.pdf"))
    assert all(b"/X" in page.get_contents().get_data() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert all(text.count("演练") == 2 for text in texts)
    assert not any("演练" in page.extract_text() for page in PdfReader(tmp_path / "b.pdf").pages)


def test_the_same_facts_give_the_same_bytes(tmp_path):
    for name in "ab":
        finish(write_roster_paper(many(30), tmp_path / f"{name}.pdf"))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_roster_that_is_cancelled_leaves_nothing(tmp_path):
    job = write_roster_paper(many(100), tmp_path / "a.pdf")
    step = next(job)
    assert (0 < step.done < 100, step.total) == (True, 100)
    job.close()
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_roster_leaves_the_old_one(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    job = write_roster_paper(many(100), tmp_path / "a.pdf")
    next(job)
    job.close()
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@pytest.mark.parametrize(
    "write", [lambda made, out: finish(write_roster_paper(made, out)), write_roster_workbook]
)
def test_a_folder_that_is_not_there_is_said(write, tmp_path):
    with pytest.raises(Refusal, match="请换一个文件夹"):
        write(many(1), tmp_path / "没有" / "a")


def test_the_maker_is_named_when_known(tmp_path):
    (text,) = pages(roster(row(), maker="王芳"), tmp_path / "a.pdf")
    assert "制表人：王芳" in text


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


# as a workbook

TRICKY = [
    "=1+1",
    "+8697112345",
    "-1",
    "@SUM(A1)",
    "＝1",
    "630103195308010011",
    "007",
    "_x0041_",
    "甲\n乙",
    " 前后 ",
    "1953-08-01",
]


def test_words_in_a_workbook_are_the_words_given(tmp_path):
    made = roster(*(row(n, 姓名=words, 备注=words) for n, words in enumerate(TRICKY, start=1)))
    write_roster_workbook(made, tmp_path / "a.xlsx")
    read = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert [tuple(each) for each in read[3:-1]] == list(made.rows)
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [
        cell for line in page.iter_rows(min_row=4, max_row=3 + len(TRICKY)) for cell in line if cell.value
    ]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert page["B4"].quotePrefix
    assert not page["B9"].quotePrefix


def test_what_no_workbook_may_hold_is_left_out(tmp_path):
    write_roster_workbook(roster(row(姓名="马\x00建\ufffe国", 备注="长" * 40_000)), tmp_path / "a.xlsx")
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert page["B4"].value == "马建国"
    assert len(page.cell(4, ON_PAPER).value) == 32_767


def test_the_workbook_is_ready_to_be_sorted_and_printed(tmp_path):
    write_roster_workbook(many(3), tmp_path / "a.xlsx")
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [cell.value for cell in page[3]] == HEADINGS
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("C4", "A3:S6", "$1:$3")
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToWidth) == (
        "landscape",
        9,
        1,
    )
    assert page.print_area == "'花名册'!$A$1:$L$7"
    assert page["A7"].value.startswith("合计：3人")
    assert page["A4"].border.left.style == page["S6"].border.bottom.style == "thin"
    assert page["A3"].font.name == "黑体"
    assert "&P" in page.oddFooter.center.text


def test_rows_are_high_enough_for_their_words_and_may_grow(tmp_path):
    write_roster_workbook(
        roster(row(), row(2, 姓名=LONG_NAME), row(3, 备注="长" * 9000)), tmp_path / "a.xlsx"
    )
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    low, high, highest = (page.row_dimensions[n].height for n in (4, 5, 6))
    assert low == 20
    assert high > 10 * 14
    assert highest <= 409.5
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        rows = ElementTree.parse(io.BytesIO(package.read("xl/worksheets/sheet1.xml"))).iterfind(
            "{*}sheetData/{*}row"
        )
        assert [each.get("customHeight") for each in rows][3:6] == [None] * 3


def test_a_workbook_from_a_practice_archive_says_so(tmp_path):
    write_roster_workbook(replace(many(1), practice=True), tmp_path / "a.xlsx")
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert page["A1"].value == "【演练】优抚对象花名册"
    assert "不得作为任何凭证" in page["A2"].value
    write_roster_workbook(many(1), tmp_path / "b.xlsx")
    assert "演练" not in str(list(load_workbook(tmp_path / "b.xlsx").worksheets[0].values))
