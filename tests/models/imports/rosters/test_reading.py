"""Sheets as offices lay them out: several tables, titles between them, footers, kinds told in different places."""

from __future__ import annotations

import openpyxl
import pytest

from models.imports.rosters.reading import read_roster_sheet
from models.imports.workbooks.sheet import Sheet
from models.people.identity import BankAccount
from models.people.person import Person
from tests.factories import card_number, citizen_number, workbook

HEADING = ["序号", "姓名", "性别", "身份证号", "街道", "入伍时间", "联系电话"]


def sheet(*rows, name="参战", hidden=False):
    width = max((len(row) for row in rows), default=0)
    even = [[*row, *[""] * (width - len(row))] for row in rows]
    return Sheet(name, hidden, even, 1, 0, (), frozenset(), 0)


def someone(name="张三"):
    return [1, name, "男", citizen_number(), "总寨镇", "1968-03", "13900001234"]


def names(roster):
    return [(line.row, line.kind, line.person.get("name")) for line in roster.lines]


def test_tables_under_each_other_each_have_their_own_columns():
    other = ["姓名", "身份证号", "联系电话", "入伍时间"]
    roster = read_roster_sheet(
        sheet(
            ["总寨镇"],
            HEADING,
            someone(),
            [],
            ["南滩街道"],
            other,
            ["王五", citizen_number(), "13911112222", "1970"],
        )
    )
    assert names(roster) == [(3, "参战退役人员", "张三"), (7, "参战退役人员", "王五")]
    assert roster.lines[1].person["phone"] == "13911112222"
    assert roster.lines[1].letters["person.number"] == "B"
    assert [remark.row for remark in roster.left_out] == [5]
    assert roster.refused == roster.findings == []


def test_a_title_between_two_tables_tells_the_kind_of_the_second():
    roster = read_roster_sheet(
        sheet(
            ["一、参战人员"], HEADING, someone(), ["二、带病回乡人员"], HEADING, someone("王五"), name="名册"
        )
    )
    assert roster.read_as == "参战退役人员、带病回乡退役军人"
    assert [kind for _, kind, _ in names(roster)] == ["参战退役人员", "带病回乡退役军人"]


def test_a_counted_title_between_people_tells_the_kind_below_it_and_another_does_not():
    rows = [HEADING, someone(), ["二、带病回乡人员"], someone("王五"), ["以下参试人员待核"], someone("赵六")]
    roster = read_roster_sheet(sheet(*rows))
    assert [kind for _, kind, _ in names(roster)] == ["参战退役人员", "带病回乡退役军人", "带病回乡退役军人"]


@pytest.mark.parametrize(
    "footer",
    [
        ["总寨镇小计", "", 2], ["", "合　计", "", 3], ["总 计"], ["共计2人"], ["人数合计：2"], ["审批："], ["填表人：张三", "", "", "填表时间：2021年3月"],
        ["二〇二一年三月"], ["2021年3月5日"], ["（此表一式三份）"], ["2.填表要求如下"], ["★为必填"], ["", "", "", "", "西宁市城中区退役军人事务局"],
        ["", "2021年3月5日"], ["", "单位（盖章）："], ["", "南滩街道"],
    ],
)  # fmt: skip
def test_a_footer_is_nobody_and_is_shown_to_the_officer(footer):
    roster = read_roster_sheet(sheet(HEADING, someone(), footer, someone("王五")))
    assert [row for row, _, _ in names(roster)] == [2, 4]
    assert [remark.row for remark in roster.left_out] == [3]


@pytest.mark.parametrize(
    "row",
    [
        ["", "李四"],
        ["", "", "男", "", "总寨镇"],
        ["", "李四", "", "不详"],
        [1, "", "", "", "", "1968-03", "139"],
    ],
)
def test_whoever_may_be_a_person_is_read_and_refused_with_the_reason(row):
    roster = read_roster_sheet(sheet(HEADING, someone(), row))
    assert [line.row for line in roster.lines if line.refused] == [3]


@pytest.mark.parametrize("row", [[], [3], ["3."], HEADING, ["", "", "", "", "总寨镇"]])
def test_rows_numbered_beforehand_headings_again_and_merged_cells_are_silent(row):
    roster = read_roster_sheet(sheet(HEADING, someone(), row))
    assert len(roster.lines) == 1
    assert roster.left_out == []


@pytest.mark.parametrize(
    ("name", "title", "file", "read_as"),
    [
        ("Sheet1", "", "2021年参战退役军人花名册.xlsx", "参战退役人员"),
        ("总寨镇", "参战退役人员花名册（总寨镇）", "花名册.xlsx", "参战退役人员"),
        ("总寨镇", "参战人员", "三属.xlsx", "参战退役人员"),
        ("Sheet1", "", "伤残三属花名册.xlsx", None),
        ("Sheet1", "", "花名册.xlsx", None),
    ],
)
def test_the_kind_is_told_by_sheet_title_or_else_file(name, title, file, read_as):
    assert read_roster_sheet(sheet([title], HEADING, someone(), name=name), file=file).read_as == read_as


