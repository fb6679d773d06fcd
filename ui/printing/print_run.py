"""A run of print: pages of a PDF sent to a printer some at a time, so that a long one can be stopped and gone on with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from models.core.record import Refusal

EVERY_SHEET, ODD_SHEETS, EVEN_SHEETS = "全部页", "只打单数页", "只打双数页"
SIDES = (EVERY_SHEET, ODD_SHEETS, EVEN_SHEETS)
SHARPEST = 600  # dots per inch; more only fills the spooler
BAND = 1000  # rows of dots drawn at once: a whole page at 600 dpi would take 140 MB
PARCEL = 100  # pages handed to the spooler at once: after a paper jam no more than these are lost


@dataclass(frozen=True, slots=True)
class Pages:
    """Which pages are printed: from and to count from 1, both included."""

    first: int
    last: int
    sides: str = EVERY_SHEET

    def numbers(self) -> list[int]:
        step = {EVERY_SHEET: (0, 1), ODD_SHEETS: (1,), EVEN_SHEETS: (0,)}[self.sides]
        return [n for n in range(self.first, self.last + 1) if self.sides == EVERY_SHEET or n % 2 in step]


class PrintRun(QObject):
    """Draws one page after another; between two pages the window stays alive."""

    stepped = Signal(int, int)  # pages sent, of how many
    ended = Signal(int, bool)  # the last page sent (0 = none), and whether all were
    failed = Signal(object)

    def __init__(
        self, document: QPdfDocument, printer: QPrinter, pages: Pages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._printer = document, printer
        self._numbers = pages.numbers() * max(1, self._repeats())
        self._sent = 0
        self._over = False
        self._painter: QPainter | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        """Send no more pages; what was sent is printed. Once it has ended there is nothing to stop."""
        if self._over:
            return
        self._close()
        self.ended.emit(self.last_sent(), False)

    def quit(self) -> None:
        """Send no more and say nothing: nobody is there to hear."""
        self._close()

    def last_sent(self) -> int:
        return self._numbers[self._sent - 1] if self._sent else 0

    def _repeats(self) -> int:
        """How often we must send the pages ourselves: once, where the printer makes its copies."""
        if self._printer.supportsMultipleCopies() or not self._printer.isValid():
            return 1
        return self._printer.copyCount()

    def _step(self) -> None:
        try:
            self._send()
        except Refusal as refusal:
            self._close()
            self.failed.emit(refusal)
            self.ended.emit(self.last_sent(), False)
            return
        self.stepped.emit(self._sent, len(self._numbers))
        if self._sent == len(self._numbers):
            self._close()
            self.ended.emit(self.last_sent(), True)

    def _send(self) -> None:
        if self._painter is not None and self._sent % PARCEL == 0:
            self._painter.end()
            self._painter = None
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                raise Refusal("打印机没有接受这份文件，请检查打印机是否接通、有没有脱机")
        elif not self._printer.newPage():
            raise Refusal("打印机中断了，请检查打印机，然后从断开的那一页继续")
        draw(self._document, self._numbers[self._sent] - 1, self._printer, self._painter)
        self._sent += 1

    def _close(self) -> None:
        self._over = True
        self._timer.stop()
        if self._painter is not None:
            self._painter.end()
            self._painter = None


class PrintProgress(QProgressDialog):
    """How many pages were sent; 停止 stops between two pages."""

    def __init__(self, run: PrintRun, parent: QWidget) -> None:
        super().__init__("正在送往打印机……", "停止", 0, 0, parent)
        self.setWindowTitle("打印")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.canceled.connect(run.stop)
        run.stepped.connect(self._step)
        run.ended.connect(self.close)

    def _step(self, sent: int, total: int) -> None:
        self.setMaximum(total)
        self.setValue(sent)
        self.setLabelText(f"正在送往打印机：{sent:,} / {total:,} 页")


def draw(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    """Draw a page (counted from 0) in its true size onto the printer's sheet, in bands."""
    points = document.pagePointSize(page)
    dots = min(printer.resolution(), SHARPEST)
    whole = QSize(round(points.width() / 72 * dots), round(points.height() / 72 * dots))
    grow = printer.resolution() / dots
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    inner = printer.pageRect(QPrinter.Unit.DevicePixel)
    left, top = (
        sheet.left() - inner.left(),
        sheet.top() - inner.top(),
    )  # the painter's origin is the printable corner
    for y in range(0, whole.height(), BAND):
        height = min(BAND, whole.height() - y)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(QRect(0, y, whole.width(), height))
        band = _on_white(document.render(page, QSize(whole.width(), height), options))
        place = QRect(
            round(left),
            round(top + y * grow),
            round(whole.width() * grow),
            round((y + height) * grow) - round(y * grow),
        )
        painter.drawImage(place, band)


def _on_white(band: QImage) -> QImage:
    """The band as paper shows it; without colour it is a quarter of the size in the spooler."""
    paper = QImage(band.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, band)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8) if paper.allGray() else paper
