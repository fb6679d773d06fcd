"""Icons in the colours of the style sheet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from ui.widgets import icons, theme


def test_icons_are_drawn_once_and_the_program_has_its_own(qtbot):
    assert icons.icon("mdi6.account") is icons.icon("mdi6.account")
    button = QPushButton(icons.icon("mdi6.account"), "优抚对象")
    qtbot.addWidget(button)
    assert not icons.icon("mdi6.account").pixmap(24, 24).isNull()
    assert not icons.app_icon().pixmap(64, 64).isNull()


def test_an_icon_is_drawn_in_the_colour_asked_for_and_faint_where_nothing_can_be_done():
    for mode, colour in ((QIcon.Mode.Normal, "problem"), (QIcon.Mode.Disabled, "faint")):
        picture = icons.icon("mdi6.account", "problem").pixmap(64, 64, mode).toImage()
        drawn = {
            picture.pixelColor(x, y).name()
            for x in range(64)
            for y in range(64)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert drawn == {theme.colour(colour).name()}


def test_no_icon_touches_the_edge_of_its_room():
    picture = icons.icon("mdi6.square").pixmap(64, 64).toImage()
    edge = [picture.pixelColor(n, 0).alpha() + picture.pixelColor(0, n).alpha() for n in range(64)]
    assert sum(edge) == 0
    assert picture.pixelColor(32, 32).alpha() == 255


def test_an_icon_that_there_is_none_of_is_our_mistake():
    with pytest.raises(KeyError):
        icons.icon("mdi6.no-such-icon")
