"""花名册: one person to a row, every word whole, on paper and in a workbook."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.own_fields.own_values import keep_own
from models.people import search
from models.people.identity import BankAccount
from reports.person import people_roster
from reports.person.people_roster import (
    PEOPLE_LIST,
    Roster,
    write_roster_paper,
    write_roster_workbook,
)
from tests.conftest import USER
from tests.reports.person.files import LONG_NAME
from tests.reports.person.rosters import EMPTY, HEADINGS, many, pages, roster, row, squeezed

SIGNED = ("单位负责人：", "审核人：", "制表人：", "（公章）")


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


def test_a_roster_of_nobody_says_so(tmp_path):
    (text,) = pages(roster(), tmp_path / "a.pdf")
    assert "无" in text
    assert "0 人" in text


def test_a_name_of_sixty_characters_is_whole(tmp_path):
    alone = tuple((EMPTY | {"姓名": LONG_NAME}).values())
    (text,) = pages(roster(alone), tmp_path / "a.pdf")
    assert LONG_NAME in squeezed(text)


def test_rare_characters_are_set_and_what_no_font_has_is_told(tmp_path):
    made = roster(row(姓名="𬱖𠅤𬭎㛃䶮"), row(2, 姓名="李\U00031000", 备注="一\n二"))
    (missing,) = finish(write_roster_paper(made, tmp_path / "a.pdf"))
    assert (missing.character, missing.whose) == ("\U00031000", "李\U00031000")
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


def test_the_roster_has_the_columns_that_the_officer_chose_in_their_order(identity, person, tmp_path):
    identity(person(name="马建国", file_no="DA-0001"), kind="伤残人员", category="残疾军人")
    chosen = ("file_no", "name", "kind", "age")
    made = Roster.of(search.find_people(), columns=chosen)
    assert made.rows[0][:4] == ("1", "DA-0001", "马建国", "残疾军人")
    (page,) = pages(made, tmp_path / "花名册.pdf")
    assert "DA-0001" in page
    assert "身份证号" not in squeezed(page)
    write_roster_workbook(made, tmp_path / "花名册.xlsx")
    sheet = load_workbook(tmp_path / "花名册.xlsx").active
    assert [cell.value for cell in sheet[3]] == ["序号", "一人一档编号", "姓名", "身份", "年龄"]
    assert sheet.print_area == "'花名册'!$A$1:$E$5"


def test_every_column_of_the_window_can_be_chosen_at_once(identity, person, tmp_path):
    identity(person(residence="某某街道某某路12号"))
    every = [each.key for each in PEOPLE_LIST.shown()]
    made = Roster.of(search.find_people(), columns=every)
    assert round(sum(each.width for each in made.listing.headings())) == 277
    assert len(pages(made, tmp_path / "花名册.pdf")) == 1


def test_a_column_of_the_offices_own_is_printed_and_written_where_it_is_shown(tmp_path, identity, define):
    who, field = identity().person, define("互助金", "金额")
    with journal.entry("修改", USER):
        keep_own(who.id, {field.key: "1234.50"})
    made = Roster.of([who], columns=["name", field.key])
    assert made.rows == (("1", "张三", "1,234.50"),)
    assert [heading.words for heading in made.register().headings] == ["序号", "姓名", "互助金"]
    assert "互助金" not in [column.heading for column in Roster.of([who]).booked()]
