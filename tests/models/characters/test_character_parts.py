"""A character that no keyboard types is found by its parts."""

from __future__ import annotations

import pytest

from models.characters.character_parts import MOST_CHARACTERS, characters_of


@pytest.mark.parametrize(
    ("parts", "character"),
    [("龙天", "䶮"), ("天龙", "䶮"), ("火华", "烨"), ("亩心", "𠅤"), ("水水水", "淼"), ("羽厷", "翃"), ("草早", "草"), ("王奇", "琦")],
)  # fmt: skip
def test_what_is_put_together_of_just_these_parts_comes_first(parts, character):
    assert characters_of(parts)[0] == character


def test_a_part_may_be_typed_as_the_character_that_it_stems_from():
    assert "錀" in characters_of("金仑")
    assert "钅" not in characters_of("金仑")
    assert characters_of("水羊") == characters_of("氵羊")


def test_a_later_character_is_found_by_its_radical_and_the_strokes_beside_it():
    """U+2CC56 of the extension E: 页, and the five strokes of 由."""
    assert "\U0002cc56" in characters_of("页由")
    assert "\U0002cc56" not in characters_of("页田一")


def test_a_code_finds_its_character():
    assert characters_of("2CC56") == characters_of("U+2cc56") == ["\U0002cc56"]
    assert characters_of("FFFFF") == []


def test_a_part_of_a_part_counts():
    assert "赢" in characters_of("亡口月贝凡")


@pytest.mark.parametrize("nothing", ["", "  ", "页a", "，"])
def test_what_is_no_part_finds_nothing(nothing):
    assert characters_of(nothing) == []


def test_no_list_is_longer_than_can_be_looked_through():
    assert len(characters_of("水")) == MOST_CHARACTERS