def test_a_sheets_name_and_its_title_that_disagree_are_told():
    roster = read_roster_sheet(sheet(["带病回乡人员花名册"], HEADING, someone()))
    assert roster.read_as == "参战退役人员"
    assert [remark.words for remark in roster.findings] == [
        "表名、表头说的是“参战退役人员”，标题说的是“带病回乡退役军人”，现按“参战退役人员”读入，请核对"
    ]


def test_two_columns_of_one_field_that_agree_are_one():
    heading = [*HEADING, "住址", "实际居住地址"]
    roster = read_roster_sheet(
        sheet(heading, [*someone(), "清河村1号", "清河村1号"], [*someone("王五"), "清河村2号", ""])
    )
    assert [line.person["residence"] for line in roster.lines] == ["清河村1号", "清河村2号"]
    assert roster.findings == []


def test_two_columns_of_one_field_that_differ_are_told_once_and_nothing_is_lost():
    heading = [*HEADING, "住址", "实际居住地址"]
    roster = read_roster_sheet(
        sheet(heading, [*someone(), "旧址", "新址"], [*someone("王五"), "旧址", "新址"])
    )
    assert roster.lines[0].person["residence"] == "新址"
    assert roster.lines[0].notes == {"住址": "旧址"}
    assert [(remark.column, remark.words) for remark in roster.findings] == [
        ("H", "“住址”与I列是同一栏，有2行内容不同，以I列为准，不同的内容作为备注记在各人名下")
    ]


def test_two_unknown_columns_of_one_name_both_stay():
    roster = read_roster_sheet(sheet([*HEADING, "备用", "备用"], [*someone(), "甲", "乙"]))
    assert roster.lines[0].notes == {"备用（H列）": "甲", "备用（I列）": "乙"}


def test_an_unknown_column_without_a_word_is_not_told():
    assert read_roster_sheet(sheet([*HEADING, "签字"], someone())).findings == []


def test_a_hidden_list_of_codes_is_no_roster_and_no_fault():
    roster = read_roster_sheet(sheet(["性别", "民族"], ["男", "汉族"], name="代码", hidden=True))
    assert roster.read_as is None
    assert roster.refused == []


@pytest.mark.parametrize(
    "numbers",
    [[1, 2, 3, 4, 5], ["1", "2", "3", "4", "5"], ["（1）", "（2）", "（3）"], ["甲", "乙", 1, 2, 3]],
)
def test_a_row_that_numbers_the_columns_is_nobody(numbers):
    roster = read_roster_sheet(sheet(HEADING, numbers, someone()))
    assert [row for row, _, _ in names(roster)] == [3]
    assert [remark.row for remark in roster.left_out] == [2]
    assert roster.refused == roster.findings == []


def test_numbers_that_do_not_count_the_columns_may_be_a_persons():
    assert len(read_roster_sheet(sheet(HEADING, [1, "", "", 7, 3])).lines) == 1


def test_titles_between_people_tell_the_kinds_of_a_sheet_that_has_none():
    rows = [
        HEADING, ["一、参战退役人员（1人）"], someone("张三"), ["带病回乡退役军人"], someone("王五"),
        ["三、三属"], someone("赵六"), ["以下人员待核"], someone("钱七"),
    ]  # fmt: skip
    roster = read_roster_sheet(sheet(*rows, name="Sheet1"))
    assert names(roster) == [
        (3, "参战退役人员", "张三"), (5, "带病回乡退役军人", "王五"), (7, "三属", "赵六"), (9, "三属", "钱七"),
    ]  # fmt: skip


def test_who_stands_above_the_first_title_of_such_a_sheet_is_refused():
    roster = read_roster_sheet(
        sheet(HEADING, someone("张三"), ["一、参战人员"], someone("王五"), name="Sheet1")
    )
    assert [line.refused is not None for line in roster.lines] == [True, False]


@pytest.mark.parametrize(
    ("name", "title", "category"),
    [
        ("烈士遗属", "", "烈士遗属"), ("病故军人遗属花名册", "", "病故军人遗属"), ("三属", "", None), ("Sheet1", "残疾军人名册（2020年）", "残疾军人"),
        ("原8023部队退役人员", "", "原8023部队退役人员"), ("参战", "", None), ("烈士子女", "", None),
    ],
)  # fmt: skip
def test_a_sheet_called_by_a_category_tells_it_of_all_its_people(name, title, category):
    roster = read_roster_sheet(sheet([title], ["姓名", "身份证号"], ["张三", citizen_number()], name=name))
    assert [line.identity.get("category") for line in roster.lines] == [category]


