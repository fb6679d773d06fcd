"""Registers of 辅助器具 as offices keep them: known whatever they are called, of people on file or not, the same a second time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.ledger.assistive_devices import AssistiveDevice
from models.people.outsiders import Outsider
from tests.factories import citizen_number, workbook

HEADING = ["序号", "姓名", "身份证号", "器具名称", "规格型号", "配置日期", "费用(元)", "资金来源", "配置机构", "使用年限", "备注"]  # fmt: skip


@pytest.fixture
def given(take_in, tmp_path):
    number = iter(range(1000))

    def run(sheets):
        return take_in(workbook(tmp_path / f"器具{next(number)}.xlsx", sheets))

    return run


def row(someone, kind="小腿假肢", **more):
    facts = {"day": "2021-05-06", "cost": 12800, "years": "3年"} | more
    return [1, someone.name, someone.number, kind, "PTB", facts["day"], facts["cost"], "省级财政", "省假肢中心", facts["years"], ""]  # fmt: skip


def test_each_row_is_a_device_of_whoever_has_the_number(given, person):
    someone = person()
    given({"伤残人员辅助器具": [["2021年伤残人员辅助器具配置登记表"], HEADING, row(someone)]})
    device = AssistiveDevice.get()
    assert (device.person_id, device.kind, device.specification) == (someone.id, "假肢", "PTB")
    assert (device.day, device.due) == (PartDate(2021, 5, 6), PartDate(2024, 5, 6))
    assert (device.cost, device.fund, device.maker) == (Decimal(12800), "省级财政", "省假肢中心")
    assert "小腿假肢" in device.notes  # the office's own word is kept


def test_the_same_register_again_says_nothing_new_and_a_cost_that_was_mended_is_mended(given, person):
    someone = person()
    sheets = {"辅助器具": [HEADING, row(someone), row(someone, "轮椅", cost=900, years="")]}
    assert given(sheets).total("new") == 2
    assert given(sheets).total("same") == 2
    assert given({"辅助器具": [HEADING, row(someone, cost=12900)]}).total("changed") == 1
    assert {each.cost for each in AssistiveDevice.select()} == {Decimal(12900), Decimal(900)}


def test_who_has_no_file_is_kept_without_one(given):
    number = citizen_number()
    heading = ["姓名", "身份证号码", "辅具名称", "发放时间", "价格", "更换年限"]
    given(
        {
            "Sheet1": [
                ["残疾军人辅具发放登记表"],
                heading,
                ["李四", number, "电动轮椅", "2022.3.1", "3,200元", 5],
            ]
        }
    )
    device = AssistiveDevice.get()
    assert (device.person, device.outsider) == (None, Outsider.get(Outsider.number == number))
    assert (device.kind, device.due) == ("轮椅", PartDate(2027, 3, 1))


def test_one_kind_for_all_may_stand_in_the_title(given, person):
    someone = person()
    heading = ["姓名", "身份证号", "配置日期", "型号", "金额", "应更换日期"]
    given({"助听器": [["助听器配置登记表"], heading, [someone.name, someone.number, "2023-01-09", "HX-2", 2600, "2027-01"]]})  # fmt: skip
    device = AssistiveDevice.get()
    assert (device.kind, device.due, device.cost) == ("助听器", PartDate(2027, 1), Decimal(2600))


def test_a_life_that_cannot_be_read_does_not_cost_the_row(given, person):
    plan = given({"辅助器具": [HEADING, row(person(), years="看损坏情况")]})
    assert plan.total("new") == 1
    assert AssistiveDevice.get().due is None


def test_what_cannot_be_a_device_is_told_and_left_out(given, person):
    someone = person()
    plan = given(
        {"辅助器具": [HEADING, row(someone, cost=-1), row(someone, day="2199-01-01"), row(someone, kind="")]}
    )
    assert plan.total("new") == 0
    assert plan.total("refused") == 3


def test_money_for_devices_without_a_word_of_which_is_a_payment_and_no_device(given, person):
    someone = person()
    rows = [
        ["发放日期", "姓名", "身份证号", "项目", "金额"],
        ["2021-05-06", someone.name, someone.number, "辅助器具费", 800],
    ]
    given({"发放": [["2021年辅助器具补助发放登记表"], *rows]})
    assert not AssistiveDevice.select().exists()
    assert someone.payments.count() == 1
