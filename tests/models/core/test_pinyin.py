"""How a name is found by what is typed on a keyboard."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from models.core.pinyin import MOST_SPELLINGS, pinyin_keys, search_words, sought

RARE = "\U0002cb4e"  # 𬭎


def found(typed: str, name: str) -> bool:
    words = search_words(name)
    return all(piece in words for piece in sought(typed))


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("单雄信", "shanxiongxin", "sxx"),
        ("曾国藩", "zengguofan", "zgf"),
        ("解缙", "xiejin", "xj"),
        ("查良镛", "zhaliangyong", "zly"),
        ("仇英", "qiuying", "qy"),
        ("区寄", "ouji", "oj"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("覃永", "qinyong", "qy"),
        ("任强", "renqiang", "rq"),
        ("朴成", "piaocheng", "pc"),
        ("盖聂", "genie", "gn"),
        ("万俟卨", "moqixie", "mqx"),
        ("长孙无忌", "zhangsunwuji", "zswj"),
        ("澹台灭明", "tantaimieming", "ttmm"),
    ],
)
def test_the_surname_reading_comes_first(name: str, full: str, initials: str) -> None:
    assert pinyin_keys(name).full[0] == full
    assert pinyin_keys(name).initials[0] == initials


@pytest.mark.parametrize("typed", ["dan", "danxiong", "dxx", "chan", "shanx"])
def test_a_misread_surname_finds_the_person_too(typed: str) -> None:
    assert found(typed, "单雄信")


def test_a_surname_of_two_houses_has_both_readings() -> None:
    assert pinyin_keys("覃永").full[:2] == ("qinyong", "tanyong")


def test_a_compound_surname_is_not_taken_for_its_first_character() -> None:
    assert pinyin_keys("尉迟恭").full[0] == "yuchigong"
    assert pinyin_keys("尉健").full[0] == "weijian"


def test_the_surname_reading_counts_only_at_the_beginning() -> None:
    assert pinyin_keys("王单").full[0] == "wangdan"


def test_a_name_is_found_from_any_of_its_characters_on() -> None:
    for typed in (
        "曾国藩",
        "国藩",
        "藩",
        "zengguofan",
        "zenggu",
        "guofan",
        "fan",
        "zgf",
        "gf",
        "ZGF",
        "ｚｇｆ",
        "曾gf",
        "国fan",
    ):
        assert found(typed, "曾国藩"), typed


def test_a_piece_that_only_happens_to_stand_inside_does_not_find_it() -> None:
    for typed in ("engguo", "uofan", "an", "zf", "曾藩"):
        assert not found(typed, "曾国藩"), typed


def test_u_with_dots_is_typed_v_u_or_lyu() -> None:
    for typed in ("lv", "lu", "lü", "lyu", "LYUbu"):
        assert found(typed, "吕布"), typed
    assert pinyin_keys("吕布").full == ("lvbu", "lubu")


def test_tibetan_names_have_every_reading() -> None:
    assert {"zhaxicairang", "zaxicairang"} <= set(pinyin_keys("扎西才让").full)
    assert "suonandajie" in pinyin_keys("索南达杰").full
    assert found("djrq", "多杰仁青")


def test_a_middle_dot_makes_no_difference() -> None:
    assert pinyin_keys("桑杰·东智") == pinyin_keys("桑杰东智")
    for typed in ("桑杰·东智", "桑杰东智", "杰•东", "sangjiedong", "sjdz", "dongzhi"):
        assert found(typed, "桑杰·东智"), typed


def test_latin_letters_and_digits_read_as_themselves() -> None:
    assert pinyin_keys("Tom·Lee").full == ("tomlee",)
    assert pinyin_keys("ＡＢ李2").full == ("abli2",)
    assert found("lee", "Tom·Lee")


def test_a_character_without_a_reading_is_left_out_and_still_found() -> None:
    unknown = "\U0002ebf0"
    assert pinyin_keys(unknown) == ((), ())
    assert pinyin_keys(f"王{unknown}军").full[0] == "wangjun"
    assert found(f"{unknown}军", f"王{unknown}军")


def test_rare_characters_of_names_have_their_reading() -> None:
    assert pinyin_keys(f"韩{RARE}").full == ("hanhong",)
    assert pinyin_keys("龚龙䶮").initials[0] == "gly"


def test_a_piece_with_a_digit_is_no_pinyin_and_may_stand_anywhere() -> None:
    assert sought("997X") == ("997x",)
    assert sought("青军A88") == ("青军", "a88")


def test_no_name_is_no_spelling() -> None:
    assert pinyin_keys(" ") == ((), ())
    assert search_words("").strip() == ""


def test_a_long_name_has_at_most_so_many_spellings() -> None:
    spellings = pinyin_keys("阿卜杜热合曼阿卜杜热合曼")
    assert len(spellings.full) == len(spellings.initials) == MOST_SPELLINGS
    assert spellings.full[0].startswith("a")


@given(st.text(alphabet="单曾解查仇区尉迟阿卜热合曼国藩吕·aB1 䶮", max_size=8))
def test_every_spelling_finds_its_name(name: str) -> None:
    full, initials = pinyin_keys(name)
    assert len(full) <= MOST_SPELLINGS
    assert len(initials) <= MOST_SPELLINGS
    for spelling in full + initials:
        assert spelling.isascii()
        assert spelling == spelling.lower()
        assert found(spelling, name)


def test_the_surname_list_has_each_surname_once_with_a_reading_for_each_character() -> None:
    rows = [row.split(",") for row in resources.path("surnames.csv").read_text("utf-8").splitlines()[1:]]
    surnames = [surname for surname, _ in rows]
    assert len(set(surnames)) == len(surnames)
    for surname, readings in rows:
        assert all(len(reading.split()) == len(surname) for reading in readings.split("/")), surname


def test_the_dictionary_is_loaded_only_when_a_name_is_spelt() -> None:
    code = (
        "import sys, models.core.pinyin as p; p.sought('zgf'); assert 'pypinyin' not in sys.modules;"
        "p.pinyin_keys('曾'); assert 'pypinyin' in sys.modules"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=resources.HERE.parent, check=True)
