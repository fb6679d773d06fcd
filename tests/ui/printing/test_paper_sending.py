"""A paper on its way from the preview to the printer, and what the ledger tells of it."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from models.printing.printings import PagesWanted, Printing, PrintState
from models.printing.printouts import PrintoutKind
from ui.print_records.last_good_sheet import LastGoodSheetDialog
from ui.printing.print_pages import PrintPagesDialog
from ui.printing.print_run import PrintProgress, PrintRun


@pytest.fixture
def printers(monkeypatch, tmp_path):
    """Whoever is asked for a printer gets one that prints into the next file."""
    made = []

    def ready(self, title):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"出纸{len(made)}.pdf"))
        printer.setResolution(72)
        made.append(printer)
        return printer

    monkeypatch.setattr(PrintPagesDialog, "ready_printer", ready)
    monkeypatch.setattr(PrintPagesDialog, "exec", lambda self: 1)
    return made


def test_every_paper_that_is_printed_is_in_the_ledger_lists_too(qtbot, window, printers):
    window.print()
    qtbot.waitUntil(lambda: window.sending.run._over)
    (printing,) = Printing.select()
    assert printing.state == PrintState.DONE
    assert printing.printout.title == "一人一档"
    assert printing.printout.kind == PrintoutKind.OTHER  # a preview that was told no more than its title
    assert printing.sheets == window.document.pageCount()


def test_a_pdf_that_was_saved_is_in_the_ledger(window, tmp_path, monkeypatch, boxes):
    out = tmp_path / "另存.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.save()
    (printing,) = Printing.select()
    assert (printing.state, printing.place) == (PrintState.SAVED, str(out))


def test_after_a_jam_it_goes_on_behind_the_sheet_that_the_officer_names(
    qtbot, window, printer, printers, boxes, monkeypatch
):
    count = window.document.pageCount()
    run = PrintRun(window.document, printer, PagesWanted(1, count))
    run.stepped.connect(lambda sent, _: sent == 4 and run.stop())
    with qtbot.waitSignal(run.ended):
        window.send(run)
    monkeypatch.setattr(LastGoodSheetDialog, "exec", lambda self: self.choose(2) or 1)
    window.go_on()
    assert [face.page for face in window.sending.run._faces] == list(range(3, count + 1))
    qtbot.waitUntil(lambda: window.sending.run._over)
    (printing,) = Printing.select()
    assert printing.state == PrintState.DONE


def test_a_run_gone_on_with_by_its_page_is_the_same_run(qtbot, window, printer, printers, boxes, monkeypatch):
    count = window.document.pageCount()
    run = PrintRun(window.document, printer, PagesWanted(1, count))
    run.stepped.connect(lambda sent, _: sent == 2 and run.stop())
    with qtbot.waitSignal(run.ended):
        window.send(run)
    monkeypatch.setattr(PrintPagesDialog, "exec", lambda self: self.go_on_after(2) or 1)
    window.print()
    qtbot.waitUntil(lambda: window.sending.run._over)
    (printing,) = Printing.select()
    assert printing.state == PrintState.DONE
    assert printing.progress.sent == count


def test_if_all_came_out_after_all_nothing_is_sent(qtbot, window, printer, boxes, monkeypatch):
    count = window.document.pageCount()
    run = PrintRun(window.document, printer, PagesWanted(1, count))
    run._open_batch(1, count)  # the plug is pulled while the batch is on its way
    window.sending.send(run)
    run._open_batch(1, count)
    run._timer.stop()
    run._over = True
    run.record.over()
    window.findChild(PrintProgress).close()
    monkeypatch.setattr(LastGoodSheetDialog, "exec", lambda self: self.choose(count) or 1)
    window.go_on()
    assert Printing.get().state == PrintState.DONE


def test_what_was_never_sent_cannot_be_gone_on_with(window, boxes):
    window.go_on()
    assert "还没有送到过打印机" in boxes[0]
