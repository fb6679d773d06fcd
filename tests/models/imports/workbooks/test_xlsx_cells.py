"""The cells of an .xlsx, seen by pattern and parsed: both say the same, and say when they cannot."""

from __future__ import annotations

import pytest

from models.imports.workbooks import xlsx_cells
from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.xlsx_cells import CarefulScan, QuickScan

STRUCK = frozenset({3})


def quick(*pieces):
    scan = QuickScan(STRUCK)
    for piece in pieces:
        scan.feed(piece.encode())
    return scan.close(), scan.irregular


def careful(*pieces):
    scan = CarefulScan(STRUCK)
    for piece in ("<sheetData>", *pieces, "</sheetData>"):
        scan.feed(piece.encode())
    return scan.close()


def both(body):
    """What both tell of the same cells, where they must not differ; the parser's facts."""
    (one, irregular), two = quick(body), careful(body)
    assert not irregular
    told = [
        (facts.formulas, facts.unsolved, facts.errors, facts.hidden_rows, facts.struck) for facts in (one, two)
    ]  # fmt: skip
    assert told[0] == told[1]
    return two


def row(number, *cells, more=""):
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def test_the_used_area_is_that_of_cells_with_something_in_them():
    facts = both(
        row(2, '<c r="B2"><v>1</v></c>', '<c r="D2" s="1"/>') + row(9, '<c r="C9" t="s"><v>0</v></c>')
    )
    assert (facts.rows, facts.columns, facts.cells) == (9, 3, 2)


def test_formulas_without_a_result_are_known_by_their_places():
    facts = both(
        row(1, '<c r="A1"><f>1+1</f></c>', '<c r="B1"><f>1+1</f><v>2</v></c>', '<c r="C1"><f t="shared" si="0"/><v>2</v></c>')
        + row(2, '<c r="A2"><f>1+1</f><v></v></c>', '<c r="B2" t="str"><f>B1</f><v></v></c>', '<c r="C2" t="str"><f>B1</f></c>')
    )  # fmt: skip
    assert (facts.formulas, facts.unsolved) == (6, {(1, 0), (2, 0), (2, 2)})


def test_errors_are_told_by_their_words():
    facts = both(
        row(
            3,
            '<c r="A3" t="e"><v>#N/A</v></c>',
            '<c r="AB3" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
            '<c r="AC3"><v>1</v></c>',
        )
    )
    assert facts.errors == {(3, 0): "#N/A", (3, 27): "#DIV/0!"}


def test_hidden_rows_and_struck_cells():
    facts = both(
        row(4, '<c r="A4" s="3"><v>1</v></c>', '<c r="B4" s="2"><v>1</v></c>', more=' hidden="1"')
        + row(5, '<c r="A5" s="3" t="s"><v>1</v></c>', more=' hidden="true"') + row(6, '<c r="A6"><v>1</v></c>', more=' hidden="0"')
    )  # fmt: skip
    assert (facts.hidden_rows, facts.struck) == ({4, 5}, {(4, 0), (5, 0)})


@pytest.mark.parametrize("scan", [lambda body: quick(body)[0], careful])
def test_hidden_columns_are_counted_from_one(scan):
    columns = '<cols><col min="1" max="1" width="9"/><col min="3" max="4" hidden="1"/><col hidden="true" min="6" max="99999"/></cols>'
    facts = scan(columns + row(1, '<c r="A1"><v>1</v></c>'))
    assert facts.hidden_columns == {2, 3, *range(5, 16_384)}


@pytest.mark.parametrize(
    "cells",
    [
        '<x:c r="A1"><x:v>1</x:v></x:c>',
        '<c s="1" r="A1"><v>1</v></c>',
        "<c><v>1</v></c>",
        '<c r="A1">\n<f>1</f></c>',
        '<c r="a1"><v>1</v></c>',
    ],
)
def test_another_writer_s_cells_are_left_to_the_parser(cells):
    assert quick(row(1, cells))[1]


