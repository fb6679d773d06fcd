"""Returned cards 收回的走访卡, shown beside the form: what was ticked and what was written, to be typed without the paper."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.archive import scans
from models.core.record import Refusal
from models.signed_papers.returned_card import card_of
from models.visit_plans.planned_visits import PlannedVisit
from ui.widgets import theme


class ReturnedCardView(QWidget):
    """The cut pictures of a card, as broad as the room; hidden where none came back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = theme.look(QLabel("扫描回来的走访卡："), "quiet")
        self.cuts = {"ticks": QLabel(), "writing": QLabel()}
        self._pictures: dict[str, QPixmap] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, *self.cuts.values()):
            column.addWidget(widget)
        column.addStretch()
        self.setMinimumWidth(260)
        self.hide()

    def show_row(self, row: PlannedVisit | None) -> None:
        """Show the card of a planned visit."""
        card = card_of(row) if row is not None else None
        self._pictures = {}
        for name, label in self.cuts.items():
            try:
                content = scans.read_scan(getattr(card, name)) if card is not None else b""
            except Refusal as refusal:
                label.setText(str(refusal))
            else:
                self._pictures[name] = QPixmap()
                self._pictures[name].loadFromData(QByteArray(content))
        self.setVisible(card is not None)
        self._fit()

    def _fit(self) -> None:
        for name, picture in self._pictures.items():
            if not picture.isNull():
                wide = max(1, self.width())
                self.cuts[name].setPixmap(
                    picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
                )

    # --- what Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
