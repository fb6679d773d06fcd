"""Scrolling for pages where the screen is small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

SMALL = QSize(240, 120)
MAY_NEED_MORE = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Room(QScrollArea):
    """Room for a page that is added later: as large as there is room, with bars where the page needs more."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        return SMALL  # no page makes the window larger than the screen


class PageRoom(Room):
    """Room for a page of a stack, of which one is shown: it has its type from ``theme.take_type``, not from its window."""


class HighEnough(QWidget):
    """As high as what is in it needs at its width: words and buttons that go on in the next line need more."""

    def fit(self) -> None:
        """Take the height that is needed now."""
        inside = self.layout()
        needed = inside.totalMinimumHeightForWidth(self.width()) if inside is not None else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(max(0, needed))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in MAY_NEED_MORE:
            self.fit()
        return done


class ScrolledColumn(QScrollArea):
    """A page that is scrolled up and down: as broad as it needs in whatever type, with its bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

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
