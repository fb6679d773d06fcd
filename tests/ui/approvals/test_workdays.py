"""工作日历 in the window."""

from __future__ import annotations

from models.core.dates import PartDate
from models.office.workdays import CalendarDay
from ui.approvals.workdays import WorkdaysDialog


def test_the_office_puts_a_holiday_down(session, qtbot, archive, filled):
    dialog = WorkdaysDialog(session)
    qtbot.addWidget(dialog)

    def fill(asked):
        asked.form.editors["day"].set_value(PartDate(2027, 2, 8))
        asked.form.editors["works"].set_value(False)

    filled(fill)
    dialog.own.add()
    assert CalendarDay.get().works is False
