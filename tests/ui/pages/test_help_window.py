from __future__ import annotations

from PySide6.QtCore import Qt

from reports.manual.manual_text import MANUAL
from ui.pages.help_window import HelpWindow

WORDS = "# 使用手册\n\n前言\n\n" + "\n".join(
    f"## {title}\n\n{'文字。' * 400}\n" for title in ("导入", "查人", "打印")
)


def opened(qtbot, tmp_path, place=""):
    manual = tmp_path / "手册.md"
    manual.write_text(WORDS, encoding="utf-8")
    window = HelpWindow(place, manual)
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_manual_opens_at_the_section_for_the_place(qtbot, tmp_path):
    window = opened(qtbot, tmp_path, "查人")
    assert window.contents.currentItem().text() == "查人"
    qtbot.waitUntil(lambda: 0 <= window.text.cursorRect().top() <= 24)
    assert window.text.textCursor().block().text() == "查人"


def test_an_unknown_place_opens_the_beginning(qtbot, tmp_path):
    assert opened(qtbot, tmp_path, "没有的地方").contents.currentRow() == 0


def test_words_are_looked_for_in_the_manual(qtbot, tmp_path):
    window = opened(qtbot, tmp_path)
    window.search.setText("前言")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.text.textCursor().selectedText() == "前言"
    window.search.setText("没有这个词")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert "没有" in window.found.text()


def test_a_lost_manual_is_said_in_plain_words(qtbot, tmp_path):
    window = HelpWindow("", tmp_path / "没有.md")
    qtbot.addWidget(window)
    assert "没有找到" in window.text.toPlainText()


def test_the_shipped_manual_is_there():
    assert MANUAL.exists()
