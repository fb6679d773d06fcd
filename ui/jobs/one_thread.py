"""One thing done aside, on a thread of its own, because it takes longer than a blink: deriving a key, opening an archive.

Unlike ``ui.jobs.jobs`` it needs no open archive and cannot be cancelled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread
from shiboken6 import isValid

from ui.jobs.messages import explain, plain_fault

_working: set[Aside] = set()  # a thread must not be forgotten while it works


class Aside(QThread):
    """``Aside(self, lambda: keys.unlock(…)).then(self.enter, self.refuse).begin()``

    Both answers come on the window's thread, and only while ``owner`` still exists.
    """

    def __init__(self, owner: QObject, work: Callable[[], Any]) -> None:
        super().__init__()
        self._owner, self._work = owner, work
        self._done: Callable[[Any], object] = lambda _: None
        self._refused: Callable[[Exception], object] = explain
        self._result: Any = None
        self._error: Exception | None = None
        self.finished.connect(self._tell)

    def then(self, done: Callable[[Any], object], refused: Callable[[Exception], object] = explain) -> Aside:
        """Call ``done`` with the result, or ``refused`` with the error."""
        self._done, self._refused = done, refused
        return self

    def begin(self) -> Aside:
        _working.add(self)
        self.start()
        return self

    def run(self) -> None:
        try:
            self._result = self._work()
        except Exception as error:  # told to the user by whoever asked
            self._error = plain_fault(error)

    def _tell(self) -> None:
        _working.discard(self)
        if not isValid(self._owner):
            return
        if self._error is not None:
            self._refused(self._error)
        else:
            self._done(self._result)


def wait_for_all() -> None:
    """Wait for the end of everything done aside; nobody is told any more."""
    for aside in list(_working):
        aside.wait()
        _working.discard(aside)
