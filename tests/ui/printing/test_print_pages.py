"""Which pages are printed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from models.printing.printings import PagesWanted
from ui.printing.print_pages import PrintPagesDialog
from ui.printing.print_run import ODD_SHEETS, PrintRun


def test_a_print_that_was_stopped_goes_on_with_the_next_page(qtbot, window, printer, boxes):
    run = PrintRun(window.document, printer, PagesWanted(1, window.document.pageCount()))
    run.stepped.connect(lambda sent, _: sent == 2 and run.stop())
    with qtbot.waitSignal(run.ended) as ended:
        window.send(run)
    assert ended.args == [2, False]
    assert "从第3页继续" in boxes[0]

    asked = PrintPagesDialog(window.document.pageCount(), window._last_sent())
    qtbot.addWidget(asked)
    asked.go_on_after(window._last_sent())
    assert asked.pages() == PagesWanted(3, window.document.pageCount())


def test_a_print_that_went_through_offers_nothing_to_go_on_with(qtbot, window, printer):
    run = PrintRun(window.document, printer, PagesWanted(1, 2))
    with qtbot.waitSignal(run.ended):
        window.send(run)
    assert window._last_sent() == 0


def test_without_a_printer_the_way_out_is_said(qtbot):
    asked = PrintPagesDialog(5)
    qtbot.addWidget(asked)
    if not asked.names.count():
        assert not asked.go.isEnabled()


@pytest.mark.parametrize(("sent", "offered"), [(0, False), (1, True), (4, True), (5, False)])
def test_going_on_is_offered_only_where_pages_are_left(shown, sent, offered):
    asked = shown(PrintPagesDialog(5, sent))
    again = [each for each in asked.findChildren(QPushButton) if each.text().endswith("页继续")]
    assert bool(again) is offered
    for button in again:
        button.click()
        assert asked.pages() == PagesWanted(sent + 1, 5)


def test_odd_pages_alone_are_not_printed_on_both_sides(shown):
    asked = shown(PrintPagesDialog(5, double_sided=True))
    assert asked.double_sided.isChecked()
    asked.sides.setCurrentText(ODD_SHEETS)
    assert not asked.double_sided.isChecked()


def test_the_last_page_is_not_before_the_first(shown):
    asked = shown(PrintPagesDialog(9))
    asked.last.setValue(3)
    asked.first.setValue(6)
    assert asked.pages() == PagesWanted(6, 6)
