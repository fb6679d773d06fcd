"""A new run 编制批次: for which months and which item it is drawn up."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.core.dates import this_day
from models.core.record import Refusal
from models.pay.runs import runs
from models.pay.runs.runs import RunKind
from models.pay.standards import months
from models.pay.standards.months import Month
from models.payments.payment import regular_items
from ui.forms.editors import LineEdit
from ui.widgets import theme


class RunSpan(StrEnum):
    """For how many months a run is drawn up."""

    MONTH = "一个月"
    QUARTER = "一个季度"
    SOME = "几个月"


SPANS_OF_RUN = tuple(RunSpan)
EVERY_ITEM = "全部项目"
DRAWING_UP_EXPLAINED = "按档案里的待遇和已确认的标准逐月计算应发，与以前各批次比较，补发和多发单列。编制以后可以重新编制，不会重复发放。"


class NewRunDialog(QDialog):
    """Asks for the span and the item; the month after the last run is proposed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("编制发放批次")
        self.kinds = QButtonGroup(self)
        self.first, self.last = LineEdit(7, "如 2021-08"), LineEdit(7, "如 2021-10")
        self.item_box = QComboBox()
        self.item_box.addItems([EVERY_ITEM, *regular_items()])
        self.told, self.problem = (
            theme.look(QLabel(wordWrap=True), "heading"),
            theme.look(QLabel(wordWrap=True), "problem"),
        )
        self.buttons = QDialogButtonBox()
        self.yes = self.buttons.addButton("编制", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.first.set_value(months.iso(proposed()))
        self.kinds.idClicked.connect(lambda _: self._tell())
        self.first.changed.connect(self._tell)
        self.last.changed.connect(self._tell)
        self.item_box.currentIndexChanged.connect(self._tell)
        self._tell()

    def span(self) -> tuple[Month, Month]:
        """The first and the last month. Raises ``Refusal`` when they cannot be understood."""
        first = months.read_month(self.first.value())
        span = SPANS_OF_RUN[self.kinds.checkedId()]
        if span is RunSpan.MONTH:
            return first, first
        if span is RunSpan.QUARTER:
            start = first - first % 3
            return start, start + 2
        return first, months.read_month(self.last.value())

    def item(self) -> str:
        """The item that it is for; empty for all."""
        return "" if self.item_box.currentIndex() <= 0 else self.item_box.currentText()

    def _tell(self) -> None:
        several = SPANS_OF_RUN[self.kinds.checkedId()] is RunSpan.SOME
        self.last.setEnabled(several)
        try:
            first, last = self.span()
            if last < first:
                raise Refusal("截止月份早于起始月份")
            if last - first >= runs.MOST_MONTHS_OF_RUN:
                raise Refusal(f"一个批次最多{runs.MOST_MONTHS_OF_RUN}个月")
        except Refusal as refusal:
            self.told.setText("")
            self.problem.setText(
                str(refusal) if self.first.value() and (self.last.value() or not several) else ""
            )
            self.yes.setEnabled(False)
            return
        self.problem.setText("")
        self.told.setText(f"{months.span_words(first, last)}　{self.item() or EVERY_ITEM}")
        self.yes.setEnabled(True)

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        for number, words in enumerate(SPANS_OF_RUN):
            button = QRadioButton(words)
            self.kinds.addButton(button, number)
            choice.addWidget(button)
        choice.addStretch()
        self.kinds.button(0).setChecked(True)
        fields = QFormLayout()
        fields.setVerticalSpacing(9)
        fields.addRow("发放", choice)
        fields.addRow("从哪个月", self.first)
        fields.addRow("到哪个月", self.last)
        fields.addRow("发放项目", self.item_box)
        theme.look(self.yes, "primary")
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(theme.look(QLabel(DRAWING_UP_EXPLAINED, wordWrap=True), "quiet"))
        column.addLayout(fields)
        column.addWidget(self.told)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        self.setMinimumWidth(470)


def proposed() -> Month:
    """The month after the last regular run, or this month when there is none."""
    last = max((run.span[-1] for run in runs.runs(RunKind.REGULAR)), default=None)
    today = this_day()
    return months.month(today.year, today.month) if last is None else last + 1
