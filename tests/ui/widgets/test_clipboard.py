"""Cells that are copied: a spreadsheet takes numbers as text, and no cell breaks into two."""

from __future__ import annotations

from ui.widgets.clipboard import cells


def test_a_line_break_or_a_tab_in_a_cell_makes_no_new_cell():
    copied = cells([["张三", "总寨镇\n清河村\t1号"], ["李四", ""]])
    assert copied.text() == "张三\t总寨镇 清河村 1号\n李四\t"


def test_a_long_number_is_text_for_a_spreadsheet():
    html = cells([["630103195006150015"]]).html()
    assert "<td style=\"mso-number-format:'\\@'\">630103195006150015</td>" in html
    assert 'charset="utf-8"' in html


def test_what_looks_like_a_tag_stays_words():
    assert "&lt;b&gt;甲&amp;乙</td>" in cells([["<b>甲&乙"]]).html()
    assert cells([["<b>甲&乙"]]).text() == "<b>甲&乙"


def test_rows_and_cells_stand_as_they_were():
    assert cells([["1", "2"], ["3", "4"]]).html().count("<tr>") == 2
    assert cells([["1", "2"], ["3", "4"]]).text() == "1\t2\n3\t4"
