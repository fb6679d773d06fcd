"""The memory of law: answers that are asked for a hundred thousand times a month, kept until the office's own law may have changed.

Whoever keeps an answer that rests on texts, clauses or rates marks the function ``@remembers_law``; who wants all rows of such a table asks
``standing_rows``. An archive that is opened or closed, an entry that touched the office's law, and one that was given up forget them all.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

from models.core import journal
from models.core.journal import Writing
from models.core.record import Record, db

MOST_REMEMBERED = 50_000  # answers of one function
LAW_TABLES = (
    "office_text",
    "office_clause",
    "rise_rate",
    "standard",
)  # what an office may know better than the program
_Asked = TypeVar("_Asked", bound=Callable[..., Any])
_Kind = TypeVar("_Kind", bound=Record)
_FORGETTING: list[Callable[[], None]] = []


class _Standing(threading.local):
    """The rows that a thread has read, by table, and the state of the archive of which they are true."""

    def __init__(self) -> None:
        self.state: tuple[Any, ...] = ()
        self.rows: dict[type[Record], tuple[Record, ...]] = {}


_standing = _Standing()
_forgotten = 0  # how often the law was forgotten; what was read before is of another law


def remembers_law(ask: _Asked) -> _Asked:
    """Let a function keep its answers until the law may be another."""
    kept = lru_cache(maxsize=MOST_REMEMBERED)(ask)
    _FORGETTING.append(kept.cache_clear)
    return cast(_Asked, kept)


def standing_rows(kind: type[_Kind]) -> tuple[_Kind, ...]:
    """All rows of one of the ``LAW_TABLES``. They are shared with whoever asks next, so nobody may change one of them.

    Within an entry they are read anew, for it may be writing them; what another thread wrote meanwhile shows in ``data_version``.
    """
    if db.in_transaction():
        return tuple(kind.select())
    state = (_forgotten, db.connection(), int(db.pragma("data_version")))
    if _standing.state != state:
        _standing.state, _standing.rows = state, {}
    if kind not in _standing.rows:
        _standing.rows[kind] = tuple(kind.select())
    return cast(tuple[_Kind, ...], _standing.rows[kind])


@journal.given_up
def forget_law() -> None:
    """Forget every answer that rests on the law."""
    global _forgotten
    _forgotten += 1
    for forget in _FORGETTING:
        forget()


@journal.afterwards
def forget_changed_law(writing: Writing) -> None:
    """Forget what was answered before an entry that changed the office's law."""
    if not writing.tables.isdisjoint(LAW_TABLES):
        forget_law()
