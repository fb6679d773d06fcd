"""The recovery code: typed anyhow it is read, mistyped it is noticed."""

from __future__ import annotations

import random

import pytest

from models.archive.keys import Keys
from models.archive.recovery_code import ALPHABET, new_code, read_code
from models.core.record import Refusal
from tests.models.archive.conftest import LIGHT


def test_a_mistyped_recovery_code_is_told_from_a_wrong_one(tmp_path, made):
    code = made[1]
    other = ALPHABET[(ALPHABET.index(code[0]) + 1) % 32] + code[1:]
    for typed, told in (
        (other, "抄错"), (code[:-1], "39个"), (code + "7", "41个"), ("＊" + code, None), ("é" + code[1:], "不会有"),
        (new_code(), "不是这个档案库"),
    ):  # fmt: skip
        if told is None:
            assert read_code(typed) == code.replace("-", "")
        else:
            with pytest.raises(Refusal, match=told):
                Keys.recover(tmp_path, typed, LIGHT)


def test_every_single_mistyped_character_of_a_code_is_noticed():
    code = new_code()
    for at, right in enumerate(code):
        for wrong in random.Random(at).sample(ALPHABET, 4):
            if right != "-" and wrong != right:
                with pytest.raises(Refusal, match="抄错"):
                    read_code(code[:at] + wrong + code[at + 1 :])


def test_a_code_is_eight_groups_of_five_and_no_two_are_alike():
    codes = {new_code() for _ in range(20)}
    assert len(codes) == 20
    for code in codes:
        assert [len(group) for group in code.split("-")] == [5] * 8
        assert set(code) <= {*ALPHABET, "-"}
        assert read_code(code) == code.replace("-", "")


def test_characters_that_look_alike_are_read_as_the_one_that_is_printed():
    code = next(code for code in iter(new_code, None) if {"0", "1", "V"} <= set(code))
    typed = code.replace("0", "o").replace("1", "i").replace("V", "u")
    assert read_code(typed) == read_code(code.replace("1", "ｌ")) == code.replace("-", "")
