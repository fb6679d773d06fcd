"""Doubts that should be looked at before a document goes out, in a list; one of them opens the figures that it is about."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.year.summary.doubts import SummaryDoubt
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

NO_DOUBT = "没有要核对的地方。"
OPENED_AT_ONCE = 2  # figures of one doubt


class DoubtList(QListWidget):
    """Says ``asked`` with the key of each figure that a doubt is about."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "疑点")
        self.setWordWrap(True)
        self.itemActivated.connect(self._open)

    def show_doubts(self, doubts: Iterable[SummaryDoubt]) -> None:
        self.clear()
        for doubt in doubts:
            item = QListWidgetItem(icon("mdi6.alert-outline", "doubt"), doubt.message)
            item.setToolTip(doubt.message)
            item.setData(Qt.ItemDataRole.UserRole, doubt.keys)
            self.addItem(item)
        if not self.count():
            self.addItem(NO_DOUBT)

    def _open(self, item: QListWidgetItem) -> None:
        for key in (item.data(Qt.ItemDataRole.UserRole) or ())[:OPENED_AT_ONCE]:
            self.asked.emit(key)
