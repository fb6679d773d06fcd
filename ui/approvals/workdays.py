"""Workdays 工作日历: how the days of a year are arranged, and what the office itself has put down."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from models.core.dates import PartDate, this_day
from models.office.workdays import CalendarDay, shipped_workdays
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable
from ui.widgets import theme, window_size

OWN_DAY_LIST = Listing(
    CalendarDay,
    (
        ListColumn("day", 110),
        ListColumn("works", 70, heading="安排", words=lambda day: "上班" if day.works else "放假", order=CalendarDay.works),
        ListColumn("name", 180),
        ListColumn("source", 280),
    ),
)  # fmt: skip


class DayForm(FileForm[CalendarDay]):
    """One day."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(CalendarDay, ["day", "works", "name", "source"], required=["day", "works"])


class OwnDays(SmallTable):
    """What the office has put down."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "本单位补录的日子",
            OWN_DAY_LIST,
            "calendar_days",
            "没有补录。新一年的放假通知下来后，在这里逐天补录。",
        )
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(CalendarDay.select().order_by(CalendarDay.day.desc()))

    def form(self) -> FileForm[Any]:
        return DayForm()

    def new(self) -> CalendarDay:
        return CalendarDay(day=PartDate.of(this_day()))

    def whose(self) -> str:
        return "工作日历"

    def named(self, record: Any) -> str:
        return f"{record.day.chinese()}的安排"


class WorkdaysDialog(QDialog):
    """Says how far the shipped arrangement goes, and lets the office add to it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("工作日历")
        self.own = OwnDays(session)
        known = sorted(
            {
                day.year
                for day, how in shipped_workdays().items()
                if how.confirmed and day.month not in (1, 12)
            }
        )
        doubtful = sorted({day.year for day, how in shipped_workdays().items() if not how.confirmed})
        words = (
            f"期限按工作日计算：程序自带{known[0]}年至{known[-1]}年国务院办公厅的放假和调休安排"
            f"{'；' + '、'.join(map(str, doubtful)) + '年的请对照通知核对' if doubtful else ''}。"
            "其他年度按周一至周五推算。与通知不一致的、新的年度的，在下面补录，补录的优先。"
        )
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(theme.look(QLabel(words, wordWrap=True), "quiet"))
        column.addWidget(self.own)
        column.addStretch()
        column.addWidget(buttons)
        window_size.resize(self, 760, 460)
