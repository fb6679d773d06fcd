"""The mark of a page: what it says, and that a misread one is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.paper.page_mark import MODULE, PageMark, fingerprint, modules

MARK = PageMark("6301030100012", "DJ", 2, 12, "7A3F9C")


def test_a_mark_reads_back():
    assert PageMark.read(str(MARK)) == MARK


@given(st.integers(min_value=0, max_value=len(str(MARK)) - 1), st.sampled_from("0123456789ABCDEFXYZ:/"))
def test_a_misread_mark_is_refused(place, slip):
    text = str(MARK)
    wrong = text[:place] + slip + text[place + 1 :]
    if wrong != text:
        with pytest.raises(ValueError, match=r".*"):
            PageMark.read(wrong)


def test_the_code_of_a_usual_number_is_small_enough_for_large_modules():
    assert len(modules(str(MARK))) == 25
    assert MODULE >= 0.4


def test_the_print_depends_on_every_word():
    assert fingerprint(["马建国", "男"]) != fingerprint(["马建国男"])
    assert fingerprint(["马建国", "男"]) == fingerprint(["马建国", "男"])
