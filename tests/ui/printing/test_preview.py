from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from models.core.record import Refusal
from ui.jobs.private_folder import PrivateFolder
from ui.printing.preview import PreviewWindow


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
