"""Shapes of sheets: whatever lies on its side, is a form, or has two people in a row comes in as the paper says."""

from __future__ import annotations

import csv

import openpyxl
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from models.core.dates import PartDate
from models.imports.imported_sheets import read_workbook
from models.imports.shapes.shapes import plain_tables
from models.imports.sheets.halves import side_by_side
from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Sheet
from models.imports.workbooks.workbook import read_spreadsheet
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.person import Person
from models.people.person import Remark as Note
from reports.imports import sheets_given_back
from tests.factories import citizen_number, workbook

TITLE = ["参战退役人员登记表"]


def names():
    return sorted(person.name for person in Person.select())


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in (*sheet.findings, *sheet.refused)]


def form(name, number, **more):
    return [
        TITLE,
        ["姓  名", name, "", "性别", "男", "照片"],
        ["出生年月", "1950年6月", "", "民族", "汉族", ""],
        ["身份证号码", number, "", "籍贯", "青海西宁", ""],
        ["家庭住址", "清河村1号", "", "联系电话：", "13900001234", ""],
        ["入伍时间", "1968年5月", "", "退伍时间", "1973年12月", ""],
        ["主要经历", "1968年5月入伍，参加援越抗美作战", "", "", "", ""],
        *more.get("relatives", []),
        ["填表人：王芳", "", "", "填表日期：2020年3月", "", ""],
    ]


RELATIVES = [
    ["家庭成员", "姓名", "与本人关系", "出生年月", "联系电话", "工作单位"],
    ["", "李秀英", "妻子", "1952年3月", "13800000000", "务农"],
    ["", "张小明", "儿子", "1975年1月", "13700000000", "打工"],
]


@pytest.mark.parametrize(
    "relatives", [[], RELATIVES, [["配偶", "姓名", "李秀英", "身份证号", citizen_number(), ""]]]
)
def test_a_form_for_each_person_comes_in_sheet_by_sheet(take_in, tmp_path, relatives):
    pages = {
        f"第{n}张": form(f"甲{name}", citizen_number(), relatives=relatives)
        for n, name in enumerate("乙丙丁")
    }
    plan = take_in(workbook(tmp_path / "表.xlsx", pages))
    assert names() == ["甲丁", "甲丙", "甲乙"]
    person = Person.get(name="甲乙")
    assert (person.ethnic, person.phone, person.residence) == ("汉族", "13900001234", "清河村1号")
    assert str(Identity.get(person=person).joined) == "1968-05"
    notes = {note.label: note.words for note in Note.select().where(Note.person == person)}
    assert notes["籍贯"] == "青海西宁"
    assert "李秀英" in "".join(notes.values()) or not relatives
    assert not [remark for sheet in plan.sheets for remark in sheet.refused]


def test_forms_below_each_other_on_one_sheet_are_several_people(take_in, tmp_path):
    rows = [
        *form("甲", citizen_number(), relatives=RELATIVES),
        [""],
        *form("乙", citizen_number()),
        *form("丙", ""),
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"登记表": rows}))
    assert names() == ["乙", "甲"]
    assert [(each.row, each.words) for sheet in plan.sheets for each in sheet.refused] == [
        (22, "没有身份证号")
    ]


def test_forms_beside_each_other_are_several_people(take_in, tmp_path):
    rows = []
    for one, other in ("甲乙", "丙丁"):
        rows += [
            ["参战退役人员信息卡", "", "", "", "参战退役人员信息卡", "", "", ""],
            ["姓名", one, "性别", "男", "姓名", other, "性别", "男"],
            ["身份证号", citizen_number(), "", "", "身份证号", citizen_number(), "", ""],
            ["电话", "13900000001", "", "照片", "电话", "13900000002", "", "照片"],
        ]
    take_in(workbook(tmp_path / "卡.xlsx", {"卡": rows}))
    assert [(p.name, p.phone[-1]) for p in Person.select().order_by(Person.name)] == [
        ("丁", "2"), ("丙", "1"), ("乙", "2"), ("甲", "1"),
    ]  # fmt: skip


