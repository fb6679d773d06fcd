"""Who may still be paid, of lists as offices have them: what stands against a grant comes by any column and is asked by ``due``."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest

import main
from tests import factories

STANDING = {"优抚对象状态": "享受待遇", "批准日期": "2010-05-10"}
CHILD = {"人员类别": "烈士遗属", "与牺牲病故军人关系": "子女"}
EMPLOYED = {"就业状况": "在职", "单位性质": "行政单位"}


@pytest.fixture
def asked(tmp_path, new_archive, capsys):
    """Take in a row for each sheet of one person, and tell what is asked in a month: kind → row of ``due --json``."""

    def ask(month, born=date(1960, 6, 15), /, **sheets):
        folder = tmp_path / f"档案库{month}"
        shutil.copytree(new_archive, folder)
        number = factories.citizen_number(born)
        rows = {
            sheet: [
                ["姓名", "身份证号", *STANDING, *facts],
                ["张三", number, *STANDING.values(), *facts.values()],
            ]
            for sheet, facts in sheets.items()
        }
        file = factories.workbook(tmp_path / f"{month}.xlsx", rows)
        assert main.main(["import", str(folder), str(file)]) == 0
        capsys.readouterr()
        main.main(["due", str(folder), "--month", month, "--json"])
        found = json.loads(capsys.readouterr().out)
        return {row["kind"]: row for row in found}

    return ask


def test_two_living_subsidies_are_not_silently_paid_together(asked):
    found = asked("2019-09", 带病回乡退役军人={}, 参战退役人员={})
    (row,) = [row for row in found.values() if row["ask"]]
    assert "同时享受" in row["ask"]
    assert row["amount"] == "600.00" or row["amount"] == "650.00"


def test_who_has_a_grade_is_asked_how_he_can_be_sick_without_one(asked):
    found = asked(
        "2021-09",
        伤残人员={"伤残等级": "七级", "伤残性质": "因战", "人员类别": "残疾军人"},
        带病回乡退役军人={},
    )
    assert found["伤残人员"]["ask"] is None
    assert "尚未达到评定残疾等级条件" in found["带病回乡退役军人"]["ask"]


@pytest.mark.parametrize("heading", ["是否正在上学", "是否在校", "是否上学", "是否在学"])
def test_a_child_of_eighteen_who_is_not_at_school_is_asked_about(asked, heading):
    found = asked("2022-09", date(2003, 5, 10), 三属={**CHILD, heading: "否", "是否残疾": "否"})
    assert "已满18周岁" in found["三属"]["ask"]


def test_a_child_that_is_disabled_is_not_asked_about(asked):
    found = asked("2022-09", date(2003, 5, 10), 三属={**CHILD, "是否残疾": "是"})
    assert found["三属"]["ask"] is None


def test_a_widow_who_married_again_is_asked_about(asked):
    facts = {"人员类别": "烈士遗属", "与牺牲病故军人关系": "妻子", "婚姻状况": "再婚"}
    assert "再婚" in asked("2025-03", 三属=facts)["三属"]["ask"]


@pytest.mark.parametrize(
    "facts",
    [EMPLOYED, {"就业状况": "在职（机关事业）"}, {"养老保障方式": "机关事业单位养老保险"}, {"户籍类别": "城镇", "工作单位": "某厂", "就业状况": "在职"}],
)  # fmt: skip
def test_who_is_employed_is_asked_about(asked, facts):
    assert asked("2019-09", 参战退役人员=facts)["参战退役人员"]["ask"]


def test_what_one_lists_as_served_and_abroad_is_asked_about(asked):
    found = asked("2025-03", 参战退役人员={"服刑开始时间": "2025-01-06", "服刑结束时间": "2026-01-05"})
    assert "服刑" in found["参战退役人员"]["ask"]
    found = asked("2025-04", 参战退役人员={"出国（境）时间": "2024-01"})
    assert "国（境）外" in found["参战退役人员"]["ask"]


def test_a_grade_to_be_examined_again_is_asked_about(asked):
    facts = {"伤残等级": "七级", "伤残性质": "因战", "人员类别": "残疾军人", "应重新评定时间": "2021-06"}
    assert "重新评定" in asked("2021-09", 伤残人员=facts)["伤残人员"]["ask"]


def test_who_serves_and_is_disabled_is_asked_about(asked):
    facts = {"伤残等级": "七级", "伤残性质": "因战", "人员类别": "残疾军人", "伤残属别": "在职"}
    assert "在职" in asked("2021-09", 伤残人员=facts)["伤残人员"]["ask"]


def test_a_rural_soldier_with_an_employees_pension_is_not_paid_and_the_clause_says_why(asked):
    found = asked(
        "2019-09", date(1955, 6, 15), 农村籍退役士兵={"养老保障方式": "城镇职工养老保险", "服义务兵年限": "5"}
    )
    assert found.get("农村籍退役士兵", {"amount": "0.00"})["amount"] in (None, "0.00")
    assert "110号" in found["农村籍退役士兵"]["why"]
