"""A past day 截至某一天: the day that is looked at instead of today, and which of two questions is asked of it.

What *was true* on a day as we know it now, and what *stood in the archive* on a day, are two questions; either may be asked, or both:
what had been written down by one day of what was true on another.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PastDay:
    """``as_of``: what was true on that day; ``as_known``: what the archive said at the end of that day. One is given, or both."""

    as_of: date | None = None
    as_known: date | None = None

    @property
    def today(self) -> date:
        """The day that counts as today while it is looked at."""
        day = self.as_of or self.as_known
        assert day is not None
        return day

    def title(self) -> str:
        """``截至2021-08-31``, for a window and the head of a paper."""
        return f"截至{self.today}"

    def words(self) -> str:
        """The same with the question that was asked."""
        if self.as_known is None:
            return f"{self.title()}的实际情况（按现在知道的）"
        if self.as_of is None:
            return f"{self.title()}档案库里的记录"
        return f"{self.title()}的实际情况（按{self.as_known}档案库里的记录）"


class _LookedAt(threading.local):
    """On the class what every thread looks at, on itself what this thread does."""

    day: PastDay | None = None


_looked_at = _LookedAt()


def past_day() -> PastDay | None:
    """The day that is looked at; None when it is today."""
    return _looked_at.day


def show_day(day: PastDay | None) -> None:
    """Let the whole program look at a day, or at today again."""
    _LookedAt.day = day


@contextmanager
def looking_at(day: PastDay) -> Iterator[None]:
    """Let this thread alone look at a day."""
    _looked_at.day = day
    try:
        yield
    finally:
        del _looked_at.day


_awaited: list[Callable[[], None]] = []


def when_today(write: Callable[[], None]) -> None:
    """Write what happens to whoever looks, at once, or, while a past day is looked at, when today is come back to."""
    if past_day() is None:
        write()
    else:
        _awaited.append(write)


def write_awaited() -> None:
    """Write what waited for today."""
    while _awaited:
        _awaited.pop(0)()
