"""Ages on lists: one that cannot be is told, the usual year of difference is not."""

from __future__ import annotations

from datetime import date

import pytest

from models.core.dates import PartDate
from models.imports.checks.ages import AgeTold, age_in, doubtful_ages
from models.imports.sheets.read_rows import ReadRow
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


def line_of(born, age):
    return AgeTold(ReadRow(3, "参战", {}), PartDate(born), "年龄", age)


@pytest.mark.parametrize(
    ("cell", "age"),
    [("70", 70), (70.0, 70), ("70.0", 70), ("70岁", 70), ("７０周岁", 70), (130, 130), (131, 0), ("约70", 0), ("", 0), (70.5, 0)],
)  # fmt: skip
def test_what_is_no_age_is_none(cell, age):
    assert age_in(cell) == age


@pytest.mark.parametrize(("age", "doubts"), [(68, 1), (69, 0), (70, 0), (71, 0), (72, 1)])
def test_a_year_more_or_less_is_a_birthday_and_two_are_a_doubt(age, doubts):
    assert len(list(doubtful_ages([line_of(1950, age)], 2020))) == doubts


def test_what_is_told_of_an_age_names_all_that_was_compared():
    [(_, words)] = doubtful_ages([line_of(1950, 27)], 2020)
    assert words == "“年龄”写的是27岁，按出生日期1950年，2020年应为70岁上下，请核对"


def test_five_lines_tell_the_year_themselves_and_four_do_not():
    four = [line_of(1950, 74) for _ in range(4)]
    assert len(list(doubtful_ages(four, 2020))) == 4
    assert not list(doubtful_ages([*four, line_of(1950, 74)], 2020))


def test_without_a_year_and_with_few_lines_nothing_is_doubted():
    assert not list(doubtful_ages([line_of(1950, 20)] * 4, None))


def test_the_birth_on_the_list_goes_before_that_of_the_number(take_in, tmp_path):
    rows = [
        ["2020年参战人员花名册"],
        ["姓名", "身份证号", "出生日期", "年龄"],
        ["甲一", citizen_number(date(1950, 6, 15)), "", 27],
        ["乙二", "", "1950-06-15", 27],
        ["丙三", citizen_number(date(1993, 6, 15)), "1993-06-15", 27],
    ]
    found = told(take_in(workbook(tmp_path / "a.xlsx", {"参战": rows})))
    assert [words.partition("，")[0] for words in found] == ["“年龄”写的是27岁"]


def test_a_line_without_an_age_is_not_asked_and_a_second_column_of_ages_neither(take_in, tmp_path):
    rows = [
        ["2020年参战人员花名册"],
        ["姓名", "身份证号", "年龄", "周岁"],
        ["甲一", citizen_number(date(1950, 6, 15)), 70, 27],
        ["乙二", citizen_number(date(1950, 6, 15)), "", 27],
    ]
    assert not told(take_in(workbook(tmp_path / "a.xlsx", {"参战": rows})))


def test_the_sheet_s_name_tells_the_year_of_the_ages(take_in, tmp_path):
    rows = roster([70, 27], title="参战人员花名册")
    assert not told(take_in(workbook(tmp_path / "a.xlsx", {"参战": rows})))
    assert len(told(take_in(workbook(tmp_path / "b.xlsx", {"2020年参战": rows})))) == 1


def test_a_payee_of_several_months_is_told_once(take_in, tmp_path):
    rows = [
        ["2020年优抚补助发放表"],
        ["姓名", "身份证号", "年龄", "1月", "2月"],
        ["甲一", citizen_number(date(1950, 6, 15)), 45, 650, 650],
        ["乙二", citizen_number(date(1950, 6, 15)), 70, 650, 650],
    ]
    [words] = told(take_in(workbook(tmp_path / "a.xlsx", {"发放": rows})))
    assert "写的是45岁" in words
