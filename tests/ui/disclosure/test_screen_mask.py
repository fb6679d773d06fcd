"""One key, and no window shows a whole number any more; nothing that is on file changes by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from models.core.masks import Secret
from ui.disclosure.covers import SECRET, ScreenCover
from ui.disclosure.masked_cells import is_masked, shown
from ui.disclosure.screen_mask import ScreenMask

NUMBER, PHONE = "630103195308010019", "13812341234"


@pytest.fixture
def window(qtbot):
    made = QDialog()
    made.label, made.line, made.notes = (
        QLabel(f"张三 {NUMBER}"),
        QLineEdit("8123456"),
        QPlainTextEdit(f"电话{PHONE}"),
    )
    made.line.setProperty(SECRET, Secret.PHONE.value)
    made.table = QTableWidget(1, 2)
    made.table.setHorizontalHeaderLabels(["姓名", "联系电话"])
    for column, words in enumerate(["张三", "8123456"]):
        made.table.setItem(0, column, QTableWidgetItem(words))
    layout = QVBoxLayout(made)
    for widget in (made.label, made.line, made.notes, made.table):
        layout.addWidget(widget)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def mask(window):
    made = ScreenMask(window)
    yield made
    made.take_off()


def cell(table, column):
    option = QStyleOptionViewItem()
    table.itemDelegate().initStyleOption(option, table.model().index(0, column))
    return option.text


def test_labels_fields_and_tables_are_masked_and_come_back(mask, window, qtbot):
    mask.turn()
    assert window.label.text() == "张三 630103********0019"
    assert [each.text() for each in window.findChildren(ScreenCover)] == ["8****56", "电话138****1234"]
    assert (cell(window.table, 0), cell(window.table, 1)) == ("张三", "8****56")
    assert (window.line.text(), window.notes.toPlainText()) == ("8123456", f"电话{PHONE}")
    mask.turn()
    assert window.label.text() == f"张三 {NUMBER}"
    assert window.findChildren(ScreenCover) == []
    assert cell(window.table, 1) == "8123456"


def test_what_comes_later_is_masked_too(mask, window, qtbot):
    mask.turn()
    window.label.setText(f"李四 {PHONE}")
    window.notes.setPlainText(NUMBER)
    window.label.repaint()
    assert window.label.text() == "李四 138****1234"
    assert "630103********0019" in [each.text() for each in window.findChildren(ScreenCover)]
    later = QLabel(NUMBER)
    qtbot.addWidget(later)
    later.show()
    later.repaint()
    assert later.text() == "630103********0019"


def test_what_is_copied_is_masked(mask, window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    mask.turn()
    copied = QMimeData()
    copied.setText(f"张三\t{NUMBER}")
    copied.setHtml(f"<td>{NUMBER}</td>")
    QGuiApplication.clipboard().setMimeData(copied)
    assert QGuiApplication.clipboard().text() == "张三\t630103********0019"
    assert NUMBER not in QGuiApplication.clipboard().mimeData().html()
    assert shown("8123456", "联系电话") == "8****56"


def test_the_key_works_in_a_dialog(mask, window, qtbot):
    said = []
    mask.changed.connect(said.append)
    qtbot.keyClick(window.line, Qt.Key.Key_F7)
    qtbot.keyClick(window.line, Qt.Key.Key_F7)
    assert said == [True, False]
    assert not is_masked()


def test_the_window_says_that_it_is_masked(session, qtbot):
    from ui.main.main_window import MainWindow

    made = MainWindow(session)
    qtbot.addWidget(made)
    made.tools.by_key["F7"].trigger()
    assert not made.status.masked.isHidden()
    assert "F7" in made.status.masked.text()
    made.tools.by_key["F7"].trigger()
    assert made.status.masked.isHidden()
