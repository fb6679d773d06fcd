"""The grid of a form's fields: a label, an editor, and room below for what is wrong or doubtful."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import delete

from ui.widgets import theme
from ui.widgets.spoken_names import called

LABEL = 7  # characters that a label's column has room for; longer ones wrap
DIGITS = 18  # that can be read in a field of a form with three columns: a citizen number
FEW = 10  # of one with two: a date
GAP = 48  # pixels between and around a label and its field


class FieldLabel(QLabel):
    """What a field is called; a click on it goes to the field."""

    # What Qt asks for

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (field := self.buddy()) is not None and field.focusPolicy() != Qt.FocusPolicy.NoFocus:
            field.setFocus(Qt.FocusReason.MouseFocusReason)


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
        self._columns = self._most = columns
        self._row, self._column = 0, 0
        self._ended = False
        self._parts: list[
            tuple[QWidget, QVBoxLayout | None, int]
        ] = []  # label, cell and span; or a wide widget
        self.setContentsMargins(16, 12, 16, 16)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(7)
        self._widen(parent.fontMetrics())

    def fit(self) -> None:
        """Make the labels' columns as wide as the type needs."""
        self._widen(QFontMetrics(QApplication.font()))

    def end(self) -> None:
        """Nothing comes below: room that is left over stays empty there."""
        self._ended = True
        self.setRowStretch(self._row + 1, 1)

    def fill(self, width: int) -> None:
        """Put as many fields side by side as the width lets be read; two may be narrower than more."""
        type_ = QFontMetrics(QApplication.font())
        roomy = type_.horizontalAdvance("户" * LABEL + "0" * DIGITS) + GAP
        narrow = type_.horizontalAdvance("户" * LABEL + "0" * FEW) + GAP
        columns = self._most if width >= self._most * roomy else 2 if width >= 2 * narrow else 1
        columns = min(columns, self._most)
        if columns != self._columns:
            self._columns = columns
            self._put_anew(type_)

    def close_up(self) -> None:
        """Let fields that are left out leave no holes between the others."""
        self._put_anew(QFontMetrics(QApplication.font()))

    def _put_anew(self, type_: QFontMetrics) -> None:
        while (item := self.takeAt(0)) is not None:
            if item.widget() is not None:
                delete(
                    item
                )  # else it is the one that hears of larger type, and the one put below keeps its height
        for column in range(self.columnCount()):
            self.setColumnMinimumWidth(column, 0)
            self.setColumnStretch(column, 0)
        for row in range(self.rowCount()):
            self.setRowStretch(row, 0)
        self._widen(type_)
        self._row, self._column = 0, 0
        for widget, cell, span in self._parts:
            if cell is None or not _left_out(widget):
                self._put(widget, cell, span)
        if self._ended:
            self.end()

    def _widen(self, type_: QFontMetrics) -> None:
        width = type_.horizontalAdvance("户" * LABEL + " *")
        for column in range(self._columns):
            self.setColumnMinimumWidth(column * 3, width)
            self.setColumnStretch(column * 3 + 1, 1)
            if column:
                self.setColumnMinimumWidth(column * 3 - 1, 12)

    def _put(self, widget: QWidget, cell: QVBoxLayout | None, span: int) -> None:
        """A field into the next free columns, anything else across all."""
        if cell is None:
            self._next_row()
            self.addWidget(widget, self._row, 0, 1, 3 * self._columns - 1)
            self._row += 1
            return
        span = min(span, self._columns)
        if self._column + span > self._columns:
            self._next_row()
        place = self._column * 3
        self.addWidget(widget, self._row, place, Qt.AlignmentFlag.AlignTop)
        self.addLayout(cell, self._row, place + 1, 1, span * 3 - 2)
        self._column += span

    def _keep(self, widget: QWidget, cell: QVBoxLayout | None = None, span: int = 0) -> None:
        self._parts.append((widget, cell, span))
        self._put(widget, cell, span)

    def add(self, words: str, editor: QWidget, span: int, required: bool) -> Field:
        """Put a field into the next free columns."""
        label = theme.look(FieldLabel(words, wordWrap=True), "label")
        label.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # its column says how wide
        label.setIndent(0)
        label.setBuddy(called(editor, words))  # the label's own words may end in a star
        message = QLabel(wordWrap=True)
        message.hide()
        cell = QVBoxLayout()
        cell.setSpacing(1)
        cell.addWidget(editor)
        cell.addWidget(message)
        cell.addStretch()  # and no alignment: a layout that is aligned gives words that wrap one line
        self._keep(label, cell, span)
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
        self._keep(widget)

    def _next_row(self) -> None:
        if self._column:
            self._row, self._column = self._row + 1, 0


def _left_out(widget: QWidget) -> bool:
    """Whether somebody hid it, and it is not merely not yet shown."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
