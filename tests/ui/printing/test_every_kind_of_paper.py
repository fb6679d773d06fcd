"""What reaches the printer is what was previewed: each kind of paper printed, every page compared as a picture."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from models.printing.printings import PagesWanted
from tests.reports.kinds_of_paper import KINDS, SCANS
from ui.printing.print_run import PrintRun
from ui.printing.sheet_placing import Placing

DOTS = 60  # to the inch, at which pages are compared
ALIKE = (
    70  # of 255, after a blur: edges fall on other dots, but nothing is missing and nothing stands elsewhere
)


def opened(file):
    document = QPdfDocument(None)
    assert document.load(str(file)) == QPdfDocument.Error.None_
    return document


def picture(document, page):
    points = document.pagePointSize(page)
    size = QSize(round(points.width() / 72 * DOTS), round(points.height() / 72 * DOTS))
    white = Image.new("RGBA", (size.width(), size.height()), "white")
    image = document.render(page, size).convertToFormat(QImage.Format.Format_RGBA8888)
    drawn = Image.frombytes("RGBA", white.size, bytes(image.constBits()))
    return Image.alpha_composite(white, drawn).convert("L").filter(ImageFilter.GaussianBlur(1.5))


def print_all(qtbot, file, out, placing=None):
    """Print a file into another; whether anything was drawn as a picture is not asked here."""
    document = opened(file)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(300)
    run = PrintRun(document, printer, PagesWanted(1, document.pageCount()), None, file, placing)
    with qtbot.waitSignal(run.ended) as ended:
        run.start()
    assert ended.args == [document.pageCount(), True]
    return document


def farthest(one, other):
    """How far a picture goes beyond what the other shows within a dot."""
    darkest, lightest = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    beyond = (ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest))
    return max(each.getextrema()[1] for each in beyond)


def compare(previewed, printed):
    assert printed.pageCount() == previewed.pageCount()
    for page in range(previewed.pageCount()):
        wanted, came = previewed.pagePointSize(page), printed.pagePointSize(page)
        assert (came.width(), came.height()) == pytest.approx((wanted.width(), wanted.height()), abs=1)
        one = picture(previewed, page)
        other = picture(printed, page).resize(one.size)
        assert max(farthest(one, other), farthest(other, one)) < ALIKE, f"page {page + 1}"


@pytest.mark.parametrize("kind", [*KINDS, *SCANS])
def test_each_page_is_printed_as_it_was_previewed(qtbot, archive, tmp_path, kind):
    (KINDS | SCANS)[kind](tmp_path / "预览.pdf")
    previewed = print_all(qtbot, tmp_path / "预览.pdf", tmp_path / "纸.pdf")
    compare(previewed, opened(tmp_path / "纸.pdf"))


def test_a_driver_that_fails_at_text_gets_pictures(qtbot, archive, tmp_path):
    KINDS["登记表（横）"](tmp_path / "预览.pdf")
    previewed = print_all(qtbot, tmp_path / "预览.pdf", tmp_path / "纸.pdf", Placing(pictures=True))
    compare(previewed, opened(tmp_path / "纸.pdf"))
    assert b"/FontFile2" not in (tmp_path / "纸.pdf").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_papers_are_drawn_natively(qtbot, archive, tmp_path, kind):
    KINDS[kind](tmp_path / "预览.pdf")
    print_all(qtbot, tmp_path / "预览.pdf", tmp_path / "纸.pdf")
    spooled = (tmp_path / "纸.pdf").read_bytes()
    assert b"/FontFile2" in spooled
    assert len(spooled) < 20 * (tmp_path / "预览.pdf").stat().st_size
