"""The memory of law: answers that are asked for a hundred thousand times a month, kept until the office's own law may have changed.

Whoever keeps an answer that rests on texts, clauses or rates marks the function ``@remembers_law``. An archive that is opened or closed, an
entry that touched the office's law, and one that was given up forget them all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

from models.core import journal
from models.core.journal import Writing

MOST_REMEMBERED = 50_000  # answers of one function
LAW_TABLES = ("office_text", "office_clause", "rise_rate")  # what an office may know better than the program
_Asked = TypeVar("_Asked", bound=Callable[..., Any])
_FORGETTING: list[Callable[[], None]] = []


def remembers_law(ask: _Asked) -> _Asked:
    """Let a function keep its answers until the law may be another."""
    kept = lru_cache(maxsize=MOST_REMEMBERED)(ask)
    _FORGETTING.append(kept.cache_clear)
    return cast(_Asked, kept)


@journal.given_up
def forget_law() -> None:
    """Forget every answer that rests on the law."""
    for forget in _FORGETTING:
        forget()


@journal.afterwards
def forget_changed_law(writing: Writing) -> None:
    """Forget what was answered before an entry that changed the office's law."""
    if not writing.tables.isdisjoint(LAW_TABLES):
        forget_law()
