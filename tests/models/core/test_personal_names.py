"""One rule for names, in whatever way a list writes them."""

from __future__ import annotations

import pytest

from models.core.personal_names import (
    Likeness,
    is_better_name,
    is_by_components,
    likeness,
    name_doubt,
    names_agree,
    same_name,
)

DOTTED = "古丽·艾力"


@pytest.mark.parametrize("dot", ["·", "•", "・", "‧", "．", ".", "●", "", " ", "　", " · "])
def test_dots_and_blanks_make_no_other_name(dot):
    assert same_name(DOTTED, f"古丽{dot}艾力")


@pytest.mark.parametrize("written", ["葛\U000e0100曾", "葛曾︀", "葛 曾", "葛　曾", "\ufeff葛曾"])
def test_what_cannot_be_seen_makes_no_other_name(written):
    assert same_name("葛曾", written)


@pytest.mark.parametrize(
    "written", ["沈延?", "沈延？", "沈延*", "沈**", "*延𬱖", "沈?𬱖", "沈延□", "沈延(龙天)"]
)
def test_what_a_bank_does_not_know_or_hides_agrees(written):
    assert names_agree(written, "沈延𬱖")


@pytest.mark.parametrize("written", ["李延?", "???", "*", "沈延", "沈延庆(龙天)"])
def test_what_is_known_must_still_be_the_same(written):
    assert not names_agree(written, "沈延𬱖")


def test_parts_of_a_rare_character_are_told_from_a_note():
    assert is_by_components("朱(龙天)")
    assert is_by_components("朱（龙天）明")
    assert not any(map(is_by_components, ("张三(已故)", "张(已故)", "张三(代领人李四)", "张三(大柱)")))


def test_the_better_spelling_has_the_dot():
    assert is_better_name(DOTTED, "古丽艾力")
    assert not is_better_name("古丽艾力", DOTTED)
    assert not is_better_name("古丽·艾山", DOTTED)


@pytest.mark.parametrize(
    "written", ["朱(龙天)", "朱（龙天）", "朱〔龙天〕", "朱{龙天}", "朱【龙天】", "朱[龙天]"]
)
def test_the_parts_of_a_character_are_asked_in_whatever_brackets(written):
    assert likeness(written, "朱𬱖") == Likeness.TO_BE_ASKED
    assert "请核对" in name_doubt(written, "朱𬱖")
    assert same_name(written, "朱(龙天)")


@pytest.mark.parametrize(
    ("one", "other"), [("陳國強", "陈国强"), ("劉峯", "刘峰"), ("髙明", "高明"), ("吕明", "呂明")]
)
def test_traditional_and_variant_characters_make_no_other_name(one, other):
    assert same_name(one, other)


def test_characters_that_lists_confuse_are_asked():
    assert likeness("肖明", "萧明") == Likeness.TO_BE_ASKED
    assert not same_name("肖明", "萧明")


def test_a_sign_for_an_unknown_character_is_one_character():
    assert names_agree("李?", "李明")
    assert not names_agree("李?", "李建明")
    assert names_agree("李*", "李建明")  # hidden, of whatever length


def test_a_known_character_is_better_than_an_unknown_one():
    assert is_better_name("沈延𬱖", "沈延?")
    assert is_better_name("朱𬱖", "朱(龙天)")
    assert not is_better_name("沈延?", "沈延𬱖")
