"""Money of registers: which amount was paid, for which month, to whom; and what was not paid at all."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest

from models.payments.payment import Payment
from tests.factories import citizen_number, workbook

HEADING = ["序号", "姓名", "身份证号", "补助项目", "金额", "发放日期", "备注"]


def row(name, amount=650, notes="", day="2020-08-25", item="两参人员生活补助费"):
    return [1, name, citizen_number(), item, amount, day, notes]


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in (*sheet.findings, *sheet.refused)]


def test_money_merged_over_two_people_is_one_amount(take_in, tmp_path):
    file = workbook(
        tmp_path / "合并.xlsx",
        {"补助": [["2020年8月优抚补助发放表"], HEADING, row("甲", 1000), row("乙", None), row("丙", 500)]},
    )
    book = openpyxl.load_workbook(file)
    book.active.merge_cells("E3:E4")
    book.save(file)
    plan = take_in(file)
    assert sorted(payment.amount for payment in Payment.select()) == [500, 1000]
    assert sum("合并" in words for words in told(plan)) == 2


@pytest.mark.parametrize(
    "months", [["1月", "2月", "3月"], ["一月份", "二月份", "三月份"], ["2020年1月", "2020年2月", "2020年3月"]]
)
@pytest.mark.parametrize("total", [True, False])
def test_a_column_for_each_month_is_a_payment_for_each(take_in, tmp_path, months, total):
    heading = ["姓名", "身份证号", *months, *["合计"] * total]
    rows = [
        ["甲", citizen_number(), 650, 650, 700, *[2000] * total],
        ["乙", citizen_number(), 650, "", "", *[650] * total],
    ]
    take_in(workbook(tmp_path / "月.xlsx", {"发放": [["2020年参战退役人员生活补助发放表"], heading, *rows]}))
    assert [(p.whom, str(p.month), p.amount) for p in Payment.select().order_by(Payment.id)] == [
        ("甲", "2020-01", 650), ("甲", "2020-02", 650), ("甲", "2020-03", 700), ("乙", "2020-01", 650),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["1-3月", "一季度", "2020年1月至3月", "2020.01-2020.03"])
def test_money_of_several_months_is_one_payment_with_its_months_in_the_note(take_in, tmp_path, words):
    heading = ["姓名", "身份证号", "补助项目", "所属月份", "金额", "发放日期"]
    rows = [["甲", citizen_number(), "两参人员生活补助费", words, 1950, "2020-03-25"]]
    plan = take_in(workbook(tmp_path / "季.xlsx", {"补助": [["2020年优抚补助发放表"], heading, *rows]}))
    payment = Payment.get()
    assert (payment.month, payment.amount, words in payment.notes) == (None, Decimal(1950), True)
    assert any("2020年1月至3月" in each for each in told(plan))


@pytest.mark.parametrize(
    ("state", "notes"),
    [
        ("失败", ""),
        ("退回", ""),
        ("处理中", ""),
        ("", "未发"),
        ("", "账号错误退回"),
        ("未成功", ""),
        ("", "本人未领取"),
    ],
)
def test_what_did_not_arrive_was_not_paid(take_in, tmp_path, state, notes):
    rows = [[*row("甲", notes=notes), state], [*row("乙"), "成功"], [*row("丙", notes="已补发"), "交易成功"]]
    plan = take_in(
        workbook(tmp_path / "状态.xlsx", {"发放": [["2020年8月发放明细"], [*HEADING, "发放状态"], *rows]})
    )
    assert sorted(payment.whom for payment in Payment.select()) == ["丙", "乙"]
    assert any("没有登记为已发放" in words for words in told(plan))


@pytest.mark.parametrize("notes", ["3月去世", "已停发", "迁出本区"])
def test_money_to_one_who_is_said_to_be_gone_is_a_question(take_in, tmp_path, notes):
    plan = take_in(
        workbook(tmp_path / "备注.xlsx", {"发放": [["2020年8月发放表"], HEADING, row("甲", notes=notes)]})
    )
    assert any(notes in words and "请核对" in words for words in told(plan))


def test_the_months_of_equal_sheets_are_told_by_their_names(take_in, tmp_path):
    """Equal rows of a second sheet were the same payment once more, and two months of three were gone."""
    people = [["甲", citizen_number(), 650], ["乙", citizen_number(), 650]]
    top = [["2020年参战退役人员生活补助发放表"], ["姓名", "身份证号", "金额"]]
    take_in(workbook(tmp_path / "a.xlsx", {name: [*top, *people] for name in ("1月", "2月份", "3月")}))
    months = sorted(str(payment.month) for payment in Payment.select())
    assert months == ["2020-01", "2020-01", "2020-02", "2020-02", "2020-03", "2020-03"]


def test_a_payment_told_by_two_lists_a_day_apart_is_asked_of(take_in, tmp_path):
    number = citizen_number()
    for at, day in enumerate(("2020-08-25", "2020-08-26")):
        one = [1, "甲", number, "两参人员生活补助费", 650, day, ""]
        plan = take_in(workbook(tmp_path / f"{at}.xlsx", {"补助": [["2020年补助发放表"], HEADING, one]}))
    assert any("重复" in words for words in told(plan))


def test_a_column_that_names_what_is_paid_and_holds_words_is_no_amount(take_in, tmp_path):
    """立功军人 and 立功等级 were taken for two items of money, and the row was refused."""
    rows = [
        ["2020年立功受奖军人家庭慰问金发放表"],
        ["立功军人", "姓名", "身份证号", "立功等级", "奖励金额", "发放日期"],
        ["赵小兵", "赵一", citizen_number(), "三等功", 1000, "2020-08-01"],
    ]
    plan = take_in(workbook(tmp_path / "a.xlsx", {"立功": rows}))
    assert not [each.words for sheet in plan.sheets for each in sheet.refused]
    [payment] = Payment.select()
    assert (payment.amount, payment.notes) == (1000, "立功军人：赵小兵；立功等级：三等功")
