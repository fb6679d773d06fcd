"""The window of help: the officers' manual, opened at the page for a place; it needs no network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reports.manual.manual_text import MANUAL, TERMS, read_manual
from reports.manual.term_index import index_in_markdown, read_terms, term_index
from ui.pages.manual_text import ManualText
from ui.widgets import window_memory, window_size
from ui.widgets.spoken_names import called

LOST = "# 使用手册\n\n没有找到使用手册。它应当在程序文件夹的 docs 里，请重新安装程序或请管理员查看。"
LINE = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """Contents on the left, the manual on the right, and a box to find words in it."""

    def __init__(self, place: str = "", manual: Path = MANUAL) -> None:
        super().__init__()
        self.setWindowTitle("使用手册")
        self.text = called(ManualText(), "手册")
        self.contents = called(QListWidget(), "目录")
        self.search = called(
            QLineEdit(placeholderText="在手册中查找，按回车找下一处", clearButtonEnabled=True), "在手册中查找"
        )
        self.found = QLabel()
        self.contents.setSpacing(3)
        self._read(manual)
        self._lay_out()
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.search.returnPressed.connect(self.find_next)
        self.text.anchorClicked.connect(self.follow)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence("Esc"), self, self.close)
        window_size.resize(self, 900, 640)
        window_memory.restore_place("help", self)
        self.show_place(place)

    def show_place(self, place: str) -> None:
        """Open the first section whose heading speaks of the place; the beginning when none does."""
        rows = range(self.contents.count())
        fitting = (row for row in rows if place and place in self.contents.item(row).text())
        self.contents.setCurrentRow(next(fitting, 0))
        self._on_chosen(self.contents.currentItem())

    def follow(self, link: QUrl) -> None:
        """Go to the section that a link of the manual names."""
        wanted = link.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        for row in range(self.contents.count()):
            if self.contents.item(row).text().strip("　").replace(" ", "-") == wanted:
                self.contents.setCurrentRow(row)
                self._on_chosen(self.contents.item(row))
                return

    def find_next(self) -> None:
        """Go to the next place that says what is looked for, from the top again after the last."""
        words = self.search.text()
        if not words:
            return
        if not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.found.setText("" if self.text.find(words) else f"手册里没有“{words}”")
        else:
            self.found.setText("")

    def _read(self, manual: Path) -> None:
        words = manual.read_text(encoding="utf-8") if manual.exists() else LOST
        terms = read_terms(TERMS.read_text(encoding="utf-8")) if TERMS.exists() else []
        if entries := term_index(read_manual(words), terms):
            words += index_in_markdown(entries)
        self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{manual.parent}/"))
        self.text.document().setDocumentMargin(24)
        self.text.document().setMarkdown(words, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        block = self.text.document().begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                self._add_heading(block, level)
            block = block.next()

    def _add_heading(self, block: QTextBlock, level: int) -> None:
        item = QListWidgetItem("　" * max(0, level - 2) + block.text())
        item.setData(LINE, block.position())
        self.contents.addItem(item)

    def _lay_out(self) -> None:
        parts = QSplitter()
        parts.addWidget(self.contents)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([220, 680])
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.found)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(parts, 1)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(item.data(LINE))
        self.text.setTextCursor(cursor)
        QTimer.singleShot(0, self, self._bring_up)  # once the text knows how wide it is

    def _bring_up(self) -> None:
        """Put the heading at the top of the window."""
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - 8)

    def hideEvent(self, event: object) -> None:
        window_memory.keep_place("help", self)
        super().hideEvent(event)  # type: ignore[arg-type]


def show_manual(place: str, window: HelpWindow | None) -> HelpWindow:
    """Bring the manual to the front at the page for a place; in the window named, or in a new one."""
    window = window or HelpWindow(place)
    window.show_place(place)
    window.show()
    window.raise_()
    return window