def test_an_official_form_gives_its_facts_and_keeps_the_rest(take_in, tmp_path):
    rows = [
        ["部分农村籍退役士兵老年生活补助审批表", *[""] * 6],
        ["填报单位：总寨镇人民政府", "", "", "", "", "填表日期：2020年3月5日", ""],
        ["申请人基本情况", "姓名", "赵一山", "性别", "男", "民族", "一寸照片"],
        ["", "公民身份号码", citizen_number(), "", "出生年月", "1950.6", ""],
        ["", "入伍时间", "1968.5", "退役时间", "1973.12", "部队代号", "某部"],
        ["家庭主要成员", "姓名", "关系", "年龄", "工作单位", "身份证号", ""],
        ["", "李秀英", "妻子", "68", "务农", citizen_number(sex="女"), ""],
        ["村（居）委会意见", "同意上报\n（盖章）\n2020年3月6日", *[""] * 5],
    ]
    file = workbook(tmp_path / "表.xlsx", {"赵一山": rows})
    book = openpyxl.load_workbook(file)
    for area in ("A1:G1", "A3:A5", "A6:A7", "G3:G4", "C4:D4", "B8:G8"):
        book.active.merge_cells(area)
    book.save(file)
    plan = take_in(file)
    assert [(p.name, p.ethnic, str(p.born)) for p in Person.select()] == [("赵一山", "", "1950-06")]
    assert not [remark for sheet in plan.sheets for remark in sheet.refused]
    assert all(words in str([note.words for note in Note.select()]) for words in ("李秀英", "同意上报"))


def test_a_form_with_its_labels_above(take_in, tmp_path):
    number = citizen_number()
    rows = [
        ["参战退役人员情况表"],
        ["姓名", "性别", "出生年月", "身份证号"],
        ["张三", "男", "1950年6月", number],
        ["入伍时间", "退伍时间", "联系电话", "家庭住址"],
        ["1968年5月", "1973年12月", "13900001234", "清河村1号"],
    ]
    take_in(workbook(tmp_path / "表.xlsx", {"表": rows}))
    assert [(p.name, p.number, p.phone, str(Identity.get().left)) for p in Person.select()] == [
        ("张三", number, "13900001234", "1973-12")
    ]


def test_a_form_whose_cells_hold_label_and_value(take_in, tmp_path):
    number = citizen_number()
    rows = [
        TITLE,
        [f"姓名：张三　　性别：男　　身份证号：{number}"],
        ["联系电话：13900001234", "入伍时间：1968年5月"],
    ]
    take_in(workbook(tmp_path / "表.xlsx", {"表": rows}))
    assert [(p.name, p.number, p.phone) for p in Person.select()] == [("张三", number, "13900001234")]


def test_a_form_with_merged_cells_in_a_document(take_in, tmp_path):
    made = Document()
    for name in ("甲", "乙"):
        made.add_paragraph("参战退役人员登记表")
        table = made.add_table(3, 5)
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 4).merge(table.cell(2, 4)).text = "照片"
        for row, column, words in [
            (0, 0, "姓名"), (0, 1, name), (0, 3, "男"), (1, 0, "身份证号"), (1, 1, citizen_number()), (1, 2, "民族"),
            (1, 3, "藏族"), (2, 0, "退伍时间"), (2, 1, "1973.12"), (2, 2, "电话"), (2, 3, "13900001234"),
        ]:  # fmt: skip
            table.cell(row, column).text = words
    made.save(str(tmp_path / "表.docx"))
    take_in(tmp_path / "表.docx")
    assert [(p.name, p.ethnic, p.phone) for p in Person.select().order_by(Person.name)] == [
        ("乙", "藏族", "13900001234"),
        ("甲", "藏族", "13900001234"),
    ]


def test_a_table_on_its_side_is_turned(take_in, tmp_path):
    numbers = [citizen_number() for _ in range(3)]
    rows = [
        ["2020年参战退役人员花名册"],
        ["序号", "1", "2", "3"],
        ["姓名", "甲", "乙", "丙"],
        ["性别", "男", "男", ""],
        ["身份证号", *numbers],
        ["入伍时间", "1968.5", "1969.3", "1970.1"],
        ["特长", "木工", "", "修车"],
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"名册": rows}))
    assert {p.number: p.name for p in Person.select()} == dict(zip(numbers, "甲乙丙", strict=True))
    assert sorted(str(each.joined) for each in Identity.select()) == ["1968-05", "1969-03", "1970-01"]
    assert any("横着" in words for words in told(plan))


def test_numbers_by_their_hundreds_below_a_heading_are_left_as_they_are(tmp_path):
    rows = [["参战"], ["姓名", "身份证号"], *([["甲", citizen_number()]] * 50)]
    [sheet] = read_spreadsheet(workbook(tmp_path / "a.xlsx", {"参战": rows})).sheets
    assert plain_tables(sheet) == [sheet]


COUPLES = {
    "his and hers": ["丈夫姓名", "丈夫身份证号", "妻子姓名", "妻子身份证号"],
    "named once": ["丈夫", "身份证号", "妻子", "身份证号"],
    "in brackets": ["姓名（夫）", "身份证号（夫）", "姓名（妻）", "身份证号（妻）"],
    "spouse with a right": ["本人姓名", "本人身份证号", "配偶姓名", "配偶身份证号"],
}


