"""A window is as large as it likes, and never larger than its screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.window_size import FRAME, resize


def test_a_window_that_fits_gets_its_size(shown):
    window = shown(QWidget())
    resize(window, 500, 300)
    assert (window.width(), window.height()) == (500, 300)


def test_on_a_small_screen_there_is_room_left_for_the_title_bar(shown):
    window = shown(QWidget())
    free = window.screen().availableGeometry()
    resize(window, free.width() + 1, free.height() - FRAME + 1)
    assert (window.width(), window.height()) == (free.width(), free.height() - FRAME)
    resize(window, free.width(), free.height() - FRAME)
    assert (window.width(), window.height()) == (free.width(), free.height() - FRAME)
