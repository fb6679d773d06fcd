"""The differing fields 不同的内容 of two files, side by side: of each, the officer chooses which holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from models.merging.merging import FileDifference
from ui.widgets import theme

NO_DIFFERENCE = "两份档案填写的内容没有不一致的地方；只有一份填了的，都会保留。"
LONGEST_CHOICE = 40  # characters; more stands in the tip


class DifferingFields(QScrollArea):
    """A line for each field; the kept file's words are chosen until the officer chooses otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self.show_differences([])

    def show_differences(self, found: Sequence[FileDifference]) -> None:
        """Show these, each with the kept file's words chosen."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(16)
        self.choices = {}
        for row, each in enumerate(found):
            self._add(grid, row, each)
        if not found:
            grid.addWidget(theme.look(QLabel(NO_DIFFERENCE, wordWrap=True), "hint"), 0, 0, 1, 3)
        grid.setRowStretch(len(found) + 1, 1)
        self.setWidget(inside)

    def taken(self) -> set[str]:
        """The fields of which the other file's words hold."""
        return {field for field, (_, other) in self.choices.items() if other.isChecked()}

    def choose_all(self, other: bool) -> None:
        """Choose one file's words everywhere."""
        for pair in self.choices.values():
            pair[other].setChecked(True)

    def _add(self, grid: QGridLayout, row: int, each: FileDifference) -> None:
        label = theme.look(QLabel(each.label), "quiet")
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        group, pair = QButtonGroup(grid.parentWidget()), []
        for column, words in enumerate((each.kept, each.other), start=1):
            button = QRadioButton(_short(words).replace("&", "&&"))
            button.setToolTip(words)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            group.addButton(button)
            grid.addWidget(button, row, column)
            pair.append(button)
        pair[0].setChecked(True)
        self.choices[each.field] = (pair[0], pair[1])


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_CHOICE else f"{words[:LONGEST_CHOICE]}…"
