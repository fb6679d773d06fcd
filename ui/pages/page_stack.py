"""The stack of pages, one over the other; each is made when it is first looked at, and only the one shown is heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.jobs.session import Session
from ui.pages.page import Page
from ui.widgets.enter_key import press_by_enter
from ui.widgets.scrolling import PageRoom
from ui.widgets.theme import take_type


class PageStack(QStackedWidget):
    """Says ``made`` with each new page, and passes on what the page that is shown says of itself."""

    made = Signal(object)
    count_said = Signal(str)

    def __init__(self, session: Session, kinds: Sequence[Callable[[Session], Page]]) -> None:
        super().__init__()
        self._session, self._kinds = session, kinds
        self._pages: dict[int, Page] = {}
        for _ in kinds:
            self.addWidget(QWidget())  # keeps the place

    def page(self, number: int) -> Page:
        """A page, made now if nobody has looked at it yet."""
        if number not in self._pages:
            page = self._pages[number] = self._kinds[number](self._session)
            self._take_place(number, page)
            press_by_enter(page)
            page.count_said.connect(lambda words: self._pass_on(page, words, self.count_said.emit))
            self.made.emit(page)
        return self._pages[number]

    def shown(self) -> Page:
        """The page that is shown."""
        return self.page(self.currentIndex())

    def show_page(self, number: int) -> Page:
        """Show a page; it says how much it holds, and what the one before said is taken back."""
        self.count_said.emit("")
        page = self.page(number)
        take_type(cast(PageRoom, self.widget(number)))
        self.setCurrentIndex(number)
        page.say_count()
        return page

    def _take_place(self, number: int, page: Page) -> None:
        room, keeper, shown = PageRoom(), self.widget(number), self.currentIndex()
        self.insertWidget(number, room)
        room.setWidget(page)  # when it stands in the window: whatever is put elsewhere is dressed anew
        self.removeWidget(keeper)
        keeper.deleteLater()
        self.setCurrentIndex(shown)

    def _pass_on(self, page: Page, words: str, say: Callable[[str], object]) -> None:
        if self._pages.get(self.currentIndex()) is page:
            say(words)
