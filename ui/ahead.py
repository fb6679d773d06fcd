"""Sources read ahead while nobody waits, so that the window is there at once and no dialog is slow when first opened."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from ui.pages import PAGES

FIRST, PAUSE = 600, 40  # milliseconds: what is shown first comes first; between two, the officer's own keys
WANTED = (
    *(f"ui.{page.module}" for page in PAGES),
    "ui.person_file", "ui.new_person", "reports.returned", "ui.imports", "reports.sheets", "ui.printing", "ui.accounts",
    "ui.office", "pypdf",
)  # fmt: skip


class Ahead(QObject):
    """Reads one source after the other."""

    def __init__(self, parent: QObject, wanted: Sequence[str] = WANTED) -> None:
        super().__init__(parent)
        self.left = list(wanted)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._read)

    def begin(self) -> None:
        self._pause.start(FIRST)

    def _read(self) -> None:
        if self.left:
            import_module(self.left.pop(0))
            self._pause.start(PAUSE)
