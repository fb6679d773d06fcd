"""A person's photo in the file's header: shown, and changed by file, by pasting or by dropping a picture on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget

from models.archive import scans
from models.core.files import cause, plain_words
from models.core.record import Refusal
from models.incoming.paper_forms import PICKED_PICTURES
from models.people import photos
from models.people.person import Person
from ui.jobs import messages
from ui.jobs.operations import attempt
from ui.jobs.saving import ask_place, note_saved
from ui.jobs.session import Session
from ui.pictures.crop import CropDialog
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

SIZE = QSize(80, 112)  # 35 : 49
PHOTO_FILES = f"图片 ({PICKED_PICTURES})"
LONGEST_EDGE = 3000  # pixels: a phone's picture is shrunk before one crops it


class PhotoBox(QLabel):
    """The photo of one person."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "photo")
        self._session = session
        self._person: Person | None = None
        self.setFixedSize(SIZE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("单击选择照片；也可以粘贴（Ctrl+V）或把图片拖到这里")

    def show_person(self, person: Person) -> None:
        """Show a person's photo, or the place for it."""
        self._person = person
        theme.marked(self, "empty", not person.photo)
        if not person.photo:
            self.setText("照片")
            return
        try:
            picture = QPixmap()
            picture.loadFromData(scans.read_scan(person.photo))
        except Refusal as refusal:
            self.setText("照片\n打不开")
            self.setToolTip(str(refusal))
            return
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = picture.scaled(SIZE * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)

    def menu(self) -> QMenu:
        """What can be done with the photo."""
        menu = QMenu(self)
        menu.addAction(icon("mdi6.image-plus"), "选择照片文件…", self.choose)
        paste = menu.addAction(icon("mdi6.content-paste"), "粘贴照片", self.paste)
        paste.setEnabled(_holds_picture(QGuiApplication.clipboard().mimeData()))
        if self._person is not None and self._person.photo:
            menu.addAction(icon("mdi6.content-save"), "照片另存为…", self.save_as)
            menu.addAction(icon("mdi6.image-off"), "取下照片", self.take_off)
        return menu

    def choose(self) -> None:
        """Ask for a picture's file."""
        file, _ = QFileDialog.getOpenFileName(self, "选择照片", "", PHOTO_FILES)
        if file:
            self.take(_opened(file))

    def paste(self) -> None:
        """Take the picture of the clipboard, or the file that was copied."""
        self._take_from(QGuiApplication.clipboard().mimeData())

    def take(self, picture: QImage | Refusal) -> None:
        """Let the officer crop a picture and keep it."""
        if isinstance(picture, Refusal):
            messages.explain(picture, self)
            return
        if max(picture.width(), picture.height()) > LONGEST_EDGE:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(LONGEST_EDGE, LONGEST_EDGE, keep, smooth)
        dialog = CropDialog(picture, self)
        if run_dialog(dialog):
            self._change(dialog.content(), dialog.view.frame())

    def take_off(self) -> None:
        """Take the photo out of the file; the journal can bring it back."""
        if messages.ask_losing(self, "取下这张照片？以后可以在“变更记录”里恢复。", "取下"):
            self._change(None)

    def save_as(self) -> None:
        """Save the photo where the officer says."""
        assert self._person is not None
        photo, whose = self._person.photo, self._person.uid
        file = ask_place(self, f"{self._person.name}.jpg", "JPEG图片 (*.jpg)", "照片另存为")
        if file is not None:
            attempt(self, lambda: _save(photo, file), lambda _: note_saved(file, whose=whose))

    def _change(self, content: bytes | None, frame: photos.Frame | None = None) -> None:
        person = self._person
        assert person is not None
        if attempt(self, lambda: photos.change(person, content, self._session.user, frame)):
            self.show_person(person)
            self._session.wrote()

    def _take_from(self, given: QMimeData | None) -> None:
        if given is None or not _holds_picture(given):
            messages.tell(self, "剪贴板里没有图片。请先复制一张图片，或复制图片文件。")
        elif given.hasUrls() and given.urls()[0].isLocalFile():
            self.take(_opened(given.urls()[0].toLocalFile()))
        else:
            self.take(QImage(given.imageData()))

    # --- what Qt asks for

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._person is not None:
            self.menu().exec(self.mapToGlobal(QPoint(0, self.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._person is not None:
            self.menu().exec(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._person is not None:
            self.paste()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return) and self._person is not None:
            self.menu().exec(self.mapToGlobal(QPoint(0, self.height())))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _holds_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take_from(event.mimeData())


def _holds_picture(given: QMimeData | None) -> bool:
    """Whether there is a picture; an empty clipboard may be nothing at all."""
    return given is not None and (given.hasImage() or (given.hasUrls() and given.urls()[0].isLocalFile()))


def _opened(file: str) -> QImage | Refusal:
    """The picture in a file, upright; or why it cannot be taken."""
    try:
        with plain_words(Path(file)):
            content = photos.photo_form(Path(file).read_bytes())
    except Refusal as refusal:
        return refusal
    kept = QBuffer()
    kept.setData(QByteArray(content))
    kept.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(kept)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()).lower() not in (b"jpeg", b"png", b"bmp"):
        return Refusal(photos.UNKNOWN_PHOTO)
    picture = reader.read()
    return Refusal(f"“{Path(file).name}”打不开，可能已损坏") if picture.isNull() else picture


def _save(photo: str, file: Path) -> None:
    content = scans.read_scan(photo)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Refusal(f"不能写入“{file}”：{cause(error)}") from error
