"""The forms of numbers in the yearly report: exact, 万元, and floors with 余."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.year.figures.display import DISPLAY_EXACT, DISPLAY_FLOOR, DISPLAY_WAN, Display

ONE, TENTH = Decimal(1), Decimal("0.1")


@pytest.mark.parametrize(
    ("value", "unit", "display", "words"),
    [
        (41, "份", Display(DISPLAY_EXACT), "41份"), (0, "份", Display(DISPLAY_EXACT), "0份"),
        (Decimal("20000.00"), "元", Display(DISPLAY_EXACT), "20000元"), (Decimal("0.50"), "元", Display(DISPLAY_EXACT), "0.5元"),
        (Decimal("1234.56"), "元", Display(DISPLAY_EXACT), "1234.56元"),
        (Decimal(42000), "元", Display(DISPLAY_WAN), "4.2万元"), (Decimal(662500), "元", Display(DISPLAY_WAN), "66.25万元"),
        (Decimal(105840), "元", Display(DISPLAY_WAN), "10.584万元"), (Decimal(50000), "元", Display(DISPLAY_WAN), "5万元"),
        (Decimal("105845.00"), "元", Display(DISPLAY_WAN), "10.585万元"), (Decimal(0), "元", Display(DISPLAY_WAN), "0万元"),
        (Decimal("3.00"), "元", Display(DISPLAY_WAN), "3元"),
        (Decimal(73600), "元", Display(DISPLAY_FLOOR, ONE), "7万余元"), (Decimal(70000), "元", Display(DISPLAY_FLOOR, ONE), "7万元"),
        (Decimal("70000.01"), "元", Display(DISPLAY_FLOOR, ONE), "7万余元"), (Decimal("79999.99"), "元", Display(DISPLAY_FLOOR, ONE), "7万余元"),
        (Decimal(1586327), "元", Display(DISPLAY_FLOOR, ONE), "158万余元"), (Decimal(58230), "元", Display(DISPLAY_FLOOR, TENTH), "5.8万余元"),
        (Decimal(58000), "元", Display(DISPLAY_FLOOR, TENTH), "5.8万元"), (Decimal(9999), "元", Display(DISPLAY_FLOOR, ONE), "9999元"),
        (156, "条", Display(DISPLAY_FLOOR, Decimal(10)), "150余条"), (150, "条", Display(DISPLAY_FLOOR, Decimal(50)), "150条"),
        (617, "人", Display(DISPLAY_FLOOR, Decimal(100)), "600余人"), (8, "块", Display(DISPLAY_FLOOR, Decimal(10)), "8块"),
    ],
)  # fmt: skip
def test_a_number_is_printed_as_the_report_does(value, unit, display, words):
    assert display.shown(value, unit) == words


@given(st.integers(1, 10**12), st.sampled_from([ONE, TENTH]))
def test_a_floor_is_never_more_than_the_amount_and_less_than_a_step_below(fen, step):
    value = Decimal(fen).scaleb(-2)
    words = Display(DISPLAY_FLOOR, step).shown(value, "元")
    if "万" in words:
        printed = Decimal(words.partition("万")[0]) * 10_000
        assert printed <= value < printed + step * 10_000
        assert ("余" in words) == (value > printed)
    else:
        assert Decimal(words[:-1]) == value < step * 10_000
