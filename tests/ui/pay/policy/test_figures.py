"""The section of figures: found by matter and year, entered, confirmed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from models.core.dates import PartDate
from models.pay.standards.policy_figures import PolicyFigure
from ui.pay.policy.figures import PolicyFiguresPage


@pytest.fixture
def page(session, qtbot):
    shown = PolicyFiguresPage(session)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_figures_are_found_by_matter_and_what_is_not_confirmed_is_seen(page):
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    every = PolicyFigure.select().count()
    assert page.rows.rowCount() == every > 100
    assert page.how_much().endswith(f"其中{every:,}条未确认，不用于计算")
    page.line.choose("事项", "护理费")
    page.refresh()
    assert {page.rows.text(row, 1) for row in range(page.rows.rowCount())} == {"护理费"}
    assert page.rows.text(0, 3) in {"50%", "40%", "30%", "25%"}


def test_the_wage_of_the_place_is_entered(page, dialogs):
    def fill(dialog):
        for name, value in (
            ("matter", "当地上一年度月平均工资"), ("value", Decimal(8000)), ("unit", "元/月"), ("source", "省统计局"), ("confirmed", True),
        ):  # fmt: skip
            dialog.form.editors[name].set_value(value)
        dialog.form.editors["begins"].set_value(PartDate(2022, 1))
        dialog.save()

    dialogs.fill = fill
    page.add()
    kept = PolicyFigure.get(PolicyFigure.matter == "当地上一年度月平均工资")
    assert (kept.value, kept.confirmed, kept.when()) == (Decimal(8000), True, "2022年1月起")
