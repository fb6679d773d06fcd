"""The view of a scan: a PDF page below page, or a picture; decrypted in memory, never written to the disk."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QLabel,
    QStackedWidget,
    QWidget,
)

from models.archive import scans
from models.core.record import Refusal
from models.people.attachments import Attachment
from models.people.materials import Scan
from models.signed_papers.waiting_page import WaitingPage
from ui.widgets import theme
from ui.widgets.spoken_names import called

SCAN_ZOOM_STEP, SMALLEST_SCAN, LARGEST_SCAN = 1.25, 0.1, 8.0


class PictureView(QGraphicsView):
    """A picture, as wide as the room until one zooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self._item: QGraphicsPixmapItem | None = None
        self._fitted = True

    def show_picture(self, picture: QImage) -> None:
        self.scene().clear()
        self._item = self.scene().addPixmap(QPixmap.fromImage(picture))
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().setSceneRect(self._item.boundingRect())
        self.fit()

    def fit(self) -> None:
        """As large as the room shows whole."""
        self._fitted = True
        if self._item is not None:
            self.resetTransform()
            self.fitInView(self._item, Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        now = self.transform().m11() or self.transform().m12()
        if SMALLEST_SCAN <= abs(now) * factor <= LARGEST_SCAN:
            self._fitted = False
            self.scale(factor, factor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(SCAN_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / SCAN_ZOOM_STEP)
        else:
            super().wheelEvent(event)


class ScanView(QStackedWidget):
    """One scan at a time, or a sentence where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        theme.look(self.words, "quiet")
        self.picture = called(PictureView(), "扫描件")
        self.pdf = called(QPdfView(self), "扫描件")
        self.pdf.setPageMode(QPdfView.PageMode.MultiPage)
        self.pdf.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.document = QPdfDocument(self)
        self.pdf.setDocument(self.document)
        self._bytes = QBuffer(self)
        self.shown: Scan | Attachment | WaitingPage | None = None
        for page in (self.words, self.picture, self.pdf):
            self.addWidget(page)

    def say(self, words: str) -> None:
        """Show words in the place of a scan."""
        self._let_go()
        self.words.setText(words)
        self.setCurrentWidget(self.words)

    def show_scan(self, scan: Scan | Attachment | WaitingPage) -> None:
        """Show a scan; when it cannot be read, why."""
        try:
            content = scans.read_scan(scan.sha256)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self._let_go()
        self.shown = scan
        if scan.media == "application/pdf":
            self._show_pdf(content)
        else:
            self._show_picture(content)

    def turn(self, degrees: int) -> None:
        """Turn a picture, for looking only."""
        if self.currentWidget() is self.picture and self.picture._item is not None:
            turned = self.picture._item.pixmap().transformed(QTransform().rotate(degrees))
            self.picture.show_picture(turned.toImage())

    def zoom(self, factor: float) -> None:
        if self.currentWidget() is self.pdf:
            if self.pdf.zoomMode() != QPdfView.ZoomMode.Custom:
                self.pdf.setZoomFactor(self._fitted_factor())
                self.pdf.setZoomMode(QPdfView.ZoomMode.Custom)
            self.pdf.setZoomFactor(min(LARGEST_SCAN, max(SMALLEST_SCAN, self.pdf.zoomFactor() * factor)))
        else:
            self.picture.zoom(factor)

    def fit(self) -> None:
        """Back to the width of the room (PDF), or the whole picture."""
        self.pdf.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.picture.fit()

    def _fitted_factor(self) -> float:
        points = self.document.pagePointSize(0).width()
        dots = self.pdf.logicalDpiX() / 72
        return self.pdf.viewport().width() / (points * dots) if points else 1.0

    def _show_pdf(self, content: bytes) -> None:
        self._bytes.setData(QByteArray(content))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        if self.document.error() != QPdfDocument.Error.None_:
            self.say("这份PDF打不开，请重新扫描")
            return
        self.setCurrentWidget(self.pdf)

    def _show_picture(self, content: bytes) -> None:
        picture = QImage.fromData(QByteArray(content))
        if picture.isNull():
            self.say("这张图片打不开，请重新扫描")
            return
        self.setCurrentWidget(self.picture)
        self.picture.show_picture(picture)

    def _let_go(self) -> None:
        self.shown = None
        self.document.close()
        self._bytes.close()
        self._bytes.setData(QByteArray())
