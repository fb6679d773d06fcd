"""An OpenDocument sheet: what is repeated stands on every place that it stands for, and is counted before it is made."""

from __future__ import annotations

import pytest

from models.imports.workbooks import ods
from models.imports.workbooks.ods import ContentScan
from models.imports.workbooks.parts import Merge, Unfit

NAMES = "".join(
    f' xmlns:{name}="urn:{name}"' for name in ("office", "table", "text", "style", "calcext", "draw")
)


def scan(body, styles=""):
    return ContentScan([f"<office:document-content{NAMES}>{styles}{body}</office:document-content>".encode()])


def table(*rows, name="甲", columns=""):
    return f'<table:table table:name="{name}">{columns}{"".join(rows)}</table:table>'


def row(*cells, repeated=1, hidden=""):
    more = f' table:visibility="{hidden}"' if hidden else ""
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}"{more}>{"".join(cells)}</table:table-row>'
    )


def cell(words="甲", repeated=1, more="", kind="string"):
    return (
        f'<table:table-cell office:value-type="{kind}" table:number-columns-repeated="{repeated}"{more}>'
        f"<text:p>{words}</text:p></table:table-cell>"
    )


EMPTY = "<table:table-cell/>"


def test_the_used_area_goes_as_far_as_the_last_cell_with_something_in_it():
    [facts] = scan(table(row(EMPTY, cell(repeated=3)), row(EMPTY), row(cell(), EMPTY, repeated=2))).tables
    assert (facts.rows, facts.columns) == (4, 4)
    [facts] = scan(table(row(EMPTY), row(EMPTY, EMPTY))).tables
    assert (facts.rows, facts.columns) == (0, 0)


def test_each_table_begins_at_its_own_first_row_and_column():
    columns = '<table:table-column table:visibility="collapse"/>'
    one, two = scan(
        table(row(cell(), cell(), hidden="filter"), columns=columns)
        + table(row(EMPTY), row(cell()), name="乙", columns=columns + "<table:table-column/>" + columns)
    ).tables
    assert (one.rows, one.columns, one.hidden_rows, one.hidden_columns) == (1, 2, {1}, {0})
    assert (two.rows, two.columns, two.hidden_rows, two.hidden_columns) == (2, 1, set(), {0, 2})


def test_a_table_without_a_name_within_another_is_none_of_its_own():
    inner = f"<table:table-cell><table:table>{row(cell())}</table:table></table:table-cell>"
    assert len(scan(table(row(inner))).tables) == 1


def test_hidden_columns_are_counted_from_the_left_and_no_further_than_there_are():
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="filter" table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="visible"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="99999999"/>'
    )
    [facts] = scan(table(row(cell()), columns=columns)).tables
    assert facts.hidden_columns == {2, 3, *range(5, 16_384)}


def test_a_hidden_row_without_content_is_not_told():
    [facts] = scan(
        table(row(EMPTY, repeated=5, hidden="collapse"), row(cell(), repeated=2, hidden="filter"))
    ).tables
    assert facts.hidden_rows == {6, 7}


def test_a_struck_style_strikes_out_every_place_of_a_cell():
    style = (
        '<style:style style:name="{}"><style:text-properties style:text-line-through-{}="{}"/></style:style>'
    )
    styles = (
        style.format("a", "style", "solid")
        + style.format("b", "type", "single")
        + style.format("c", "style", "none")
    )
    cells = "".join(cell(repeated=2, more=f' table:style-name="{name}"') for name in "abc")
    [facts] = scan(table(row(EMPTY), row(cells, repeated=2)), styles).tables
    assert facts.struck == {(line, column) for line in (2, 3) for column in range(4)}


def test_merged_areas_are_those_of_more_than_one_cell():
    spanned = ' table:number-rows-spanned="{}" table:number-columns-spanned="{}"'
    [facts] = scan(
        table(
            row(EMPTY),
            row(EMPTY, cell(more=spanned.format(2, 3)), cell(more=spanned.format(1, 1)), cell(more=spanned.format(1, 2))),
            row(cell(more=' table:number-rows-spanned="2"')),
        )
    ).tables  # fmt: skip
    assert facts.merges == [Merge(2, 1, 3, 3), Merge(2, 3, 2, 4), Merge(3, 0, 4, 0)]


def test_formulas_are_counted_and_those_without_result_known_by_their_places():
    formula = ' table:formula="of:=1+1"'
    bare = f'<table:table-cell{formula} table:number-columns-repeated="2"/>'
    [facts] = scan(table(row(cell(more=formula, repeated=2), repeated=3), row(EMPTY, bare))).tables
    assert (facts.formulas, facts.unsolved) == (8, {(4, 1), (4, 2)})


def test_an_error_is_read_by_its_words_on_every_place():
    error = ' calcext:value-type="error"'
    [facts] = scan(
        table(row(cell("#N/A", 2, error), cell("好"), repeated=2), row(cell(" ", 1, error)))
    ).tables
    assert facts.errors == {(line, column): "#N/A" for line in (1, 2) for column in (0, 1)}


def test_what_stands_in_a_comment_of_a_cell_after_an_error_is_no_error():
    error = ' calcext:value-type="error"'
    [facts] = scan(table(row(cell("#N/A", 1, error), cell("很好")))).tables
    assert facts.errors == {(1, 0): "#N/A"}


@pytest.mark.parametrize("count", ["0", "-1", "x"])
def test_a_repetition_that_is_no_number_is_damage(count):
    with pytest.raises(Unfit, match="已损坏"):
        scan(table(f'<table:table-row table:number-rows-repeated="{count}"/>'))
    with pytest.raises(Unfit, match="已损坏"):
        scan(cell())  # outside any table


def test_a_file_that_breaks_off_is_damage():
    with pytest.raises(Unfit, match="已损坏"):
        ContentScan([f"<office:document-content{NAMES}>".encode()])


def fits(body, **limits):
    """Whether a body is read under such limits."""
    with pytest.MonkeyPatch.context() as patch:
        for name, limit in limits.items():
            patch.setattr(ods, name, limit)
        try:
            scan(body)
        except Unfit:
            return False
        return True


def test_the_area_may_be_as_large_as_the_largest():
    body = table(row(cell(repeated=3), repeated=4))
    assert fits(body, BLOCK=12)
    assert not fits(body, BLOCK=11)


def test_cells_above_a_repeated_row_are_counted_row_by_row():
    body = table(row(cell(repeated=3)), row(cell(repeated=3)), row(cell()), row(EMPTY))
    assert fits(body, BLOCK=9)
    assert not fits(body, BLOCK=8)


def test_a_text_that_is_repeated_is_counted_as_often():
    assert fits(table(row(cell("四个字儿", 2), repeated=3)), MOST_CELL_TEXT=24)
    assert not fits(table(row(cell("四个字儿", 2), repeated=3)), MOST_CELL_TEXT=23)
    assert fits(table(row(cell("四个字儿"))), MOST_CELL_TEXT=0)  # what stands once is as long as the file
    again = cell("", 2, ' office:string-value="四个字儿"')
    assert fits(table(row(again)), MOST_CELL_TEXT=8)
    assert not fits(table(row(again)), MOST_CELL_TEXT=7)


def test_repeated_blanks_are_counted_too():
    body = table(row(cell('<text:s text:c="5"/><text:s/>', 2)))
    assert fits(body, MOST_CELL_TEXT=12)
    assert not fits(body, MOST_CELL_TEXT=11)
