"""The PC's own camera, live: a document camera that Windows knows as a camera needs no program of its vendor's."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCamera, QCameraFormat, QImageCapture, QMediaCaptureSession, QMediaDevices
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

ENOUGH = QSize(3264, 2448)  # points: an A4 page at 280 dpi; more only takes longer


class LiveCamera(QWidget):
    """Shows what lies under the camera, and says ``taken`` with each picture."""

    taken = Signal(QImage)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cameras = called(QComboBox(), "摄像头")
        self.view = QVideoWidget()
        self.view.setMinimumSize(400, 300)
        self.take_button = QPushButton(icon("mdi6.camera-outline"), "拍照(空格)")
        self.take_button.setShortcut("Space")
        self._session, self._capture = QMediaCaptureSession(self), QImageCapture(self)
        self._camera: QCamera | None = None
        self._session.setVideoOutput(self.view)
        self._session.setImageCapture(self._capture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.cameras, self.view, self.take_button):
            layout.addWidget(widget)
        layout.setStretchFactor(self.view, 1)
        self._capture.imageCaptured.connect(lambda _, picture: self.taken.emit(picture))
        self._capture.errorOccurred.connect(lambda _, error, words: self.failed.emit(words))
        self.take_button.clicked.connect(lambda: self._capture.capture())
        for each in QMediaDevices.videoInputs():
            self.cameras.addItem(each.description(), each)
        self.cameras.currentIndexChanged.connect(self.start)
        self.cameras.setVisible(self.cameras.count() > 1)
        self.start()

    def start(self) -> None:
        """Show the chosen camera, in the finest format that is not needlessly fine."""
        self.stop()
        self._camera = QCamera(self.cameras.currentData(), self)
        formats = self.cameras.currentData().videoFormats()
        if formats:
            self._camera.setCameraFormat(max(formats, key=_fineness))
        self._camera.errorOccurred.connect(lambda _, words: self.failed.emit(words))
        self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
            self._camera = None


def there_is_one() -> bool:
    """Whether this PC has a camera."""
    return bool(QMediaDevices.videoInputs())


def _fineness(form: QCameraFormat) -> tuple[bool, int]:
    size = form.resolution()
    fine = size.width() * size.height()
    return fine <= ENOUGH.width() * ENOUGH.height(), fine