def test_what_a_line_says_of_its_category_goes_before_what_the_sheet_is_called():
    heading = ["姓名", "身份证号", "类别"]
    rows = [["张三", citizen_number(), "病故军人遗属"], ["李四", citizen_number(), ""]]
    roster = read_roster_sheet(sheet(heading, *rows, name="烈士遗属"))
    assert [line.identity["category"] for line in roster.lines] == ["病故军人遗属", "烈士遗属"]


def test_titles_between_people_tell_the_categories_of_those_below():
    heading = ["姓名", "身份证号"]
    rows = [
        ["（一）烈士遗属"],
        ["张三", citizen_number()],
        ["（二）病故军人遗属"],
        ["李四", citizen_number()],
    ]
    roster = read_roster_sheet(sheet(heading, *rows, name="三属"))
    assert [line.identity["category"] for line in roster.lines] == ["烈士遗属", "病故军人遗属"]
    rows = [
        ["因公牺牲军人遗属"],
        heading,
        ["张三", citizen_number()],
        ["病故军人遗属"],
        heading,
        ["李四", citizen_number()],
    ]
    roster = read_roster_sheet(sheet(*rows, name="三属"))
    assert [line.identity["category"] for line in roster.lines] == ["因公牺牲军人遗属", "病故军人遗属"]


HELPED = [
    ["本人信息", "", "", "帮扶责任人", ""],
    ["对象姓名", "身份证号", "银行账号", "姓名", "银行账号"],
]


def helped(*names):
    return [
        [name, citizen_number(), card_number(n), "李干部", card_number(900 + n)]
        for n, name in enumerate(names)
    ]


def test_a_heading_that_stands_once_more_without_its_groups_is_no_better_one(take_in, tmp_path):
    """The people above it were gone without a word, and those below it got their helper's name and account."""
    rows = [*HELPED, *helped("甲", "乙", "丙"), HELPED[1], *helped("丁", "戊")]
    take_in(workbook(tmp_path / "a.xlsx", {"参战": rows}))
    assert {person.name for person in Person.select()} == set("甲乙丙丁戊")
    accounts = {row[2] for row in rows[2:] if row is not HELPED[1]}
    assert {account.account for account in BankAccount.select()} == accounts


def test_a_column_is_understood_by_the_values_of_its_own_table_alone(take_in, tmp_path):
    """Two tables below each other have their columns in another order; what nobody foresaw was weighed over both."""
    streets = ["总寨镇", "礼让街街道", "总寨镇"]
    first = [["姓名", "身份证号", "归哪里管", "民族"]]
    first += [
        [name, citizen_number(), street, "汉族"] for name, street in zip("甲乙丙", streets, strict=True)
    ]
    second = [["姓名", "身份证号", "性别", "归哪里管"]]
    second += [[name, citizen_number(), "男", street] for name, street in zip("丁戊己", streets, strict=True)]
    take_in(workbook(tmp_path / "a.xlsx", {"参战": [*first, ["二、另一部分"], *second]}))
    assert [person.street for person in Person.select().order_by(Person.id)] == streets * 2


def test_somebody_merged_over_two_rows_has_an_identity_of_each(take_in, tmp_path):
    rows = [
        ["姓名", "身份证号", "优抚类别"],
        ["甲", citizen_number(), "残疾军人（因公七级）"],
        ["", "", "参战退役人员"],
    ]
    file = workbook(tmp_path / "a.xlsx", {"名册": [["2020年优抚对象花名册"], *rows]})
    book = openpyxl.load_workbook(file)
    for area in ("A3:A4", "B3:B4"):
        book.active.merge_cells(area)
    book.save(file)
    take_in(file)
    assert sorted(identity.kind for identity in Person.get().identities) == ["伤残人员", "参战退役人员"]


@pytest.mark.parametrize("service", ["3年2个月", "四年", "1968.3-1973.12"])
def test_a_service_told_as_a_span_is_a_note_and_told_and_no_day_is_guessed(service):
    rows = [["姓名", "身份证号", "服役时间", "入伍时间"], ["甲", citizen_number(), service, service]]
    roster = read_roster_sheet(Sheet("参战", False, rows, 1, 0, (), frozenset(), 0))
    (line,) = roster.lines
    assert service in line.notes.values()
    assert "joined" not in line.identity
    assert any(service in (remark.value or "") or service in remark.words for remark in line.findings)


def test_a_column_is_understood_by_its_values_also_below_the_heading_once_more(take_in, tmp_path):
    heading = ["姓名", "身份证号", "怎么找他"]
    rows = [[name, citizen_number(), f"1390000{n:04d}"] for n, name in enumerate("甲乙丙丁")]
    take_in(workbook(tmp_path / "a.xlsx", {"参战": [heading, rows[0], heading, *rows[1:]]}))
    assert [person.phone for person in Person.select().order_by(Person.id)] == [row[2] for row in rows]
