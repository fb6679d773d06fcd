"""The memory of windows for a user of this PC: never about people, only about windows."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from models.archive import program_folders

RECENT = 8  # archives shown to choose from


def put_into(folder: Path) -> None:
    """Remember in that folder instead of the user's own: beside ``portable.txt``, or in a test."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    _settings.cache_clear()


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
    beside = program_folders.portable() or Path()  # what a stick carries is told without the drive's letter
    return [beside / folder for folder in found if isinstance(folder, str)] if isinstance(found, list) else []


def add_recent(folder: Path) -> None:
    others = [known for known in recent_archives() if known != folder]
    _remember_recent([folder, *others][:RECENT])


def drop_recent(folder: Path) -> None:
    """Show that archive no more."""
    _remember_recent([known for known in recent_archives() if known != folder])


def _remember_recent(folders: list[Path]) -> None:
    """Keep the list; on Windows also as a plain text that the uninstaller shows, so that nobody looks for the data."""
    carried = program_folders.portable()
    remember(
        "recent",
        [
            str(each.relative_to(carried) if carried and each.is_relative_to(carried) else each)
            for each in folders
        ],
    )
    if sys.platform == "win32":
        lines = "".join(f"{folder}\r\n" for folder in folders)
        file = Path(_settings().fileName()).with_name("档案库位置.txt")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(lines.encode("utf-16-le"))


@cache
def _settings() -> QSettings:
    """Kept as long as the program runs: each one that goes waits until the disk has what it was told."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "youfu", "youfu")
