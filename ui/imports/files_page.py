"""The page of an import's files, its first: the workbooks, added by a button or dropped on it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from models.archive import program_folders
from ui.widgets import theme, window_memory
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

SUFFIXES = (".xlsx", ".xls", ".et", ".ods", ".xlsm", ".docx", ".csv", ".txt", ".htm", ".html", ".xml")
FILES_HINT = (
    "把花名册拖到这里，或按“添加文件”选择。\n\n"
    "Excel、WPS 的表（.xlsx .xls .et .ods .csv）和 Word 里的表格（.docx）都可以，表不必改成规定的样子：\n"
    "只要有“姓名”和“身份证号”两栏，并且看得出是哪一类优抚对象。\n\n"
    "导入之前会先给您看会怎样，看过再决定。"
)


class FilesPage(QWidget):
    """A list of files; several sheets and several files may be imported together."""

    changed = Signal()

    def __init__(self, files: Iterable[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.hint = QLabel(FILES_HINT, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        theme.look(self.hint, "drop")
        self.list = called(QListWidget(), "要导入的文件")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.add_button = QPushButton(icon("mdi6.file-plus-outline"), "添加文件…")
        self.remove_button = QPushButton(icon("mdi6.file-remove-outline"), "移出列表")
        self._files: list[Path] = []
        self._lay_out()
        self.add_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._refresh)
        self.add(files)

    def files(self) -> list[Path]:
        return list(self._files)

    def add(self, files: Iterable[Path]) -> None:
        """Add workbooks that are not in the list yet; other files are left alone."""
        for file in files:
            if file.suffix.lower() in SUFFIXES and file not in self._files and not file.name.startswith("~$"):
                self._files.append(file)
                self.list.addItem(f"{file.name}　　{file.parent}")
        self._refresh()
        self.changed.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.hint, 1)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def _choose(self) -> None:
        pattern = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        start = str(window_memory.recall("import/folder", str(program_folders.documents())))
        chosen, _ = QFileDialog.getOpenFileNames(self, "选择花名册", start, f"工作簿 ({pattern})")
        if chosen:
            window_memory.remember("import/folder", str(Path(chosen[0]).parent))
            self.add(map(Path, chosen))

    def _remove(self) -> None:
        for row in sorted((index.row() for index in self.list.selectedIndexes()), reverse=True):
            self.list.takeItem(row)
            del self._files[row]
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self.hint.setVisible(not self._files)
        self.list.setVisible(bool(self._files))
        self.remove_button.setEnabled(bool(self.list.selectedItems()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(Path(url.toLocalFile()).suffix.lower() in SUFFIXES for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
