"""Totals printed on a register: each is compared with what was taken, and only what differs is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.payments.payment import Payment
from tests.factories import citizen_number, workbook

TITLE = ["2020年8月优抚补助发放表"]
HEADING = ["序号", "姓名", "身份证号", "补助项目", "金额"]


def row(name, amount, item="两参人员生活补助费"):
    return [1, name, citizen_number(), item, amount]


@pytest.fixture
def differing(take_in, tmp_path):
    """What is told of the totals of a sheet of these rows."""

    def run(*rows, heading=HEADING, title=TITLE):
        plan = take_in(workbook(tmp_path / "a.xlsx", {"发放": [title, heading, *rows]}))
        return [each.words for sheet in plan.sheets for each in sheet.findings if "相差" in each.words]

    return run


@pytest.mark.parametrize(
    "total",
    [["合计", "", "", "", 1300], ["", "合  计", "", "", "1,300.00"], ["合计：1300元", "", "", "", ""], ["合计", "2人", "", "", 1300.0],
     ["合计（大写）：壹仟叁佰元整", "", "", "", ""], ["总计", "", "", "", "￥1300.00"], ["合计", "", "", "", ""]],
)  # fmt: skip
def test_a_total_that_is_the_sum_is_not_told(differing, total):
    assert differing(row("甲", 650), row("乙", 650), total) == []


@pytest.mark.parametrize(
    "total",
    [
        ["合计", "", "", "", 1950],
        ["合计：1950元", "", "", "", ""],
        ["合计（大写）：壹仟玖佰伍拾元整", "", "", "", ""],
    ],
)
def test_a_total_that_is_another_is_told_with_the_difference(differing, total):
    [words] = differing(row("甲", 650), row("乙", 650), total)
    assert "1,950.00元" in words
    assert "1,300.00元" in words
    assert "相差650.00元" in words


def test_a_row_that_was_not_taken_is_missed_by_the_total(differing):
    [words] = differing(row("甲", 650), row("乙", "650元/月"), ["合计", "", "", "", 1300])
    assert "其中1行没有登记" in words


def test_each_block_has_its_own_total(differing):
    blocks = [
        row("甲", 650), row("乙", 650), ["小计", "", "", "", 1300],
        ["东村", "", "", "", ""], row("丙", 700), ["小计", "", "", "", 650],
        ["合计", "", "", "", 2000],
    ]  # fmt: skip
    [words] = differing(*blocks)
    assert words.startswith("“小计”")
    assert "相差50.00元" in words


def test_a_total_above_all_rows_is_that_of_all(differing):
    assert differing(["合计", "", "", "", 1300], row("甲", 650), row("乙", 650)) == []


def test_each_column_of_money_has_its_own_total(differing):
    heading = ["姓名", "身份证号", "生活补助", "物价补贴", "合计"]
    rows = [["甲", citizen_number(), 650, 50, 700], ["乙", citizen_number(), 650, 50, 700]]
    [words] = differing(*rows, ["合计", "", 1300, 120, 1400], heading=heading)
    assert "120.00元" in words


AMOUNTS = {
    "应发 实发": (["应发金额", "扣款", "实发金额"], [700, 50, 650]),
    "金额 实发": (["金额", "实发"], [700, 650]),
    "part and 合计": (["补助金额", "其中：增发", "合计"], [600, 50, 650]),
    "应发合计 实发合计": (["应发合计", "实发合计"], [700, 650]),
    "实际发放金额": (["补助标准金额", "实际发放金额"], [700, 650]),
    "one": (["补助金额（元）"], [650]),
}


@pytest.mark.parametrize(("headings", "amounts"), AMOUNTS.values(), ids=AMOUNTS)
def test_what_was_paid_in_the_end_is_the_amount(differing, headings, amounts):
    differing(
        ["甲", citizen_number(), "生活补助", *amounts], heading=["姓名", "身份证号", "补助项目", *headings]
    )
    assert [payment.amount for payment in Payment.select()] == [650]


def test_an_amount_in_capitals_is_compared(take_in, tmp_path):
    rows = [
        [*HEADING, "金额（大写）"],
        [*row("甲", 1000), "壹仟贰佰元整"],
        [*row("乙", 1200), "壹仟贰佰元整"],
    ]
    plan = take_in(workbook(tmp_path / "a.xlsx", {"发放": [TITLE, *rows]}))
    [words] = [each.words for sheet in plan.sheets for each in sheet.findings if "不一致" in each.words]
    assert "1,200.00元" in words
    assert "1,000.00元" in words


def test_money_that_a_formula_reckoned_is_whole_in_a_text_too(take_in, tmp_path):
    (tmp_path / "a.csv").write_text(
        f"2020年8月优抚补助发放表\n姓名,身份证号,补助项目,金额\n甲,{citizen_number()},生活补助,1146.6666666666667\n",
        encoding="utf-8",
    )
    plan = take_in(tmp_path / "a.csv")
    assert [payment.amount for payment in Payment.select()] == [Decimal("1146.67")]
    assert any("1146.67元登记" in each.words for sheet in plan.sheets for each in sheet.findings)


@pytest.mark.parametrize(
    "months", ["1-3", "1-3月", "1至3月", "一季度", "第1季度", "2020年1月至3月", "202001-202003", "1、2、3月"]
)
def test_several_months_are_one_payment_with_its_span(take_in, tmp_path, months):
    rows = [["2020年优抚补助发放表"], [*HEADING, "所属月份"], [*row("甲", 1950), months]]
    take_in(workbook(tmp_path / "a.xlsx", {"发放": rows}))
    [payment] = Payment.select()
    assert (payment.amount, payment.month) == (1950, None)
    assert months in payment.notes
