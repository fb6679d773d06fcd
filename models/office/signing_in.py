"""Signing in 登录: the one way to an archive's keys for whoever types a password or a recovery code.

What is wrong is written down before it is said, and costs waiting.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from models.archive.keys import Keys, WrongSecret, hint_in
from models.archive.wraps import Cost
from models.archive.wrong_passwords import Patience


def unlocked(
    folder: Path, user: str, password: str, cost: Cost | None = None, patience: Patience | None = None
) -> Keys:
    """The keys, for an account. Raises ``WrongSecret``, and ``Refusal`` while one must wait."""
    return _patiently(folder, user, lambda: Keys.unlock(folder, user, password, cost), patience)


def recovered(folder: Path, code: str, cost: Cost | None = None, patience: Patience | None = None) -> Keys:
    """The keys, for the recovery code. Raises as ``unlocked`` does, and ``Refusal`` for a code that was mistyped."""
    return _patiently(folder, "", lambda: Keys.recover(folder, code, cost), patience)


def proven(keys: Keys, user: str, password: str, patience: Patience | None = None) -> Keys:
    """The same keys, once the password of one of their accounts was right. Raises as ``unlocked`` does."""
    return _patiently(keys.folder, user, lambda: keys.prove(user, password), patience)


def _patiently(folder: Path, user: str, unlock: Callable[[], Keys], patience: Patience | None) -> Keys:
    patience = patience or Patience(folder)
    patience.refuse_haste()
    try:
        return unlock()
    except WrongSecret:
        patience.wrong(hint_in(folder, user) if user else "")
        raise
