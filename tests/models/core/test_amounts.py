"""Money in words, as the rules for vouchers print it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.amounts import FORMAL_DIGITS, in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("220000", "贰拾贰万元整"),
        ("100000008", "壹亿零捌元整"),
        ("1000500", "壹佰万零伍佰元整"),
        ("0.05", "伍分"),
        ("0.5", "伍角"),
        ("0", "零元整"),
        ("10", "壹拾元整"),
        ("20010000", "贰仟零壹万元整"),
        ("1000000000000", "壹万亿元整"),
    ],
)
def test_the_examples_of_the_rules_and_of_the_office(amount, words):
    assert in_words(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["-1", "0.001", "1e17"])
def test_what_cannot_be_written_is_refused(amount):
    with pytest.raises(ValueError, match=r".*"):
        in_words(Decimal(amount))


UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def back(words):
    """Read it back, as a cashier does."""
    whole, _, rest = words.rpartition("元") if "元" in words else ("", "", words)
    total = section = digit = 0
    for sign in whole:
        if sign in FORMAL_DIGITS:
            digit = FORMAL_DIGITS.index(sign)
        elif sign in UNITS:
            section, digit = section + digit * UNITS[sign], 0
        elif sign == "万":
            total, section, digit = total + (section + digit) * 10_000, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    fen = (total + section + digit) * 100
    for sign, worth in (("角", 10), ("分", 1)):
        if sign in rest:
            fen += FORMAL_DIGITS.index(rest[rest.index(sign) - 1]) * worth
    return Decimal(fen).scaleb(-2)


@given(st.integers(0, 10**13))
def test_whatever_is_written_reads_back(fen):
    amount = Decimal(fen).scaleb(-2)
    words = in_words(amount)
    assert back(words) == amount
    assert "零零" not in words
