"""Pages that are scrolled where the screen is small."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.scrolling import SMALL, HighEnough, Room, scrolled_page


def page(width, height):
    made = QWidget()
    made.setMinimumSize(width, height)
    return made


def test_a_page_makes_no_window_larger_than_the_screen(shown, qtbot):
    room = Room()
    room.setWidget(page(900, 900))
    shown(room)
    assert room.minimumSizeHint() == SMALL
    room.resize(300, 200)
    assert room.horizontalScrollBar().maximum() > 0
    assert room.verticalScrollBar().maximum() > 0
    room.resize(1000, 1000)
    qtbot.waitUntil(lambda: room.widget().size() == room.viewport().size() == room.size())


def test_a_scrolled_page_is_as_broad_as_its_room_and_scrolled_only_downwards(shown):
    area = shown(scrolled_page(page(100, 900)))
    area.resize(400, 200)
    assert area.widget().width() == area.viewport().width()
    assert area.verticalScrollBar().isVisible()
    assert not area.horizontalScrollBar().isVisible()


def test_words_that_wrap_get_the_height_that_they_need(shown):
    high = HighEnough()
    layout = QVBoxLayout(high)
    layout.addWidget(QLabel("很长的一句话，窗口窄的时候要分成好几行。" * 4, wordWrap=True))
    shown(high)
    high.resize(900, 40)
    broad = high.minimumHeight()
    high.resize(200, 40)
    assert high.minimumHeight() == layout.totalMinimumHeightForWidth(200) > broad
    high.resize(900, high.height())
    assert high.minimumHeight() == broad
