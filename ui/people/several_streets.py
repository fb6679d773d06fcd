"""The choice of several streets 选几个街道 for the filter."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets import theme


class SeveralStreets(QDialog):
    """Lists the streets to be ticked; ``chosen`` are those that were."""

    def __init__(
        self, streets: Sequence[str], ticked: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("选几个街道(镇)")
        self.list = QListWidget()
        self.list.setSpacing(2)
        self.list.setAccessibleName("街道(镇)")
        for street in streets:
            line = QListWidgetItem(street, self.list)
            line.setCheckState(Qt.CheckState.Checked if street in ticked else Qt.CheckState.Unchecked)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        theme.look(buttons.button(kinds.Ok), "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(QLabel("住在打了勾的街道(镇)的人都列出来。"))
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(360, 420)

    def chosen(self) -> list[str]:
        lines = [self.list.item(row) for row in range(self.list.count())]
        return [line.text() for line in lines if line.checkState() == Qt.CheckState.Checked]
