"""How long whoever typed a wrong password must wait: 1, 2, 4, 8 … seconds, kept per archive until it was right.

It is kept on the PC, so that starting the program again does not help. What protects the archive is the cost of
deriving a key; this only keeps a curious hand at the keyboard from trying on.
"""

from __future__ import annotations

import hashlib
import math
import time
from pathlib import Path

from ui.widgets import window_memory

LONGEST_WAIT = 300  # seconds


class Patience:
    """The wrong passwords typed for one archive, whatever the window."""

    def __init__(self, folder: Path) -> None:
        self._name = (
            "patience/" + hashlib.sha256(str(folder).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        )

    def wrong(self) -> int:
        """Note one more wrong password. Returns how many there were in a row."""
        count = self._count() + 1
        window_memory.remember(self._name, [count, time.time()])
        return count

    def right(self) -> None:
        window_memory.forget(self._name)

    def seconds(self) -> int:
        """How long to wait still; never more than the last wrong password asked for, whatever the clock says."""
        count = self._count()
        if not count:
            return 0
        asked = min(LONGEST_WAIT, 1 << (min(count, 10) - 1))
        passed = time.time() - self._kept()[1]
        return math.ceil(min(asked, max(0.0, asked - passed)))

    def _count(self) -> int:
        return int(self._kept()[0])

    def _kept(self) -> tuple[float, float]:
        match window_memory.recall(self._name):
            case [int(count), int(at) | float(at)] if count > 0:
                return count, at
        return 0, 0.0
