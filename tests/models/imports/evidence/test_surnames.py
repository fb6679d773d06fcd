from __future__ import annotations

import pytest

from models.imports.evidence.surnames import has_surname


@pytest.mark.parametrize("name", ["张三", "欧阳青", "古丽·艾力"])
def test_a_name_begins_with_a_surname_or_has_a_dot(name):
    assert has_surname(name)


@pytest.mark.parametrize("words", ["务农", "在家", ""])
def test_other_short_words_do_not(words):
    assert not has_surname(words)


def test_a_name_of_a_rare_surname_of_two_characters_is_known_by_both():
    assert has_surname("令狐冲")
    assert not has_surname("令人")
