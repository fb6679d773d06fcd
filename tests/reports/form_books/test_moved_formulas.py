from __future__ import annotations

import pytest

from reports.form_books.moved_formulas import RowsPutIn, copied_formula, moved_formula

TEN_MORE = RowsPutIn(5, 24, 10)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(F5:F24)", "SUM(F5:F34)"),
        ("SUM($F$4:$F$24)", "SUM($F$4:$F$34)"),
        ("F25+F26", "F35+F36"),
        ("COUNTIF(C5:C24,&quot;F25&quot;)", 'COUNTIF(C5:C34,"F25")'),
        ("SUM(5:24)", "SUM(5:34)"),
        ("LOG10(F25)", "LOG10(F35)"),
        ("别的表!F25", "别的表!F25"),
        ("'表 1'!F25", "'表 1'!F35"),
        ("ROW()-4", "ROW()-4"),
        ("F5*2", "F5*2"),
    ],
)
def test_a_formula_follows_the_rows_that_were_put_in(before, after):
    assert moved_formula(before, TEN_MORE, True, "表 1") == after


def test_a_formula_of_another_sheet_follows_only_where_it_names_this_one():
    assert moved_formula("F25+'表 1'!F25", TEN_MORE, False, "表 1") == "F25+'表 1'!F35"


def test_what_does_not_change_keeps_every_byte():
    assert moved_formula("IF(A1=&quot;&quot;,1)", TEN_MORE, True, "表") == "IF(A1=&quot;&quot;,1)"


def test_ranges_grow_with_the_last_row_and_move_below_it():
    assert TEN_MORE.areas("C5:C24 D24 E25 F26:F30") == "C5:C34 D24:D34 E35 F36:F40"


def test_with_nothing_below_only_what_reaches_the_last_row_grows():
    end = RowsPutIn(5, 24, 10, True)
    assert end.areas("A1:H24 C5:C1000") == "A1:H34 C5:C1000"


def test_a_formula_of_a_row_is_copied_as_a_spreadsheet_fills_down():
    assert copied_formula("C5&amp;D$2", "E5", "E9") == "C9&amp;D$2"
