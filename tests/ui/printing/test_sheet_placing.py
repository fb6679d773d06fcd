"""Pages on the printer's sheets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout

from ui.printing.sheet_placing import POINTS_OF_MM, Edges, Placing, page_onto, sheet_of

A4, ACROSS = QSizeF(595.28, 841.89), QSizeF(841.89, 595.28)
NO_EDGES, USUAL_EDGES = Edges(0, 0, 0, 0), Edges(4.2, 4.2, 4.2, 12.7)


@pytest.mark.parametrize(("page", "turn"), [(A4, "Portrait"), (ACROSS, "Landscape")])
def test_a_sheet_is_turned_as_its_page_is(page, turn):
    sheet = sheet_of(page, Placing())
    assert sheet.orientation() == QPageLayout.Orientation[turn]
    assert sheet.pageSize().key() == "A4"
    full = sheet.fullRect(QPageLayout.Unit.Point).size()
    assert (full.width(), full.height()) == pytest.approx((page.width(), page.height()), abs=1)


def test_a_page_of_no_known_size_has_a_sheet_of_its_own():
    full = sheet_of(QSizeF(400, 300), Placing()).fullRect(QPageLayout.Unit.Point).size()
    assert (full.width(), full.height()) == pytest.approx((400, 300), abs=1)


def test_a_page_stands_in_its_true_size_at_the_corner_however_little_the_printer_reaches():
    onto = page_onto(A4, A4, USUAL_EDGES, Placing())
    assert onto.map(QPointF(0, A4.height())).toTuple() == pytest.approx((0, 0))
    assert onto.map(QPointF(100, A4.height() - 50)).toTuple() == pytest.approx((100, 50))


def test_an_offset_moves_the_page_by_millimetres_to_the_right_and_down():
    onto = page_onto(A4, A4, NO_EDGES, Placing(right=2, down=-1))
    moved = onto.map(QPointF(0, A4.height())).toTuple()
    assert moved == pytest.approx((2 * POINTS_OF_MM, -POINTS_OF_MM))


@pytest.mark.parametrize("page", [A4, ACROSS])
def test_a_shrunk_page_lies_wholly_within_what_the_printer_reaches_and_keeps_its_shape(page):
    onto = page_onto(page, page, USUAL_EDGES, Placing(shrink=True))
    placed = onto.mapRect(QRectF(0, 0, page.width(), page.height()))
    edges = (placed.left(), placed.top(), page.width() - placed.right(), page.height() - placed.bottom())
    asked = (USUAL_EDGES.left, USUAL_EDGES.top, USUAL_EDGES.right, USUAL_EDGES.bottom)
    assert all(own >= mm * POINTS_OF_MM - 0.01 for own, mm in zip(edges, asked, strict=True))
    assert placed.width() / placed.height() == pytest.approx(page.width() / page.height())


def test_a_page_on_other_paper_is_as_large_as_fits():
    sheet = sheet_of(ACROSS, Placing(paper="A3"))
    full = sheet.fullRect(QPageLayout.Unit.Point).size()
    placed = page_onto(ACROSS, full, NO_EDGES, Placing(paper="A3")).mapRect(QRectF(0, 0, 841.89, 595.28))
    assert placed.width() == pytest.approx(full.width(), abs=2)


def test_what_was_remembered_in_another_shape_is_as_if_never_said():
    assert Placing.read(None) == Placing.read([1]) == Placing()
    assert Placing.read({"right": 1.5, "down": "x", "older": 3}) == Placing(right=1.5)
