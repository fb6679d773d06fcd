"""The choice of a paper of volumes 案卷标签、目录和清册: which one, and for labels how broad the boxes are."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from reports.volumes.spines import BREADTHS
from reports.volumes.volume_orders import BOX_LABELS, PAPERS_OF_VOLUMES
from ui.widgets.spoken_names import called


class VolumeChoice(QWidget):
    """Two lists in a row, the second for labels of boxes only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper, self.breadth = called(QComboBox(), "哪种案卷用表"), called(QComboBox(), "最宽的档案盒")
        self.paper.addItems([*PAPERS_OF_VOLUMES])
        for breadth in BREADTHS:
            self.breadth.addItem(f"{breadth}毫米", breadth)
        self.breadth.setCurrentIndex(self.breadth.count() - 1)
        self.breadth_label = QLabel("最宽的档案盒")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 0, 0)
        for widget in (self.paper, self.breadth_label, self.breadth):
            row.addWidget(widget)
        row.addStretch()
        self.paper.currentTextChanged.connect(self._refresh)
        self._refresh()

    def name(self) -> str:
        return self.paper.currentText()

    def is_labels(self) -> bool:
        return self.name() == BOX_LABELS

    def broadest(self) -> int:
        return int(self.breadth.currentData())

    def recall(self, known: dict[str, Any]) -> None:
        """Choose what was chosen last."""
        self.paper.setCurrentIndex(max(0, self.paper.findText(known.get("volume_paper", ""))))
        if (place := self.breadth.findData(known.get("broadest"))) >= 0:
            self.breadth.setCurrentIndex(place)

    def _refresh(self) -> None:
        for widget in (self.breadth, self.breadth_label):
            widget.setVisible(self.is_labels())
