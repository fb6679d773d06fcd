"""Choosing a month."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

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


def test_the_arrows_go_over_the_turn_of_the_year_and_the_same_month_is_no_news(shown):
    box = shown(MonthBox(months.month(2020, 1)))
    heard = []
    box.changed.connect(lambda: heard.append(box.month()))
    back, on = box.findChildren(QPushButton)
    back.click()
    assert box.edit.text() == "2019-12"
    on.click()
    on.click()
    box.set_month(months.month(2020, 2))
    box.edit.setText("2020.2")
    box.edit.editingFinished.emit()
    assert heard == [months.month(2019, 12), months.month(2020, 1), months.month(2020, 2)]
    assert box.edit.text() == "2020-02"
    assert box.edit.property("state") in ("", None)
