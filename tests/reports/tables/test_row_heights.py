"""Heights of rows in books."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reports.tables.row_heights import (
    HIGHEST_EXCEL_ROW,
    breadth_in_characters,
    height_of,
    lines_in,
    row_height,
)


def test_a_row_is_as_high_as_its_longest_cell_needs():
    words = "在乡复员军人（抗战）；带病回乡退伍军人；参战退役人员"
    assert lines_in(words, 20) == 3
    assert row_height(["", 5, words], (6, 10, 20)) >= 3 * 14
    assert row_height(["", 5, "短"], (6, 10, 20), 10, least=18) == 18


def test_letters_and_figures_that_stay_together_take_more_lines():
    assert lines_in("发放标准650元/月", 11.5) == 2
    assert lines_in("甲乙丙丁 12345678 戊己", 11.5) == 3


def test_larger_type_takes_more_lines():
    assert lines_in("某" * 20, 41.5) == 1
    assert lines_in("某" * 20, 41.5, 18) == 2


def test_a_row_is_never_higher_than_the_program_allows():
    assert height_of(1000) == HIGHEST_EXCEL_ROW


@example("1111某", 4.0)  # two full lines of figures: the character needs a third
@given(st.text(alphabet="某abc 12，\n", max_size=80), st.floats(4, 40))
def test_there_is_always_room_for_all_words(words, width):
    broad = max((breadth_in_characters(part) for part in words.split("\n")), default=0)
    assert lines_in(words, width) * max(2.0, width - 1.5) >= broad
