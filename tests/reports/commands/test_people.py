"""Commands about people: taken in, found, printed."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models import store
from models.printing import printings
from tests.commands import OFFICE_ROSTER, PASSWORD
from tests.factories import HEADING, card_number, citizen_number, combatant, roster, workbook


def test_the_offices_own_roster_comes_in_whole(folder, told, run):
    """681 people, nothing refused; a second time nothing changes; turned back nothing is left."""
    answer = told("import", folder, OFFICE_ROSTER)
    (file,) = answer["files"]
    assert file["file"] == OFFICE_ROSTER.name
    assert {(s["sheet"], s["read_as"], s["rows"], s["new"]) for s in file["sheets"]} == {
        ("伤残人员", "伤残人员", 118, 118), ("三属", "三属", 42, 42), ("在乡复员军人", "在乡复员军人", 23, 23),
        ("带病回乡", "带病回乡退役军人", 67, 67), ("参战", "参战退役人员", 148, 148), ("参试", "参试退役人员", 61, 61),
        ("60岁士兵", "农村籍退役士兵", 166, 166), ("老烈子女", "烈士子女", 56, 56),
    }  # fmt: skip
    assert answer["refused"] == []
    people = told("people", folder)
    assert len({person["number"] for person in people}) == 681
    again = told("import", folder, OFFICE_ROSTER)
    assert [(s["same"], s["new"], s["changed"]) for s in again["files"][0]["sheets"]] == [
        (n, 0, 0) for n in (118, 42, 23, 67, 148, 61, 166, 56)
    ]
    (entry,) = told("journal", folder)
    assert entry["title"] == f"导入{OFFICE_ROSTER.name}：新增681"
    assert run("undo", folder, entry["entry"], "--user", "王芳")[0] == 0
    assert told("people", folder) == []
    assert run("journal", folder, "--check", "--user", "王芳")[0] == 0


def test_people_are_told_as_the_paper_says(whole_office, told):
    (person,) = told("people", whole_office, "630103195508289971")
    assert person == {
        "number": "630103195508289971", "name": "姜伟福", "sex": "男", "born": "1955-08-28", "ethnic": "回族",
        "household": "农村", "street": "总寨镇", "community": "清河村",
        "address": "西宁市城中区总寨镇清河村192号4单元142室", "phone": "15942147196",
        "insurance": "城镇职工基本医疗保险", "bank": "青海银行", "account": "6228481589671632561",
        "identities": [
            {
                "kind": "伤残人员", "class": "残疾军人", "grade": "一级", "nature": "因病", "state": "享受待遇",
                "certificate": "青军A885552", "approved": "2013-07-04", "joined": "1975-12-06", "left": "1981-12-08",
                "service_years": None,
            }
        ],
    }  # fmt: skip


def test_words_may_stand_behind_options(whole_office, told, run):
    status, said, _ = run("people", whole_office, "--json", "--user", "王芳", "jwf", "总寨")
    assert status == 0
    assert [person["name"] for person in json.loads(said)] == ["姜伟福"]


def test_refusals_are_told_and_the_rest_is_done(folder, run, tmp_path):
    file = roster(tmp_path / "r.xlsx", combatant("张三"), combatant("", 备注="没有名字"))
    status, said, _ = run("import", folder, file, "--json", "--user", "王芳")
    assert status == 1
    answer = json.loads(said)
    assert answer["refused"] == [
        {"file": "r.xlsx", "sheet": "参战", "row": 4, "column": "B", "value": None, "reason": "没有姓名"}
    ]
    assert answer["files"][0]["sheets"] == [
        {
            "sheet": "参战",
            "read_as": "参战退役人员",
            "rows": 2,
            "new": 1,
            "changed": 0,
            "same": 0,
            "refused": 1,
        }
    ]


def test_a_plan_only_tells(folder, told):
    assert told("import", folder, OFFICE_ROSTER, "--plan")["files"][0]["sheets"][0]["new"] == 118
    assert told("people", folder) == []
    assert told("journal", folder) == []


def test_the_officers_sheets_come_back_coloured_and_can_be_mended(folder, run, tmp_path):
    good, bad = combatant("张三"), combatant("", 备注="没有名字")
    file = roster(tmp_path / "r.xlsx", good, bad)
    out = tmp_path / "退回.xlsx"
    run("import", folder, file, "--findings", out, "--user", "王芳")
    book = load_workbook(out)
    page = book["参战"]
    assert [cell.value for cell in page[2]][: len(HEADING)] == list(HEADING)
    assert page.cell(2, len(HEADING) + 1).value == "导入结果"
    assert page.cell(4, len(HEADING) + 1).value == "未导入：没有姓名"
    assert page["B4"].fill.fgColor.rgb.endswith("FFC7CE")
    assert page["F3"].value == good[5]
    assert page["F3"].data_type == "s"
    page["B4"].value = "李四"
    book.save(out)
    status, said, _ = run("import", folder, out, "--user", "王芳")
    assert status == 0
    assert "新增1，变更0，相同1，未导入0" in said


@pytest.mark.parametrize(
    ("out", "complaint"),
    [
        ("没有/x.xlsx", "没有这个文件或文件夹"),
        ("r.xlsx", "“r.xlsx”就是要导入的原表"),
        ("x.xls", "核对结果只能写成 .xlsx"),
    ],
)
def test_nothing_is_taken_in_when_the_findings_cannot_be_written(folder, run, told, tmp_path, out, complaint):
    file = roster(tmp_path / "r.xlsx", combatant())
    before = file.read_bytes()
    status, said, why = run("import", folder, file, "--user", "王芳", "--findings", tmp_path / out)
    assert (status, said) == (2, "")
    assert complaint in why
    assert why.count("\n") == 1
    assert told("people", folder) == []
    assert file.read_bytes() == before


def test_sheets_and_rosters_are_printed_for_those_found(whole_office, run, tmp_path):
    status, said, _ = run(
        "sheets", whole_office, tmp_path / "x.pdf", "姜伟福", "--sections", "登记表,备考", "--user", "王芳"
    )
    assert status == 0
    assert "1人" in said
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages)
    assert "姜伟福" in words
    assert "630103195508289971" in words
    with store.session(whole_office, "王芳", PASSWORD):
        (saved,) = printings.all_printings()
        assert (saved.target, saved.place) == ("PDF文件", str(tmp_path / "x.pdf"))
        assert {part.part for part in saved.printout.parts} >= {"优抚对象登记表", "备考表"}
    status, said, _ = run("roster", whole_office, tmp_path / "x.xlsx", "总寨镇", "--user", "王芳")
    assert status == 0
    page = load_workbook(tmp_path / "x.xlsx").active
    assert page.max_row - 4 == int(said.rpartition("：")[2].removesuffix("人\n"))


def test_a_roster_of_the_archive_read_back_contradicts_nothing(whole_office, told, run, tmp_path):
    run("roster", whole_office, tmp_path / "x.xlsx", "--user", "王芳")
    answer = told("import", whole_office, tmp_path / "x.xlsx", "--plan")
    ((sheet,),) = (file["sheets"] for file in answer["files"])
    assert (sheet["rows"], sheet["new"], sheet["refused"]) == (681, 0, 0)
    assert [each["finding"] for each in answer["findings"] if "改为" in each["finding"]] == []
    assert {each["finding"] for each in answer["findings"] if "档案中没有" in each["finding"]} == set()


def test_nobody_to_print_is_said(folder, run, tmp_path):
    status, _, complaint = run("sheets", folder, tmp_path / "x.pdf", "--user", "王芳")
    assert (status, complaint) == (2, "没有找到要打印的人\n")
    assert not (tmp_path / "x.pdf").exists()


def test_a_column_that_is_a_question_is_printed_with_three_samples_and_not_taken(folder, run, told, tmp_path):
    cards = [card_number(n) for n in range(4)]
    rows = [
        [name, citizen_number(), card]
        for name, card in zip(("赵大", "钱二", "孙三", "李四"), cards, strict=True)
    ]
    file = workbook(tmp_path / "a.xlsx", {"参战": [["姓名", "身份证号", "电话"], *rows]})
    status, said, _ = run("import", folder, file, "--user", "王芳")
    assert status == 1
    assert (
        f"请核对 第1行C列：“电话”一栏（如{'、'.join(cards[:3])}）不能确定存到哪里，可能是“银行账号”、“联系电话”"
        in said
    )
    assert {person["phone"] for person in told("people", folder)} == {None}
    assert [
        each["column"]
        for each in told("import", folder, file, "--plan")["findings"]
        if "不能确定" in each["finding"]
    ] == ["C"]
