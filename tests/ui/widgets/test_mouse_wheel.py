"""One notch of the wheel over a choice changes nothing, on any page and in any dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ui.main.pages import PAGES
from ui.widgets.mouse_wheel import CHOICES


def notch(choice):
    """Turn the wheel over the middle of a widget, as the mouse does it."""
    window = choice.window()
    middle = choice.mapTo(window, choice.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(middle), QPoint(0, -120))


def said(choice):
    if isinstance(choice, QComboBox | QTabBar):
        return choice.currentIndex()
    return choice.text() if isinstance(choice, QAbstractSpinBox) else choice.value()


def a_combo():
    made = QComboBox()
    made.addItems(["全部", "三属", "参战"])
    return made


def an_editable_combo():
    made = a_combo()
    made.setEditable(True)
    return made


def a_slider():
    return QSlider(Qt.Orientation.Horizontal)


def a_tab_bar():
    made = QTabBar()
    made.addTab("甲"), made.addTab("乙")
    return made


KINDS = (a_combo, an_editable_combo, QSpinBox, QDoubleSpinBox, QDateEdit, a_slider, a_tab_bar)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("focus", [False, True])
def test_no_choice_of_any_kind_changes_and_the_page_scrolls_instead(shown, qtbot, kind, focus):
    page, area, dialog = QWidget(), QScrollArea(widgetResizable=True), QDialog()
    column, choice = QVBoxLayout(page), kind()
    column.addWidget(choice)
    page.setMinimumHeight(2000)
    column.addStretch()
    area.setWidget(page)
    QVBoxLayout(dialog).addWidget(area)
    with qtbot.waitExposed(dialog):
        shown(dialog)
    (choice if focus else dialog).setFocus()
    before = said(choice)
    notch(choice)
    assert said(choice) == before
    assert choice.hasFocus() == focus
    assert area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.kind)
def test_no_choice_on_any_page_changes(session, shown, qtbot, page):
    made = page.make(session)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        shown(made)
    strip = getattr(made, "strip", QTabBar())  # of sections, where the page has any
    for number in range(max(1, strip.count())):
        strip.setCurrentIndex(number)
        choices = [
            each
            for each in made.findChildren(QWidget)
            if isinstance(each, CHOICES) and each.isVisible() and each.isEnabled()
        ]
        before = [said(each) for each in choices]
        for each in choices:
            notch(each)
        assert [said(each) for each in choices] == before
