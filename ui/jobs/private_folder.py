"""A private folder for papers on their way to the printer: they hold personal data, so nothing of them may stay on the disk."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

PREFIX = "youfu-"


class PrivateFolder:
    """A folder that only this user can read, held by a lock until it is discarded."""

    def __init__(self, place: Path | None = None) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        self._lock = FileLock(f"{self.path}.lock")
        self._lock.acquire(timeout=0)

    def discard(self) -> None:
        """Delete the folder and all that is in it; doing so twice does no harm."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.release()
        if not self.path.exists():  # else a viewer still holds a paper open: the next start sweeps it
            Path(self._lock.lock_file).unlink(missing_ok=True)


def sweep(place: Path | None = None) -> None:
    """Delete what a crash or a power cut has left; folders in use by another program are held and stay."""
    for folder in Path(place or tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not folder.is_dir():
            continue
        lock = FileLock(f"{folder}.lock")
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
        Path(lock.lock_file).unlink(missing_ok=True)
