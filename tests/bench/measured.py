"""What was measured, and the table that tells it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

HEADING = "| work | ours | floor | ratio | budget |\n|---|---|---|---|---|"


class Clock(Protocol):
    """Runs some work a few times, each time after ``setup``, and tells the seconds of the best."""

    def __call__(
        self, work: Callable[[], object], rounds: int = 2, setup: Callable[[], object] | None = None
    ) -> float: ...


@dataclass(frozen=True, slots=True)
class Measured:
    """A row of the table: what the work took, what the least conceivable took, and how much it may take.

    ``ours`` and ``floor`` are in ``unit``; ``budget`` is a ratio of the two, or with ``absolute`` in ``unit`` as well.
    """

    work: str
    ours: float
    floor: float | None
    unit: str
    budget: float | None = None
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        return self.ours / self.floor if self.floor else None

    @property
    def kept(self) -> bool:
        """Whether the budget is kept; without a budget it is."""
        against = self.ours if self.absolute else self.ratio
        return self.budget is None or against is None or against <= self.budget

    @property
    def row(self) -> str:
        cells = (
            self.work,
            self._told(self.ours),
            "" if self.floor is None else self._told(self.floor),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            self._budget(),
        )
        return f"| {' | '.join(cells)} |"

    def _budget(self) -> str:
        if self.budget is None:
            return ""
        return f"≤ {self.budget:g} {self.unit}" if self.absolute else f"≤ {self.budget:g} ×"

    def _told(self, amount: float) -> str:
        return f"{amount:.{0 if amount >= 100 else 1 if amount >= 10 else 2}f} {self.unit}"


def best(
    work: Callable[[], object],
    rounds: int = 2,
    setup: Callable[[], object] | None = None,
    timer: Callable[[], float] = time.perf_counter,
) -> float:
    """The seconds of the best of some rounds: what else the machine did can only have made it slower."""
    taken = []
    for _ in range(rounds):
        if setup is not None:
            setup()
        began = timer()
        work()
        taken.append(timer() - began)
    return min(taken)