@pytest.mark.parametrize(
    ("place", "rows", "columns"),
    [
        ("AZ9999", 9_999, 52),
        ("A10000", 19_999, 52),
        ("BA1", 9_999, 53),
        ("AAA1", 9_999, 703),
        ("A19999", 19_999, 52),
        ("A20000", 29_999, 52),
        ("B123456", 199_999, 52),
    ],
)
def test_what_lies_far_is_found_and_more_is_called_near(place, rows, columns):
    facts, _ = quick(row(1, f'<c r="{place}"><v>1</v></c>'))
    assert (facts.rows, facts.columns) == (rows, columns)


def test_far_rows_are_found_one_after_the_other():
    facts, _ = quick(
        *(row(n, f'<c r="A{n}"><v>1</v></c>') for n in (10_000, 15_000, 20_000, 99_999, 100_000))
    )
    assert facts.rows == 199_999


def test_a_cell_that_is_cut_in_two_is_seen_once():
    body = row(1, '<c r="A1"><f>1</f></c>', '<c r="B1" t="e"><v>#N/A</v></c>') + row(
        2, '<c r="A2"><v>1</v></c>'
    )
    for cut in range(len(body) + 1):
        facts, _ = quick(body[:cut], body[cut:])
        assert (facts.cells, facts.formulas, facts.unsolved, facts.errors) == (
            3,
            1,
            {(1, 0)},
            {(1, 1): "#N/A"},
        ), cut
        facts = careful(body[:cut], body[cut:])
        assert (facts.cells, facts.formulas, facts.unsolved, facts.errors) == (
            2,
            1,
            {(1, 0)},
            {(1, 1): "#N/A"},
        ), cut


def test_a_cell_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx_cells, "REST", 60)
    assert quick("<c>" + "x" * 57)[0].cells == 0
    with pytest.raises(Unfit, match="文字多得不合常理"):
        quick("<c>" + "x" * 58)


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ("<row><c><v>1</v></c><c/><c><f>1</f></c></row><row><c><f>1</f></c></row>", {(1, 2), (2, 0)}),
        ('<row r="5"><c><f>1</f></c></row><row><c r="C6"><f>1</f></c><c><f>1</f></c></row>', {(5, 0), (6, 2), (6, 3)}),
        ('<row><c r="xfd1"><f>1</f></c></row>', {(1, 16_383)}),
        ('<x:row xmlns:x="u" r="2"><x:c r="B2"><x:f>1</x:f></x:c></x:row>', {(2, 1)}),
    ],
)  # fmt: skip
def test_cells_without_places_follow_each_other(cells, places):
    assert careful(cells).unsolved == places


def test_inline_texts_are_cells_and_marks_within_them_end_none():
    facts = careful(
        row(
            1,
            '<c r="A1" t="inlineStr"><is><r><rPr/><t>甲</t></r></is></c>',
            '<c r="B1" t="e"><f>1</f><v>#N<t/>/A</v></c>',
        )
    )
    assert (facts.cells, facts.errors, facts.formulas) == (2, {(1, 1): "#N/A"}, 1)


@pytest.mark.parametrize("reference", ["A", "1", "ABCD1", "A12345678", "A1:B2"])
def test_a_place_that_is_none_is_damage(reference):
    with pytest.raises(Unfit, match="已损坏"):
        careful(row(1, f'<c r="{reference}"><v>1</v></c>'))


def test_empty_cells_left_out_and_cells_without_places_do_not_go_together():
    with pytest.raises(Unfit, match="已损坏"):
        careful('<row r="1"><c r="A1" s="1"/></row>', "<row><c><v>1</v></c></row>")


def test_a_sheet_that_breaks_off_is_damage():
    scan = CarefulScan()
    scan.feed(b"<sheetData><row>")
    with pytest.raises(Unfit, match="已损坏"):
        scan.close()
