"""Words that say that somebody is dead, stopped or gone."""

from __future__ import annotations

import pytest

from models.imports.words.endings import ended_words


@pytest.mark.parametrize(
    "words",
    [
        "已故", "2020年3月5日去世", "2019年12月病故", "已停发", "户口外迁", "正在服刑", "迁出本区", "本人于5月逝世", "3月死亡，停发",
        "张三(已故)", "因病去世", "失踪多年", "2019.5迁往西宁",
    ],
)  # fmt: skip
def test_an_end_is_heard(words):
    assert ended_words(words)


@pytest.mark.parametrize(
    "words",
    [
        "配偶2019年去世", "父亲去世", "未去世", "刑满释放", "停发后已恢复", "误写死亡", "老伴病故", "事故受伤", "故乡湟中", "", "alive",
        "其子服刑", "银行卡已注销",
    ],
)  # fmt: skip
def test_the_end_of_another_or_none_is_not(words):
    assert not ended_words(words)


def test_on_a_list_of_families_it_is_the_soldier_who_died():
    assert not ended_words("1985年病故", of_fallen=True)
    assert ended_words("2020年去世", of_fallen=True)


def test_an_end_in_a_later_clause_is_heard_whatever_the_first_one_says():
    assert ended_words("原停发现已恢复，2020年去世") == "去世"
    assert ended_words("配偶去世，本人迁出") == "迁出"
    assert ended_words("未去世已停发") == "停发"
    assert ended_words("1985年病故2020年停发", of_fallen=True) == "停发"
