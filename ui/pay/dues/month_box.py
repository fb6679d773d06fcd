"""The box of a month, with arrows to the one before and the one after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from models.core.record import Refusal
from models.pay.standards import months
from models.pay.standards.months import Month
from ui.forms.editors import LineEdit
from ui.widgets import theme
from ui.widgets.fitting import TypeFit
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called


class MonthBox(QWidget):
    """Says ``changed`` when another month is chosen; what is no month is marked and not taken."""

    changed = Signal()

    def __init__(self, month: Month, words: str = "月份", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = month
        self.edit = called(LineEdit(12), words)
        self._fit()
        TypeFit(self.edit, self._fit)
        self.edit.set_value(months.iso(month))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(theme.look(QLabel(words), "quiet"))
        row.addSpacing(4)  # else the arrow's frame touches the words
        row.addWidget(self._arrow("mdi6.chevron-left", -1, "上一个月"))
        row.addWidget(self.edit)
        row.addWidget(self._arrow("mdi6.chevron-right", 1, "下一个月"))
        self.edit.editingFinished.connect(self._take)

    def month(self) -> Month:
        return self._month

    def set_month(self, month: Month) -> None:
        """Show another month and say so."""
        self.edit.set_value(months.iso(month))
        theme.marked(self.edit, "state", "")
        if month != self._month:
            self._month = month
            self.changed.emit()

    def _fit(self) -> None:
        self.edit.setFixedWidth(self.edit.fontMetrics().horizontalAdvance("2020-08") + 30)

    def _take(self) -> None:
        try:
            self.set_month(months.read_month(self.edit.value()))
        except Refusal as refusal:
            theme.marked(self.edit, "state", "problem")
            self.edit.setToolTip(str(refusal))

    def _arrow(self, picture: str, by: int, words: str) -> QPushButton:
        button = QPushButton(icon(picture), "")
        button.setAutoDefault(False)
        called(button, words).setToolTip(words)
        theme.look(button, "flat")
        button.setFixedWidth(30)
        button.clicked.connect(lambda: self.set_month(self._month + by))
        return button
