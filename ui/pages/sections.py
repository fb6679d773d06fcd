"""A page of the window with several sections: a strip of their names above, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from ui.jobs.session import Session
from ui.pages.page_stack import PageStack
from ui.widgets import window_memory

Section = tuple[str, Callable[[Session], QWidget]]  # what the strip calls it, and how it is made


class SectionsPage(QWidget):
    """Passes on what its sections say; Ctrl+PageUp and Ctrl+PageDown go from one to the next.

    A page names its ``SECTIONS``; which one was looked at last is remembered under ``NAME``.
    """

    NAME: ClassVar[str]
    SECTIONS: ClassVar[Sequence[Section]]

    person_wanted = Signal(int)
    list_wanted = Signal(object)
    print_wanted = Signal(object)
    import_wanted = Signal()
    count_said = Signal(str)
    selection_said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = QTabBar(drawBase=False, expanding=False, usesScrollButtons=True)
        self.stack = PageStack(session, [make for _, make in self.SECTIONS])
        for words, _ in self.SECTIONS:
            self.strip.addTab(words)
        self._lay_out()
        self.stack.made.connect(self._join)
        last = window_memory.recall(f"section/{self.NAME}", 0)
        self.strip.setCurrentIndex(last if last in range(len(self.SECTIONS)) else 0)
        self._show(self.strip.currentIndex())
        self.strip.currentChanged.connect(self._show)

    # What can be done

    def section(self) -> Any:
        """The section that is shown."""
        return self.stack.page(self.stack.currentIndex())

    def show_section(self, words: str) -> Any:
        """Show the section of that name, and return it."""
        names = [name for name, _ in self.SECTIONS]
        self.strip.setCurrentIndex(names.index(words))
        return self.section()

    def say_count(self) -> None:
        """Let the section that is shown say once more how much it holds."""
        shown = self.section()
        if hasattr(shown, "say_count"):
            shown.say_count()

    def refresh(self) -> None:
        """Read the section that is shown anew."""
        shown = self.section()
        if hasattr(shown, "refresh"):
            shown.refresh()

    def focus(self) -> None:
        """Put the keyboard where one works."""
        shown = self.section()
        getattr(shown, "table", shown).setFocus()

    def _show(self, number: int) -> None:
        self.selection_said.emit("")
        self.count_said.emit("")
        self.stack.page(number)
        self.stack.setCurrentIndex(number)
        window_memory.remember(f"section/{self.NAME}", number)
        self.say_count()

    def _step(self, by: int) -> None:
        self.strip.setCurrentIndex((self.strip.currentIndex() + by) % self.strip.count())

    def _join(self, page: Any) -> None:
        """Pass on what a section says; not every section says everything."""
        for name in ("person_wanted", "list_wanted", "print_wanted", "import_wanted"):
            if hasattr(page, name):
                getattr(page, name).connect(getattr(self, name))
        for name in ("count_said", "selection_said"):
            if hasattr(page, name):
                getattr(page, name).connect(lambda words, name=name: self._say(page, name, words))

    def _say(self, page: QWidget, name: str, words: str) -> None:
        if self.stack.is_shown(page):
            getattr(self, name).emit(words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        self.strip.setVisible(len(self.SECTIONS) > 1)
        for key, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(key), self, lambda by=by: self._step(by))
