"""Months in words, spans of them, and a column for each."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.imports.registers.month_words import month_named, month_of_heading, month_span, without_span
from models.payments.payment import Payment
from tests.factories import citizen_number, workbook


@pytest.mark.parametrize(
    "words",
    [
        "1-3月", "2020年1月至3月", "一季度", "第一季度", "2020.01-2020.03", "1月、2月、3月", "1、2、3月", "2020年1-3月份", "一至三月",
        "202001-202003", "1月~3月",
    ],
)  # fmt: skip
def test_a_span_is_its_first_and_last_month(words):
    span = month_span(words, 2020)
    assert span is not None
    assert span.chinese() == "2020年1月至3月"


@pytest.mark.parametrize("words", ["3月", "2020-03", "2020年3月", "2020-03-25", "1-3", "1、3月", "3-1月", ""])
def test_what_is_no_span_is_none(words):
    assert month_span(words, 2020) is None


def test_a_span_over_the_end_of_a_year():
    assert month_span("2019年12月至2020年2月", None).chinese() == "2019年12月至2020年2月"
    assert month_span("上半年", 2020).last == PartDate(2020, 6)
    assert month_span("一季度", None) is None


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("2月", 2),
        ("3月份", 3),
        ("十二月", 12),
        ("2020年8月发放", 8),
        ("发放表202008", 8),
        ("1-3月", None),
        ("2月3月", None),
        ("表1", None),
    ],
)
def test_the_month_of_a_sheet_s_name(words, month):
    assert month_named(words, 2020) == (PartDate(2020, month) if month else None)


def test_a_column_of_a_month_and_the_day_beside_a_span():
    assert [month_of_heading(words, 2020) for words in ("1月", "二月份", "2019年3月", "合计", "月份")] == [
        PartDate(2020, 1), PartDate(2020, 2), PartDate(2019, 3), None, None,
    ]  # fmt: skip
    assert "1-3" not in without_span("2020年1-3月发放表")


@pytest.mark.parametrize("total", [True, False])
@pytest.mark.parametrize("periods", [["一季度", "二季度"], ["上半年", "下半年"], ["1-3月金额", "4-6月金额"]])
def test_a_column_for_each_quarter_is_a_payment_for_each(take_in, tmp_path, periods, total):
    heading = ["姓名", "身份证号", *periods, *["合计"] * total]
    rows = [
        ["甲", citizen_number(), 1950, 2100, *[4050] * total],
        ["乙", citizen_number(), 1950, "", *[1950] * total],
    ]
    file = workbook(tmp_path / "季.xlsx", {"发放": [["2020年参战退役人员生活补助发放表"], heading, *rows]})
    take_in(file)
    assert [payment.amount for payment in Payment.select().order_by(Payment.id)] == [1950, 2100, 1950]
    assert len({payment.notes for payment in Payment.select().where(Payment.amount > 1900)}) == 2
    assert {each.counts["same"] for each in take_in(file).sheets} == {3}
