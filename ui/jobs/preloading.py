"""The preloading of sources while nobody waits, so that the window is there at once and no dialog is slow when first opened."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer

PACKAGES = ("reports", "ui")  # by name: this room knows no other
FIRST_PRELOADING, PRELOADING_PAUSE = (
    600,
    40,
)  # milliseconds: what is shown first comes first; between two, the officer's own keys
COMMANDS = "reports.commands"  # which no window needs
FIRST = (
    "ui.start.sign_in",
    "models.current_form",  # every kind of record, which opening an archive needs
    "ui.main.main_window",
    "ui.desk.page",
    "ui.people.page",
    "ui.person.window",
)  # signing in, and what comes after it


def wanted() -> Iterator[str]:
    """Every module of the papers and of the window; one by one none keeps anybody waiting."""
    yield from FIRST
    for package in PACKAGES:
        found = find_spec(package)
        for folder in (found.submodule_search_locations or ()) if found is not None else ():
            yield from _within(Path(folder), package)


def _within(folder: Path, package: str) -> Iterator[str]:
    """The modules of a folder, found without reading any."""
    for module in iter_modules([str(folder)]):
        name = f"{package}.{module.name}"
        if name != COMMANDS:
            yield name
            if module.ispkg:
                yield from _within(folder / module.name, name)


class Ahead(QObject):
    """Reads one source after the other."""

    def __init__(self, parent: QObject | None, modules: Iterable[str] = ()) -> None:
        """Without modules named, all that are wanted."""
        super().__init__(parent)
        self.left = list(modules)
        self._pause = QTimer(self, interval=PRELOADING_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._read)

    def begin(self) -> None:
        self.left = self.left or list(wanted())
        self._pause.start(FIRST_PRELOADING)

    def _read(self) -> None:
        while self.left and self.left[0] in sys.modules:
            del self.left[0]
        if self.left:
            with suppress(ImportError):  # what this PC has no library for is told when it is wanted
                import_module(self.left.pop(0))
            self._pause.start(PRELOADING_PAUSE)
