"""The lists that boxes open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from ui.forms.combo_boxes import Box
from ui.widgets import theme


@pytest.mark.parametrize("kind", [QComboBox, Box])
def test_a_short_list_opens_whole(qapp, qtbot, kind):
    """Opened by a click, its last entry was hidden half behind an arrow."""
    theme.apply(qapp)
    box = kind()
    box.addItems(["全部年度", "2021年", "2020年"])
    qtbot.addWidget(box)
    box.show()
    option = QStyleOptionComboBox()
    option.initFrom(box)
    assert not box.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, box), "a list with arrows"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    shown = box.view()
    qtbot.waitUntil(shown.isVisible)
    assert shown.visualRect(shown.model().index(2, 0)).bottom() <= shown.viewport().height()
    assert shown.verticalScrollBar().maximum() == 0
    box.hidePopup()


def test_initials_that_follow_one_another_are_one_word_and_a_repeated_one_goes_on(qtbot):
    """pd went to the entry of p, then from there to the next one of d."""
    box = Box()
    box.addItems(["", "评定残疾等级", "调整残疾等级", "迫击炮"])
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClicks(box, "pd")
    assert box.currentText() == "评定残疾等级"
    other = Box()
    other.addItems(["", "评定残疾等级", "调整残疾等级", "迫击炮"])
    qtbot.addWidget(other)
    other.show()
    qtbot.keyClicks(other, "pp")
    assert other.currentText() == "迫击炮"
