"""How much the printer's queue takes of the archive sheets, and how long it takes to fill it.

The queue is a printer that prints into a file at 600 dots to the inch: what a driver gets, without the driver.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from models.printing.printings import PagesWanted
from tests.bench.measured import Measured
from tests.bench.test_sheets import DISTRICT, PEOPLE, ours
from ui.printing.print_run import PrintRun

SPOOL, OF_PAGE = 20, 100.0  # times the PDF; CPU milliseconds a page
DOTS = 600


def printed(file: Path, out: Path) -> tuple[int, float]:
    """How many pages were printed, and the CPU seconds that it took."""
    app = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    document = QPdfDocument(app)
    document.load(str(file))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(DOTS)
    run = PrintRun(document, printer, PagesWanted(1, document.pageCount()), None, file)
    waiting = QEventLoop()
    run.ended.connect(waiting.quit)
    began = time.process_time()
    run.start()
    waiting.exec()
    taken = time.process_time() - began
    pages = document.pageCount()
    document.close()
    return pages, taken


def measure(folder: Path, count: int = DISTRICT) -> Iterator[Measured]:
    """What goes to the printer for so many people, against the PDF that was previewed, and the time of a page."""
    file, out = folder / "previewed.pdf", folder / "printed.pdf"
    ours(file, count)
    pages, taken = printed(file, out)
    sizes = (each.stat().st_size / 2**20 for each in (out, file))
    work = f"what goes to the printer of {count} people's sheets, {pages:,} pages, against their PDF"
    yield Measured(work, *sizes, "MiB", SPOOL)
    yield Measured(
        "CPU time of a page on its way to the printer", 1000 * taken / pages, None, "ms", OF_PAGE, True
    )


@pytest.mark.timeout(600)
def test_little_goes_to_the_printer_and_soon(tmp_path):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    measured = list(measure(tmp_path, PEOPLE))
    assert all(each.kept for each in measured), [each.row for each in measured]
