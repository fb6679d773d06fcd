"""The search box: it waits while one types, goes on to the table by Enter, and knows a list from words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.tables.search_box import SearchBox


@pytest.fixture
def box(shown, qtbot):
    made = shown(SearchBox())
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.heard = []
    made.searched.connect(made.heard.append)
    made.listed.connect(lambda words: made.heard.append(("名单", words)))
    made.left.connect(lambda: made.heard.append("去表格"))
    return made


def test_one_search_follows_the_last_key(box, qtbot):
    qtbot.keyClicks(box, " zgf ")
    assert box.heard == []
    qtbot.waitUntil(lambda: bool(box.heard))
    assert box.heard == ["zgf"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_enter_and_the_arrow_search_at_once_and_go_on(box, qtbot, key):
    qtbot.keyClicks(box, "zgf")
    qtbot.keyClick(box, key)
    assert box.heard == ["zgf", "去表格"]
    qtbot.wait(150)
    assert box.heard == ["zgf", "去表格"]  # and not once more when the pause is over


def test_what_is_cleared_by_its_button_is_searched_for_too(box, qtbot):
    box.setText("zgf")
    qtbot.wait(150)
    assert box.heard == []  # the program wrote it
    box.clear()
    qtbot.waitUntil(lambda: box.heard == [""])


@pytest.mark.parametrize(
    ("pasted", "heard"),
    [("张三\n李四\n", ("名单", "张三\n李四\n")), ("\n张三\n \n", "张三"), (" 张三 总寨 ", "张三 总寨")],
)
def test_several_lines_are_a_list_and_one_is_words(box, qtbot, pasted, heard):
    QGuiApplication.clipboard().setText(pasted)
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(box.heard))
    assert box.heard == [heard]
    assert box.text() == (heard if isinstance(heard, str) else "")
