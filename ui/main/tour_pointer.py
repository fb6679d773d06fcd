"""The pointer of the tour: a frame around the control that the present step begins with; clicks go through it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.main.pages import PAYMENTS, PEOPLE
from ui.widgets.theme import look

if TYPE_CHECKING:
    from ui.main.main_window import MainWindow

AROUND_CONTROL = 4  # pixels


class TourPointer(QFrame):
    """Stands around a control of its window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look(self, "pointer").hide()
        self.control: QWidget | None = None

    def point(self, control: QWidget | None) -> None:
        """Stand around a control; around none, vanish."""
        self.control = control if control is not None and control.isVisible() else None
        if self.control is not None:
            corner = self.control.mapTo(self._window, QPoint(0, 0))
            side = AROUND_CONTROL
            self.setGeometry(QRect(corner, self.control.size()).adjusted(-side, -side, side, side))
            self.raise_()
        self.setVisible(self.control is not None)


def _tool(window: MainWindow, key: str) -> QWidget:
    return _in_sight(window, window.tools.widgetForAction(window.tools.by_key[key]))


def _in_sight(window: MainWindow, tool: QWidget) -> QWidget:
    """A tool, or on a narrow screen the arrow that brings out those for which there is no room."""
    arrow = window.tools.findChild(QWidget, "qt_toolbar_ext_button")
    return tool if tool.isVisible() or not isinstance(arrow, QWidget) else arrow


def _people(window: MainWindow) -> QWidget:
    """The page's button, and on the page the box in which one looks for somebody."""
    here = window.pages.currentIndex() == PEOPLE
    return window.people.search if here else window.navigation.buttons.button(PEOPLE)


def _draw_up(window: MainWindow) -> QWidget:
    """The page's button, and on the page what draws a run up."""
    from ui.pay.runs.runs import RunsPage  # when wanted: the page has read it by then

    runs = window.page().shown() if window.pages.currentIndex() == PAYMENTS else None
    return runs.draw_button if isinstance(runs, RunsPage) else window.navigation.buttons.button(PAYMENTS)


def _more(window: MainWindow) -> QWidget:
    return _in_sight(window, window.more)


# Where each step of ``models.practice.tour`` begins.
CONTROLS: tuple[Callable[[MainWindow], QWidget], ...] = (
    lambda window: _tool(window, "Ctrl+I"),
    _people,
    _draw_up,
    lambda window: _tool(window, "Ctrl+P"),
    _more,
)
