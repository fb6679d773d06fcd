"""The strip of a person's photos over the years, so that one sees at a glance whether it is the same person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.approvals.confirmations import Confirmation, photos_of
from models.archive import scans
from models.core.record import Refusal
from ui.widgets import theme
from ui.widgets.icons import icon

PHOTO_HEIGHT, PHOTOS_SHOWN = 220, 5  # pixels of a photo; photos side by side
NO_PHOTOS_YET = "还没有照片。\n点“收入当年照片”。"


class PhotoStripDialog(QDialog):
    """The photo of the file first, then those of the years, the newest first."""

    def __init__(
        self, one: Confirmation, take: Callable[[Confirmation], bool], parent: QWidget | None = None
    ) -> None:
        """``take`` asks for the year's photo and keeps it."""
        super().__init__(parent)
        self.setWindowTitle(f"{one.person.name}的照片")
        self._one, self._take = one, take
        self.strip = QHBoxLayout()
        self.take_button = theme.look(
            QPushButton(icon("mdi6.camera-outline", "paper"), f"收入{one.year}年照片…"), "primary"
        )
        self.take_button.clicked.connect(self.take)
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.take_button)
        foot.addStretch()
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addLayout(self.strip)
        column.addLayout(foot)
        self.setMinimumWidth(460)
        self.reload()

    def reload(self) -> None:
        """Show what is kept now."""
        while (item := self.strip.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        kept = [(each.photo, f"{each.year}年") for each in photos_of(self._one.person)]
        own = [(self._one.person.photo, "档案照片")] if self._one.person.photo else []
        shown = [*own, *kept][:PHOTOS_SHOWN]
        for sha256, words in shown:
            self.strip.addWidget(_photo(sha256, words))
        if not shown:
            self.strip.addWidget(
                theme.look(QLabel(NO_PHOTOS_YET, alignment=Qt.AlignmentFlag.AlignCenter), "quiet")
            )
        self.strip.addStretch()

    def take(self) -> None:
        if self._take(self._one):
            self.reload()


def _photo(sha256: str, words: str) -> QWidget:
    """One photo and the year below it."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 8, 0)
    picture, pixmap = QLabel(alignment=Qt.AlignmentFlag.AlignCenter), QPixmap()
    try:
        pixmap.loadFromData(scans.read_scan(sha256))
    except Refusal:
        picture.setText("照片\n无法读取")
    if not pixmap.isNull():
        picture.setPixmap(pixmap.scaledToHeight(PHOTO_HEIGHT, Qt.TransformationMode.SmoothTransformation))
    column.addWidget(picture)
    column.addWidget(theme.look(QLabel(words, alignment=Qt.AlignmentFlag.AlignCenter), "quiet"))
    return held
