"""Under which programme of the yearly report a payment falls."""

from __future__ import annotations

import pytest

from models.imports.registers.programmes import programme_named, programme_of


@pytest.mark.parametrize(
    ("words", "programme"),
    [
        ("门诊医疗补助", "门诊补助"), ("大病生活补助", "医疗救助"), ("生活补助和慰问", "定期抚恤补助"), ("临时困难慰问金", "临时救助"), ("门诊体检", ""), ("优待金（慰问）", "优待金"),
        ("慰问金", "慰问金"), ("外星补贴", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_more_telling_word_names_the_programme(words, programme):
    assert programme_named(words) == programme


@pytest.mark.parametrize(
    ("item", "around", "programme"),
    [
        ("门诊补助", ["丧葬"], "门诊补助"), ("补助金", ["丧葬补助"], "丧葬补助"), ("慰问金", ["优待金发放"], "优待金"), ("慰问金", ["某表"], "慰问金"), ("生活补助", ["体检"], "体检"),
        ("两参人员生活补助费", ["体检"], "定期抚恤补助"), ("临时救助", ["优待金"], "临时救助"), ("", ["某", "丧葬", "体检"], "丧葬补助"), ("外星", [], ""),
    ],
)  # fmt: skip
def test_an_item_that_says_little_is_told_by_the_words_around_it(item, around, programme):
    assert programme_of(item, around) == programme
