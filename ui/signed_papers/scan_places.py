"""The places that scans come from: files and folders, dropped or chosen, and the folder into which the scanner writes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.archive import program_folders
from models.core.record import Refusal
from reports.signed_papers.page_pictures import SCAN_ENDINGS, scan_files
from ui.widgets import theme, window_memory
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import icon

SCANS_HINT = "把扫描好的文件或整个文件夹拖到这里（PDF、JPG、PNG、TIFF、BMP、WebP，一份 PDF 可以有很多页，次序、正反、歪斜都不要紧）。"
WATCHED, LAST = "scanin/watched", "scanin/folder"  # remembered for this PC, for the scanner is this PC's
FOLDER_LOOK_EVERY = 3000  # milliseconds
NO_FOLDER = "扫描仪存到哪个文件夹？设好以后，新扫描的页会自动归档。"


class ScanPlaces(QWidget):
    """Says ``arrived`` with the files and folders to be read."""

    arrived = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.hint = theme.look(QLabel(SCANS_HINT, wordWrap=True), "drop")
        self.add_files = QPushButton(icon("mdi6.file-plus-outline"), "选择文件…")
        self.add_folder = QPushButton(icon("mdi6.folder-plus-outline"), "选择文件夹…")
        self.watch = QCheckBox("自动归档扫描仪文件夹里的新文件")
        self.choose_watched = QPushButton(icon("mdi6.folder-eye-outline"), "扫描仪文件夹…")
        self.watched_words = theme.look(QLabel(wordWrap=True), "quiet")
        self._seen: dict[Path, tuple[int, int]] = {}  # size and time of each file at the last look
        self._taken: dict[Path, tuple[int, int]] = {}
        self.timer = QTimer(self, interval=FOLDER_LOOK_EVERY)
        self._lay_out()
        self._join()
        self._show_watched()

    @property
    def watched(self) -> Path | None:
        """The scanner's folder, where one is set."""
        told = window_memory.recall(WATCHED, "")
        return Path(told) if isinstance(told, str) and told else None

    def set_watched(self, folder: Path | None) -> None:
        """Remember the scanner's folder for this PC."""
        window_memory.remember(WATCHED, str(folder) if folder is not None else "")
        self._seen, self._taken = {}, {}
        self._show_watched()

    def look(self) -> None:
        """Take what is new in the scanner's folder, once it grows no more."""
        folder = self.watched
        if folder is None or not self.watch.isChecked() or not self.isEnabled():
            return
        try:
            now = {file: (file.stat().st_size, file.stat().st_mtime_ns) for file in scan_files([folder])}
        except (OSError, Refusal):  # a stick that was pulled out: it is looked at again later
            return
        ready = [
            file
            for file, state in now.items()
            if self._seen.get(file) == state and self._taken.get(file) != state
        ]
        self._seen = now
        if ready:
            self._taken |= {file: now[file] for file in ready}
            self.arrived.emit(ready)

    def _choose_files(self) -> None:
        pattern = " ".join(f"*{ending}" for ending in SCAN_ENDINGS)
        chosen, _ = QFileDialog.getOpenFileNames(self, "选择扫描件", self._start(), f"扫描件 ({pattern})")
        self._take([Path(each) for each in chosen])

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选择放扫描件的文件夹", self._start())
        self._take([Path(chosen)] if chosen else [])

    def _choose_watched(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "扫描仪存到哪个文件夹", self._start())
        if chosen:
            self.set_watched(Path(chosen))
            self.watch.setChecked(True)

    def _start(self) -> str:
        return str(window_memory.recall(LAST, str(program_folders.documents())))

    def _take(self, paths: list[Path]) -> None:
        if paths:
            window_memory.remember(LAST, str(paths[0] if paths[0].is_dir() else paths[0].parent))
            self.arrived.emit(paths)

    def _show_watched(self) -> None:
        folder = self.watched
        self.watch.setEnabled(folder is not None)
        if folder is None:
            self.watch.setChecked(False)
        self.watched_words.setText(NO_FOLDER if folder is None else f"扫描仪文件夹：{folder}")

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for widget in (self.add_files, self.add_folder, self.choose_watched):
            widget.setAutoDefault(False)
            buttons.addWidget(widget)
        watching = QHBoxLayout()
        watching.addWidget(self.watch)
        watching.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addLayout(buttons)
        column.addLayout(watching)
        column.addWidget(self.watched_words)

    def _join(self) -> None:
        self.add_files.clicked.connect(self._choose_files)
        self.add_folder.clicked.connect(self._choose_folder)
        self.choose_watched.clicked.connect(self._choose_watched)
        self.watch.toggled.connect(lambda on: self.timer.start() if on else self.timer.stop())
        self.timer.timeout.connect(self.look)

    # --- what Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
