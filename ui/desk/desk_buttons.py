"""The buttons of the desk: figures in large type, and lines of what needs doing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from models.desk import Todo
from ui.widgets import theme
from ui.widgets.spoken_names import called


class RowButton(QToolButton):
    """A button as high as the labels that stand side by side in it, and as wide as there is room."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 12, 6)

    # What Qt asks for

    def sizeHint(self) -> QSize:
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.row.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Figure(RowButton):
    """A number in large type that opens its list."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("figure", parent)
        self.title = title
        called(self, title)
        self.number, self.unit = theme.look(QLabel("—"), "figure"), theme.look(QLabel(), "quiet")
        self.row.addWidget(theme.look(QLabel(title), "quiet"))
        self.row.addStretch()
        self.row.addWidget(self.number)
        self.row.addWidget(self.unit)

    def tell(self, number: str, unit: str) -> None:
        self.number.setText(number)
        self.unit.setText(unit)
        called(self, f"{self.title}{number}{unit}")


class DeskLine(RowButton):
    """Something to do: what on the left, how many people on the right; a click lists them."""

    def __init__(self, todo: Todo, parent: QWidget | None = None) -> None:
        super().__init__("todo", parent)
        called(self, f"{todo.title}{todo.count}{todo.counted}")
        self.title = QLabel(todo.title)
        self.row.addWidget(self.title, 1)
        self.row.addWidget(theme.look(QLabel(f"{todo.count:,} {todo.counted}"), "chip"))
