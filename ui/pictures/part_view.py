"""The view in which a part of a picture is chosen: drawn with the mouse, darkened around; the whole where nothing is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

WHOLE_PART = (0.0, 0.0, 1.0, 1.0)
SMALLEST_PART = 0.02  # of a side: less is a slip of the mouse
DARKENED = QColor(0, 0, 0, 110)


class PartView(QWidget):
    """A picture as large as fits, and the part that is kept, as shares of its sides."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(QSize(420, 360))
        self.picture = QImage()
        self.part = WHOLE_PART
        self.cutting = True
        self._from: QPointF | None = None

    def show_picture(self, picture: QImage) -> None:
        self.picture = picture
        self.update()

    def choose(self, part: tuple[float, float, float, float]) -> None:
        """Choose a part: left, top, right and bottom."""
        self.part = part
        self.update()
        self.chosen.emit()

    def room(self) -> QRectF:
        """Where the picture stands."""
        if self.picture.isNull():
            return QRectF(self.rect())
        size = self.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    # --- what Qt asks for

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.cutting and event.button() == Qt.MouseButton.LeftButton:
            self._from = self._share(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            here = self._share(event.position())
            drawn = QRectF(self._from, here).normalized()
            self.choose((drawn.left(), drawn.top(), drawn.right(), drawn.bottom()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        left, top, right, bottom = self.part
        if right - left < SMALLEST_PART or bottom - top < SMALLEST_PART:
            self.choose(WHOLE_PART)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.room()
        painter.drawImage(room, self.picture)
        if self.part == WHOLE_PART:
            return
        left, top, right, bottom = self.part
        kept = QRectF(
            room.left() + left * room.width(),
            room.top() + top * room.height(),
            (right - left) * room.width(),
            (bottom - top) * room.height(),
        )
        around, inside = QPainterPath(), QPainterPath()
        around.addRect(room)
        inside.addRect(kept)
        painter.fillPath(around.subtracted(inside), DARKENED)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.drawRect(kept)

    def _share(self, point: QPointF) -> QPointF:
        room = self.room()
        x = (point.x() - room.left()) / room.width()
        y = (point.y() - room.top()) / room.height()
        return QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
