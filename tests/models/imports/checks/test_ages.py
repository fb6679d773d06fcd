"""Ages on lists: one that cannot be is told, the usual year of difference is not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import citizen_number, workbook


def told(plan):
    return [each.words for sheet in plan.sheets for each in sheet.findings if "上下" in each.words]


def roster(ages, title="2020年参战人员花名册", heading="年龄"):
    rows = [
        [f"甲{n}", citizen_number(date(1950, 6, 15)), age]
        for n, age in enumerate("一二三四五六七"[: len(ages)])
    ]
    return [
        [title],
        ["姓名", "身份证号", heading],
        *([a, b, age] for (a, b, _), age in zip(rows, ages, strict=True)),
    ]


@pytest.mark.parametrize("ages", [[70], [69], [71], ["70岁"], [70, 69, 70, 71, 70, 69]])
def test_an_age_that_may_be_is_no_doubt(take_in, tmp_path, ages):
    assert not told(take_in(workbook(tmp_path / "a.xlsx", {"参战": roster(ages)})))


@pytest.mark.parametrize("heading", ["年龄", "周岁", "年龄（周岁）", "现年龄"])
def test_an_age_that_cannot_be_is_told(take_in, tmp_path, heading):
    words = told(take_in(workbook(tmp_path / "a.xlsx", {"参战": roster([70, 27, 70], heading=heading)})))
    assert len(words) == 1
    assert "27岁" in words[0]


def test_a_list_under_an_old_title_tells_its_year_itself(take_in, tmp_path):
    file = workbook(
        tmp_path / "a.xlsx", {"参战": roster([74, 74, 73, 74, 74, 60], title="2015年参战人员花名册")}
    )
    assert len(told(take_in(file))) == 1


def test_an_age_in_a_register_is_asked_too(take_in, tmp_path):
    rows = [
        ["2020年8月优抚补助发放表"],
        ["姓名", "身份证号", "年龄", "补助项目", "金额"],
        ["甲", citizen_number(date(1950, 6, 15)), 70, "两参人员生活补助费", 650],
        ["乙", citizen_number(date(1950, 6, 15)), 45, "两参人员生活补助费", 650],
    ]
    assert len(told(take_in(workbook(tmp_path / "a.xlsx", {"发放": rows})))) == 1


def test_an_age_in_a_text_is_asked_too(take_in, tmp_path):
    rows = roster([70, 27])
    (tmp_path / "参战.csv").write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8")
    assert len(told(take_in(tmp_path / "参战.csv"))) == 1
