"""A flow layout, which goes on in the next line, like words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets beside each other as far as there is room, then below."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def empty(self) -> None:
        """Take every widget away."""
        while self._items:
            if widget := self._items.pop().widget():
                widget.hide()
                widget.deleteLater()

    def in_one_line(self) -> int:
        """The least width at which all stand in one line."""
        widths = [self._least(item) for item in self._items if not item.isEmpty()]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)

    def _least(self, item: QLayoutItem) -> int:
        """With how much it stays in a line."""
        return item.sizeHint().width()

    def _put(self, line: Sequence[QLayoutItem], room: QRect) -> None:
        """Put a line in its room, which is as high as the highest in it; what is lower stands in its middle."""
        x = room.x()
        for item in line:
            size = item.sizeHint()
            width, y = min(size.width(), room.width()), room.y() + (room.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += size.width() + self.spacing()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            least = self._least(item)
            if not lines or least > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= least + self.spacing()
        return lines

    def _arrange(self, room: QRect, only_measure: bool) -> int:
        y = room.y()
        for line in self._lines(room.width()):
            height = max(item.sizeHint().height() for item in line)
            if not only_measure:
                self._put(line, QRect(room.x(), y, room.width(), height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - room.y())

    # --- what Qt asks for

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, only_measure=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize(60, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size


class GivingLayout(FlowLayout):
    """A flow whose parts give way to each other before the line breaks; what may grow takes the room that is left."""

    def _least(self, item: QLayoutItem) -> int:
        return item.minimumSize().width()

    def _put(self, line: Sequence[QLayoutItem], room: QRect) -> None:
        least = [self._least(item) for item in line]
        wishes = [max(0, item.sizeHint().width() - has) for item, has in zip(line, least, strict=True)]
        spare = max(0, room.width() - sum(least) - self.spacing() * (len(line) - 1))
        met = min(1.0, spare / sum(wishes)) if any(wishes) else 1.0
        spare -= int(sum(wishes) * met)
        x = room.x()
        for item, has, wish in zip(line, least, wishes, strict=True):
            width = min(has + int(wish * met), room.width())
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                grown = min(width + spare, item.maximumSize().width())
                width, spare = grown, spare - (grown - width)
            item.setGeometry(QRect(x, room.y(), width, room.height()))
            x += width + self.spacing()
