"""The crop of a picture that becomes the photo: a frame of 35 mm × 49 mm to move and resize."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.people.photos import HEIGHT_MM, SMALLEST, WIDTH_MM, Frame, largest_frame
from ui.widgets import theme
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

CROP_SIZE = QSize(520, 430)  # pixels of the window for the picture: fits 1366 × 768 at 125 %
CORNER = 16  # how near to a corner the mouse takes hold of it
SHAPE = WIDTH_MM / HEIGHT_MM


class CropView(QWidget):
    """The whole picture, darkened but for the frame; drag it, drag its lower right corner, or turn the wheel."""

    def __init__(self, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(CROP_SIZE)
        self._hold: QPointF | None = None
        self._resizing = False
        self.show_picture(picture)

    def show_picture(self, picture: QImage) -> None:
        """Show another picture, with the largest frame."""
        self.picture = picture
        self.scale = min(CROP_SIZE.width() / picture.width(), CROP_SIZE.height() / picture.height())
        left, top, width, height = largest_frame(picture.width(), picture.height())
        self._rect = QRectF(left, top, width, height)
        self.update()

    def frame(self) -> Frame:
        """The chosen part, in pixels of the picture."""
        rect = self._rect
        width = min(round(rect.width()), self.picture.width())
        height = min(round(rect.height()), self.picture.height())
        left = min(round(rect.left()), self.picture.width() - width)
        return Frame(left, min(round(rect.top()), self.picture.height() - height), width, height)

    def move_by(self, right: float, down: float) -> None:
        """Move the frame by pixels of the picture, never out of it."""
        self._rect.translate(right, down)
        self._keep_inside()

    def resize_to(self, width: float, centred: bool = False) -> None:
        """Give the frame a width in pixels of the picture; the height follows."""
        room_wide = self.picture.width() if centred else self.picture.width() - self._rect.left()
        room_high = self.picture.height() if centred else self.picture.height() - self._rect.top()
        width = max(min(width, room_wide, room_high * SHAPE), min(SMALLEST[0], self.picture.width()))
        centre = self._rect.center()
        self._rect.setSize(QRectF(0, 0, width, width / SHAPE).size())
        if centred:
            self._rect.moveCenter(centre)
        self._keep_inside()

    def _keep_inside(self) -> None:
        rect = self._rect
        rect.moveLeft(max(0.0, min(rect.left(), self.picture.width() - rect.width())))
        rect.moveTop(max(0.0, min(rect.top(), self.picture.height() - rect.height())))
        self.update()

    def _origin(self) -> QPointF:
        spare = self.picture.size() * self.scale
        return QPointF((self.width() - spare.width()) / 2, (self.height() - spare.height()) / 2)

    def _shown_rect(self) -> QRectF:
        return QRectF(self._rect.topLeft() * self.scale + self._origin(), self._rect.size() * self.scale)

    # --- what Qt asks for

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        whole = QRectF(self._origin(), self.picture.size().toSizeF() * self.scale)
        painter.drawImage(whole, self.picture)
        shade = self.palette().shadow().color()
        shade.setAlpha(140)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(whole)
        inside.addRect(self._shown_rect())
        painter.fillPath(outside - inside, shade)
        painter.setPen(QPen(self.palette().highlight(), 2))
        painter.drawRect(self._shown_rect())
        corner = self._shown_rect().bottomRight()
        painter.fillRect(QRectF(corner.x() - 5, corner.y() - 5, 10, 10), self.palette().highlight())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hold = event.position()
        away = event.position() - self._shown_rect().bottomRight()
        self._resizing = abs(away.x()) < CORNER and abs(away.y()) < CORNER

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is None:
            return
        moved = (event.position() - self._hold) * (1 / self.scale)
        self._hold = event.position()
        if self._resizing:
            self.resize_to(self._rect.width() + moved.x())
        else:
            self.move_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.resize_to(self._rect.width() * (1.05 if event.angleDelta().y() > 0 else 1 / 1.05), centred=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = max(1.0, 2 / self.scale)
        moves = {
            Qt.Key.Key_Left: (-step, 0.0), Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step), Qt.Key.Key_Down: (0.0, step),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in moves:
            self.move_by(*moves[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.resize_to(self._rect.width() * (1 / 1.05 if key == Qt.Key.Key_Minus else 1.05), centred=True)
        else:
            super().keyPressEvent(event)


class CropDialog(QDialog):
    """Asks which part of a picture becomes the photo."""

    def __init__(self, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("裁剪照片")
        self.view = called(CropView(picture), "照片")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use = self.buttons.addButton("用作照片", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.use, "primary").setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        left, right = (
            QPushButton(icon("mdi6.rotate-left"), "左转"),
            QPushButton(icon("mdi6.rotate-right"), "右转"),
        )
        left.clicked.connect(lambda: self.turn(-90))
        right.clicked.connect(lambda: self.turn(90))
        hint = theme.look(
            QLabel("拖动方框选脸部，拖右下角或滚轮改大小；照片按2寸（35×49毫米）保存。"), "hint"
        )
        row = QHBoxLayout()
        for button in (left, right):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.view)
        layout.addLayout(row)

    def turn(self, degrees: int) -> None:
        """Turn the picture clockwise."""
        self.view.show_picture(self.view.picture.transformed(QTransform().rotate(degrees)))

    def content(self) -> bytes:
        """The picture as it stands in the window, without loss."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.view.picture.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())
