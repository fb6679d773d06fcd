"""What an account's name and password may be."""

from __future__ import annotations

import pytest

from models.archive.keys import Keys
from models.archive.passwords import EASILY_GUESSED, account_name, same_typing, weakness
from models.core.record import Refusal
from tests.models.archive.conftest import LIGHT, PASSWORD, USER, unlock


def test_width_case_and_space_of_the_name_make_no_difference(tmp_path):
    Keys.create(tmp_path, "Wang Fang", PASSWORD, LIGHT)
    assert unlock(tmp_path, "ｗａｎｇｆａｎｇ").user == "Wang Fang"


@pytest.mark.parametrize(
    "password",
    ["", "短密码7字符", "88888888", "12345678", "87654321", "abcdefgh", "王芳123", "王芳王芳", "长" * 129],
)
def test_a_weak_password_is_refused(tmp_path, password):
    with pytest.raises(Refusal, match="密码"):
        Keys.create(tmp_path, USER, password, LIGHT)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("user", ["", "  ", "\u3000", "名" * 21, "王\x00芳"])
def test_a_name_that_cannot_be_one_is_refused(tmp_path, user):
    with pytest.raises(Refusal, match="用户名"):
        Keys.create(tmp_path, user, PASSWORD, LIGHT)


@pytest.mark.parametrize("password", ["青稞七月才成熟了", "ｈｍｋｔｗｘｄｐ", "青稞七月才成熟了" * 16])
def test_a_password_of_eight_to_a_hundred_and_twenty_eight_characters_may_be_used(password):
    assert weakness(USER, password) == ""


def test_the_length_counts_as_it_is_used_and_not_as_it_was_typed():
    assert same_typing("ｑｉｎｇ　１２") == "qing 12"
    assert weakness(USER, "1234567") == "密码至少要有8个字符"
    assert weakness(USER, "青稞七月才成熟了" * 16 + "长") == "密码不能超过128个字符"


def test_the_name_with_a_few_characters_is_no_password():
    assert "用户名" in weakness("Wang Fang", "wangfang123")
    assert weakness("Wang Fang", "wangfang1234") == EASILY_GUESSED
    assert "用户名" in weakness("wangfang", "ＷａｎｇＦａｎｇ 1")


@pytest.mark.parametrize("name", ["程序", " 程 序"])
def test_nobody_is_called_as_the_program_calls_itself(name):
    with pytest.raises(Refusal, match="程序自己"):
        account_name(name)


def test_a_name_of_twenty_characters_is_kept_as_it_is_written():
    assert account_name("  王 芳 ") == "王 芳"
    assert account_name("名" * 20) == "名" * 20
