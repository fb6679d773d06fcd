"""One rule for names, in whatever way a list writes them."""

from __future__ import annotations

import pytest

from models.core.personal_names import is_better_name, is_by_components, names_agree, same_name

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
