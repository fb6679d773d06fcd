"""Saving a file where the officer says: asked, written in the background, noted among the uses, and told.

Whoever asks for a place here says what was saved there by ``save_aside`` or ``note_saved``, or keeps it in the print ledger; a test
asks every file of the window.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from models.core.jobs import Job
from models.office.deeds import SAVE_FILE
from models.printing.named_people import named_in
from models.uses import uses
from models.uses.uses import UseDeed
from ui.jobs.jobs import Progress
from ui.jobs.operations import allowed
from ui.jobs.saved_files import tell_saved

WORKBOOK, PDF, WORD, TEXT_TABLE = (
    "Excel工作簿 (*.xlsx)",
    "PDF文件 (*.pdf)",
    "Word文档 (*.docx)",
    "CSV文本表格 (*.csv)",
)  # as the file dialog says them
KINDS = {".xlsx": WORKBOOK, ".pdf": PDF, ".docx": WORD, ".csv": TEXT_TABLE}
PERSONAL = "。文件含有个人信息，用完请妥善处理"


def ask_place(
    parent: QWidget, name: str, kind: str, title: str = "保存到", deed: str = SAVE_FILE
) -> Path | None:
    """Where to save a file, proposing a name; None when the officer thinks better of it, or may not (which is told)."""
    if deed and not allowed(parent, deed):
        return None
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kind)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str, start: str = "", deed: str = SAVE_FILE) -> Path | None:
    """In which folder to save several files; None as above."""
    if not allowed(parent, deed):
        return None
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def save_aside(parent: QWidget, heading: str, job: Job[Any], place: Path, remark: str = "") -> None:
    """Write a file in the background, and say where it is, with a remark."""
    Progress(parent, heading, job).then(lambda _: _saved(parent, place, remark)).start()


def _saved(parent: QWidget, place: Path, remark: str) -> None:
    note_saved(place)
    tell_saved(parent, place, remark)


def note_saved(
    place: Path, people: int | None = None, whose: str = "", deed: UseDeed = UseDeed.SAVED, named: bytes = b""
) -> None:
    """Write down that a file or folder went out: of how many people, or of whom (the uid).

    Whom it names its maker has told; ``named`` says it of a file that was made elsewhere.
    """
    uses.note_use(deed, place.stem, whose, people, str(place), named or named_in(place))


def new_folder_in(place: Path, name: str) -> Path:
    """A folder of that name which is not there yet; with a number behind it where it is."""
    names = (f"{name}-{number}" if number > 1 else name for number in count(1))
    return next(place / each for each in names if not (place / each).exists())
