"""A run of print: pages of a PDF sent to a printer in batches of sheets, each written down, so that any run can be gone on with."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from models.core.record import Refusal
from models.printing.planned_sheets import MOST_SHEETS_OF_BATCH, PlannedSheets
from models.printing.printings import SHEET_SIDES, PagesWanted
from reports.pdf.page_content import OtherHand, PageContents
from ui.print_records.run_records import RunRecord
from ui.printing.page_painter import PagePainter
from ui.printing.page_pictures import draw_picture
from ui.printing.sheet_placing import Placing, onto_sheet, sheet_of

EVERY_SHEET, ODD_SHEETS, EVEN_SHEETS = SHEET_SIDES

logger = logging.getLogger(__name__)


class Face(NamedTuple):
    """A page to be sent: on which sheet of the run, and the batch that it opens or ends, sheets counted from 1."""

    page: int
    sheet: int
    opens: tuple[int, int] | None
    ends: bool


class PrintRun(QObject):
    """Draws one page after another; between two pages the window stays alive."""

    stepped = Signal(int, int)  # pages sent, of how many
    batch_began = Signal(int, int)  # first and last sheet, before anything of them is sent
    ended = Signal(int, bool)  # the last page sent (0 = none), and whether all were
    failed = Signal(object)

    def __init__(
        self,
        document: QPdfDocument,
        printer: QPrinter,
        pages: PagesWanted,
        parent: QObject | None = None,
        file: Path | BytesIO | None = None,
        placing: Placing | None = None,
        first_sheet: int = 1,
        most: int = 0,
    ) -> None:
        """``file`` is the document's own: what our writer wrote is painted natively, else all pages go as pictures.

        ``first_sheet`` is where a run that was broken off goes on; ``most`` how many sheets a batch has.
        """
        super().__init__(parent)
        self._document, self._printer = document, printer
        self._placing = placing or Placing()
        native = file is not None and not self._placing.pictures
        self._native = PagePainter(PageContents(file)) if file is not None and native else None
        self._sheet: QPageLayout | None = None
        self.wanted = pages
        self.plan = sheet_plan(document, pages)
        printer.setCopyCount(1)  # each copy is sent by us, so that a jam in the second one is known too
        self._faces = list(self._in_batches(first_sheet, most or self._usual_batch()))
        self.record: RunRecord | None = None
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
        self._break_off()
        self.ended.emit(self.last_sent(), False)

    def quit(self) -> None:
        """Send no more and say nothing: nobody is there to hear."""
        if not self._over:
            self._break_off()

    def last_sent(self) -> int:
        return self._faces[self._sent - 1].page if self._sent else 0

    def _usual_batch(self) -> int:
        """A file is one batch: it is whole only when it is closed."""
        is_file = self._printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        return max(1, len(self.plan.sheets)) if is_file else MOST_SHEETS_OF_BATCH

    def _in_batches(self, first: int, most: int) -> Iterator[Face]:
        for start, end in self.plan.batches(first, most):
            for sheet in range(start, end + 1):
                pages = self.plan.sheets[sheet - 1]
                for page in pages:
                    opens = (start, end) if sheet == start and page == pages[0] else None
                    yield Face(page, sheet, opens, sheet == end and page == pages[-1])

    def _step(self) -> None:
        try:
            self._send()
        except Exception as error:  # told as what it is; the timer would only run into it again
            try:
                self._break_off()
            finally:
                self.failed.emit(error)
                self.ended.emit(self.last_sent(), False)
            return
        self.stepped.emit(self._sent, len(self._faces))
        if self._sent == len(self._faces):
            self._close()
            self.ended.emit(self.last_sent(), True)

    def _send(self) -> None:
        face = self._faces[self._sent]
        sheet = sheet_of(self._document.pagePointSize(face.page - 1), self._placing)
        turned, self._sheet = sheet != self._sheet, sheet
        if face.opens is not None:
            self._open_batch(*face.opens)
        if self._painter is not None and turned and not self._is_file():
            self._end_parcel()  # a printer takes another sheet only in a new parcel
        self._ready_sheet(sheet, turned)
        assert self._painter is not None
        self._draw(face.page - 1, self._painter)
        self._sent += 1
        if face.ends:
            self._end_parcel()
            if self.record is not None:
                self.record.sent()

    def _open_batch(self, first: int, last: int) -> None:
        if self.record is not None:
            self.record.begin(first, last)
        self.batch_began.emit(first, last)

    def _ready_sheet(self, sheet: QPageLayout, turned: bool) -> None:
        if self._painter is None:
            self._take(sheet)
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                self._painter = None
                raise Refusal("打印机没有接受这份文件，请检查打印机是否接通、有没有脱机")
            return
        if turned:
            self._take(sheet)
        if not self._printer.newPage():
            raise Refusal("打印机中断了，请检查打印机，然后从断开的那一页继续")

    def _is_file(self) -> bool:
        return self._printer.outputFormat() == QPrinter.OutputFormat.PdfFormat

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

    def _end_parcel(self) -> None:
        """Hand to the spooler what was drawn."""
        if self._painter is not None:
            self._painter.end()
            self._painter = None

    def _break_off(self) -> None:
        """Hand over what was drawn, and write down which sheets that made whole."""
        self._close()
        if self.record is not None and self._sent and not self._faces[self._sent - 1].ends:
            last = self._faces[self._sent - 1]
            whole = self._faces[self._sent].sheet != last.sheet
            self.record.sent_until(last.sheet if whole else last.sheet - 1)

    def _close(self) -> None:
        self._over = True
        self._timer.stop()
        self._end_parcel()
        if self.record is not None:
            self.record.over()
        if self._native is not None:
            self._native.faces.forget()
            self._native = None


def sheet_plan(document: QPdfDocument, pages: PagesWanted) -> PlannedSheets:
    """Which of a document's pages lie on which sheet."""

    def look(page: int) -> tuple[int, int]:
        size = document.pagePointSize(page - 1)
        return round(size.width()), round(size.height())

    return PlannedSheets.of(pages.numbers(), pages.both_sides, pages.copies, look)


class PrintProgress(QProgressDialog):
    """How many pages were sent; 停止 stops between two pages."""

    def __init__(self, run: PrintRun, parent: QWidget) -> None:
        super().__init__("正在送往打印机……", "", 0, 0, parent)
        stop = QPushButton("停止（卡纸时也按这里）")
        self.setCancelButton(stop)
        self.setMinimumWidth(stop.sizeHint().width() + 40)  # which Qt's own dialog does not ask for
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
