"""Scrolling for pages where the screen is small."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

SMALL = QSize(240, 120)


class Room(QScrollArea):
    """Room for a page that is added later: as large as there is room, with bars where the page needs more."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        return SMALL  # no page makes the window larger than the screen


class HighEnough(QWidget):
    """As high as what is in it needs at its width: words and buttons that go on in the next line need more."""

    def fit(self) -> None:
        """Take the height that is needed now."""
        inside = self.layout()
        needed = inside.totalMinimumHeightForWidth(self.width()) if inside is not None else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(max(0, needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def scrolled_page(page: QWidget) -> QScrollArea:
    """The page as broad as there is room, with a bar at the right when it is too long."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
