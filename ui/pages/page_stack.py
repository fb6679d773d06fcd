"""The pages of the main window, one over the other; each is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.jobs.session import Session
from ui.widgets.enter_key import press_by_enter
from ui.widgets.scrolling import Room


class PageStack(QStackedWidget):
    """Says ``made`` with each new page, so that the window can listen to it."""

    made = Signal(object)

    def __init__(self, session: Session, kinds: Sequence[Callable[[Session], QWidget]]) -> None:
        super().__init__()
        self._session, self._kinds = session, kinds
        self._pages: dict[int, Any] = {}
        for _ in kinds:
            self.addWidget(Room())

    def page(self, number: int) -> Any:
        """A page, made now if nobody has looked at it yet."""
        if number not in self._pages:
            page = self._pages[number] = self._kinds[number](self._session)
            cast(Room, self.widget(number)).setWidget(page)
            press_by_enter(page)
            self.made.emit(page)
        return self._pages[number]

    def is_shown(self, page: QWidget) -> bool:
        return self._pages.get(self.currentIndex()) is page
