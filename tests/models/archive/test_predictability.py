"""Passwords that somebody tries first are refused; what three words say is not."""

from __future__ import annotations

import pytest

from models.archive.predictability import predictable


@pytest.mark.parametrize(
    "password",
    [
        "123456789a", "qwer1234", "a1234567", "woaini520", "19750812", "wf19750812", "13897412345", "63010319750812001x",
        "xining123", "chengzhongqu1", "1qaz2wsx3edc", "zaq12wsx", "P@ssw0rd", "Admin@123", "Abcd1234!", "wangfang123",
        "王芳19880612", "wang@1988!", "zhangxiaoming88", "tuiyijunren2024", "Tyjr@630103", "qweasdzxc", "q1w2e3r4", "abababab",
        "iloveyou1314", "退役军人2026", "ＱＷＥＲ１２３４",
    ],
)  # fmt: skip
def test_words_names_days_numbers_and_walks_are_guessed(password):
    assert predictable("王芳", password)


@pytest.mark.parametrize(
    "password",
    [
        "shiliu chuangtai 26",
        "lanhua zhuozi maque",
        "correct horse battery",
        "青稞在七月 才成熟",
        "另一个密码 12",
        "aB3$xY9!kq",
    ],
)
def test_three_words_or_many_letters_by_chance_are_not(password):
    assert not predictable("王芳", password)
