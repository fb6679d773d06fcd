"""A grid filled cell by cell: what reaches down and across stands where it reaches, and nothing grows without end."""

from __future__ import annotations

import pytest

from models.imports.workbooks import grids
from models.imports.workbooks.grids import FURTHEST_COLUMN, FURTHEST_ROW, GridInMaking
from models.imports.workbooks.parts import Merge, Unfit


def grid(*rows):
    made = GridInMaking()
    for row in rows:
        made.begin_row()
        for cell in row:
            made.put(cell)
    return made


def test_rows_are_as_long_as_the_longest_and_empty_ones_at_the_end_are_left_out():
    sheet = grid(["甲"], ["乙", "丙"], [], ["", ""]).sheet("名单", True, ("说明",))
    assert sheet.rows == [["甲", ""], ["乙", "丙"]]
    assert (sheet.name, sheet.hidden, sheet.remarks) == ("名单", True, ("说明",))
    assert (sheet.first_row, sheet.first_column, sheet.formulas) == (1, 0, 0)


def test_a_cell_that_reaches_down_is_repeated_and_one_that_reaches_across_leaves_blanks():
    made = GridInMaking()
    made.begin_row()
    assert made.put("甲", 3, 2) == 0
    assert made.put("乙") == 2
    made.begin_row()
    assert made.put("丙") == 2
    made.begin_row()
    made.begin_row()
    assert made.put("丁") == 0
    assert made.rows == [["甲", "", "乙"], ["甲", "", "丙"], ["甲", ""], ["丁"]]
    assert made.merges == [Merge(1, 0, 3, 1)]


def test_a_cell_of_one_place_is_no_merge_and_less_than_one_is_one():
    made = grid(["甲"])
    made.put("乙", 0, -3)
    assert made.merges == []
    made.put("丙", 1, 2)
    made.put("丁", 2, 1)
    assert made.merges == [Merge(1, 2, 1, 3), Merge(1, 4, 2, 4)]


def test_a_cell_may_name_its_column_and_the_next_one_follows_it():
    made = grid([])
    assert [made.put("甲", column=2), made.put("乙"), made.put("丙", across=2), made.put("丁")] == [
        2,
        3,
        4,
        6,
    ]
    assert made.rows == [["", "", "甲", "乙", "丙", "", "丁"]]


def test_a_named_column_is_taken_even_where_something_reaches_down():
    made = grid([])
    made.put("甲", 2)
    made.begin_row()
    assert made.put("乙", column=0) == 0


def test_what_is_struck_out_and_what_is_hidden_is_known_by_its_place():
    made = grid(["甲"])
    made.put("乙", struck=True)
    made.begin_row(4, hidden=True)
    made.put("丙", struck=True)
    assert (made.struck, made.hidden_rows) == ({(1, 1), (4, 0)}, {4})
    assert made.rows == [["甲", "乙"], [], [], ["丙"]]


def test_columns_left_empty_are_none_and_never_beyond_the_last():
    made = grid([])
    made.skip(2)
    assert made.put("甲") == 2
    made.skip(-1)
    assert made.put("乙") == 3
    made.begin_row()
    made.skip(FURTHEST_COLUMN + 5)
    with pytest.raises(Unfit):
        made.put("丙")


def test_the_last_column_and_the_last_row_are_the_last():
    made = grid([])
    assert made.put("甲", column=FURTHEST_COLUMN - 1) == FURTHEST_COLUMN - 1
    with pytest.raises(Unfit):
        made.put("乙")
    with pytest.raises(Unfit):
        grid([]).put("甲", across=2, column=FURTHEST_COLUMN - 1)
    with pytest.raises(Unfit):
        grid([]).put("甲", down=FURTHEST_ROW)
    with pytest.raises(Unfit):
        grid([]).begin_row(FURTHEST_ROW + 1)


def test_rows_go_down_and_never_back():
    made = grid(["甲"], ["乙"])
    for number in (1, 2):
        with pytest.raises(Unfit):
            made.begin_row(number)
    made.begin_row(3)
    assert len(made.rows) == 3


@pytest.mark.parametrize(("most", "fits"), [(7, True), (6, False)])
def test_every_cell_and_every_row_is_counted(monkeypatch, most, fits):
    monkeypatch.setattr(grids, "MOST_CELLS", most)
    made = GridInMaking()

    def fill():
        made.begin_row(3)  # three rows
        made.put("甲", 2, 2)  # four cells

    if fits:
        fill()
    else:
        with pytest.raises(Unfit, match="大得不合常理"):
            fill()


def test_a_sheet_counts_what_makes_its_rows_equally_long(monkeypatch):
    made = grid(["甲", "乙"], ["丙"])  # 2 rows, 3 cells, then 2 x 2
    monkeypatch.setattr(grids, "MOST_CELLS", 9)
    assert len(made.sheet("名单").rows) == 2
    monkeypatch.setattr(grids, "MOST_CELLS", 8)
    with pytest.raises(Unfit):
        grid(["甲", "乙"], ["丙"]).sheet("名单")


def test_a_cell_above_reaches_down_as_far_as_it_is_told_to():
    made = grid(["甲", "乙"], [], [])
    made.reach_down(1, 0, 1)
    assert made.merges == [Merge(1, 0, 3, 0)]
    made.begin_row()
    made.reach_down(1, 0, 1)
    made.reach_down(1, 1, 2)
    assert made.merges == [Merge(1, 0, 4, 0), Merge(1, 1, 4, 2)]


def test_a_grid_below_another_keeps_its_places_below_its_titles():
    upper, lower = grid(["甲"], ["乙"]), GridInMaking()
    lower.begin_row(hidden=True)
    lower.put("丙", 2, 2, struck=True)
    lower.begin_row()
    upper.append(["题", "目"], lower)
    assert upper.rows == [["甲"], ["乙"], ["题"], ["目"], ["丙"], ["丙", ""]]
    assert (upper.merges, upper.hidden_rows, upper.struck) == ([Merge(5, 0, 6, 1)], {5}, {(5, 0)})
    assert upper.width() == 2
    assert GridInMaking().width() == 0


def test_what_is_put_below_counts_too(monkeypatch):
    lower = grid(["甲", "乙"])  # a row and two cells
    monkeypatch.setattr(grids, "MOST_CELLS", 5)
    upper = grid(["丙"])
    upper.append([], lower)
    with pytest.raises(Unfit):
        upper.append([], lower)
