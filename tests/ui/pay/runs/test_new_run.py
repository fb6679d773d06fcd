"""Which months a run is drawn up for."""

from __future__ import annotations

from ui.pay.runs.new_run import NewRunDialog


def test_a_quarter_begins_with_its_first_month(qtbot, archive):
    dialog = NewRunDialog()
    qtbot.addWidget(dialog)
    dialog.first.set_value("2021-08")
    dialog.kinds.button(1).click()
    assert dialog.told.text().startswith("2021年7月至9月")
    dialog.kinds.button(2).click()
    dialog.last.set_value("2021-05")
    assert dialog.problem.text() == "截止月份早于起始月份"
    assert not dialog.yes.isEnabled()
