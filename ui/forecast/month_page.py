"""The month's page 月历: what is due on which day, and of the chosen day or week each matter with the file behind it."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.core.dates import PartDate, this_day
from models.forecast.coming_events import ComingEvent
from models.forecast.month_calendar import WEEKDAYS, MonthDay, month_calendar, week_of
from models.pay.standards import months
from reports.forecast import events as prints
from reports.forecast.month_sheet import write_month_sheet
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.pages.page import Page
from ui.pay.dues.month_box import MonthBox
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import SEARCHING, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

CELL_AIR = 8  # pixels above and below the words of a day
NOTHING_THAT_DAY = "这一天没有到期的事项。"


class MonthGrid(QTableWidget):
    """The days by weeks; the arrows go from day to day, and each says to a reader of the screen what is due on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(WEEKDAYS), parent)
        self.setAccessibleName("月历")
        self.setHorizontalHeaderLabels(WEEKDAYS)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)  # a line that is too long ends in dots, and pushes no other out of its day
        self._lines = 0  # of a day, below its number

    def show_weeks(self, weeks: list[list[MonthDay]]) -> None:
        self.setRowCount(len(weeks))
        for row, week in enumerate(weeks):
            for column, day in enumerate(week):
                self.setItem(row, column, _cell(day))
        self._lines = 0
        self.fit()

    def fit(self) -> None:
        """Say of each day as much as its cell has room for; what is more is counted."""
        line = self.fontMetrics().lineSpacing()
        self.verticalHeader().setMinimumSectionSize(2 * line + CELL_AIR)
        lines = max(1, (self.rowHeight(0) - CELL_AIR) // line - 1)
        if self.rowCount() and lines != self._lines:
            self._lines = lines
            for row, column in product(range(self.rowCount()), range(self.columnCount())):
                if (item := self.item(row, column)) is not None:
                    item.setText(_text(item.data(Qt.ItemDataRole.UserRole), lines))

    def day(self) -> MonthDay | None:
        """The chosen one."""
        item = self.currentItem()
        return cast(MonthDay, item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def go_to(self, day: date) -> None:
        """Choose a day, where the page has it."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None and item.data(Qt.ItemDataRole.UserRole).day == day:
                    self.setCurrentItem(item)

    # What Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _text(day: MonthDay, lines: int) -> str:
    """A day in its cell: its number, today or a holiday beside it, and what is due on it."""
    number = str(day.day.day) if day.inside else f"{day.day.month}月{day.day.day}日"
    head = "　".join(filter(None, (number, "今天" if day.day == this_day() else "", day.name)))
    return "\n".join((head, *day.lines(lines)))


def _cell(day: MonthDay) -> QTableWidgetItem:
    item = QTableWidgetItem()
    item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    item.setData(Qt.ItemDataRole.UserRole, day)
    told = "\n".join(
        (PartDate.of(day.day).chinese(), *filter(None, (day.name,)), *day.lines(len(day.events)))
    )
    item.setToolTip(told)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, told.replace("\n", "，"))
    if not day.inside or not day.works:
        item.setForeground(QBrush(theme.colour("quiet")))
    return item


class MonthSection(Page):
    """A month's page above, what is due on the chosen day below; both printable, and the week's list with them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.month = MonthBox(months.month_of(PartDate.of(this_day())))
        self._asked = self.month.month()
        self._weeks: list[list[MonthDay]] = []
        self.counting = Question(lambda: (self._asked, month_calendar(self._asked)), self)
        self.grid = MonthGrid()
        self.heading = theme.look(QLabel(), "heading")
        self.rows = FactRows(
            table_columns(prints.EVENT_LIST), lambda event: hash((event.day, *event.key)), self
        )
        self.table = called(RecordTable(self.rows, "month", NOTHING_THAT_DAY, self), "当天到期的事项")
        self.table.setAccessibleName("选中那天的到期事项")
        self.prints = PrintButton()
        self._lay_out()
        self._join()

    # --- what can be done

    def read(self) -> None:
        """Ask the archive in the background."""
        self._asked = self.month.month()
        self.table.set_empty_text(SEARCHING)
        self.counting.ask()

    def how_much(self) -> str:
        inside = [event for week in self._weeks for day in week if day.inside for event in day.events]
        return (
            f"{months.month_words(self._asked)}：到期事项{len(inside):,}件" if self._weeks else "正在清点……"
        )

    def focus(self) -> None:
        self.grid.setFocus()

    def go_to_today(self) -> None:
        self.month.set_month(months.month_of(PartDate.of(this_day())))
        self.grid.go_to(this_day())

    def open_person(self) -> None:
        event = self.table.record()
        if event is not None and event.person is not None:
            self.person_wanted.emit(event.person)

    # --- how it is made

    def _take(self, answer: Any) -> None:
        month, weeks = answer
        if month != self._asked:
            return
        before = self.grid.day()
        self._weeks = weeks
        self.grid.show_weeks(weeks)
        days = [day.day for week in weeks for day in week if day.inside]
        kept = before.day if before is not None and before.day in days else this_day()
        self.grid.go_to(kept if kept in days else days[0])
        self.say_count()

    def _show_day(self) -> None:
        day = self.grid.day()
        if day is not None:
            self.heading.setText(f"{PartDate.of(day.day).chinese()}　{len(day.events):,}件")
            self.table.set_empty_text(NOTHING_THAT_DAY)
            self.rows.show_facts(day.events)

    def _week(self) -> list[ComingEvent]:
        """What is due in the week of the chosen day."""
        first, last = week_of(self._chosen())
        days = [day for week in self._weeks for day in week]
        return [event for day in days if first <= day.day <= last for event in day.events]

    def _chosen(self) -> date:
        day = self.grid.day()
        return day.day if day is not None else this_day()

    def _week_register(self) -> Gathered:
        found, (first, last), practice = self._week(), week_of(self._chosen()), self.session.practice
        return lambda: prints.week_register(found, first, last, practice)

    def _join(self) -> None:
        self.counting.answered.connect(self._take)
        self.month.changed.connect(self.refresh)
        self.grid.currentItemChanged.connect(lambda *_: self._show_day())
        self.table.opened.connect(lambda _: self.open_person())
        self.prints.offer_paper(
            "工作月历",
            lambda file: write_month_sheet(self._asked, self._weeks, file, self.session.practice),
        )
        self.prints.offer_register("本周到期事项", self._week_register)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.month)
        head.addWidget(act_button("回到今天", "mdi6.calendar-today", self.go_to_today))
        head.addStretch(1)
        head.addWidget(act_button("打开档案", "mdi6.account-details-outline", self.open_person))
        head.addWidget(self.prints)
        below = QWidget()
        listed = QVBoxLayout(below)
        listed.setContentsMargins(0, 4, 0, 0)
        listed.addWidget(self.heading)
        listed.addWidget(with_foot(self.table), 1)
        parts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        parts.addWidget(self.grid)
        parts.addWidget(below)
        parts.setSizes([400, 220])  # the list shows a few of a day, and below it its foot
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(parts, 1)
