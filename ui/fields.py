"""Where the fields of a form stand: a label, an editor, and room below for what is wrong or doubtful."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme

LABEL = 7  # characters that a label's column has room for; longer ones wrap


@dataclass(frozen=True)
class Field:
    """One field on the screen."""

    label: QLabel
    editor: QWidget
    message: QLabel
    words: str
    required: bool

    def star(self, shown: bool) -> None:
        """Mark a required field with a star while it can be filled in."""
        star = f' <span style="color:{theme.colour("problem").name()}">*</span>'
        self.label.setText(self.words + (star if shown and self.required else ""))

    def say(self, level: str, words: str) -> None:
        """Show words below the editor; ``level`` is problem, doubt or hint."""
        if words or not self.message.isHidden():
            self.message.setText(words)
            theme.look(self.message, level)
            self.message.setVisible(bool(words))
        theme.marked(self.editor, "state", "" if level == "hint" else level)


class FieldGrid(QGridLayout):
    """Fields side by side in columns, with headings between."""

    def __init__(self, parent: QWidget, columns: int) -> None:
        super().__init__(parent)
        self._columns = columns
        self._row, self._column = 0, 0
        self.setContentsMargins(16, 12, 16, 16)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(7)
        for column in range(columns):
            self.setColumnMinimumWidth(
                column * 3, parent.fontMetrics().horizontalAdvance("户" * LABEL + " *")
            )
            self.setColumnStretch(column * 3 + 1, 1)
            if column:
                self.setColumnMinimumWidth(column * 3 - 1, 12)

    def fit(self) -> None:
        """Make the labels' columns as wide as the type needs."""
        width = QFontMetrics(QApplication.font()).horizontalAdvance("户" * LABEL + " *")
        for column in range(self._columns):
            self.setColumnMinimumWidth(column * 3, width)

    def add(self, words: str, editor: QWidget, span: int, required: bool) -> Field:
        """Put a field into the next free columns."""
        span = min(span, self._columns)
        if self._column + span > self._columns:
            self._next_row()
        label = theme.look(QLabel(words, wordWrap=True), "label")
        label.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # its column says how wide
        label.setIndent(0)
        label.setBuddy(editor)
        message = QLabel(wordWrap=True)
        message.hide()
        cell = QVBoxLayout()
        cell.setSpacing(1)
        cell.addWidget(editor)
        cell.addWidget(message)
        place = self._column * 3
        self.addWidget(label, self._row, place, Qt.AlignmentFlag.AlignTop)
        self.addLayout(cell, self._row, place + 1, 1, span * 3 - 2, Qt.AlignmentFlag.AlignTop)
        self._column += span
        return Field(label, editor, message, words, required)

    def add_heading(self, title: str) -> None:
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(0, 10 if self._row else 0, 0, 2)
        inside.setSpacing(4)
        inside.addWidget(theme.look(QLabel(title), "heading"))
        inside.addWidget(theme.look(QFrame(), "line"))
        self.add_wide(head)

    def add_wide(self, widget: QWidget) -> None:
        """Put any widget across the whole form."""
        self._next_row()
        self.addWidget(widget, self._row, 0, 1, 3 * self._columns - 1)
        self._row += 1

    def _next_row(self) -> None:
        if self._column:
            self._row, self._column = self._row + 1, 0
