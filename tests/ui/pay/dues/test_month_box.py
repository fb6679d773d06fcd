"""Choosing a month."""

from __future__ import annotations

from models.pay.standards import months
from ui.pay.dues.month_box import MonthBox


def test_months_are_chosen_by_arrows_and_by_typing(qtbot):
    box = MonthBox(months.month(2020, 12))
    qtbot.addWidget(box)
    heard = []
    box.changed.connect(lambda: heard.append(box.month()))
    box._arrow("mdi6.chevron-right", 1, "").click()
    box.edit.setText("2019年3月")
    box.edit.editingFinished.emit()
    box.edit.setText("去年")
    box.edit.editingFinished.emit()
    assert heard == [months.month(2021, 1), months.month(2019, 3)]
    assert box.edit.property("state") == "problem"
