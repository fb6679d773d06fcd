"""The folders in which the program keeps things: with this PC's user; or beside itself, when it is carried on a stick.

A file ``portable.txt`` beside the packed program makes it portable: settings, logs and new archives then lie in its folder. Where
nothing can be written (a stick that is locked or full, a folder that is read-only), they lie with the user, else among the
passing files of this PC; ``unwritable`` says so.
"""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from pathlib import Path

from models.archive.cloud_folder import cloud_of

PORTABLE_MARK = "portable.txt"
SETTINGS = "设置"
TRIED = 8192  # bytes, which a full disk has no more


def portable() -> Path | None:
    """The folder of a program that is carried; None for one that is installed, or run from its sources."""
    folder = Path(sys.executable).parent
    return folder if (folder / PORTABLE_MARK).is_file() else None


def documents() -> Path:
    """Where archives are proposed: the user's folder for papers, unless a cloud copies it away."""
    import platformdirs

    if (carried := portable()) and can_write(carried / SETTINGS):
        return carried / "档案"
    usual = platformdirs.user_documents_path()
    return Path.home() / usual.name if cloud_of(usual) else usual


def settings() -> Path | None:
    """Where what is remembered of windows lies; None for the place that is usual on this system."""
    import platformdirs

    if (carried := portable()) and can_write(carried / SETTINGS):
        return carried / SETTINGS
    usual = platformdirs.user_config_path("youfu", appauthor=False)
    return None if can_write(usual) else Path(tempfile.gettempdir()) / "youfu"


def unwritable() -> Path | None:
    """The folder in which settings should be kept, where it cannot be written; None when all is well."""
    import platformdirs

    carried = portable()
    wanted = carried / SETTINGS if carried else platformdirs.user_config_path("youfu", appauthor=False)
    return None if can_write(wanted) else wanted


@cache
def can_write(folder: Path) -> bool:
    """Whether a folder can be made and written to; asked of the disk once, by a file that goes at once."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as tried:
            tried.write(bytes(TRIED))
    except OSError:
        return False
    return True


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
