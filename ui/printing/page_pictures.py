"""Pages as pictures: what is not our own, and what a driver fails at, goes to the printer in bands of dots."""

from __future__ import annotations

from dataclasses import astuple

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from ui.printing.sheet_placing import POINTS_OF_MM, Edges

SHARPEST = 600  # dots per inch; more only fills the spooler
BAND = 1000  # rows of dots drawn at once: a whole page at 600 dpi would take 140 MB
GLANCED = 6  # pages
GLANCE = 40  # dots per inch at which it is seen how near to the edge something stands


def draw_picture(
    document: QPdfDocument, page: int, painter: QPainter, onto: QTransform, resolution: int
) -> None:
    """Draw a page (counted from 0) in bands; ``onto`` leads from its points, upwards, to dots of that resolution."""
    points = document.pagePointSize(page)
    dots = min(resolution, SHARPEST) / 72
    whole = QSize(round(points.width() * dots), round(points.height() * dots))
    place = onto.mapRect(QRectF(0, 0, points.width(), points.height()))
    painter.save()
    painter.resetTransform()
    for y in range(0, whole.height(), BAND):
        height = min(BAND, whole.height() - y)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(QRect(0, y, whole.width(), height))
        band = _on_white(document.render(page, QSize(whole.width(), height), options))
        grow = place.height() / whole.height()
        top, bottom = round(place.top() + y * grow), round(place.top() + (y + height) * grow)
        painter.drawImage(QRect(round(place.left()), top, round(place.width()), bottom - top), band)
    painter.restore()


def free_edges(document: QPdfDocument) -> Edges:
    """How far from the edges of their sheets the ink of the first pages stays; the others are made like them."""
    found = [_free_edges(document, page) for page in range(min(GLANCED, document.pageCount()))]
    return Edges(*(min(each) for each in zip(*map(astuple, found), strict=True)))


def _free_edges(document: QPdfDocument, page: int) -> Edges:
    points: QSizeF = document.pagePointSize(page)
    size = QSize(round(points.width() / 72 * GLANCE), round(points.height() / 72 * GLANCE))
    seen = _on_white(document.render(page, size)).convertToFormat(QImage.Format.Format_Grayscale8)
    turned = (seen.transformed(QTransform().rotate(quarter * 90)) for quarter in range(4))
    dot = 72 / GLANCE / POINTS_OF_MM
    top, left, bottom, right = (_white_rows(side) * dot for side in turned)
    return Edges(left, top, right, bottom)


def _white_rows(image: QImage) -> int:
    """How many rows from the top are white."""
    wide, bits = image.bytesPerLine(), bytes(image.constBits())
    for row in range(image.height()):
        if min(bits[row * wide : row * wide + image.width()]) < 250:
            return row
    return image.height()


def _on_white(band: QImage) -> QImage:
    """The band as paper shows it; without colour it is a quarter of the size in the spooler."""
    paper = QImage(band.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, band)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8) if paper.allGray() else paper
