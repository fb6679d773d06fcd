"""The box of a span of months: the first, and how many."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.core.dates import this_day
from models.forecast.forecasts import USUAL_MONTHS, coming_months
from ui.forms.combo_boxes import Box
from ui.pay.dues.month_box import MonthBox
from ui.widgets.spoken_names import called

COUNTS_OF_MONTHS = (12, 24, 36, 60)


class SpanBox(QWidget):
    """Says ``changed`` when other months are chosen; begins with the coming ones."""

    changed = Signal()

    def __init__(self, count: int = USUAL_MONTHS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = MonthBox(coming_months(this_day())[0], "自")
        self.count = called(Box(), "月数")
        for each in COUNTS_OF_MONTHS:
            self.count.addItem(f"{each}个月", each)
        self.count.setMinimumContentsLength(5)
        self.count.setCurrentIndex(COUNTS_OF_MONTHS.index(count))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.first)
        row.addWidget(self.count)
        self.first.changed.connect(self.changed)
        self.count.changed.connect(self.changed)

    def span(self) -> range:
        """The months that are chosen."""
        first = self.first.month()
        return range(first, first + int(self.count.currentData()))
