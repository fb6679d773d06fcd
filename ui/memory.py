"""What the program remembers for a user of this PC: never about people, only about windows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

RECENT = 8  # archives shown to choose from


def put_into(folder: Path) -> None:
    """Remember in that folder instead of the user's own: beside ``portable.txt``, or in a test."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


def remember(name: str, words: Any) -> None:
    """Keep anything that JSON can say, under a name such as ``columns/people``."""
    _settings().setValue(name, json.dumps(words, ensure_ascii=False))


def recall(name: str, otherwise: Any = None) -> Any:
    """What was kept under that name; ``otherwise`` when nothing was, or when it can no longer be read."""
    try:
        return json.loads(str(_settings().value(name, "")))
    except ValueError:
        return otherwise


def forget(name: str) -> None:
    _settings().remove(name)


def keep_place(name: str, window: QWidget) -> None:
    """Remember where a window stands and how large it is."""
    _settings().setValue(f"places/{name}", window.saveGeometry())


def restore_place(name: str, window: QWidget) -> bool:
    """Put a window where it was when it was last closed; False when nobody knows."""
    kept = _settings().value(f"places/{name}")
    return isinstance(kept, QByteArray) and window.restoreGeometry(kept)


def recent_archives() -> list[Path]:
    """The archives opened last, the newest first; those that are gone (a stick pulled out) too."""
    found = recall("recent", [])
    return [Path(folder) for folder in found if isinstance(folder, str)] if isinstance(found, list) else []


def add_recent(folder: Path) -> None:
    others = [str(known) for known in recent_archives() if known != folder]
    remember("recent", [str(folder), *others][:RECENT])


def drop_recent(folder: Path) -> None:
    """Show that archive no more."""
    remember("recent", [str(known) for known in recent_archives() if known != folder])


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "youfu", "youfu")
