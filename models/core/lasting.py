"""Lasting 不能倒回: what happened outside the archive, such as money paid and files handed over, which no undoing takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from models.core.journal import Change

_Reason: TypeAlias = Callable[[Change], str]
# Tables in which a change may last; each names what tells it (``lasts``).
LASTING: dict[str, _Reason] = {}


def lasts(table: str) -> Callable[[_Reason], _Reason]:
    """Register what tells why a change of the table is not turned back, and how it is put right instead; empty when it may be."""

    def register(tell: _Reason) -> _Reason:
        LASTING[table] = tell
        return tell

    return register


def why_lasting(change: Change) -> str:
    """Why a change is not turned back, in a sentence; empty when it may be."""
    tell = LASTING.get(change.table)
    return tell(change) if tell is not None else ""