@pytest.mark.parametrize("heading", COUPLES.values(), ids=COUPLES)
def test_husband_and_wife_in_one_row_are_two_people(take_in, tmp_path, heading):
    title = "夫妻均为参战退役人员花名册" if "配偶姓名" in heading else "参战退役人员花名册"
    rows = [
        [title],
        ["序号", *heading, "家庭住址"],
        [1, "甲", citizen_number(), "乙", citizen_number(sex="女"), "清河村1号"],
        [2, "丙", citizen_number(), "", "", "清河村2号"],
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"名册": rows}))
    assert names() == ["丙", "乙", "甲"]
    assert {p.residence for p in Person.select()} == {"清河村1号", "清河村2号"}
    assert not [remark for sheet in plan.sheets for remark in sheet.refused]


def test_husband_and_wife_below_groups_are_two_people(take_in, tmp_path):
    rows = [
        ["参战退役人员花名册"],
        ["序号", "丈夫", "", "妻子", "", "村"],
        ["", "姓名", "身份证号", "姓名", "身份证号", ""],
        [1, "甲", citizen_number(), "乙", citizen_number(sex="女"), "清河村"],
    ]
    take_in(workbook(tmp_path / "表.xlsx", {"名册": rows}))
    assert names() == ["乙", "甲"]


def test_a_spouse_who_is_but_a_relative_gets_no_file(take_in, tmp_path):
    rows = [
        ["参战退役人员花名册"],
        ["序号", "本人姓名", "本人身份证号", "配偶姓名", "配偶身份证号"],
        [1, "甲", citizen_number(), "乙", citizen_number(sex="女")],
    ]
    take_in(workbook(tmp_path / "表.xlsx", {"名册": rows}))
    assert names() == ["甲"]


def test_money_for_a_couple_is_paid_once(take_in, tmp_path):
    rows = [
        ["2020年8月参战退役人员生活补助发放表"],
        ["丈夫姓名", "丈夫身份证号", "妻子姓名", "妻子身份证号", "金额", "发放日期"],
        ["甲", citizen_number(), "乙", citizen_number(sex="女"), 1300, "2020-08-25"],
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"发放": rows}))
    assert [payment.amount for payment in Payment.select()] == [1300]
    assert any("合写的一笔" in words for words in told(plan))


def test_a_hidden_row_of_a_form_is_told(take_in, tmp_path):
    rows = form("甲", citizen_number())
    file = workbook(tmp_path / "表.xlsx", {"登记表": rows})
    book = openpyxl.load_workbook(file)
    book.active.row_dimensions[2].hidden = True
    book.save(file)
    plan = take_in(file)
    assert any("隐藏" in words for words in told(plan))
    assert PartDate(1950, 6).agrees(Person.get().born)


@pytest.mark.parametrize("heading", COUPLES.values(), ids=COUPLES)
def test_a_list_of_couples_is_given_back_plain(take_in, tmp_path, heading):
    rows = [
        ["夫妻均为参战退役人员花名册"],
        ["序号", *heading],
        [1, "甲", "123", "乙", citizen_number(sex="女")],
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"名册": rows}))
    sheets_given_back.write_sheets_back(plan, tmp_path / "退.xlsx", [tmp_path / "表.xlsx"])
    page = openpyxl.load_workbook(tmp_path / "退.xlsx").worksheets[0]
    assert [cell.value for cell in page[2]][:3] == ["序号", "姓名", "身份证号"] or page["A2"].value == "姓名"
    assert "未导入" in str([cell.value for cell in page[3]])


PIECES = st.sampled_from(
    ["", "", "姓名", "身份证号", "性别", "配偶", "配偶姓名", "丈夫", "妻子", "出生日期", "联系电话：", "姓名：张三  身份证号：630103195006150013",
     "630103195006150013", "张三", "男", "家庭成员", "合计", "审核人：", "夫妻双方", "照片", "1", "2020年登记表", 1.0, "金额", "村"]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=7), min_size=1, max_size=9), st.integers(0, 5), st.integers(0, 5))
def test_no_sheet_is_too_strange(rows, top, left):
    merges = (Merge(top + 1, left, top + 2, left), Merge(top + 1, left, top + 1, left + 1))
    width = max(map(len, rows))
    struck = frozenset({(top + 1, left)})
    for even in (True, False):
        cells = [row + [""] * (width - len(row)) if even else row for row in rows]
        sheet = Sheet("名册", False, cells, top + 1, left, merges, struck, 0, frozenset({top + 1}), struck)
        for plain in plain_tables(sheet):
            list(side_by_side(plain))
            [*read_workbook((plain,))]


