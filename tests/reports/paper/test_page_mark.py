"""The mark of a page: what it says, and that a misread, forged or altered one is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import store
from models.archive.code_signs import CodeStanding
from reports.paper.page_mark import (
    MODULE,
    CardMark,
    PageMark,
    fingerprint,
    mark_without_number,
    modules,
    read_code,
    uid_ending,
)

MARK = PageMark("6301030100012", "DJ", 2, 12, "7A3F9C")
CARD = CardMark("1A2B3C4D5E6F", 64)


def test_a_mark_reads_back():
    assert PageMark.read(str(MARK)) == MARK


@given(st.integers(min_value=0, max_value=len(str(MARK)) - 1), st.sampled_from("0123456789ABCDEFXYZ:/"))
def test_a_misread_mark_is_refused(place, slip):
    text = str(MARK)
    wrong = text[:place] + slip + text[place + 1 :]
    if wrong != text:
        with pytest.raises(ValueError, match=r".*"):
            PageMark.read(wrong)


def test_what_an_archive_prints_it_knows_as_its_own(archive):
    assert read_code(MARK.code) == (MARK, CodeStanding.OWN)
    assert read_code(CARD.code) == (CARD, CodeStanding.OWN)
    assert PageMark.read(MARK.code) == MARK


def test_a_file_without_a_number_is_named_by_its_uid():
    mark = mark_without_number("0192f0aa11b2c3d4e5f61a2b3c4d5e6f")
    assert (mark, uid_ending(mark)) == ("U1A2B3C4D5E6F", "1a2b3c4d5e6f")
    assert [uid_ending(each) for each in ("6301030100012", "0", "U12")] == ["", "", ""]
    assert PageMark.read(str(PageMark(mark, "DJ", 1, 1, "7A3F9C"))).archive == mark


def test_a_page_printed_before_codes_were_signed_is_known_as_such(archive):
    assert read_code(str(MARK)) == (MARK, CodeStanding.UNSIGNED)
    assert read_code("YFZF:1A2B3C4D5E6F") == (CardMark("1A2B3C4D5E6F"), CodeStanding.UNSIGNED)


@given(st.integers(min_value=0, max_value=60), st.sampled_from("0123456789ABCDEFXYZ:/"))
def test_an_altered_code_is_never_taken_for_one_of_ours(archive, place, slip):
    text = MARK.code
    place %= len(text)
    wrong = text[:place] + slip + text[place + 1 :]
    if wrong != text:
        try:
            assert read_code(wrong).standing != CodeStanding.OWN
        except ValueError:
            return
        with pytest.raises(ValueError, match=r".*"):
            PageMark.read(wrong)


def test_a_sign_does_not_pass_to_another_page(archive):
    forged = f"{PageMark('6301030100013', 'DJ', 2, 12, '7A3F9C').body}:{MARK.code.rpartition(':')[2]}"
    assert read_code(forged).standing == CodeStanding.ALTERED


def test_a_page_of_another_archive_is_known_as_such(archive, tmp_path):
    text = MARK.code
    store.close()
    store.create_practice(tmp_path / "别的库")
    with store.practice_session(tmp_path / "别的库"):
        assert read_code(text).standing == CodeStanding.FOREIGN


def test_the_code_of_a_usual_number_is_small_enough_for_large_modules(archive):
    assert modules(str(MARK)).side <= 29
    assert modules(MARK.code).side == 29
    assert modules(CARD.code).side <= 29
    assert MODULE >= 0.4


def test_the_print_depends_on_every_word():
    assert fingerprint(["马建国", "男"]) != fingerprint(["马建国男"])
    assert fingerprint(["马建国", "男"]) == fingerprint(["马建国", "男"])
