"""The edit of a scan 调整扫描件, a dialog: turned, put straight, cut; the scan itself stays in the archive."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from models.archive import scans
from models.archive.paper_edits import MOST_SKEW, ONLY_TURNED, Edit, slant_of
from models.people.attachments import Attachment, change_paper, original_of, show_original
from models.people.materials import Scan
from ui.jobs.operations import attempt, attempt_entry
from ui.jobs.session import Session
from ui.pictures.part_view import WHOLE_PART, PartView
from ui.widgets import theme, window_size
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

SEEN_AT = 1400  # dots of the longer side while one looks
HOW_TO_EDIT = "在图上拖出要留下的部分；不拖就留整幅。原扫描件不会丢，可以撤销，也可以随时“恢复原件”。"
NOT_ASLANT = "看不出歪斜"


class ScanEditDialog(QDialog):
    """Puts one scan right; the edit is kept as an entry, named by ``named``."""

    def __init__(
        self, session: Session, paper: Scan | Attachment, named: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.paper, self.named = session, paper, named
        self.setWindowTitle(f"调整扫描件　{paper.file_name}")
        self.content = b""
        self.picture = QImage()
        self.quarters = 0
        self.pages: dict[int, int] = {}  # quarter turns of single pages of a PDF
        self.view = PartView()
        self.degrees = QDoubleSpinBox(
            minimum=-MOST_SKEW, maximum=MOST_SKEW, singleStep=0.1, decimals=2, suffix="°"
        )
        called(self.degrees, "转几度")
        self.page, self.one_page = (
            called(QSpinBox(minimum=1, prefix="第 "), "第几页"),
            QCheckBox("只转这一页"),
        )
        self.hint = theme.look(QLabel(HOW_TO_EDIT, wordWrap=True), "hint")
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        attempt(self, self._read)

    def edit(self) -> Edit:
        """What was chosen."""
        return Edit(
            self.quarters % 4, self.degrees.value(), self.view.part, tuple(sorted(self.pages.items()))
        )

    def turn(self, quarters: int) -> None:
        """Turn clockwise by quarters, of a PDF all pages or the one shown; the part chosen before is given up."""
        if self.one_page.isChecked():
            page = self.page.value() - 1
            self.pages[page] = (self.pages.get(page, 0) + quarters) % 4
        else:
            self.quarters += quarters
        self.view.choose(WHOLE_PART)
        self._show()

    def straighten(self) -> None:
        """Find by how much the lines lie aslant, and turn them level."""

        def found(degrees: float) -> None:
            self.degrees.setValue(degrees)
            self.hint.setText(HOW_TO_EDIT if degrees else f"{NOT_ASLANT}，可以自己填度数。")

        attempt(self, lambda: slant_of(self.content, self.quarters), found)

    def save(self) -> None:
        """Keep what was chosen in the place of the scan."""
        title = f"调整{self.named}的扫描件“{self.paper.file_name}”"
        attempt_entry(
            self, self.session, title, lambda: change_paper(self.paper, self.edit()), lambda _: self.accept()
        )

    def bring_back(self) -> None:
        """Show the scan again as it was taken in."""
        title = f"恢复{self.named}的扫描件“{self.paper.file_name}”的原件"
        attempt_entry(self, self.session, title, lambda: show_original(self.paper), lambda _: self.accept())

    def _read(self) -> None:
        self.content = scans.read_scan(self.paper.sha256)
        is_pdf = self.paper.media == "application/pdf"
        self.picture = _page_of(self.content, 0) if is_pdf else _picture(self.content)
        self.view.cutting = not is_pdf
        for widget in (self.degrees, self.buttons["straighten"], self.buttons["whole"]):
            widget.setEnabled(not is_pdf)
        several = is_pdf and (self.paper.pages or 1) > 1
        for pages in (self.page, self.one_page):
            pages.setVisible(several)
        if is_pdf:
            self.hint.setText(f"{ONLY_TURNED}。")
            self.page.setRange(1, max(1, self.paper.pages or 1))
            self.page.setSuffix(f" 页（共{self.page.maximum()}页）")
        self._show()

    def _show_page(self, page: int) -> None:
        self.picture = _page_of(self.content, page - 1)
        self._show()

    def _show(self) -> None:
        quarters = self.edit().turns_of(self.page.value() - 1)
        turned = self.picture.transformed(QTransform().rotate(90 * quarters))
        self.view.show_picture(_aslant(turned, self.degrees.value()) if self.degrees.value() else turned)
        self._refresh()

    def _refresh(self) -> None:
        self.buttons["save"].setEnabled(not self.edit().nothing and not self.picture.isNull())
        self.buttons["whole"].setEnabled(self.view.part != WHOLE_PART)

    def _lay_out(self) -> None:
        row, end = QHBoxLayout(), QHBoxLayout()
        for name, picture, words, act, line in (
            ("left", "mdi6.rotate-left", "左转", lambda: self.turn(-1), row),
            ("right", "mdi6.rotate-right", "右转", lambda: self.turn(1), row),
            ("straighten", "mdi6.format-rotate-90", "自动拉直", self.straighten, row),
            ("whole", "mdi6.crop-free", "留整幅", lambda: self.view.choose(WHOLE_PART), row),
            ("original", "mdi6.restore", "恢复原件", self.bring_back, end),
            ("cancel", "mdi6.close", "取消", self.reject, end),
            ("save", "mdi6.check", "保存", self.save, end),
        ):
            button = self.buttons[name] = QPushButton(icon(picture), words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            line.addWidget(button)
            if name == "straighten":
                row.addWidget(self.degrees)
            if name == "original":
                end.addStretch()
        row.addStretch()
        row.addWidget(self.page)
        row.addWidget(self.one_page)
        theme.look(self.buttons["save"], "primary")
        self.buttons["original"].setEnabled(original_of(self.paper) != self.paper.sha256)
        self.degrees.valueChanged.connect(lambda _: self._show())
        self.page.valueChanged.connect(self._show_page)
        self.view.chosen.connect(self._refresh)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self.hint)
        column.addLayout(end)
        window_size.resize(self, 760, 640)


def _picture(content: bytes) -> QImage:
    """The picture upright, small enough to be turned while one looks."""
    kept = QBuffer()
    kept.setData(QByteArray(content))
    kept.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(kept)
    reader.setAutoTransform(True)
    return _small(reader.read())


def _page_of(content: bytes, page: int) -> QImage:
    """A page of a PDF, from 0; no picture where there is none."""
    kept, document = QBuffer(), QPdfDocument()
    kept.setData(QByteArray(content))
    kept.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(kept)
    if document.pageCount() <= page:
        return QImage()
    size = document.pagePointSize(page)
    scale = SEEN_AT / max(size.width(), size.height(), 1)
    drawn = document.render(page, QSize(round(size.width() * scale), round(size.height() * scale)))
    sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return sheet


def _small(picture: QImage) -> QImage:
    if picture.isNull() or max(picture.width(), picture.height()) <= SEEN_AT:
        return picture
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(SEEN_AT, SEEN_AT, keep, smooth)


def _aslant(picture: QImage, degrees: float) -> QImage:
    """The picture turned within its edges, white where nothing was: as ``apply_edit`` does it."""
    made = QImage(picture.size(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(picture.width() / 2, picture.height() / 2)
    painter.rotate(degrees)
    painter.drawImage(-picture.width() // 2, -picture.height() // 2, picture)
    painter.end()
    return made
