"""The left edge of the window: a button and a key for each page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.pages.navigation import ROOMY, TIGHT, Navigation

PAGES = [("工作台", "mdi6.history"), ("优抚对象", "mdi6.account-group-outline"), ("走访慰问", "mdi6.history")]


@pytest.fixture
def edge(shown, qtbot):
    made = shown(Navigation(PAGES))
    made.resize(90, 500)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def test_a_page_is_chosen_by_its_button_and_by_its_number(edge, qtbot):
    qtbot.mouseClick(edge.buttons.button(2), Qt.MouseButton.LeftButton)
    qtbot.keyClick(edge, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert edge.heard == [2, 1]
    assert edge.buttons.checkedId() == 1
    assert edge.buttons.button(1).toolTip() == "优抚对象（Ctrl+2）"


def test_marking_the_page_that_is_shown_chooses_nothing(edge):
    edge.show_chosen(2)
    assert edge.buttons.checkedId() == 2
    assert edge.heard == []


def test_on_a_low_screen_the_pictures_give_way_before_the_words(edge):
    button = edge.buttons.button(0)
    words = edge.fontMetrics().height()
    for each, side, style in (
        (words + ROOMY + 28, ROOMY, Qt.ToolButtonStyle.ToolButtonTextUnderIcon),
        (words + ROOMY + 27, TIGHT, Qt.ToolButtonStyle.ToolButtonTextUnderIcon),
        (words + TIGHT + 12, TIGHT, Qt.ToolButtonStyle.ToolButtonTextUnderIcon),
        (words + TIGHT + 11, TIGHT, Qt.ToolButtonStyle.ToolButtonTextOnly),
    ):
        edge.setFixedHeight(each * len(PAGES))
        assert (button.iconSize().height(), button.toolButtonStyle()) == (side, style)
