"""Lists of the dead as they come: any headings, the family beside the dead, spoilt numbers, names alone."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from models.core.jobs import finish
from models.core.record import Refusal
from models.deaths import lists
from models.deaths.looking import look
from models.deaths.matching import (
    SAME_NUMBER,
)
from tests import factories
from tests.models.deaths.conftest import funeral_home


def test_a_workbook_that_lists_nobody_says_so(archive, tmp_path):
    file = factories.workbook(tmp_path / "通知.xlsx", {"表": [["关于开会的通知"], ["时间", "地点"]]})
    with pytest.raises(Refusal, match="没有找到死亡人员"):
        lists.read_death_list(file)


def test_a_number_that_a_spreadsheet_has_spoilt_is_told(archive, tmp_path):
    file = funeral_home(tmp_path / "火化.xlsx", [1, "张三", 630103195006150011, "2020-4-1", "", "", "", ""])
    (told,) = finish(look([file])).refused
    assert told[2] == 3
    assert "改坏" in told[3]


def test_a_name_that_nobody_can_be_found_by_is_told_and_a_foot_is_not(archive, tmp_path):
    file = funeral_home(
        tmp_path / "名单.xlsx", (1, "韩占强", "", "2020-05-12", "", "", "", ""), ("制表人", "李某", "", "", "", "", "", "")
    )  # fmt: skip
    (told,) = finish(look([file])).refused
    assert "只有姓名韩占强，没有身份证号和出生日期" in told[3]


def test_a_list_of_the_funeral_home_is_read_and_the_family_s_number_is_not_the_dead_one_s(paid, tmp_path):
    someone, family = paid(name="张三"), factories.citizen_number()
    file = funeral_home(
        tmp_path / "火化.xlsx", [1, "张三", someone.number, date(2020, 4, 20), date(2020, 4, 22), "张小三", family, "13900001111"],
        [2, "外人", factories.citizen_number(), "2020.4.1", "", "", someone.number, ""],
    )  # fmt: skip
    listed = lists.read_death_list(file)
    assert [(row.name, row.row, str(row.day), row.day_of) for row in listed.rows] == [
        ("张三", 3, "2020-04-20", "死亡"), ("外人", 4, "2020-04-01", "死亡"),
    ]  # fmt: skip
    found = finish(look([file]))
    assert [(match.person.id, match.how, match.doubt) for match in found.matches] == [
        (someone.id, SAME_NUMBER, "")
    ]
    assert found.rows == 2


@pytest.mark.parametrize(
    "heading",
    [
        ("姓名", "公民身份号码", "户口注销日期"), ("逝者姓名*", "证件号码", "去世时间"),
        ("性别", "死亡人员姓名", "死亡人员身份证号码", "死亡登记日期"), ("1", "2", "3"),
    ],
)  # fmt: skip
def test_other_headings_and_none_at_all(paid, tmp_path, heading):
    someone = paid(name="张三")
    cells = {"姓名": "张三", "号": someone.number, "期": "2020年4月20日", "间": "20200420", "性别": "男"}
    row = [next((cells[k] for k in ("性别", "姓名", "号", "期", "间") if k in head), "") for head in heading]
    rows = [heading, row] if "姓名" in "".join(heading) else [["张三", someone.number, ""]]
    file = factories.workbook(tmp_path / "名单.xlsx", {"Sheet1": rows})
    assert [match.person.id for match in finish(look([file])).matches] == [someone.id]


def test_what_stands_below_the_family_is_the_family_s(paid, tmp_path):
    someone, family = paid(name="张三"), paid(name="张小三")
    rows = [["序号", "经办人信息", "", "死者信息", "", ""], ["", "姓名", "身份证号", "姓名", "身份证号", "死亡时间"],
            [1, "张小三", family.number, "张三", someone.number, "2020-04-20"]]  # fmt: skip
    file = factories.workbook(tmp_path / "名单.xlsx", {"表": rows})
    assert [match.person.id for match in finish(look([file])).matches] == [someone.id]


def test_each_dead_is_told_with_the_place_where_he_stands(archive, tmp_path):
    number = factories.citizen_number()[:17] + "X"
    file = funeral_home(tmp_path / "火化.xlsx", [1, "李建国", number, "2020-4-1", "", "", "", "街道" * 150])
    (row,) = lists.read_death_list(file).rows
    assert (row.file, row.sheet, row.row, row.name, row.number) == (
        "火化.xlsx",
        "火化登记",
        3,
        "李建国",
        number,
    )
    assert row.words.startswith("1　李建国　")
    assert len(row.words) == 200


def test_a_sheet_that_the_sender_has_hidden_is_not_read_and_told(archive, tmp_path):
    heading = ("死者姓名", "死者身份证号", "死亡日期")
    rows = {name: [heading, [name, factories.citizen_number(), "2020-4-1"]] for name in ("李建国", "王建军")}
    file = factories.workbook(tmp_path / "火化.xlsx", rows)
    book = openpyxl.load_workbook(file)
    book["王建军"].sheet_state = "hidden"
    book.save(file)
    listed = lists.read_death_list(file)
    assert [row.name for row in listed.rows] == ["李建国"]
    assert listed.refused == [("王建军", lists.WHOLE_SHEET, lists.HIDDEN_LIST)]


def test_a_name_without_anything_else_is_told_and_not_guessed(archive, tmp_path):
    file = funeral_home(
        tmp_path / "火化.xlsx", [1, "李建国", factories.citizen_number(), "", "2020-4-3", "", "", ""],
        [2, "王建军", "", "", "", "", "", "13900001111"], [3, "王建军", "无", "", "", "", "", ""],
    )  # fmt: skip
    listed = lists.read_death_list(file)
    assert [(row.name, str(row.day), row.day_of) for row in listed.rows] == [("李建国", "2020-04-03", "火化")]
    assert [row for _, row, words in listed.refused if "只有姓名王建军" in words] == [4, 5]
