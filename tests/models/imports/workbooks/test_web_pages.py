"""Web pages: what the reader of the page sees, cell by cell, however its marks were left open."""

from __future__ import annotations

import pytest

from models.imports.workbooks import web_pages
from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.web_pages import read_page


def page(body):
    return read_page(body, "页")


def rows(body):
    (sheet,) = page(body)
    return sheet.rows


def table(*lines):
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def test_words_above_a_table_are_its_titles_line_by_line():
    body = f"某单位<p>名单</p>一<br>二<div>三</div>{table('<td>甲</td><td>乙</td>')}尾"
    assert [row[0] for row in rows(body)] == ["某单位", "名单", "一", "二", "三", "甲"]


def test_words_between_blocks_are_one_line_and_marks_of_their_own_end_none():
    assert [row[0] for row in rows(f"某<b>单</b>位<span>名册</span>{table('<td>甲</td><td>乙</td>')}")] == [
        "某单位名册",
        "甲",
    ]


def test_what_nobody_sees_is_no_words():
    body = f"<title>题</title><script>x()</script>甲<style>a</style></style>乙{table('<td>丙<select><option>丁</select></td><td>戊</td>')}"
    assert rows(body) == [["甲乙", ""], ["丙", "戊"]]


def test_a_cell_ends_where_it_is_closed_or_where_the_next_one_begins():
    assert rows("<table><tr><td>甲</td>外<td>乙<td>丙</tr>外<tr><td>丁</table>") == [
        ["甲", "乙", "丙"],
        ["丁", "", ""],
    ]
    assert rows("<table><td>甲<td>乙") == [["甲", "乙"]]
    assert rows("<table><tr><td>甲<td>乙</tr>丙<td>丁") == [["甲", "乙", "丁"]]


def test_lines_within_a_cell_stay_lines():
    assert rows(table("<td> 甲 <br>乙<p>丙</p><br></td><td>丁\n 戊</td>")) == [["甲\n乙\n丙", "丁 戊"]]


def test_text_is_struck_out_where_all_of_a_cell_is():
    body = table(
        "<td><s>甲</s></td><td><del>乙</del>丙</td>", "<td style='text-decoration:line-through'>丁</td><td><strike>戊</strike></td>",
        "<td style='text-decoration:line-through'> </td><td></s>己</td>", "<td><s></s></td><td><s>庚<s>辛</s></s>壬</td>", "<td><s>癸</td><td>子</s></td>",
    )  # fmt: skip
    (sheet,) = page(body)
    assert sheet.struck == {(1, 0), (2, 0), (2, 1), (5, 0), (5, 1)}


def test_a_hidden_row_is_one_whose_style_says_so():
    body = (
        "<table><tr style='DISPLAY : none'><td>甲<td>乙<tr style='color:red'><td>丙<td>丁<tr><td>戊</table>"
    )
    (sheet,) = page(body)
    assert sheet.hidden_rows == {1}


@pytest.mark.parametrize(
    ("span", "merge"), [("2", (1, 0, 1, 1)), (" 3x", (1, 0, 1, 2)), ("0", None), ("x", None), ("", None)]
)
def test_a_cell_reaches_across_as_far_as_it_says(span, merge):
    (sheet,) = page(table(f"<td colspan='{span}'>甲</td><td>乙</td><td>丙</td>"))
    assert [tuple(each) for each in sheet.merges] == ([merge] if merge else [])


def test_no_cell_reaches_further_than_the_furthest(monkeypatch):
    monkeypatch.setattr(web_pages, "MOST_SPANNED", 3)
    (sheet,) = page(table("<td rowspan='9'>甲</td><td>乙</td>"))
    assert [tuple(each) for each in sheet.merges] == [(1, 0, 3, 0)]


def test_tables_within_tables_end_somewhere(monkeypatch):
    monkeypatch.setattr(web_pages, "DEEPEST", 2)
    assert rows("<table><tr><td><table><tr><td>甲<td>乙</table></table>") == [["甲", "乙"]]
    with pytest.raises(Unfit, match="已损坏"):
        page("<table><tr><td>" * 3)


def test_a_frame_of_one_column_gives_titles_to_the_table_below_it():
    body = table("<td>某单位</td>", "<td>名单</td>") + table("<td>甲</td><td>乙</td>")
    assert [row[0] for row in rows(body)] == ["某单位", "名单", "甲"]


def test_tables_of_one_width_are_one_list_and_others_are_sheets_of_their_own():
    narrow, broad = table("<td>甲</td><td>乙</td>"), table("<td>丙</td><td>丁</td><td>戊</td>")
    one, two, three = page(f"名单{narrow}再{narrow}{broad}{narrow}")
    assert (one.name, two.name, three.name) == ("表1", "表2", "表3")
    assert [row[0] for row in one.rows] == ["名单", "甲", "再", "甲"]
    assert [row[0] for row in two.rows] == ["名单", "丙"]  # without words of its own it has the first one's
    assert (len(one.remarks), two.remarks, three.remarks) == (1, (), ())
    assert page(narrow)[0].name == "页"
