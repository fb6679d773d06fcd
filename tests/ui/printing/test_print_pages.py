"""Which pages are printed."""

from __future__ import annotations

from ui.printing.print_pages import PrintPagesDialog
from ui.printing.print_run import Pages, PrintRun


def test_a_print_that_was_stopped_goes_on_with_the_next_page(qtbot, window, printer, boxes):
    run = PrintRun(window.document, printer, Pages(1, window.document.pageCount()))
    run.stepped.connect(lambda sent, _: sent == 2 and run.stop())
    with qtbot.waitSignal(run.ended) as ended:
        window.send(run)
    assert ended.args == [2, False]
    assert "从第3页继续" in boxes[0]

    asked = PrintPagesDialog(window.document.pageCount(), window._last_sent())
    qtbot.addWidget(asked)
    asked.go_on_after(window._last_sent())
    assert asked.pages() == Pages(3, window.document.pageCount())


def test_a_print_that_went_through_offers_nothing_to_go_on_with(qtbot, window, printer):
    run = PrintRun(window.document, printer, Pages(1, 2))
    with qtbot.waitSignal(run.ended):
        window.send(run)
    assert window._last_sent() == 0


def test_without_a_printer_the_way_out_is_said(qtbot):
    asked = PrintPagesDialog(5)
    qtbot.addWidget(asked)
    if not asked.names.count():
        assert not asked.go.isEnabled()
