"""The strip that says what became of a pasted list: how many were found, and which entries were not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.widgets import theme

if TYPE_CHECKING:
    from models.filters.pasted import FoundList

ENTRIES_NAMED = 12  # entries that are named in the strip; all of them can be copied


class FoundStrip(QFrame):
    """Hidden until a list was pasted."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "strip")
        self.words = QLabel(wordWrap=True)
        self.copy_button = QPushButton("复制没找到的")
        self.close_button = theme.look(QPushButton("关闭名单"), "flat")
        self._missing: list[str] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def tell(self, found: FoundList) -> None:
        """Say whom a list has found."""
        self._missing = found.not_found
        self.words.setText("。".join(_told(found)))
        self.copy_button.setVisible(bool(self._missing))
        self.show()

    def copy(self) -> None:
        """Put what was not found into the clipboard, an entry a line."""
        QGuiApplication.clipboard().setText("\n".join(self._missing))
        self.copy_button.setText("已复制")


def _told(found: FoundList) -> list[str]:
    told = [f"名单中找到 {len(found.ids):,} 人"]
    if found.several:
        told.append(
            "同名的都列出了："
            + "、".join(f"{name}{n}人" for name, n in list(found.several.items())[:ENTRIES_NAMED])
        )
    if found.not_found:
        more = "等" if len(found.not_found) > ENTRIES_NAMED else ""
        told.append(
            f"没有找到 {len(found.not_found):,} 条：{'、'.join(found.not_found[:ENTRIES_NAMED])}{more}"
        )
    return told
