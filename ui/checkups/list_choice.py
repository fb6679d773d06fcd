"""The choice of the superior's lists: asked for, or dropped in; what was chosen stands beside the button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.widgets import theme
from ui.widgets.buttons import act_button

SUPERIOR_LISTS = "上级名单 (*.xlsx *.xls *.ods *.et *.docx *.csv *.txt *.htm *.html)"
NO_LISTS = "没有选上级名单"


class ListChoice(QWidget):
    """A button that asks for lists, the act that is done with them, and their names."""

    def __init__(self, act: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists: list[Path] = []
        self.act = act
        self.choose_button = act_button("选上级名单…", "mdi6.file-search-outline", self.choose)
        self.names = theme.look(QLabel(NO_LISTS, wordWrap=True), "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.choose_button)
        line.addWidget(act)
        line.addWidget(self.names, 1)

    def choose(self) -> None:
        """Ask for the superior's lists; none chosen leaves those that are."""
        chosen, _ = QFileDialog.getOpenFileNames(self, "选择从上级系统导出的名单", "", SUPERIOR_LISTS)
        if chosen:
            self.take([Path(each) for each in chosen])

    def take(self, files: Sequence[Path]) -> None:
        """Use these lists the next time."""
        self.lists = list(files)
        self.names.setText("、".join(file.name for file in files) or NO_LISTS)
        self.act.setFocus()
