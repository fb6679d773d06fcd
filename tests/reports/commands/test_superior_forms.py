from __future__ import annotations

from openpyxl import load_workbook

from tests import factories

HEADING = ["序号", "姓名", "身份证号", "联系电话", "卡内编号"]


def taken_in(run, folder, tmp_path, **cells):
    roster = factories.roster(
        tmp_path / "花名册.xlsx", factories.combatant("张三", **cells), factories.combatant("李四")
    )
    run("import", folder, roster, "--user", "王芳")


def test_a_form_is_filled_and_what_was_left_is_told(run, told, folder, tmp_path):
    taken_in(run, folder, tmp_path, **{"联系方式(手机)": ""})
    form = factories.workbook(tmp_path / "市局.xlsx", {"表": [["名单"], HEADING]})
    answer = told("fill", folder, form, tmp_path / "已填.xlsx")
    assert answer["people"] == 2
    assert answer["headings"][2] == {
        "cell": "C2",
        "heading": "身份证号",
        "field": "person.number",
        "sure": True,
    }
    assert answer["headings"][4] == {"cell": "E2", "heading": "卡内编号", "field": None, "sure": False}
    assert [(each["number"] is None, each["heading"]) for each in answer["unfilled"]] == [
        (True, "卡内编号"), (False, "联系电话"),
    ]  # fmt: skip
    assert [row[1] for row in load_workbook(tmp_path / "已填.xlsx").worksheets[0].iter_rows(min_row=3, values_only=True)] == [
        "张三", "李四",
    ]  # fmt: skip


def test_the_status_says_whether_something_was_left(run, folder, tmp_path):
    taken_in(run, folder, tmp_path)
    whole = factories.workbook(tmp_path / "全.xlsx", {"表": [HEADING[:4]]})
    part = factories.workbook(tmp_path / "缺.xlsx", {"表": [HEADING]})
    assert run("fill", folder, whole, tmp_path / "一.xlsx", "--user", "王芳")[0] == 0
    status, said, _ = run("fill", folder, part, tmp_path / "二.xlsx", "张三", "--user", "王芳")
    assert status == 1
    assert "填了1人" in said
    assert "卡内编号" in said


def test_what_is_no_form_is_refused_in_a_sentence(run, folder, tmp_path):
    form = factories.workbook(tmp_path / "说明.xlsx", {"表": [["请按时报送"]]})
    status, _, complaint = run("fill", folder, form, tmp_path / "已填.xlsx", "--user", "王芳")
    assert status == 2
    assert "没有认出要填的表" in complaint
