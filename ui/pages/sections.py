"""A page of the window with several sections: a strip of their names above, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from ui.jobs.session import Session
from ui.pages.page import Page
from ui.pages.page_stack import PageStack
from ui.pages.section_groups import SectionGroup, SectionGroups
from ui.widgets import window_memory

Section = tuple[str, Callable[[Session], Page]]  # what the strip calls it, and how it is made


class SectionsPage(Page):
    """Passes on what its sections say; Ctrl+PageUp and Ctrl+PageDown go from one to the next.

    A page names its ``SECTIONS``, and the ``GROUPS`` of many; which one was looked at last is remembered under ``NAME``.
    """

    HEARS = False
    NAME: ClassVar[str]
    SECTIONS: ClassVar[Sequence[Section]]
    GROUPS: ClassVar[Sequence[SectionGroup]] = ()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.strip = QTabBar(drawBase=False, expanding=False, usesScrollButtons=True)
        self.stack = PageStack(session, [make for _, make in self.SECTIONS])
        for words, _ in self.SECTIONS:
            self.strip.addTab(words)
        self.stack.made.connect(self._join)
        self.stack.count_said.connect(self.count_said)
        last = window_memory.recall(f"section/{self.NAME}", 0)
        self.strip.setCurrentIndex(last if last in range(len(self.SECTIONS)) else 0)
        self.groups = SectionGroups(self.strip, self.GROUPS) if self.GROUPS else None
        self._lay_out()
        self._show(self.strip.currentIndex())
        self.strip.currentChanged.connect(self._show)

    # What can be done

    def shown(self) -> Page:
        return self.stack.shown()

    def show_section(self, words: str) -> Page:
        """Show the section of that name, and return it."""
        names = [name for name, _ in self.SECTIONS]
        self.strip.setCurrentIndex(names.index(words))
        return self.shown()

    def say_count(self) -> None:
        self.shown().say_count()

    def refresh(self) -> None:
        self.shown().refresh()

    def focus(self) -> None:
        self.shown().focus()

    def _show(self, number: int) -> None:
        self.stack.show_page(number)
        window_memory.remember(f"section/{self.NAME}", number)

    def _step(self, by: int) -> None:
        self.strip.setCurrentIndex((self.strip.currentIndex() + by) % self.strip.count())

    def _join(self, page: Page) -> None:
        page.pass_on(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        if self.groups is not None:
            column.addWidget(self.groups)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        self.strip.setVisible(len(self.SECTIONS) > 1)
        for key, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(key), self, lambda by=by: self._step(by))
