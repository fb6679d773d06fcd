"""Money in cells: exact to the fen, in 万元 where the title says so, and told where a formula was rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.imports.sheets.cells import Unreadable
from models.imports.sheets.money import money_in, rounded_words, summing_columns, yuan_of


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("1.2万", "12000"), ("0.1万元", "1000"), (12.345, "12.35"), (12.344, "12.34"), (-12.345, "-12.35"), ("1146.66666", "1146.67"), ("1146.66666元", "1146.67"),
        (999_999_999_999.0, "999999999999"), (0, "0"), ("人民币:1 200元整", "1200"), ("RMB85", "85"),
    ],
)  # fmt: skip
def test_what_is_money_in_a_cell(cell, yuan):
    assert yuan_of(cell) == Decimal(yuan)


@pytest.mark.parametrize(
    "cell", [1e12, "1000000000000", "1146.6666", "85.505", "-", "Infinity", float("inf"), "1200元/年"]
)
def test_what_is_no_whole_fen_or_beyond_all_reason_is_not(cell):
    if cell == "-":
        assert yuan_of(cell) is None
        return
    with pytest.raises(Unreadable):
        yuan_of(cell)


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("1.2", "12000"),
        (1.2, "12000"),
        ("1,200元", "1200"),
        ("1.2万", "12000"),
        ("￥0.05", "500"),
        ("0.00001", "0.1"),
    ],
)
def test_a_sheet_in_wan_says_its_money_in_wan_but_where_a_cell_says_otherwise(cell, yuan):
    assert money_in(True)(cell) == Decimal(yuan)


def test_a_blank_of_a_sheet_in_wan_is_a_blank_and_words_are_no_money():
    assert money_in(True)("/") is money_in(True)("￥") is None
    assert money_in(False)("1.2") == Decimal("1.2")
    with pytest.raises(Unreadable, match=r"^待定$"):
        money_in(True)("待定")


def test_only_a_number_that_was_rounded_is_told():
    assert rounded_words(12.345, Decimal("12.35")) == "单元格里是12.345，按12.35元登记，请核对"
    assert rounded_words("1146.66666元", Decimal("1146.67")).startswith("单元格里是1146.66666元")
    for cell, value in (
        (12.5, Decimal("12.5")), ("12.5", Decimal("12.5")), ("1200.00000", Decimal(1200)), (12.345, "12.35"), (12, Decimal(12)),
    ):  # fmt: skip
        assert rounded_words(cell, value) == ""


def test_an_amount_of_a_sheet_in_wan_is_not_rounded_by_being_told_in_yuan():
    assert rounded_words(0.5, Decimal(5000)) == ""
    assert rounded_words(0.12345678, Decimal("1234.57")) == "单元格里是0.12345678，按1234.57元登记，请核对"


ROWS = [["甲", "650", 10, ""], ["乙", "700", 20, "3"], ["合计", "1350", 31, "4"], ["丙", "5", 1, ""]]


def test_a_column_that_comes_to_its_total_is_one_of_amounts():
    assert summing_columns(ROWS) == {1}
    assert summing_columns([*ROWS[:2], ["", "", "合计", "3"]]) == {3}
    assert summing_columns([["甲", "", "", "3"], ["", "", "", "合计", "3"]]) == frozenset()
    assert summing_columns(ROWS[:2]) == frozenset()
