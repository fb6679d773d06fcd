"""A run of print: pages of a PDF sent to a printer some at a time, so that a long one can be stopped and gone on with."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from models.core.record import Refusal
from reports.pdf.page_content import OtherHand, PageContents
from ui.printing.page_painter import PagePainter
from ui.printing.page_pictures import draw_picture
from ui.printing.sheet_placing import Placing, onto_sheet, sheet_of

EVERY_SHEET, ODD_SHEETS, EVEN_SHEETS = "全部页", "只打单数页", "只打双数页"
SIDES = (EVERY_SHEET, ODD_SHEETS, EVEN_SHEETS)
PARCEL = 100  # pages handed to the spooler at once: after a paper jam no more than these are lost

logger = logging.getLogger(__name__)


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
        self,
        document: QPdfDocument,
        printer: QPrinter,
        pages: Pages,
        parent: QObject | None = None,
        file: Path | BytesIO | None = None,
        placing: Placing | None = None,
    ) -> None:
        """``file`` is the document's own: what our writer wrote is painted natively, else all pages go as pictures."""
        super().__init__(parent)
        self._document, self._printer = document, printer
        self._placing = placing or Placing()
        native = file is not None and not self._placing.pictures
        self._native = PagePainter(PageContents(file)) if file is not None and native else None
        self._sheet: QPageLayout | None = None
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
        page = self._numbers[self._sent] - 1
        sheet = sheet_of(self._document.pagePointSize(page), self._placing)
        turned, self._sheet = sheet != self._sheet, sheet
        if self._painter is not None and self._parcel_full(turned):
            self._painter.end()
            self._painter = None
        if self._painter is None:
            self._take(sheet)
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                raise Refusal("打印机没有接受这份文件，请检查打印机是否接通、有没有脱机")
        else:
            if turned:
                self._take(sheet)
            if not self._printer.newPage():
                raise Refusal("打印机中断了，请检查打印机，然后从断开的那一页继续")
        self._draw(page, self._painter)
        self._sent += 1

    def _parcel_full(self, turned: bool) -> bool:
        """Whether a new parcel begins: a printer takes another sheet only then, and a file is one parcel."""
        if self._printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            return False
        return turned or self._sent % PARCEL == 0

    def _take(self, sheet: QPageLayout) -> None:
        """Have the next sheet of this size and turned so."""
        self._printer.setFullPage(True)
        self._printer.setPageLayout(sheet)

    def _draw(self, page: int, painter: QPainter) -> None:
        onto = onto_sheet(self._document.pagePointSize(page), self._printer, self._placing)
        if self._native is not None:
            try:
                self._native.paint(page, painter, onto)
                return
            except OtherHand as stranger:
                logger.info("page %s is printed as a picture: %s", page + 1, stranger)
        draw_picture(self._document, page, painter, onto, self._printer.resolution())

    def _close(self) -> None:
        self._over = True
        self._timer.stop()
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        if self._native is not None:
            self._native.faces.forget()
            self._native = None


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
