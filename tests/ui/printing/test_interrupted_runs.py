"""Runs to a printer in the ledger: whatever breaks them off, each page comes out exactly once."""

from __future__ import annotations

import os
import random

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from models.printing import printings
from models.printing.printings import PagesWanted, Printing, PrintState
from models.printing.printouts import PaperMatter
from reports.paper.sheet import Paper
from ui.print_records.recorded_papers import RecordedPaper
from ui.print_records.run_records import RunRecord
from ui.printing.print_run import PrintRun

PAGES, BAR = 12, 60  # pages, and points from one page's bar to the next one's


class PrinterWithTray:
    """A printer of which each batch is a file in its tray."""

    def __init__(self, folder):
        self.folder, self.batches = folder, 0

    def ready(self):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(72)
        self._next(printer)
        return printer

    def send(self, run, printer):
        run.batch_began.connect(lambda *_: self._next(printer))

    def out(self):
        """What lies in the tray: the numbers of the pages, by the bar that each has at its own height."""
        return [number for file in sorted(self.folder.glob("*.pdf")) for number in numbers_of(file)]

    def _next(self, printer):
        self.batches += 1
        printer.setOutputFileName(str(self.folder / f"{self.batches:04}.pdf"))


def numbers_of(file):
    document = QPdfDocument()
    document.load(str(file))
    found = []
    for page in range(document.pageCount()):
        picture = document.render(page, QSize(60, 84)).convertToFormat(QImage.Format.Format_RGBA8888)
        dark = [
            y for y in range(84) if (pixel := picture.pixelColor(30, y)).alpha() and pixel.lightness() < 128
        ]
        found.append(round((842 - (sum(dark) / len(dark) + 0.5) * 842 / 84 - 10) / BAR))
    document.close()
    return found


@pytest.fixture
def papers(archive, tmp_path):
    """Pages that are told apart by a bar at its own height."""
    file = tmp_path / "纸.pdf"
    with file.open("wb") as stream:
        paper = Paper(stream, "纸", "王芳")
        for number in range(1, PAGES + 1):
            paper.frame(100, BAR * number, 300, 20, 20)
            paper.turn()
        paper.close()
    return file


@pytest.fixture
def document(papers, qapp):
    made = QPdfDocument()
    made.load(str(papers))
    yield made
    made.close()


@pytest.fixture
def paper(papers, document):
    return RecordedPaper(papers, document.pageCount(), PaperMatter("一人一档　3人", people=3))


@pytest.fixture
def tray(tmp_path):
    folder = tmp_path / "出纸"
    folder.mkdir()
    return PrinterWithTray(folder)


def sent(tray, document, papers, wanted, first=1, most=2):
    printer = tray.ready()
    run = PrintRun(document, printer, wanted, None, papers, None, first, most)
    tray.send(run, printer)
    return run


def test_a_run_is_written_down_batch_by_batch(tray, document, papers, paper):
    wanted = PagesWanted(1, document.pageCount())
    run = sent(tray, document, papers, wanted)
    run.record = paper.promise("一楼打印机", wanted, run.plan)
    while not run._over:
        run._step()
    printing = Printing.get()
    assert printing.state == PrintState.DONE
    assert printing.sheets == document.pageCount() == len(tray.out())
    assert printing.batches.count() == -(-document.pageCount() // 2)


def test_stopped_in_good_order_it_knows_the_last_sheet(tray, document, papers, paper):
    wanted = PagesWanted(1, document.pageCount())
    run = sent(tray, document, papers, wanted, most=50)
    run.record = paper.promise("一楼打印机", wanted, run.plan)
    for _ in range(3):
        run._step()
    run.stop()
    assert Printing.get().progress == (3, 3)
    assert printings.broken_off() == [Printing.get()]


def test_stopped_between_the_sides_of_a_sheet_that_sheet_is_not_good(tray, document, papers, paper):
    wanted = PagesWanted(1, document.pageCount(), both_sides=True)
    run = sent(tray, document, papers, wanted, most=50)
    run.record = paper.promise("一楼打印机", wanted, run.plan)
    for _ in range(3):
        run._step()
    run.quit()
    assert Printing.get().progress.sent == 1


@pytest.mark.parametrize("seed", range(int(os.environ.get("YOUFU_KILLS", "8"))))
@pytest.mark.parametrize("both", [False, True])
def test_killed_at_any_page_the_sheets_that_came_out_and_those_that_follow_are_each_page_once(
    seed, both, tray, document, papers, paper
):
    """The program dies without a word; what it had drawn of the batch may lie in the tray or not."""
    chance = random.Random(seed)
    wanted = PagesWanted(1, document.pageCount(), both_sides=both)
    run = sent(tray, document, papers, wanted)
    run.record = paper.promise("一楼打印机", wanted, run.plan)
    printing, plan = run.record.printing, run.plan
    while True:
        steps = chance.randint(1, 5)
        while steps and not run._over:
            run._step()
            steps -= 1
        if run._over:
            break
        if run._painter is not None and chance.random() < 0.5:
            (tray.folder / f"{tray.batches:04}.pdf").unlink(missing_ok=True)
        kill(run)
        good = officer_clears(tray, plan)
        assert good <= Printing.get_by_id(printing.id).progress.handed
        run = sent(tray, document, papers, wanted, good + 1)
        run.record = RunRecord(printing, run.plan)
    assert tray.out() == list(range(1, PAGES + 1))
    assert Printing.get_by_id(printing.id).state == PrintState.DONE


def kill(run):
    """What a power cut leaves: the sheets that the printer had, nothing written down any more."""
    run._timer.stop()
    if run._painter is not None:
        run._painter.end()
        run._painter = None
    run._over = True


def officer_clears(tray, plan):
    """The officer takes away a sheet whose back is missing, and counts the good ones."""
    lying = sum(len(PdfReader(file).pages) for file in tray.folder.glob("*.pdf"))
    good = next((n for n in range(len(plan.sheets), -1, -1) if plan.pages_before(n + 1) <= lying), 0)
    if spoilt := lying - plan.pages_before(good + 1):
        last = sorted(tray.folder.glob("*.pdf"))[-1]
        take_off(last, spoilt)
    return good


def take_off(file, pages):
    kept = PdfReader(file).pages[:-pages]
    file.unlink()
    if kept:
        writer = PdfWriter()
        for page in kept:
            writer.add_page(page)
        writer.write(file)
