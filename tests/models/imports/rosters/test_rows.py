"""Rows of rosters that are nobody's, and words that decide before anything is paid."""

from __future__ import annotations

import pytest

from models.imports.rosters.reading import read_roster_sheet
from models.imports.workbooks.sheet import Sheet
from tests.factories import citizen_number

HEADING = ["序号", "姓名", "身份证号", "村(社区)", "状态", "备注"]


def sheet(*rows, name="参战"):
    width = max(map(len, rows))
    return Sheet(name, False, [[*row, *[""] * (width - len(row))] for row in rows], 1, 0, (), frozenset(), 0)


def someone(name="赵一山", state="享受待遇", notes="", community="东村"):
    return [1, name, citizen_number(), community, state, notes]


@pytest.mark.parametrize("mark", ["示例", "（例）", "例：", "填写示例", "样例", "【示例】"])
def test_an_example_of_a_template_is_nobody(mark):
    roster = read_roster_sheet(
        sheet(HEADING, [mark, *someone("张三")[1:]], someone(), someone("张三（示例）"))
    )
    assert [line.person["name"] for line in roster.lines] == ["赵一山"]
    assert len(roster.left_out) == 2


@pytest.mark.parametrize("empty", ["#VALUE!", "#N/A", 0, "#REF!"])
def test_formulas_dragged_down_over_nothing_are_nobody(empty):
    rows = [[n, "", empty, "", empty, ""] for n in range(2, 30)]
    roster = read_roster_sheet(sheet(HEADING, someone(), *rows))
    assert (len(roster.lines), roster.refused, roster.findings) == (1, [], [])


@pytest.mark.parametrize(
    "foot",
    [
        ["填表人：王芳", "", "联系电话：09716123456"], ["", "审核人", "13911112222"], ["说明", "", "身份证号必须18位，如630103195001010000"],
        ["备注：", "", "联系电话09716123456"],
    ],
)  # fmt: skip
def test_a_foot_with_a_number_in_it_is_nobody(foot):
    assert len(read_roster_sheet(sheet(HEADING, someone(), foot)).lines) == 1


@pytest.mark.parametrize("name", ["1", "2", "01", "10", "1.2", "B1"])
def test_a_number_in_a_sheet_s_name_is_no_kind(name):
    roster = read_roster_sheet(sheet(["总寨镇优抚对象花名册"], HEADING[:4], someone()[:4], name=name))
    assert roster.lines == []
    assert "看不出是哪一类" in roster.refused[0].words


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("赵一山（已故）", ""),
        ("赵一山", "2020年3月5日去世"),
        ("赵一山", "已停发"),
        ("赵一山", "户口外迁"),
        ("赵一山", "服刑"),
    ],
)
def test_an_end_in_words_leaves_the_state_open_until_somebody_has_looked(name, notes):
    (line,) = read_roster_sheet(sheet(HEADING, someone(name, notes=notes))).lines
    assert "state" not in line.identity
    assert any("请核对是否已去世、停发或迁出" in remark.words for remark in line.findings)


@pytest.mark.parametrize(
    ("state", "notes"), [("去世", "已故"), ("享受待遇", "配偶2019年去世"), ("享受待遇", "")]
)
def test_an_end_that_the_state_says_too_or_that_is_another_s_asks_nothing(state, notes):
    (line,) = read_roster_sheet(sheet(HEADING, someone(state=state, notes=notes))).lines
    assert (line.identity["state"], line.findings) == (state, [])


def test_a_village_s_title_is_the_community_of_those_below_it():
    short = ["序号", "姓名", "身份证号"]
    rows = [["东村（2人）"], someone()[:3], ["小计", 2], ["西村（1人）"], someone()[:3], ["合计", 3]]
    roster = read_roster_sheet(sheet(["总寨镇参战退役人员花名册"], short, *rows))
    assert [line.person.get("community") for line in roster.lines] == ["东村", "西村"]


def test_what_a_row_says_of_its_kind_goes_before_the_sheet_s_name():
    heading = [*HEADING[:4], "人员类别"]
    rows = [[*someone()[:4], words] for words in ("参战退役人员", "带病回乡退役军人", "残疾军人", "烈士遗属")]
    lines = read_roster_sheet(sheet(heading, *rows)).lines
    assert [line.kind for line in lines] == ["参战退役人员", "带病回乡退役军人", "伤残人员", "三属"]
    assert [len(line.findings) for line in lines] == [0, 1, 1, 1]
