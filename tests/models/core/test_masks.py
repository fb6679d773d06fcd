"""What a copy that leaves the office hides."""

from __future__ import annotations

import re
from datetime import date

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


MARKS = [
    "",
    " ",
    "  ",
    "-",
    "－",
    "—",
    "\u3000",
    "\xa0",
    "\u200b",
    "\n",
    "\r\n",
    "，",
    "、",
    "。",
    "：",
    "/",
    "_",
    " - ",
    ", ",
]
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
HANDS = [str, str.lower, lambda words: words.translate(FULL_WIDTH)]
PIECES = {
    "number": [(6, 8, 4), (6, 4, 4, 4), (3, 3, 4, 2, 2, 4), (18,), (4, 4, 4, 4, 2), (14, 4)],
    "old": [(6, 6, 3), (15,), (6, 2, 2, 2, 3)],
    "mobile": [(3, 4, 4), (11,), (3, 8), (4, 3, 4), (7, 4), (3, 3, 5), (3, 2, 2, 2, 2)],
    "card": [(4, 4, 4, 4, 3), (19,), (4, 4, 4, 4), (16,)],
}


@st.composite
def written(draw, kind, bare):
    """A number in somebody's hand: groups with one mark between, in one of three kinds of digits."""
    length = len(bare)
    shapes = [each for each in PIECES[kind] if sum(each) == length]
    mark, rest, groups = draw(st.sampled_from(MARKS if kind != "card" else MARKS[:8])), bare, []
    for size in draw(st.sampled_from(shapes)):
        groups.append(rest[:size])
        rest = rest[size:]
    return draw(st.sampled_from(HANDS))(mark.join(groups))


@st.composite
def secret_numbers(draw):
    """A number, telephone or account, and how somebody writes it."""
    kind = draw(st.sampled_from(sorted(PIECES)))
    area, day = (
        draw(st.sampled_from(["630103", "110101", "820000"])),
        draw(st.dates(date(1920, 1, 1), date(2010, 1, 1))),
    )
    tail = f"{draw(st.integers(0, 999)):03}"
    bare = {
        "number": f"{area}{day:%Y%m%d}{tail}{draw(st.sampled_from('0123456789X'))}",
        "old": f"{area}{day:%y%m%d}{tail}",
        "mobile": f"{draw(st.sampled_from(['138', '199', '176']))}{draw(st.integers(0, 99_999_999)):08}",
        "card": f"62{draw(st.integers(0, 10**17 - 1)):017}"[: draw(st.sampled_from([16, 19]))],
    }[kind]
    return bare, draw(written(kind, bare))


@given(
    st.sampled_from(["", "电话", "tel", "abc", "号：", "张三的", "（", "x"]),
    secret_numbers(),
    st.sampled_from(["", "。", "家", "abc", "）", "本人"]),
)
def test_every_way_of_writing_a_number_is_hidden(before, secret, after):
    _bare, found = secret
    shown = masks.masked_words(before + found + after)
    assert "****" in shown, found
    assert shown.startswith(before)
    assert shown.endswith(after)
    assert len([each for each in shown if each.isdecimal()]) <= 10


@pytest.mark.parametrize(
    "phone",
    ["+8613812341234", "+86 138 1234 1234", "0086-13812341234", "013812341234", "（0971）8123456", "(0971) 812 3456", "09718123456", "+86 971 8123456",
     "０９７１－８１２３４５６", "010-81234567", "01081234567", "一三八一二三四一二三四", "电话8123456", "座机：812-3456", "手机号码为 1381234123",
     "138 1234\n1234", "微信tel13812341234zhang", "13812341234、13912345678"],
)  # fmt: skip
def test_every_way_of_writing_a_telephone_is_hidden(phone):
    shown = masks.masked_words(f"联系：{phone}，白天")
    assert "****" in shown
    assert not re.search(r"[0-9]{7}", shown)
    assert shown.endswith("，白天")


@pytest.mark.parametrize(
    "account",
    [
        "账号：101234567890",
        "帐户 2801 0122 0000 18",
        "卡号622848086001",
        "存折号 0123456789",
        "账号为6228480860012340018",
    ],
)
def test_a_number_behind_the_word_account_is_hidden_at_any_length(account):
    assert "**** **** **** " in masks.masked_words(account)


def test_a_wrong_number_behind_the_words_citizen_number_is_hidden():
    assert "195308" not in masks.masked_words("身份证号63010319530801001")
    assert "195308" not in masks.masked_words("身份证号码：6301031953080100")


@given(
    st.lists(st.decimals(0, 999_999, places=2), min_size=1, max_size=12),
    st.sampled_from(["、", "，", " ", "\n", "元、", "; "]),
    st.sampled_from(["{}", "{:,}"]),
)
def test_amounts_stay(amounts, mark, way):
    said = mark.join(way.format(each) for each in amounts)
    assert masks.masked_words(said) == said


@given(
    st.lists(st.dates(date(1930, 1, 1), date(2030, 1, 1)), min_size=1, max_size=8),
    st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%Y", "%Y-%m", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S+08:00"]),
    st.sampled_from(["、", "，", " ", "至", "～", "\n"]),
)  # fmt: skip
def test_days_stay(days, way, mark):
    said = mark.join(each.strftime(way) for each in days)
    assert masks.masked_words(said) == said


@pytest.mark.parametrize(
    "kept",
    ["国发〔2011〕12号、民发〔2011〕110号", "GB/T 9704-2012、GB 11643-1999、DA/T 46-2009", "6301030100012、6301030100013",
     "018f2e4c9a7b7c5d9e13812341234abc", "13,800,000.00元", "每人每月1,235.00元，12个月14,820.00元", "第13、14、15、16、17、18条", "1350 1200 300",
     "2018年13人、2019年1412人", "2026-000123", "http://127.0.0.1:8000", "账户余额1234567.89元", "账户变更2020-12-31", "电话20人", "居民身份证复印件 20110405 13-14", "银行卡复印件 20110405 13-14",
     "电话 20201231"],
)  # fmt: skip
def test_documents_standards_and_counts_stay(kept):
    assert masks.masked_words(kept) == kept


def test_several_secrets_in_one_remark_are_each_told_with_their_kind():
    found = masks.secrets_in("身份证630103 1953 0801 0011，卡6228 4808 6001 2340 018，电话13812341234")
    assert [each.secret for each in found] == [Secret.NUMBER, Secret.ACCOUNT, Secret.PHONE]
    assert [each.bare for each in found] == ["630103195308010011", "6228480860012340018", "13812341234"]
