"""A strip that says what has happened until one has read it."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.widgets.notice_strip import Notice


def test_it_is_there_only_while_there_is_something_to_say(shown):
    window = QWidget()
    strip = Notice(window)
    QVBoxLayout(window).addWidget(strip)
    shown(window)
    assert not strip.isVisible()
    strip.say("别处修改了联系电话")
    assert strip.isVisible()
    assert strip.words.text() == "别处修改了联系电话"
    strip.findChild(QToolButton).click()
    assert not strip.isVisible()
    assert strip.words.text() == ""
    strip.say("又修改了")
    assert strip.isVisible()
