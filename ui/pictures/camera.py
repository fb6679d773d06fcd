"""高拍仪: pictures of a paper, from a camera of this PC or from the folder that any camera's program saves into."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.jobs import messages
from ui.jobs.private_folder import PrivateFolder
from ui.widgets import window_size
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

if TYPE_CHECKING:  # it needs libraries that not every Linux has
    from ui.pictures.live_camera import LiveCamera

logger = logging.getLogger(__name__)

CAMERA_ENDINGS = {".jpg", ".jpeg", ".png", ".pdf"}
FOLDER_LOOKED_AT_EVERY = 700  # ms between two looks into the folder
THUMB = QSize(150, 110)
FILE = Qt.ItemDataRole.UserRole
HOW_TO_PHOTOGRAPH = (
    "请把材料放在高拍仪下，用它自带的程序拍照，存到“{folder}”。拍好的照片会自动出现在这里。",
    "这台电脑没有能直接使用的摄像头。\n\n用高拍仪自带的程序拍照：请先到“更多→读卡器和高拍仪…”里选定它存照片的文件夹；"
    "也可以关闭本窗口，用“收入扫描件…”选择已有的文件。",
)


class CameraDialog(QDialog):
    """Offers every new picture to one paper; what is ticked is taken in, what was photographed here is then deleted."""

    def __init__(self, title: str, folder: Path | None, parent: QWidget | None = None) -> None:
        """``title``: of the paper; ``folder``: where a camera's own program saves, None when nobody said."""
        super().__init__(parent)
        self.setWindowTitle(f"高拍仪　{title}")
        self.own = PrivateFolder()  # for what is photographed here
        self._watched = folder if folder is not None and folder.is_dir() else None
        self._known = set(self._there())  # before the dialog opened: not meant for this paper
        self._sizes: dict[Path, int] = {}
        self.live = live_view()
        self.list = called(QListWidget(), "高拍仪的照片")
        self.take_button = look(QPushButton(icon("mdi6.tray-arrow-down", "paper"), "收入"), "primary")
        self.cancel_button = QPushButton("取消")
        self._watch = QTimer(self, interval=FOLDER_LOOKED_AT_EVERY)
        self._lay_out()
        self._join()
        self._count()
        self._watch.start()

    def files(self) -> list[Path]:
        """The pictures that are ticked, in the order they came."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(FILE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def look(self) -> None:
        """Take note of the files that came into the folder and are written to their end."""
        for file in self._there():
            if file in self._known:
                continue
            size = file.stat().st_size
            if size and self._sizes.get(file) == size:  # it has stopped growing
                self._known.add(file)
                self.add(file)
            self._sizes[file] = size

    def add(self, file: Path) -> None:
        """Show a picture, ticked."""
        item = QListWidgetItem(_thumb(file), file.name)
        item.setData(FILE, file)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        self.list.addItem(item)
        self.list.scrollToItem(item)

    def keep(self, picture: QImage) -> None:
        """Keep what the camera of this PC took, until it is taken in or given up."""
        file = self.own.path / f"拍照{self.list.count() + 1}.jpg"
        if picture.save(str(file), quality=90):
            self.add(file)

    def _there(self) -> list[Path]:
        if self._watched is None or not self._watched.is_dir():
            return []
        return sorted(each for each in self._watched.iterdir() if each.suffix.lower() in CAMERA_ENDINGS)

    def _count(self) -> None:
        count = len(self.files())
        self.take_button.setText(f"收入 {count} 张" if count else "收入")
        self.take_button.setEnabled(count > 0)

    def _lay_out(self) -> None:
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(THUMB)
        self.list.setGridSize(THUMB + QSize(24, 44))
        self.how = QLabel(
            HOW_TO_PHOTOGRAPH[0].format(folder=self._watched) if self._watched else HOW_TO_PHOTOGRAPH[1],
            wordWrap=True,
        )
        self.how.setVisible(self.live is None or self._watched is not None)
        self.how.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts = QHBoxLayout()
        if self.live is not None:
            parts.addWidget(self.live, 3)
        parts.addWidget(self.list, 2)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(self.how)
        layout.addLayout(parts, 1)
        layout.addLayout(foot)
        window_size.resize(self, 940 if self.live is not None else 640, 560)

    def _join(self) -> None:
        self._watch.timeout.connect(self.look)
        self.list.itemChanged.connect(lambda _: self._count())
        self.list.model().rowsInserted.connect(lambda *_: self._count())
        self.take_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(lambda _: self._stop())
        self.rejected.connect(self.own.discard)
        if self.live is not None:
            self.live.taken.connect(self.keep)
            self.live.failed.connect(lambda words: messages.tell(self, f"摄像头不能用：{words}"))

    def _stop(self) -> None:
        self._watch.stop()
        if self.live is not None:
            self.live.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        super().closeEvent(event)


def live_view() -> LiveCamera | None:
    """A live picture, when this PC has a camera and Qt can use it here."""
    try:
        from ui.pictures import live_camera
    except ImportError as error:  # a Linux without its sound libraries
        logger.info("no camera: %s", error)
        return None
    return live_camera.LiveCamera() if live_camera.there_is_one() else None


def _thumb(file: Path) -> QIcon:
    reader = QImageReader(str(file), file.suffix[1:].encode())
    reader.setAutoDetectImageFormat(False)  # what is called a photo and is an SVG is none
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(THUMB * 2, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return icon("mdi6.file-pdf-box") if picture.isNull() else QIcon(QPixmap.fromImage(picture))
