"""Charts in the window: what ``reports.charts.drawing`` decided, drawn by QPainter, pointed at and clicked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reports.charts.drawing import (
    ANCHOR_CENTRE,
    ANCHOR_LEFT,
    ANCHOR_RIGHT,
    EMPTY,
    Drawing,
    Fact,
    bars,
    columns,
)
from ui.widgets import theme

Shape = Callable[[Sequence[Fact], float, float, float], Drawing]
ROW = 2.3  # height of a lying bar, in type sizes


class Chart(QWidget):
    """Bars that tell their figures; a click, or Enter on the one chosen by the arrow keys, asks for the list behind it."""

    clicked = Signal(str)  # the key of the fact

    def __init__(self, shape: Shape = columns, unit: str = "人", parent: QWidget | None = None) -> None:
        """``shape`` is ``charts.columns`` or ``charts.bars``."""
        super().__init__(parent)
        self._shape, self._unit = shape, unit
        self._facts: list[Fact] = []
        self._counted = False  # before that nothing is drawn: that there is no data is not known yet
        self._drawing: Drawing | None = None
        self._pointed: str | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def count_in(self, unit: str) -> None:
        """Say another unit of the figures from now on."""
        self._unit = unit

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Draw other facts from now on."""
        self._facts, self._counted = list(facts), True
        if self._pointed not in {fact.key for fact in facts}:
            self._pointed = None
        told = "，".join(f"{fact.label}{fact.value}{self._unit}" for fact in facts)
        self.setAccessibleDescription(told or EMPTY)
        self._forget()
        self.updateGeometry()

    def drawing(self) -> Drawing:
        """The chart at the size that it has now."""
        if self._drawing is None:
            self._drawing = self._shape(self._facts, self.width(), self.height(), self._size())
        return self._drawing

    def told(self, key: str) -> str:
        """What is said of a bar that is pointed at."""
        fact = next(fact for fact in self._facts if fact.key == key)
        return f"{fact.label}：{fact.value:,}{self._unit}" + (f"\n{fact.note}" if fact.note else "")

    def _size(self) -> float:
        """The type size in pixels."""
        return float(self.fontInfo().pixelSize())

    def _forget(self) -> None:
        self._drawing = None
        self.update()

    def _point_at(self, key: str | None) -> None:
        if key != self._pointed:
            self._pointed = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()

    def _step(self, step: int) -> None:
        keys = [fact.key for fact in self._facts]
        if keys:
            now = keys.index(self._pointed) if self._pointed in keys else (-1 if step > 0 else len(keys))
            self._point_at(keys[max(0, min(len(keys) - 1, now + step))])

    def _paint(self, painter: QPainter) -> None:
        if not self._counted:
            return
        drawing = self.drawing()
        for band in drawing.bands:
            if band.key == self._pointed:
                painter.fillRect(QRectF(*band[:4]), theme.colour("hover"))
        painter.setPen(QPen(theme.colour("line"), 1))
        for line in drawing.lines:
            painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))
        painter.setPen(Qt.PenStyle.NoPen)
        for box in drawing.boxes:
            painter.setBrush(theme.colour("pressed" if box.key == self._pointed else "accent"))
            painter.drawRoundedRect(QRectF(*box[:4]), 2, 2)
        self._write(painter, drawing)

    def _write(self, painter: QPainter, drawing: Drawing) -> None:
        font = self.font()
        for words in drawing.words:
            font.setPixelSize(max(1, round(words.size)))
            painter.setFont(font)
            painter.setPen(theme.colour(words.tone))
            long = QFontMetricsF(font).horizontalAdvance(words.text)
            shift = {ANCHOR_LEFT: 0.0, ANCHOR_CENTRE: long / 2, ANCHOR_RIGHT: long}[words.align]
            painter.drawText(QPointF(words.x - shift, words.y), words.text)

    # What Qt asks for

    def sizeHint(self) -> QSize:
        size = self._size()
        if self._shape is bars:
            return QSize(round(size * 28), round(size * ROW * max(3, len(self._facts))))
        return QSize(round(size * 5 * max(6, len(self._facts))), round(size * 16))

    def minimumSizeHint(self) -> QSize:
        size = self._size()
        if self._shape is bars:
            return QSize(round(size * 16), round(size * 1.6 * max(3, len(self._facts))))
        return QSize(round(size * 2.6 * max(6, len(self._facts))), round(size * 9))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._forget()
            self.updateGeometry()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.drawing().at(event.position().x(), event.position().y()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            key = self.drawing().at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self.told(key) if key else "", self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self.drawing().at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and key:
            self.clicked.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self._pointed is None:
            self._step(1)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self._step(step)
        elif self._pointed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self._pointed)
        else:
            super().keyPressEvent(event)
