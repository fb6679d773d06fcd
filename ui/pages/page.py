"""A page: of the main window, a section of one, or a tab of a person's file. What all of them say and are asked."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.jobs.session import Session
from ui.widgets.only_reading import leave_out_writing
from ui.widgets.scrolling import HighEnough


class PrintWish(NamedTuple):
    """Whose papers are wanted: those selected, those listed, and how the list was found."""

    chosen: list[int]
    listed: list[int]
    sentence: str
    columns: tuple[str, ...] = ()  # that the list shows, from left to right, by key


class Page(HighEnough):
    """Shows a part of the archive; what was written while nobody looked is read when somebody looks again.

    A page reads in ``read``. One that is made of other pages, or is renewed by its window, sets ``HEARS`` to False.
    """

    HEARS: ClassVar[bool] = True  # whether it reads anew after each write

    person_wanted = Signal(int)  # the file of the person of that id
    list_wanted = Signal(object)  # the people of a Filter
    names_wanted = Signal(str)  # the people whom a pasted list names
    section_wanted = Signal(str)  # a section of the page 补助发放, by its name
    print_wanted = Signal(object)  # papers, by a PrintWish
    import_wanted = Signal()
    new_wanted = Signal()  # a person is to be registered
    count_said = Signal(str)  # how much there is, for the status line

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = self.HEARS  # nothing was read yet
        if self.HEARS:
            session.changed.connect(self._on_written)

    # --- what a page does in its own way

    def read(self) -> None:
        """Read from the archive whatever is shown."""

    def how_much(self) -> str:
        """The sentence of the status line."""
        return ""

    def focus(self) -> None:
        """Put the keyboard where one works."""
        self.setFocus()

    def shown(self) -> Page:
        """What one looks at: the page itself, or that of its sections which is shown."""
        return self

    def wish(self) -> PrintWish | None:
        """Whose papers 打印 offers here; None where the page lists no people."""
        return None

    def looked_at(self) -> bool:
        """Whether what is written now must be shown now."""
        return self.isVisible()

    # --- what every page does alike

    def refresh(self) -> None:
        """Read everything anew."""
        self._stale = False
        self.read()

    def say_count(self) -> None:
        """Say how much there is."""
        self.count_said.emit(self.how_much())

    def pass_on(self, to: Page) -> None:
        """Let another page want what this one wants."""
        self.person_wanted.connect(to.person_wanted)
        self.list_wanted.connect(to.list_wanted)
        self.print_wanted.connect(to.print_wanted)
        self.import_wanted.connect(to.import_wanted)
        self.new_wanted.connect(to.new_wanted)
        self.section_wanted.connect(to.section_wanted)

    def _on_written(self) -> None:
        if self.looked_at():
            self.refresh()
        else:
            self._stale = True

    # --- what Qt asks for

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        leave_out_writing(self)
