"""The place of a new archive: a folder of its own on this PC, refused in plain words when it will not do."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.archive import archive_place, program_folders
from models.core.record import Refusal
from ui.forms.editors import LineEdit
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

ARCHIVE_NAME = "优抚一人一档"
ARCHIVE_EXPLAINED = (
    "档案库是电脑里的一个文件夹，人员资料、照片、扫描件都加密存在里面。"
    "放在本机硬盘（或只在这台电脑上用的移动硬盘），不要放在网络共享盘上。"
)


def free_folder(folder: Path) -> Path:
    """The folder, or the next one by number that is not there yet or is empty."""
    tried, number = folder, 2
    while tried.exists() and (not tried.is_dir() or any(tried.iterdir())):
        tried, number = folder.with_name(f"{folder.name}{number}"), number + 1
    return tried


def free_archive(documents: Path, more: str = "") -> Path:
    """Where among the user's papers a new archive is proposed, its name followed by ``more``."""
    return free_folder(documents / f"{ARCHIVE_NAME}{more}")


def refuse_unusable(folder: Path) -> None:
    """Raise ``Refusal`` when no archive can be made there; nothing is made or changed."""
    if not str(folder).strip() or not folder.is_absolute():
        raise Refusal("请写出完整的位置，如 D:\\优抚一人一档，或点“选择…”")
    archive_place.refuse_shared_place(folder)
    archive_place.refuse_long(folder)
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"“{folder}”是一个文件，请另选一个空文件夹")
    if folder.exists():
        archive_place.refuse_taken(folder, alone=True)
    above = next(each for each in (folder, *folder.parents) if each.exists() or each == each.parent)
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise Refusal(f"“{above}”不能写入，请另选一个位置")


class ArchivePlace(QWidget):
    """Asks for the folder of a new archive."""

    changed = Signal()

    def __init__(self, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = called(LineEdit(400), "档案库放在哪里")
        self.edit.set_value(str(proposed))
        self.browse_button = QPushButton("选择…")
        words = QLabel(ARCHIVE_EXPLAINED)
        words.setWordWrap(True)
        hint = look(QLabel("文件夹可以还没有，程序会建立；已有的必须是空的。"), "hint")
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.edit, stretch=1)
        row.addWidget(self.browse_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(words)
        layout.addLayout(row)
        layout.addWidget(hint)
        layout.addStretch()
        self.edit.textChanged.connect(self.changed)
        self.browse_button.clicked.connect(self.browse)

    def folder(self) -> Path:
        return Path(str(self.edit.value()).strip('"“”'))

    def fault(self) -> str:
        """Why no archive can be made there; empty when one can."""
        try:
            refuse_unusable(self.folder())
        except Refusal as refusal:
            return str(refusal)
        return ""

    def browse(self) -> None:
        """Pick a folder; within one that is in use already a new one is proposed."""
        start = next(
            (each for each in (self.folder(), *self.folder().parents) if each.is_dir()),
            program_folders.documents(),
        )
        chosen = QFileDialog.getExistingDirectory(self, "新档案库放在哪里", str(start))
        if not chosen:
            return
        folder = Path(chosen)
        in_use = any(folder.iterdir()) if os.access(folder, os.R_OK) else False
        is_ours = (folder / archive_place.DATABASE).exists()
        self.edit.set_value(str(folder / ARCHIVE_NAME if in_use and not is_ours else folder))
