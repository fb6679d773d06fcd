"""Sheets given back: what was in them is in them, and one more column says what is wrong."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from models.core.record import Refusal
from models.imports.imports import Plan, SheetPlan
from models.imports.rosters.reading import Roster, SheetRemark
from models.imports.workbooks import workbook as workbooks
from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Sheet
from reports.imports import sheets_given_back
from tests.factories import HEADING, citizen_number, combatant, roster, workbook

RESULT = len(HEADING) + 1
RED, YELLOW = "FFC7CE", "FFEB9C"


def sheet(rows, name="参战", first_row=1, first_column=0, merges=(), hidden=False):
    return Sheet(name, hidden, rows, first_row, first_column, tuple(merges), frozenset(), 0)


def give_back(out, *plans, unread=()):
    sheets_given_back.write_sheets_back(Plan(sheets=list(plans), unread=list(unread)), out)
    return load_workbook(out)


def planned(rows, heading_row=1, refused=(), findings=(), **about):
    read = Roster(sheet(rows, **about), "参战退役人员", heading_row)
    return SheetPlan("名册.xlsx", read, refused=list(refused), findings=list(findings))


def test_a_mended_sheet_is_taken_in_whole(archive, take_in, tmp_path):
    file = roster(
        tmp_path / "a.xlsx", combatant(), combatant(name=""), combatant(身份证号="6301031950061500")
    )
    plan = take_in(file)
    assert plan.total("refused") == 2
    sheets_given_back.write_sheets_back(plan, tmp_path / "b.xlsx", [file])
    book = load_workbook(tmp_path / "b.xlsx")
    page = book["参战"]
    assert page.cell(2, RESULT).value == "导入结果"
    page["B4"].value, page["F5"].value = "李四", citizen_number()
    book.save(tmp_path / "b.xlsx")
    again = take_in(tmp_path / "b.xlsx")
    assert (again.total("refused"), again.total("new"), again.total("same")) == (0, 2, 1)
    assert not any("导入结果" in remark.words for remark in again.sheets[0].findings)


def test_a_sheet_given_back_twice_has_one_column_of_ours(plan_of, tmp_path):
    file = roster(tmp_path / "a.xlsx", combatant(), combatant(name=""))
    for out in (tmp_path / "b.xlsx", tmp_path / "c.xlsx"):
        sheets_given_back.write_sheets_back(plan_of(file), out, [file])
        file = out
    page = load_workbook(file)["参战"]
    assert page.max_column == RESULT
    assert [page.cell(row, RESULT).value for row in (2, 3, 4)] == ["导入结果", None, "未导入：没有姓名"]


def test_what_is_wrong_stands_in_the_row_and_colours_the_cell(tmp_path):
    rows = [["姓名", "身份证号"], ["张三", "1"], ["李四", "2"], ["王五", "3"]]
    refused, doubt = (
        SheetRemark(3, "B", "2", "身份证号应为15位或18位"),
        SheetRemark(4, "B", "3", "校验码不对"),
    )
    page = give_back(tmp_path / "a.xlsx", planned(rows, refused=[refused], findings=[doubt])).worksheets[0]
    assert [cell.value for cell in page["C"]] == [
        "导入结果",
        None,
        "未导入：身份证号应为15位或18位",
        "请核对：校验码不对",
    ]
    assert [cell.fill.fgColor.rgb[2:] for cell in (page["B3"], page["B4"])] == [RED, YELLOW]
    assert page["B2"].fill.fill_type is None


def test_a_row_both_refused_and_doubted_is_red(tmp_path):
    remarks = {
        "refused": [SheetRemark(2, "A", "", "没有姓名")],
        "findings": [SheetRemark(2, "A", "", "请看")],
    }
    page = give_back(tmp_path / "a.xlsx", planned([["姓名"], [""]], **remarks)).worksheets[0]
    assert page["B2"].value == "请核对：请看；未导入：没有姓名"
    assert page["A2"].fill.fgColor.rgb.endswith(RED)


def test_remarks_on_a_column_spoil_no_heading(tmp_path):
    rows = [["姓名", "身份证号", "血型"], ["张三", "1", "A"]]
    doubts = [
        SheetRemark(1, "C", "血型", "档案中没有“血型”一栏"),
        SheetRemark(1, None, None, "看不出是哪一类"),
    ]
    page = give_back(tmp_path / "a.xlsx", planned(rows, findings=doubts)).worksheets[0]
    assert [cell.value for cell in page[1]] == ["姓名", "身份证号", "血型", "导入结果"]
    assert "档案中没有" in page["C1"].comment.text
    assert "看不出" in page["D1"].comment.text
    assert [page["D3"].value, page["D4"].value] == [
        "整张表　请核对：看不出是哪一类",
        "C列　请核对：档案中没有“血型”一栏",
    ]


def test_a_sheet_without_heading_says_so_where_no_person_stands(plan_of, tmp_path):
    file = workbook(tmp_path / "a.xlsx", {"参战": [["甲", "乙"], ["张三", "630103"]]})
    sheets_given_back.write_sheets_back(plan_of(file), tmp_path / "b.xlsx", [file])
    page = load_workbook(tmp_path / "b.xlsx")["参战"]
    assert page["A3"].value.startswith("说明：整张表　未导入：没有找到")
    assert page["C1"].value is None


def test_a_heading_mended_after_such_a_remark_is_read(take_in, tmp_path):
    heading = ["名" if words == "姓名" else words for words in HEADING]
    file = roster(tmp_path / "a.xlsx", combatant(), heading=heading)
    sheets_given_back.write_sheets_back(take_in(file), tmp_path / "b.xlsx", [file])
    book = load_workbook(tmp_path / "b.xlsx")
    book["参战"]["B2"].value = "姓名"
    book.save(tmp_path / "b.xlsx")
    plan = take_in(tmp_path / "b.xlsx")
    assert (plan.total("new"), plan.total("refused")) == (1, 0)


def test_our_colours_do_not_stay_when_the_row_is_mended(plan_of, tmp_path):
    file = roster(tmp_path / "a.xlsx", combatant(name=""))
    sheets_given_back.write_sheets_back(plan_of(file), tmp_path / "b.xlsx", [file])
    book = load_workbook(tmp_path / "b.xlsx")
    assert book["参战"]["B3"].fill.fgColor.rgb.endswith(RED)
    book["参战"]["B3"].value = "李四"
    book.save(tmp_path / "b.xlsx")
    sheets_given_back.write_sheets_back(
        plan_of(tmp_path / "b.xlsx"), tmp_path / "c.xlsx", [tmp_path / "b.xlsx"]
    )
    page = load_workbook(tmp_path / "c.xlsx")["参战"]
    assert page["B3"].fill.fill_type is None
    assert page.cell(3, RESULT).value is None


def test_sheets_of_one_name_stay_apart_and_of_their_kind(plan_of, tmp_path):
    files = [
        roster(tmp_path / f"{place}.xlsx", combatant(name=name))
        for place, name in (("东", "甲一"), ("西", "乙二"))
    ]
    sheets_given_back.write_sheets_back(plan_of(*files), tmp_path / "c.xlsx", files)
    book = load_workbook(tmp_path / "c.xlsx")
    assert book.sheetnames == ["参战", "参战（2）"]
    assert [page["B3"].value for page in book] == ["甲一", "乙二"]
    assert plan_of(tmp_path / "c.xlsx").total("new") == 2


@pytest.mark.parametrize("name", ["a/b:c*?[x]\\", "'参战'", "参" * 40, "\x01", "", "="])
def test_any_name_of_a_sheet_can_be_written(name, tmp_path):
    book = give_back(
        tmp_path / "a.xlsx", planned([["姓名"], ["张三"]], name=name), planned([["姓名"]], name=name)
    )
    assert len(book.sheetnames) == 2
    assert all(0 < len(each) <= 31 for each in book.sheetnames)


def test_a_hidden_list_stays_hidden_but_one_with_remarks_is_shown(tmp_path):
    listed = SheetPlan("a.xlsx", Roster(sheet([["是"], ["否"]], name="选项", hidden=True)))
    people = planned([["姓名"], [""]], hidden=True, refused=[SheetRemark(2, "A", None, "没有姓名")])
    book = give_back(tmp_path / "a.xlsx", listed, people)
    assert [page.sheet_state for page in book] == ["hidden", "visible"]
    assert "没有内容" in give_back(tmp_path / "b.xlsx", listed).sheetnames


def test_files_that_could_not_be_read_are_listed_as_text(tmp_path):
    page = give_back(tmp_path / "a.xlsx", unread=[("=1+1.xlsx", "已损坏")])["未能读取的文件"]
    assert (page["A2"].value, page["A2"].data_type) == ("=1+1.xlsx", "s")


def test_areas_that_overlap_or_hide_something_are_not_merged(tmp_path):
    rows = [["甲", "", "丙", ""], ["姓名", "身份证号", "a", "b"], ["张三", "1", "", ""]]
    merges = [Merge(1, 0, 1, 1), Merge(1, 1, 1, 2), Merge(2, 2, 2, 3), Merge(1, 3, 1_048_576, 16_383)]
    page = give_back(tmp_path / "a.xlsx", planned(rows, heading_row=2, merges=merges)).worksheets[0]
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:B1"]


def test_an_open_or_forbidden_target_is_said(tmp_path):
    with pytest.raises(Refusal, match="请换一个文件夹"):
        sheets_given_back.write_sheets_back(Plan(), tmp_path / "没有" / "a.xlsx")
    (tmp_path / "b.xlsx").mkdir()
    with pytest.raises(Refusal, match="请先关闭"):
        sheets_given_back.write_sheets_back(Plan(), tmp_path / "b.xlsx")
    assert [file.name for file in tmp_path.iterdir()] == ["b.xlsx"]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=30
) | st.sampled_from(
    [
        "=1+1",
        "+86",
        "-1",
        "@SUM(A1)",
        "630103195308010011",
        "1953-08-01",
        "_x0041_",
        "a\nb",
        " a ",
        "TRUE",
        "#N/A",
        "导入",
    ]
)
DAYS = st.dates(date(1900, 3, 1), date(2199, 12, 31))
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15).map(lambda x: float(f"{x:.15g}"))
CELLS = WORDS | DAYS | NUMBERS | st.booleans() | DAYS.map(lambda d: datetime(d.year, d.month, d.day, 13, 30))
ROWS = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=6)
)


@given(ROWS, st.integers(1, 4), st.integers(0, 3))
@settings(max_examples=120)
def test_what_is_read_back_is_what_was_given(rows, first_row, first_column):
    width = len(rows[0])
    rows = [["姓名", *[""] * (width - 1)], *rows]
    given_ = planned(rows, first_row, first_row=first_row, first_column=first_column)
    with TemporaryDirectory() as folder:
        out = Path(folder) / "a.xlsx"
        sheets_given_back.write_sheets_back(Plan(sheets=[given_]), out)
        (back,) = workbooks.read_spreadsheet(out).sheets
        page = load_workbook(out).worksheets[0]
    found = {
        (back.first_row + i, back.first_column + j): cell
        for i, row in enumerate(back.rows)
        for j, cell in enumerate(row)
    }
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            place = first_row + i, first_column + j
            assert found.get(place, "") == cell
            assert isinstance(found.get(place, ""), bool) == isinstance(cell, bool)
    assert found[first_row, first_column + width] == "导入结果"
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    assert back.formulas == 0


@pytest.mark.parametrize("value", [date(1850, 1, 2), datetime(1899, 12, 31, 8), float("inf"), float("nan")])
def test_what_no_workbook_can_hold_is_kept_as_words(value, tmp_path):
    page = give_back(tmp_path / "a.xlsx", planned([["姓名"], [value]])).worksheets[0]
    assert (page["A2"].value, page["A2"].data_type) == (str(value), "s")


@pytest.mark.parametrize("value", [time(8, 30), timedelta(hours=30)])
def test_times_stay_times(value, tmp_path):
    give_back(tmp_path / "a.xlsx", planned([["姓名"], [value]]))
    assert CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()[1][0] == value


def test_a_text_under_a_date_format_stays_the_text_it_is(plan_of, tmp_path):
    book = Workbook()
    page = book.worksheets[0]
    page.title = "参战"
    for row in (HEADING, combatant()):
        page.append(list(row))
    page["E2"].value, page["E2"].number_format = "1953.8", "yyyy-mm-dd"
    book.save(tmp_path / "a.xlsx")
    sheets_given_back.write_sheets_back(
        plan_of(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", [tmp_path / "a.xlsx"]
    )
    cell = load_workbook(tmp_path / "b.xlsx")["参战"]["E2"]
    assert (cell.value, cell.data_type, cell.number_format) == ("1953.8", "s", "@")
