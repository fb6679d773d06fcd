"""Tables of Word documents: what stands on the paper, and nothing of what its reader does not see."""

from __future__ import annotations

import pytest

from models.imports.workbooks import word_tables
from models.imports.workbooks.parts import Merge, Unfit
from models.imports.workbooks.word_tables import DocumentScan, stacked_sheets

NAMES = ' xmlns:w="urn:w" xmlns:mc="urn:mc"'


def scan(body):
    return DocumentScan([f"<w:document{NAMES}><w:body>{body}</w:body></w:document>".encode()])


def p(words, look=""):
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:p><w:r>{look}<w:t>{words}</w:t></w:r></w:p>"


def tc(inside, about=""):
    inside = inside if inside.startswith("<") else p(inside)
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc>"


def tbl(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def grid(*rows):
    [(_, made)] = scan(tbl(*rows)).tables
    return made


def test_paragraphs_above_a_table_are_its_titles():
    tables = scan(
        p("题") + p(" ") + p("目") + tbl(tc("甲") + tc("乙")) + p("下") + tbl(tc("丙") + tc("丁"))
    ).tables
    assert [titles for titles, _ in tables] == [["题", "目"], ["下"]]


def test_tabs_are_blanks_and_breaks_are_lines():
    inside = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r></w:p>"
    )
    assert grid(tc(inside + p("戊")) + tc("己")).rows == [["甲 乙\n丙\n丁\n戊", "己"]]


def test_deleted_moved_and_hidden_words_are_none():
    inside = (
        "<w:p><w:moveFrom><w:r><w:t>移</w:t><w:moveFrom/></w:r></w:moveFrom><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val='false'/></w:rPr><w:t>见</w:t></w:r>"
        "<w:r><w:instrText>域</w:instrText><w:t>甲</w:t></w:r></w:p>"
    )
    assert grid(tc(inside) + tc("乙")).rows == [["见甲", "乙"]]


@pytest.mark.parametrize("off", ["0", "false", "none"])
def test_a_look_that_is_switched_off_is_none(off):
    made = grid(
        tc(p("甲", f"<w:strike w:val='{off}'/>"))
        + tc(p("乙", "<w:strike w:val='1'/>"))
        + tc(p("丙", "<w:dstrike/>"))
    )
    assert made.struck == {(1, 1), (1, 2)}


def test_a_cell_is_struck_out_where_all_of_it_is():
    made = grid(
        tc(p("甲", "<w:strike/>") + p("乙"))
        + tc(p("", "<w:strike/>"))
        + tc(p("丙", "<w:strike/>") + p("丁", "<w:strike/>"))
    )
    assert made.struck == {(1, 2)}


def test_one_look_of_two_is_enough_to_strike_out():
    assert grid(tc(p("甲", "<w:strike/><w:dstrike w:val='0'/>")) + tc("乙")).struck == {(1, 0)}


def test_cells_reach_across_and_down():
    restart, goes_on, broad = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
    made = grid(
        tc("甲", restart) + tc("乙", broad), tc("", goes_on) + tc("丙") + tc("丁"), tc("", goes_on) + tc("戊", broad + restart), tc("己") + tc("", broad + goes_on),
    )  # fmt: skip
    assert made.sheet("").rows == [["甲", "乙", ""], ["甲", "丙", "丁"], ["甲", "戊", ""], ["己", "戊", ""]]
    assert {Merge(1, 1, 1, 2), Merge(1, 0, 3, 0), Merge(3, 1, 4, 2)} <= set(made.merges)


def test_a_cell_that_goes_on_from_nothing_is_one_of_its_own():
    assert grid(tc("甲", "<w:vMerge/>") + tc("乙")).rows == [["甲", "乙"]]


def test_a_row_may_begin_further_to_the_right():
    before = "<w:trPr><w:gridBefore w:val='2'/></w:trPr>"
    assert grid(tc("甲") + tc("乙") + tc("丙"), before + tc("丁")).rows == [
        ["甲", "乙", "丙"],
        ["", "", "丁"],
    ]
    far = "<w:trPr><w:gridBefore w:val='99999'/></w:trPr>"
    assert len(grid(tc("甲") + tc("乙"), far + tc("丁")).rows[1]) == 1001


@pytest.mark.parametrize("span", ["x", "", "-2"])
def test_a_breadth_that_is_no_number_is_one(span):
    assert grid(tc("甲", f"<w:gridSpan w:val='{span}'/>") + tc("乙")).rows == [["甲", "乙"]]


def test_a_table_within_a_cell_is_a_table_and_a_frame_of_one_column_is_words():
    inner = tbl(tc("甲") + tc("乙"))
    tables = scan(p("外") + tbl(tc(p("框") + inner))).tables
    assert [(titles, made.rows) for titles, made in tables] == [(["外"], [["甲", "乙"]])]
    tables = scan(tbl(tc("框"), tc("架")) + inner).tables
    assert [titles for titles, _ in tables] == [["框", "架"]]


def test_tables_within_tables_end_somewhere(monkeypatch):
    monkeypatch.setattr(word_tables, "DEEPEST", 2)
    assert scan(tbl(tc(tbl(tc("甲") + tc("乙"))))).tables
    with pytest.raises(Unfit):
        scan(tbl(tc(tbl(tc(tbl(tc("甲")))))))


def test_words_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(word_tables, "MOST_CELL_TEXT", 4)
    assert grid(tc("甲") + tc("乙")).rows == [["甲", "乙"]]  # and the end of each paragraph
    with pytest.raises(Unfit, match="文字多得不合常理"):
        grid(tc("甲甲") + tc("乙"))


def test_a_document_that_breaks_off_is_damage():
    with pytest.raises(Unfit, match="已损坏"):
        DocumentScan([f"<w:document{NAMES}>".encode()])


def test_words_outside_runs_of_text_are_none():
    assert grid("<w:tc>字<w:p>符<w:r>外<w:t>甲</w:t>后</w:r></w:p></w:tc>" + tc("乙")).rows == [["甲", "乙"]]


def test_no_table_is_refused_with_the_words_for_it():
    with pytest.raises(Unfit, match="里面没有表格"):
        stacked_sheets([], "名", "里面没有表格", "")
