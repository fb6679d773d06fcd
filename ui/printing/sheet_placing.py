"""Placing pages on the printer's sheets: their size and orientation, and how a page is moved, shrunk and set on one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QTransform
from PySide6.QtPrintSupport import QPrinter

POINTS_OF_MM = 72 / 25.4
SAME_MARGIN = 0.05  # mm


@dataclass(frozen=True, slots=True)
class Placing:
    """How an office's printer wants pages: moved by millimetres, shrunk to what it reaches, on paper of its own."""

    right: float = 0.0  # mm
    down: float = 0.0  # mm
    shrink: bool = False
    pictures: bool = False  # pages go as pictures, for a driver that fails at text
    paper: str = ""  # key of a QPageSize; "" is the page's own size
    source: int = -1  # number of the tray; -1 is what the printer chooses

    @classmethod
    def read(cls, kept: Any) -> Placing:
        """What was remembered; what cannot be read is as if it had never been said."""
        usual = asdict(cls())
        if not isinstance(kept, dict):
            return cls()
        fit = {
            name: value
            for name, value in kept.items()
            if name in usual and isinstance(value, type(usual[name]))
        }
        return cls(**fit)


@dataclass(frozen=True, slots=True)
class Edges:
    """How far something stays from the edges of a sheet, in mm."""

    left: float
    top: float
    right: float
    bottom: float

    def least(self) -> float:
        return min(self.left, self.top, self.right, self.bottom)

    def most(self) -> float:
        return max(self.left, self.top, self.right, self.bottom)

    def reaches(self, other: Edges) -> bool:
        """Whether what keeps these edges also keeps the other ones."""
        mine, theirs = (
            (self.left, self.top, self.right, self.bottom),
            (other.left, other.top, other.right, other.bottom),
        )
        return all(own + SAME_MARGIN >= asked for own, asked in zip(mine, theirs, strict=True))


def sheet_of(points: QSizeF, placing: Placing) -> QPageLayout:
    """The sheet for a page of so many points: the page's own size or the chosen paper, turned as the page is."""
    across = points.width() > points.height()
    turn = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    if placing.paper and (chosen := paper_named(placing.paper)) is not None:
        size = chosen
    layout = QPageLayout(size, turn, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def paper_named(key: str) -> QPageSize | None:
    """The paper of that key, such as A4."""
    for number in QPageSize.PageSizeId:
        if number != QPageSize.PageSizeId.Custom and QPageSize.key(number) == key:
            return QPageSize(number)
    return None


def out_of_reach(printer: QPrinter) -> Edges:
    """What the printer cannot reach of the sheet as it is turned now."""
    margins = printer.pageLayout().minimumMargins()
    unit = printer.pageLayout().units()
    millimetres = QPageLayout.Unit.Millimeter
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, unit)
    layout.setUnits(millimetres)
    found = layout.margins(millimetres)
    return Edges(found.left(), found.top(), found.right(), found.bottom())


def page_onto(points: QSizeF, sheet: QSizeF, edges: Edges, placing: Placing) -> QTransform:
    """From a page's points, upwards from its lower left corner, to the points of a sheet, downwards from its upper left.

    A page on other paper than its own, or shrunk, is as large as fits and in the middle; else it has its true size.
    """
    room = QRectF(0, 0, sheet.width(), sheet.height())
    if placing.shrink:
        room.adjust(*(each * POINTS_OF_MM for each in (edges.left, edges.top, -edges.right, -edges.bottom)))
    fit = min(room.width() / points.width(), room.height() / points.height())
    if not placing.paper:
        fit = min(1.0, fit) if placing.shrink else 1.0
    left = room.left() + (room.width() - points.width() * fit) / 2
    top = room.top() + (room.height() - points.height() * fit) / 2
    if not placing.paper and not placing.shrink:
        left, top = 0.0, 0.0
    left, top = left + placing.right * POINTS_OF_MM, top + placing.down * POINTS_OF_MM
    return QTransform(fit, 0, 0, -fit, left, top + points.height() * fit)


def onto_sheet(points: QSizeF, printer: QPrinter, placing: Placing) -> QTransform:
    """From a page's points to the dots of the printer's sheet."""
    grow = printer.resolution() / 72
    paper = printer.paperRect(QPrinter.Unit.Point)
    placed = page_onto(points, paper.size(), out_of_reach(printer), placing)
    inner = printer.pageRect(QPrinter.Unit.DevicePixel)  # the painter's origin is its corner
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    moved = QTransform.fromTranslate(sheet.left() - inner.left(), sheet.top() - inner.top())
    return placed * QTransform.fromScale(grow, grow) * moved
