"""The windows of people's files that are open, one for each person."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.jobs.session import Session


class PersonFiles(QObject):
    """Opens files and brings them to the front; what is not saved in one keeps it open."""

    section_wanted = Signal(str)  # of the main window
    search_wanted = Signal()  # in one of them somebody else is looked for
    undo_wanted, redo_wanted = Signal(QWidget), Signal(QWidget)  # in one of them, over which it is asked

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.windows: dict[int, QWidget] = {}  # by person

    def open(self, person: int) -> None:
        """Open somebody's file, or bring the window that shows it to the front."""
        window = self.windows.get(person) or self._made(person)
        window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> bool:
        """Close all; False when the officer wants to go on writing in one."""
        return all(window.close() for window in list(self.windows.values()))

    def give_up(self) -> None:
        """Close all without asking."""
        for window in list(self.windows.values()):
            window.deleteLater()

    def _made(self, person: int) -> QWidget:
        from ui.person.window import PersonFile

        window = PersonFile(self._session, person)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open_other.connect(self.open)
        window.section_wanted.connect(self.section_wanted)
        window.search_wanted.connect(self.search_wanted)
        window.undo_wanted.connect(self.undo_wanted)
        window.redo_wanted.connect(self.redo_wanted)
        window.destroyed.connect(lambda: self.windows.pop(person, None))
        self.windows[person] = window
        return window
