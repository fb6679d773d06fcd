"""What a copy that leaves the office hides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core import masks
from models.core.masks import Secret


@pytest.mark.parametrize(
    ("found", "shown"),
    [("630103195308010011", "630103********0011"), ("63010319530801001X", "630103********001X"), ("", ""),
     ("630103530801001", "630103********1001"), ("63010319530801", "630103********0801"), ("12345", "*****"), ("6301031953", "**********"),
     ("63010319530", "630103********9530"), ("6301031953080100112", "630103*********0112")],
)  # fmt: skip
def test_a_citizen_number_hides_the_birth_date(found, shown):
    assert masks.masked_number(found) == shown


@pytest.mark.parametrize(
    ("found", "shown"),
    [("13812341234", "138****1234"), ("0971-8123456", "097****3456"), ("8123456", "8****56"), ("", ""), ("无", "无"), ("81234567", "81****67"),
     ("971812345", "9****2345"), ("13812341234、13912345678", "138****1234、139****5678")],
)  # fmt: skip
def test_a_phone_hides_its_middle(found, shown):
    assert masks.masked_phone(found) == shown


def test_an_account_shows_its_last_four_places():
    assert masks.masked_account("6228480860012340018") == "**** **** **** 0018"
    assert masks.masked_account("6228 4808 6001 2340 018") == "**** **** **** 0018"
    assert masks.masked_account("") == ""
    assert masks.masked_account("0018") == "****"
    assert masks.masked_account("10018") == "**** **** **** 0018"


@given(
    st.text("本人电话卡号（）、，", max_size=8),
    st.from_regex(r"6[0-9]{16}[0-9X]", fullmatch=True),
    st.text("的。", max_size=4),
)
def test_a_number_in_running_text_is_hidden_wherever_it_stands(before, number, after):
    assert number not in masks.masked_words(before + number + after)


@pytest.mark.parametrize(
    ("found", "shown"),
    [("630103195308010011", "630103********0011"), ("630103530801001", "630103******001"), ("021-1234567", "021-****4567"),
     ("13812341234", "138****1234"), ("6228480860012340018", "**** **** **** 0018")],
)  # fmt: skip
def test_each_number_in_running_text_keeps_what_tells_it_apart_and_no_more(found, shown):
    assert masks.masked_words(f"原记为{found}。") == f"原记为{shown}。"


def test_a_landline_in_running_text_is_hidden():
    assert masks.masked_words("家里电话0971-8123456") == "家里电话0971-****3456"


def test_a_sentence_about_a_secret_hides_it_at_any_length():
    assert Secret.PHONE.hide_in("联系电话“8123456”不像电话号码") == "联系电话“8****56”不像电话号码"
    assert "62284" not in Secret.ACCOUNT.hide_in("银行账号62284与李四相同")


@pytest.mark.parametrize(
    "kept",
    [
        "6301030100012",
        "青军A001234",
        "西军抚〔1981〕12号",
        "2020年12月31日",
        "3,208.33元",
        "2020-01-01 2020-12-31",
        "2018 2019 2020 2021",
    ],
)
def test_what_identifies_nobody_stays(kept):
    assert masks.masked_words(f"编号{kept}。").count(kept) == 1


@pytest.mark.parametrize(
    "written",
    ["630103 19500615 001X", "630103 1950 0615 001X", "6301 0319 5006 1500 1X", "630103-19500615-0019",
     "630103 500615 001", "6228 4808 6001 2340 01", "6228 4808 6001 2340 018", "6228-4808-6001-2340"],
)  # fmt: skip
def test_a_number_written_with_blanks_is_hidden_but_for_what_a_copy_shows(written):
    shown = masks.masked_words(f"旧号{written}，已换")
    assert shown.startswith("旧号")
    assert shown.endswith("，已换")
    kept = "".join(character for character in shown if character.isdigit() or character in "Xx")
    assert len(kept) <= 10
    assert "500615" not in kept
