"""Private papers on their way to the preview: each made in a folder of its own, which goes when nothing comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from models.core.jobs import Job
from ui.jobs.jobs import Progress
from ui.jobs.private_folder import PrivateFolder

Made = TypeVar("Made")


def make_privately(
    parent: QWidget,
    heading: str,
    name: str,
    make: Callable[[Path], Job[Made]],
    show: Callable[[Path, Made, PrivateFolder], object],
) -> None:
    """Make a file of that name; ``show`` gets it, what making it returned, and the folder, which it discards in the end."""
    folder = PrivateFolder()
    file = folder.path / name
    progress = Progress(parent, heading, make(file))
    progress.stopped.connect(folder.discard)
    progress.then(lambda made: show(file, made, folder)).start()
