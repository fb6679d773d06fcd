"""Spans 时段 that the office calls by a name, for its own figures."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.core.record import Record
from models.year.figures.spans import SpanOfDays
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable
from ui.widgets import window_size

SPAN_LIST = Listing(
    SpanOfDays,
    (ListColumn("name", 180), ListColumn("first", 110), ListColumn("last", 110), ListColumn("notes", 240)),
    sorts=False,
)


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
