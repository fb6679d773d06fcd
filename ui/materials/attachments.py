"""Attachments 附件: the photos and papers of any record, listed on the left, looked at on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Record
from models.incoming.paper_forms import PICKED
from models.people import attachments
from models.people.attachments import Attachment
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.session import Session
from ui.materials.catalogue import files_in
from ui.pictures.scan_edit import ScanEditDialog
from ui.pictures.scan_view import ScanView
from ui.widgets import window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

ATTACHMENT_FILES = f"照片和扫描件 ({PICKED})"
NO_ATTACHMENTS_YET = "还没有附件。\n把照片或扫描件（PDF、JPEG、PNG、TIFF 等）拖到这里，\n或者按“添加附件”。"


class AttachmentsDialog(QDialog):
    """The attachments of one record; each action is an entry of its own."""

    def __init__(self, session: Session, record: Record, named: str, parent: QWidget | None = None) -> None:
        """``named`` is how the record is called, for the title and the journal."""
        super().__init__(parent)
        self.setWindowTitle(f"附件　{named}")
        self.session, self.record, self.named = session, record, named
        self.found: list[Attachment] = []
        self.list, self.view = called(QListWidget(), "扫描件"), ScanView()
        self.buttons: dict[str, QPushButton] = {}
        self.setAcceptDrops(True)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Show what is there now, keeping the one looked at."""
        row = max(0, self.list.currentRow())
        self.found = list(attachments.attachments_of(self.record))
        blocked = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([each.title or each.file_name for each in self.found])
        self.list.setCurrentRow(min(row, len(self.found) - 1))
        self.list.blockSignals(blocked)
        self._show(self.list.currentRow())

    def add(self) -> None:
        """Ask for files, and keep them."""
        files, _ = QFileDialog.getOpenFileNames(self, "选择照片或扫描件", "", ATTACHMENT_FILES)
        self.take_in([Path(file) for file in files])

    def take_in(self, files: Sequence[Path]) -> None:
        """Keep files, in the background."""
        if files:
            job = attachments.attach_files(self.record, files, f"添加附件：{self.named}", self.session.user)
            Progress(self, "正在收入附件", job).then(lambda _: self.session.wrote()).start()

    def rename(self) -> None:
        """Ask what the chosen one shows."""
        chosen = self._chosen()
        if chosen is None:
            return
        title, yes = QInputDialog.getText(self, "附件说明", "说明：", text=chosen.title or chosen.file_name)
        if yes and title.strip():
            with self.session.entry(f"修改附件说明：{self.named}"):
                chosen.title = title.strip()
                chosen.save()

    def put_right(self) -> None:
        """Turn, straighten or cut the chosen one."""
        if (chosen := self._chosen()) is not None:
            run_dialog(ScanEditDialog(self.session, chosen, self.named, self))

    def delete(self) -> None:
        """Take the chosen one away, after a question."""
        chosen = self._chosen()
        if chosen is not None and messages.ask_losing(
            self, f"删除附件“{chosen.title or chosen.file_name}”？可以用“撤销”（Ctrl+Z）找回来。", "删除"
        ):
            with self.session.entry(f"删除附件：{self.named}"):
                chosen.delete_instance()

    def _chosen(self) -> Attachment | None:
        row = self.list.currentRow()
        return self.found[row] if 0 <= row < len(self.found) else None

    def _show(self, row: int) -> None:
        some = 0 <= row < len(self.found)
        for name in ("rename", "put_right", "delete"):
            self.buttons[name].setEnabled(some)
        if some:
            self.view.show_scan(self.found[row])
        else:
            self.view.say(NO_ATTACHMENTS_YET)

    def _lay_out(self) -> None:
        parts = QSplitter()
        parts.addWidget(self.list)
        parts.addWidget(self.view)
        parts.setStretchFactor(1, 1)
        parts.setSizes([220, 600])
        row = QHBoxLayout()
        acts: list[tuple[str, str, str, Callable[[], object]]] = [
            ("add", "添加附件", "mdi6.paperclip", self.add),
            ("rename", "改说明", "mdi6.pencil-outline", self.rename),
            ("put_right", "调整", "mdi6.crop-rotate", self.put_right),
            ("delete", "删除", "mdi6.trash-can-outline", self.delete),
        ]
        for name, words, picture, act in acts:
            button = self.buttons[name] = QPushButton(icon(picture), words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        done = QPushButton("完成")
        done.setAutoDefault(False)
        done.clicked.connect(self.reject)
        row.addStretch()
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.addWidget(parts, 1)
        column.addLayout(row)
        window_size.resize(self, 860, 560)

    # --- what Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_in(files_in(event.mimeData()))


def show(session: Session, record: Record, named: str, parent: QWidget) -> None:
    """Open the attachments of a record until they are closed."""
    run_dialog(AttachmentsDialog(session, record, named, parent))