def test_each_of_a_couple_with_money_of_their_own_is_paid_that(take_in, tmp_path):
    rows = [
        ["2020年3月参战退役人员生活补助发放表"],
        ["序号", "家庭住址", "男方", "", "", "女方", "", "", "合计"],
        ["", "", "姓名", "身份证号", "金额", "姓名", "身份证号", "金额", ""],
        [1, "清河村", "甲", citizen_number(), 650, "乙", citizen_number(sex="女"), 600, 1250],
        [2, "东村", "丙", citizen_number(), 650, "", "", "", 650],
        ["合计", "", "", "", 1300, "", "", 600, 1900],
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"发放": rows}))
    assert sorted((p.whom, p.amount) for p in Payment.select()) == [("丙", 650), ("乙", 600), ("甲", 650)]
    assert not any("相差" in words or "无表头" in words for words in told(plan))


def test_the_total_of_a_table_on_its_side_is_nobodys(take_in, tmp_path):
    rows = [
        ["姓名", "甲", "乙"],
        ["身份证号", citizen_number(), citizen_number()],
        ["补助项目", "生活补助", "生活补助"],
        ["发放日期", "2020-03-25", "2020-03-25"],
        ["金额", 650, 700],
        ["合计", 1350, ""],
    ]
    take_in(workbook(tmp_path / "表.xlsx", {"发放": rows}))
    assert [payment.amount for payment in Payment.select()] == [650, 700]


def test_each_form_of_a_sheet_is_of_the_kind_that_its_own_title_says(take_in, tmp_path):
    """All became disabled soldiers where one form below another had a column for the grade."""
    rows = []
    for title, name, more in (
        ("残疾军人登记表", "甲", ["伤残等级", "七级", "伤残性质", "因公"]),
        ("参试退役人员登记表", "乙", ["民族", "汉族", "", ""]),
        ("带病回乡退役军人登记表", "丙", ["民族", "汉族", "", ""]),
    ):
        rows += [
            [title, "", "", ""],
            ["姓名", name, "身份证号", citizen_number()],
            more,
            ["状态", "享受待遇", "", ""],
        ]
    take_in(workbook(tmp_path / "表.xlsx", {"表": rows}))
    kinds = {identity.person.name: identity.kind for identity in Identity.select()}
    assert kinds == {"甲": "伤残人员", "乙": "参试退役人员", "丙": "带病回乡退役军人"}


def test_a_heading_once_more_below_the_first_person_makes_no_form(take_in, tmp_path):
    """The people below it became notes of those above them, without a word."""
    heading = ["姓名", "身份证号", "性别", "优抚类别"]
    rows = [[name, citizen_number(), "男", "参战"] for name in "甲乙丙丁"]
    take_in(workbook(tmp_path / "表.xlsx", {"表": [TITLE, heading, rows[0], heading, *rows[1:]]}))
    assert names() == ["丁", "丙", "乙", "甲"]


@pytest.mark.parametrize("form", ['="{}"', "'{}", "{}"])
def test_a_table_on_its_side_is_turned_however_its_numbers_are_kept_as_text(take_in, tmp_path, form):
    numbers = [citizen_number() for _ in range(3)]
    rows = [
        TITLE,
        ["姓名", *"甲乙丙"],
        ["身份证号", *map(form.format, numbers)],
        ["民族", "汉族", "回族", "藏族"],
    ]
    file = workbook(tmp_path / "表.csv", {"表": rows})
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    take_in(file)
    assert {p.number: p.name for p in Person.select()} == dict(zip(numbers, "甲乙丙", strict=True))


def test_the_first_of_a_table_on_its_side_is_refused_for_his_spoilt_number_and_not_left_out(
    take_in, tmp_path
):
    rows = [
        TITLE,
        ["姓名", *"甲乙丙"],
        ["身份证号", "6.30103E+17", citizen_number(), citizen_number()],
        ["民族", "汉族", "汉族", "汉族"],
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"表": rows}))
    assert names() == ["丙", "乙"]
    assert plan.total("refused") == 1


@pytest.mark.parametrize("title", ["残疾军人登记表", ""])
@pytest.mark.parametrize("number", ["#N/A", "待核实", ""])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_form_without_a_number_gives_nothing_to_the_person_of_the_form_before(
    archive, take_in, tmp_path, title, number, place
):
    forms = [
        [
            [title, "", "", ""],
            ["对象姓名", name, "公民身份号码", number if at == place else citizen_number()],
            ["伤残等级", "七级", "伤残性质", "因公"],
            *([["联系电话", "13900000009", "家庭住址", "清河村9号"]] if at == place else []),
        ]
        for at, name in enumerate(("甲", "乙", "丙"))
    ]
    plan = take_in(workbook(tmp_path / "表.xlsx", {"登记表": [row for rows in forms for row in rows]}))
    assert names() == sorted({"甲", "乙", "丙"} - {"甲乙丙"[place]})
    assert not any(person.phone or person.residence for person in Person.select())
    assert len([remark for sheet in plan.sheets for remark in sheet.refused if remark.row]) == 1
