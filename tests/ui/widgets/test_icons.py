"""Icons in the colours of the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from ui.widgets import icons


def test_icons_are_drawn_once_and_the_program_has_its_own(qtbot):
    assert icons.icon("mdi6.account") is icons.icon("mdi6.account")
    button = QPushButton(icons.icon("mdi6.account"), "优抚对象")
    qtbot.addWidget(button)
    assert not icons.icon("mdi6.account").pixmap(24, 24).isNull()
    assert not icons.app_icon().pixmap(64, 64).isNull()
