"""One line of words finds people, however somebody thinks of them."""

from __future__ import annotations

import pytest

from models import journal, search
from models.search import find


@pytest.fixture
def town(person, identity):
    """Seven surnames that pinyin tables get wrong, and where they live."""
    names = ["单德兴", "曾国藩", "解永红", "查良镛", "仇英", "区庆祖", "尉迟恭", "张三", "李𬱖", "阿卜杜·热合曼"]
    people = [person(name=name, street="总寨镇", community="清河村") for name in names]
    identity(people[7], certificate="青战67448")
    with journal.entry("改", "王芳"):
        people[7].phone, people[7].street = "13812345678", "南滩街道"
        people[7].save()
    return people


def names(line):
    return [person.name for person in find(line)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("shan", "单德兴"), ("sdx", "单德兴"), ("zeng", "曾国藩"), ("zgf", "曾国藩"), ("xie", "解永红"),
        ("zha", "查良镛"), ("zly", "查良镛"), ("qiu", "仇英"), ("qy", "仇英"), ("ou", "区庆祖"), ("oqz", "区庆祖"),
        ("yuchi", "尉迟恭"), ("ycg", "尉迟恭"), ("yuchigong", "尉迟恭"), ("国藩", "曾国藩"), ("guofan", "曾国藩"),
        ("ZENGGUOFAN", "曾国藩"), ("热合曼", "阿卜杜·热合曼"), ("𬱖", "李𬱖"),
    ],
)  # fmt: skip
def test_names_are_found_by_characters_pinyin_and_initials(town, line, name):
    assert name in names(line)


@pytest.mark.parametrize("line", ["67448", "青战", "5678", "13812345678", "１３８１２３４５６７８", "南滩", "张三 南滩", "zs 5678"])
def test_any_part_of_a_number_or_a_place_finds(town, line):
    assert names(line) == ["张三"]


def test_the_last_digits_of_the_citizen_number_find(town):
    assert town[1].name in names(town[1].number[-6:])
    assert names(town[1].number) == ["曾国藩"]


def test_several_words_narrow(town):
    assert len(names("清河村")) == 10
    assert len(names("清河村 总寨")) == 9
    assert names("清河村 总寨 曾") == ["曾国藩"]
    assert names("清河村 没有这个人") == []


def test_without_words_everybody_is_found(town):
    assert len(names("")) == len(names("  ")) == 10


def test_words_follow_every_change(town):
    with journal.entry("改名", "王芳"):
        town[0].name = "王五"
        town[0].save()
    assert names("单德兴") == []
    assert names("wangwu") == ["王五"]


def test_percent_and_quotes_are_ordinary_characters(town):
    for line in ("%", "_", "'", '"', "\\"):
        assert names(line) == []


def test_words_can_be_remade_for_all(town):
    search.SearchWords.delete().execute()
    search.remake_all()
    assert names("zgf") == ["曾国藩"]
