from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel

from models.core.jobs import finish
from models.core.record import Refusal
from models.office import settings
from models.people import listing
from models.people.person import Person
from reports.person import gathering, sheets
from ui.jobs.private_folder import PrivateFolder
from ui.printing.preview import PreviewWindow
from ui.printing.print_pages import PrintPagesDialog
from ui.printing.print_run import EVEN_SHEETS, ODD_SHEETS, Pages, PrintRun


@pytest.fixture
def papers(person, identity, tmp_path):
    """The files of three people, as one PDF."""
    for name in ("张三", "李四", "王五"):
        identity(person(name=name))
    file = tmp_path / "档案.pdf"
    people = gathering.of_all(listing.people_in_order([each.id for each in Person.select()]))
    finish(sheets.write_person_files(people, file, settings.office()))
    return file


@pytest.fixture
def window(qtbot, papers):
    made = PreviewWindow(papers, "一人一档")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.bookmarks.rowCount() == 3)
    yield made
    made.close()


@pytest.fixture
def printer(tmp_path):
    """A printer that prints into a PDF."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "纸.pdf"))
    made.setResolution(150)
    return made


def test_every_person_has_a_bookmark_that_leads_to_the_first_page(window):
    assert window.side.isVisible()
    second = window.names.index(1, 0)
    assert "李四" in second.data()
    window.people.clicked.emit(second)
    page = window.view.pageNavigator().currentPage()
    assert page > 0
    assert window.page_box.value() == page + 1


def test_a_person_is_found_by_name_among_the_bookmarks(window):
    window.search.setText("王")
    assert [window.names.index(row, 0).data()[:2] for row in range(window.names.rowCount())] == ["王五"]


def test_the_page_box_goes_to_a_page(window):
    window.page_box.setValue(3)
    assert window.view.pageNavigator().currentPage() == 2


def test_the_private_folder_goes_with_the_window(qtbot, papers, tmp_path):
    folder = PrivateFolder(tmp_path)
    own = folder.path / "打印.pdf"
    own.write_bytes(papers.read_bytes())
    made = PreviewWindow.open(own, "一人一档", folder)
    qtbot.waitUntil(lambda: made.bookmarks.rowCount() == 3)
    made.close()
    assert not folder.path.exists()


def test_esc_closes_the_preview_wherever_the_cursor_is(qtbot, papers):
    for place in ("page_box", "view", "search"):
        made = PreviewWindow(papers, "一人一档")
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda shown=made: shown.bookmarks.rowCount() == 3)
        made.activateWindow()
        getattr(made, place).setFocus()
        qtbot.keyClick(getattr(made, place), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda shown=made: not shown.isVisible())


def test_the_pdf_is_saved(window, papers, tmp_path, monkeypatch, boxes):
    out = tmp_path / "另存.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.save()
    assert out.read_bytes() == papers.read_bytes()
    assert str(out) in boxes[0]


def test_pages_are_printed_in_their_true_size(qtbot, window, printer, tmp_path):
    run = PrintRun(window.document, printer, Pages(2, 4))
    with qtbot.waitSignal(run.ended) as ended:
        window.send(run)
    assert ended.args == [4, True]
    printed = PdfReader(tmp_path / "纸.pdf")
    assert len(printed.pages) == 3
    assert float(printed.pages[0].mediabox.width) == pytest.approx(595, abs=2)


def test_odd_and_even_pages_are_printed_apart_for_turning_by_hand():
    assert Pages(1, 5, ODD_SHEETS).numbers() == [1, 3, 5]
    assert Pages(2, 5, EVEN_SHEETS).numbers() == [2, 4]


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


def test_a_broken_pdf_is_refused_in_plain_words(qtbot, tmp_path):
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"nothing")
    with pytest.raises(Refusal, match="打不开"):
        PreviewWindow(broken, "坏")


def test_what_no_font_has_must_be_read(qtbot, papers):
    made = PreviewWindow(papers, "一人一档", warning="有些字没有字体可用")
    qtbot.addWidget(made)
    assert "有些字没有字体可用" in [label.text() for label in made.findChildren(QLabel)]
    made.close()
