"""数据体检 as lists and as a report: the superior's own headings, what to type there, and nothing of our own roster differs."""

from __future__ import annotations

from models.core.jobs import finish
from models.people import listing
from models.people.person import Person
from reports.checkups.checkup_paper import write_checkup
from reports.checkups.checkup_registers import correction_register, verification_register, worklist_register
from reports.checkups.printed_parts import check_all_books
from reports.person.people_roster import Roster, write_roster_workbook
from tests.factories import workbook

KIND = "参战退役人员"


def listed(tmp_path, *rows):
    heading = ("姓名", "公民身份号码", "身份", "状态", "手机号码", "出生年月")
    return workbook(tmp_path / "上级.xlsx", {"导出": [heading, *rows]})


def test_our_own_roster_differs_in_nothing(identity, person, tmp_path):
    one = identity(
        person(phone="13900000001", street="总寨镇", community="清河村", household_address="总寨镇清河村1号"),
        certificate="青战0001",
    )
    identity(
        one.person, kind="伤残人员", category="残疾军人", grade="七级", nature="因公", certificate="青军0001"
    )
    identity(person(name="李四"), kind="农村籍退役士兵")
    file = tmp_path / "花名册.xlsx"
    write_roster_workbook(
        Roster.of(listing.people_in_order([each.id for each in Person.select()]), "", False), file
    )
    found = finish(check_all_books([file]))
    assert [each for each in found.differences if each.other == "上级系统"] == []
    assert found.listed.refused == []


def test_corrections_are_told_in_the_superiors_own_headings(identity, person, tmp_path):
    one = identity(person(phone="13900000001"))
    other = identity(person(name="李四", phone="13900000002"))
    rows = [
        ("张三", one.person.number, KIND, "享受待遇", "", "1960-06"),
        ("李四", other.person.number, KIND, "享受待遇", "13900000009", "1950-06"),
    ]
    found = finish(check_all_books([listed(tmp_path, *rows)]))
    told = [row[4:8] for row in correction_register(found, False).rows]
    assert told == [
        ("导出第2行", "出生年月", "1960-06", "1950-06-15"),
        ("导出第2行", "手机号码", "（空）", "13900000001"),
    ]
    (asked,) = verification_register(found, False).rows
    assert (asked[1], asked[4:7]) == ("李四", ("联系电话", "13900000002", "13900000009"))
    assert len(worklist_register(found, False).rows) == 3


def test_the_report_names_books_scores_and_people(identity, tmp_path):
    one = identity()
    found = finish(check_all_books([listed(tmp_path, ("张三", one.person.number, KIND, "停发", "", ""))]))
    out = tmp_path / "报告.pdf"
    assert finish(write_checkup(found, out)) == ()
    assert out.stat().st_size > 5000
