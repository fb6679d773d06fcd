"""Two years' standards side by side."""

from __future__ import annotations

from reports.pay import grids as prints
from ui.pay.standards.comparison import ComparisonDialog


def test_two_years_stand_side_by_side_with_what_they_rose_by(session, qtbot):
    dialog = ComparisonDialog(session, "伤残人员")
    qtbot.addWidget(dialog)
    dialog.older.setCurrentText("2021年末")
    dialog.newer.setCurrentText("2022年末")
    first = [dialog.rows.text(0, column) for column in range(7)]
    assert first == ["伤残人员 一级 因战", "国家", "年", "106,670.00", "116,270.00", "9,600.00", "+9.00%"]
    register = prints.comparison(dialog.pairs(), 2021, 2022)
    assert register.rows[0][:3] == ("1", "国家", "伤残人员 一级 因战")
