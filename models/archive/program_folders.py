"""The folders in which the program keeps things: with this PC's user; or beside itself, when it is carried on a stick.

A file ``portable.txt`` beside the packed program makes it portable: settings, logs and new archives then lie in its folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

PORTABLE_MARK = "portable.txt"


def portable() -> Path | None:
    """The folder of a program that is carried; None for one that is installed, or run from its sources."""
    folder = Path(sys.executable).parent
    return folder if (folder / PORTABLE_MARK).is_file() else None


def documents() -> Path:
    """Where archives are proposed: the user's folder for papers."""
    import platformdirs

    carried = portable()
    return carried / "档案" if carried else platformdirs.user_documents_path()


def settings() -> Path | None:
    """Where what is remembered of windows lies; None for the place that is usual on this system."""
    carried = portable()
    return carried / "设置" if carried else None


def memory() -> Path:
    """Where this PC keeps what it has seen of archives, outside of their folders; made when needed."""
    import platformdirs

    return (settings() or platformdirs.user_data_path("youfu", appauthor=False)) / "heads"


def looks() -> Path:
    """Where copies of backups lie while they are looked at; made when needed, and encrypted like every archive."""
    return memory().with_name("looks")


def log() -> Path:
    """The file that keeps what went wrong; its folder is there."""
    import platformdirs

    folder = settings() or platformdirs.user_log_path("youfu", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "youfu.log"


def waiting_times() -> Path:
    """The file that counts wrong passwords on this PC; its folder is there."""
    import platformdirs

    folder = settings() or platformdirs.user_config_path("youfu", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "waits.json"
