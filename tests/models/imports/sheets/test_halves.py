"""Lists printed in halves side by side."""

from __future__ import annotations

from models.imports.imported_sheets import read_workbook
from models.imports.sheets.halves import side_by_side
from models.imports.workbooks.sheet import Sheet
from tests.factories import citizen_number


def sheet(*rows, name="参战", left=0):
    width = max(map(len, rows))
    return Sheet(
        name, False, [[*row, *[""] * (width - len(row))] for row in rows], 1, left, (), frozenset(), 0
    )


def person(name, number=""):
    return [1, name, number or citizen_number(), "东村"]


HEADING = ["序号", "姓名", "身份证号", "村(社区)"]


def test_each_half_is_read_with_the_letters_of_its_own_columns():
    whole = sheet(
        ["参战退役人员名单"],
        [*HEADING, "", *HEADING],
        [*person("甲一"), "", *person("乙一")],
        [*person("甲二"), ""],
        left=1,
    )
    left, right = read_workbook((whole,))
    assert [line.person["name"] for line in left.lines] == ["甲一", "甲二"]
    assert [(line.row, line.person["name"]) for line in right.lines] == [(3, "乙一")]
    assert right.lines[0].letters["person.name"] == "H"
    assert right.lines[0].kind == "参战退役人员"


def test_three_halves_without_a_running_number():
    short = HEADING[1:3]
    rows = [[each for name in names for each in person(name)[1:3]] for names in ("甲乙丙", "丁戊己")]
    assert len(side_by_side(sheet(short * 3, *rows))) == 3


def test_halves_of_two_kinds_keep_their_own():
    upper = ["参战退役人员", "", "", "", "带病回乡退役军人", "", "", ""]
    found = list(read_workbook((sheet(upper, HEADING * 2, [*person("甲"), *person("乙")], name="名册"),)))
    assert [half.lines[0].kind for half in found] == ["参战退役人员", "带病回乡退役军人"]


def test_a_helper_beside_everybody_is_no_half():
    upper = ["优抚对象", "", "", "", "帮扶责任人", "", "", ""]
    helper = citizen_number()
    rows = [[*person(name), *person("李干部", helper)] for name in ("甲一", "甲二", "甲三")]
    assert len(side_by_side(sheet(upper, HEADING * 2, *rows))) == 1
    assert len(side_by_side(sheet(HEADING * 2, *rows))) == 1


def test_an_ordinary_list_is_one():
    whole = sheet(HEADING, person("甲"))
    assert side_by_side(whole) == [whole]
