"""An operation: what the officer asked for is done whole or not at all; what came of it, or the refusal, is told.

What takes long is a job behind ``ui.jobs.jobs.Progress``; what is asked before it is ``messages.ask`` or an ``Asking``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from models import store
from models.core.record import Refusal
from models.office.deeds import require_here
from ui.jobs import messages
from ui.jobs.session import Session

Outcome = TypeVar("Outcome")


def _quiet(_: Any) -> None:
    """Nothing more is said."""


def attempt(
    parent: QWidget | None, act: Callable[[], Outcome], then: Callable[[Outcome], object] = _quiet
) -> bool:
    """Do it, then what follows from it; False when it was refused, which was told then."""
    try:
        with store.reaching():
            made = act()
    except Refusal as refusal:
        messages.explain(refusal, parent)
        return False
    then(made)
    return True


def allowed(parent: QWidget | None, deed: str) -> bool:
    """Whether whoever has signed in may do that; if not, it was told who may."""
    return attempt(parent, lambda: require_here(deed))


def attempt_write(
    parent: QWidget | None,
    session: Session,
    act: Callable[[], Outcome],
    then: Callable[[Outcome], object] = _quiet,
) -> bool:
    """Do what writes an entry of its own, and tell every page; False when it was refused."""

    def follow(made: Outcome) -> None:
        session.wrote()
        then(made)

    return attempt(parent, act, follow)


def attempt_entry(
    parent: QWidget | None,
    session: Session,
    title: str,
    act: Callable[[], Outcome],
    then: Callable[[Outcome], object] = _quiet,
) -> bool:
    """Do it in one entry of that title; False when it was refused."""

    def write() -> Outcome:
        with session.entry(title):
            return act()

    return attempt(parent, write, then)
