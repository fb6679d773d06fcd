"""Pages as pictures."""

from __future__ import annotations

import pytest
from PySide6.QtPdf import QPdfDocument

from reports.paper.sheet import Paper, Print
from ui.printing.page_pictures import free_edges
from ui.printing.sheet_placing import POINTS_OF_MM


def test_how_near_to_the_edges_a_paper_comes_is_seen(qtbot, tmp_path):
    with (tmp_path / "a.pdf").open("wb") as stream:
        paper = Paper(stream, "纸", "某局", (400, 300))
        block = Print(100, 50, (), (), "0 g 0 0 100 50 re f")
        paper.place(block, 10 * POINTS_OF_MM, 20 * POINTS_OF_MM)
        paper.turn()
        paper.close()
    document = QPdfDocument(None)
    document.load(str(tmp_path / "a.pdf"))
    edges = free_edges(document)
    assert edges.left == pytest.approx(10, abs=0.7)
    assert edges.bottom == pytest.approx(20, abs=0.7)
    assert edges.right == pytest.approx((400 - 100) / POINTS_OF_MM - 10, abs=0.7)
    assert edges.top == pytest.approx((300 - 50) / POINTS_OF_MM - 20, abs=0.7)
