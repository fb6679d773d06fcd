"""Scrolling for pages where the screen is small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

SMALL = QSize(240, 120)
MAY_NEED_MORE = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Room(QScrollArea):
    """Room for a page that is added later: as large as there is room, with bars where the page needs more.

    Words and buttons of the page that go on in the next line get the height that they need.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        return SMALL  # no page makes the window larger than the screen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() in MAY_NEED_MORE and watched is self.widget():
            _fit_height(self.widget())
        return done


class HighEnough(QWidget):
    """As high as what is in it needs at its width: words and buttons that go on in the next line need more."""

    def fit(self) -> None:
        """Take the height that is needed now."""
        _fit_height(self)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in MAY_NEED_MORE:
            self.fit()
        return done


def _fit_height(page: QWidget) -> None:
    inside = page.layout()
    needed = inside.totalMinimumHeightForWidth(page.width()) if inside is not None else 0
    if needed != page.minimumHeight():
        page.setMinimumHeight(max(0, needed))


class Column(QScrollArea):
    """A page that is scrolled up and down: as broad as it needs in whatever type, with its bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.widget()
        broad = page.minimumSizeHint().width() if page is not None else 0
        return QSize(broad + self.verticalScrollBar().sizeHint().width() + 2, SMALL.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolled_page(page: QWidget) -> QScrollArea:
    """The page as broad as there is room, with a bar where it is too long, or where type is too large for the room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
