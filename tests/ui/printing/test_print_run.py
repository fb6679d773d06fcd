"""Pages sent to the printer."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from models.printing.printings import PagesWanted
from ui.printing.print_run import EVEN_SHEETS, ODD_SHEETS, PrintRun


def test_pages_are_printed_in_their_true_size(qtbot, window, printer, tmp_path):
    run = PrintRun(window.document, printer, PagesWanted(2, 4))
    with qtbot.waitSignal(run.ended) as ended:
        window.send(run)
    assert ended.args == [4, True]
    printed = PdfReader(tmp_path / "纸.pdf")
    assert len(printed.pages) == 3
    assert float(printed.pages[0].mediabox.width) == pytest.approx(595, abs=2)


def test_odd_and_even_pages_are_printed_apart_for_turning_by_hand():
    assert PagesWanted(1, 5, ODD_SHEETS).numbers() == [1, 3, 5]
    assert PagesWanted(2, 5, EVEN_SHEETS).numbers() == [2, 4]
