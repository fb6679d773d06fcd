"""Spans 时段: the box in which one is chosen, and the window of those that the office calls by a name."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from models.core.record import Record
from models.year.figures.spans import HALVES, SpanOfDays, chosen_days, span_names, spans_of_year
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.combo_boxes import Box
from ui.forms.editors import DateEdit
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable
from ui.widgets import window_size
from ui.widgets.spoken_names import called

WHOLE_YEAR, ANY_DAYS = "全年", "自选日期"
SPAN_LIST = Listing(
    SpanOfDays,
    (ListColumn("name", 180), ListColumn("first", 110), ListColumn("last", 110), ListColumn("notes", 240)),
    sorts=False,
)


class DaysBox(QWidget):
    """All of a year, one of its halves, a span by the office's name, or the days between two that are typed beside."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = called(Box(), "时段")
        self.choice.setMinimumContentsLength(8)
        self.first, self.last = called(DateEdit(), "起始日期"), called(DateEdit(), "终止日期")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        for day, words in ((self.first, "自 如 2020-1-23"), (self.last, "至 如 2020-4-8")):
            day.setPlaceholderText(words)
            day.setFixedWidth(150)
            day.hide()
            day.editingFinished.connect(self.changed)
            row.addWidget(day)
        self.offer()
        self.choice.changed.connect(self._on_choice)

    def offer(self) -> None:
        """Offer the spans that there are now, keeping the one chosen."""
        kept = self.choice.currentText()
        blocked = self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([WHOLE_YEAR, *span_names(), ANY_DAYS])
        self.choice.setCurrentIndex(max(self.choice.findText(kept), 0))
        self.choice.blockSignals(blocked)

    @property
    def is_of_year(self) -> bool:
        """Whether the year beside it says of which days it is."""
        return self.choice.currentText() in (WHOLE_YEAR, *HALVES)

    def span(self, year: int) -> SpanOfDays | None:
        """The span that is chosen, None for the whole year. Raises ``Refusal`` for days that are none."""
        if self.choice.currentText() == ANY_DAYS:
            return chosen_days(self.first.text(), self.last.text())
        return spans_of_year(year).get(self.choice.currentText())

    def _on_choice(self) -> None:
        for day in (self.first, self.last):
            day.setVisible(self.choice.currentText() == ANY_DAYS)
        self.changed.emit()


class SpanForm(FileForm[SpanOfDays]):
    """One span."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(
            SpanOfDays, list(SpanOfDays.labels()), required=("name", "first", "last"), wide=("name",)
        )


class SpanTable(SmallTable):
    """All spans, the latest first."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session, "时段", SPAN_LIST, "spans", "还没有时段。点“登记”写下名称和起止日期，如疫情期间。"
        )
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(SpanOfDays.select().order_by(SpanOfDays.first.desc(), SpanOfDays.name))

    def form(self) -> FileForm[Any]:
        return SpanForm()

    def new(self) -> Record:
        return SpanOfDays()

    def whose(self) -> str:
        return "本单位"


class SpansDialog(QDialog):
    """A window with them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("时段")
        self.rows = SpanTable(session)
        buttons = QDialogButtonBox()
        buttons.addButton("完成", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.rows)
        column.addStretch()
        column.addWidget(buttons)
        window_size.resize(self, 760, 360)
