"""What commands say to people."""

from __future__ import annotations

from types import SimpleNamespace

from models.imports.imports import Plan
from models.imports.sheets.read_rows import SheetRemark
from reports.commands.answers import text_answers
from tests.reports.commands.answers.test_json_answers import planned


def test_an_import_tells_each_place_that_is_to_be_looked_at():
    refused = [SheetRemark(3, "F", "63010", "号码不对")]
    findings = [SheetRemark(5, None, None, "没有电话"), SheetRemark(None, None, None, "没有表头")]
    lines = list(
        text_answers.imported_lines(Plan([planned(new=2, refused=refused, findings=findings)]), False)
    )
    assert lines == [
        "a.xlsx / 参战：按“参战退役人员”读，2行，新增2，变更0，相同0，未导入0",
        "  未导入 第3行F列：号码不对",
        "  请核对 第5行：没有电话",
        "  请核对 整张表：没有表头",
        "导入a.xlsx：新增2。",
    ]


def test_a_plan_says_that_nothing_was_written_and_a_file_why_it_was_not_read():
    lines = list(text_answers.imported_lines(Plan([], [("坏.xls", "打不开")]), True))
    assert lines == ["坏.xls：打不开", "以上只是预演，没有写入。"]


def test_a_person_is_told_by_number_name_rights_and_place():
    rights = [{"class": None, "kind": "参战退役人员"}, {"class": "残疾军人", "kind": "伤残人员"}]
    told = {"number": "63", "name": "甲", "identities": rights, "street": "总寨镇", "community": None}
    assert list(text_answers.person_lines([told])) == ["63  甲  参战退役人员、残疾军人  总寨镇"]


def test_a_finding_and_an_entry_are_told_in_a_line():
    finding = {"weight": 8, "name": "甲", "number": "63", "field": "姓名", "finding": "请核对"}
    assert list(text_answers.doubtful_lines([finding])) == ["[8] 甲 63 姓名：请核对"]
    entry = {"entry": 2, "at": "2020-08-01", "user": "王芳", "title": "登记", "changes": 3}
    assert list(text_answers.entry_lines([entry])) == ["2  2020-08-01  王芳  登记（3处）"]


def test_figures_stand_under_their_sections_in_the_order_of_the_report():
    figures = [
        SimpleNamespace(section=section, text=text, shown=shown)
        for section, text, shown in (
            ("走访", "户数", "3户"),
            ("补助", "人数", "2人"),
            ("走访", "部队", "1支"),
        )
    ]
    assert list(text_answers.figure_lines(figures)) == [
        "【走访】", "  户数：3户", "  部队：1支", "【补助】", "  人数：2人",
    ]  # fmt: skip


def test_a_rate_of_nobody_is_a_dash():
    standing = SimpleNamespace(name="落实率", shown="", due=0, done=0)
    assert list(text_answers.rates([standing])) == ["  落实率：—（应0，已0）"]
