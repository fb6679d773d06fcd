"""工作日历 in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from models.core.dates import PartDate
from models.office.workdays import CalendarDay, shipped_workdays
from ui.approvals.workdays import OwnDays, WorkdaysDialog


def test_the_office_puts_a_holiday_down(session, qtbot, archive, filled):
    dialog = WorkdaysDialog(session)
    qtbot.addWidget(dialog)

    def fill(asked):
        asked.form.editors["day"].set_value(PartDate(2027, 2, 8))
        asked.form.editors["works"].set_value(False)

    filled(fill)
    dialog.own.add()
    assert CalendarDay.get().works is False


def test_each_day_says_whether_one_works_the_newest_first(session, shown, save):
    save(
        CalendarDay(day=PartDate(2027, 2, 8), works=False, name="春节"),
        CalendarDay(day=PartDate(2027, 2, 20), works=True, name="春节调休"),
    )
    rows = shown(OwnDays(session)).rows
    assert [[rows.text(row, column) for column in (0, 1)] for row in range(2)] == [
        ["2027-02-20", "上班"],
        ["2027-02-08", "放假"],
    ]


def test_it_is_said_how_far_the_shipped_arrangement_goes(session, shown):
    dialog = shown(WorkdaysDialog(session))
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    sure = {day.year for day, how in shipped_workdays().items() if how.confirmed and 1 < day.month < 12}
    doubtful = sorted({day.year for day, how in shipped_workdays().items() if not how.confirmed})
    assert f"{min(sure)}年至{max(sure)}年国务院办公厅的放假和调休安排" in words
    for year in doubtful:
        assert str(year) in words.split("安排", 1)[1]
