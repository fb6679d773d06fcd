"""The sending of a paper: asked which pages, written into the print ledger, stopped, and gone on with after a jam."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from models.office.deeds import PRINT_IT
from models.printing import printings, printouts
from models.printing.printings import PagesWanted, Printing, PrintState, PrintTarget
from ui.jobs import messages
from ui.jobs.operations import allowed, attempt
from ui.print_records.last_good_sheet import LastGoodSheetDialog
from ui.print_records.recorded_papers import RecordedPaper, ledger_news
from ui.print_records.run_records import RunRecord
from ui.printing.page_pictures import free_edges
from ui.printing.print_pages import PrintPagesDialog
from ui.printing.print_run import PrintProgress, PrintRun, sheet_plan
from ui.widgets.dialogs import run_dialog

NOTHING_TO_GO_ON_WITH = "这份印件还没有送到过打印机，请按“打印”"


class PaperSending(QObject):
    """Sends the paper of a window to a printer."""

    def __init__(
        self, window: QWidget, document: QPdfDocument, paper: Callable[[], RecordedPaper], title: str
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._paper, self._title = window, document, paper, title
        self.run: PrintRun | None = None
        self.known: Printing | None = None  # a run that the ledger asked to go on with

    def left(self) -> Printing | None:
        """The newest run of this paper, if it was broken off."""
        newest = self.known or self._paper().newest()
        return newest if newest is not None and newest.state == PrintState.BROKEN else None

    def last_sent(self) -> int:
        """The last page that a run which was broken off has surely sent; 0 when there is none."""
        left = self.left()
        if left is None or not left.progress.sent:
            return 0
        return sheet_plan(self._document, left.wanted).sheets[left.progress.sent - 1][-1]

    def print(self, double_sided: bool, first: PagesWanted | None = None) -> None:
        """Ask which pages, and send them. ``first`` is what is proposed."""
        if not allowed(self._window, PRINT_IT):
            return
        free = free_edges(self._document)
        asked = PrintPagesDialog(
            self._document.pageCount(), self.last_sent(), double_sided, self._window, free, self.sheets_of
        )
        if first is not None:
            asked.propose(first)
        if run_dialog(asked):
            left = self.left() if asked.goes_on else None
            if left is not None and asked.pages() == PagesWanted(
                self.last_sent() + 1, left.last or 1, left.sides, bool(left.both_sides), left.copies or 1
            ):
                self._go_on_behind(left, left.progress.sent, asked)
            else:
                self.send(self._made(asked, asked.pages(), 1), place=asked.names.currentText())

    def send(self, run: PrintRun, record: RunRecord | None = None, place: str = "") -> None:
        """Send pages behind a progress dialog; 停止 stops between two pages. What is sent is written down."""
        paper = self._paper()
        if record is None and paper.possible:
            record = paper.promise(place, run.wanted, run.plan)
        run.record = record
        ledger_news.written.emit()
        run.failed.connect(messages.explain)
        run.ended.connect(self._ended)
        PrintProgress(run, self._window).show()
        self.run = run
        run.start()

    def go_on(self) -> None:
        """Ask which sheet was the last good one, and go on with the next."""
        if not allowed(self._window, PRINT_IT):
            return
        newest = self.known or self._paper().newest()
        if newest is None or newest.target != PrintTarget.PRINTER or not newest.progress.handed:
            messages.tell(self._window, NOTHING_TO_GO_ON_WITH)
            return
        plan = sheet_plan(self._document, newest.wanted)
        pages = printouts.pages_on_paper(newest.printout)
        dialog = LastGoodSheetDialog(newest, plan, pages, self._window)
        if not run_dialog(dialog):
            return
        good = dialog.last_good() or 0
        if good == len(plan.sheets):
            attempt(self._window, lambda: printings.all_came_out(newest, plan))
            ledger_news.written.emit()
            return
        asked = PrintPagesDialog(
            self._document.pageCount(), 0, bool(newest.both_sides), self._window, free_edges(self._document)
        )
        asked.settle(str(newest.place), newest.wanted)
        if run_dialog(asked):
            self._go_on_behind(newest, good, asked)

    def quit(self) -> None:
        """The window closes: send no more."""
        if self.run is not None:
            self.run.quit()

    def sheets_of(self, pages: PagesWanted) -> int:
        """How many sheets these pages take."""
        return len(sheet_plan(self._document, pages).sheets)

    def _go_on_behind(self, printing: Printing, sheet: int, asked: PrintPagesDialog) -> None:
        run = self._made(asked, printing.wanted, sheet + 1)
        self.send(run, RunRecord(printing, run.plan))

    def _made(self, asked: PrintPagesDialog, pages: PagesWanted, first_sheet: int) -> PrintRun:
        printer, placing = asked.ready_printer(self._title), asked.placing()
        file = self._paper().file
        return PrintRun(self._document, printer, pages, self, file, placing, first_sheet)

    def _ended(self, last: int, whole: bool) -> None:
        ledger_news.written.emit()
        if not whole:
            words = f"已送到第{last}页。要接着打，请再按“打印”，选“从第{last + 1}页继续”；"
            messages.tell(self._window, f"{words}卡坏了几张的，按“卡纸，接着打”，告诉程序最后一张好纸是哪张")
