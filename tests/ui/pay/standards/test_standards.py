"""补助标准 in the window: what is not confirmed is seen, a new year is filled in and confirmed with its paper."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from models.core.dates import PartDate
from models.pay.standards import grids
from models.pay.standards.standards import Standard
from reports.pay import grids as prints
from ui.pay.standards.standards import ONLY_UNCONFIRMED, StandardsPage
from ui.widgets import theme


@pytest.fixture
def page(session, qtbot):
    made = StandardsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_not_confirmed_is_seen_at_a_glance(page):
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.line.tick(ONLY_UNCONFIRMED)
    page.refresh()
    assert page.rows.rowCount() == grids.standard_counts()[1] > 0
    assert {page.rows.text(row, 0) for row in range(page.rows.rowCount())} == {
        "未确认",
        "未确认（推算）",
    }
    assert page.rows.data(page.rows.index(0, 1), Qt.ItemDataRole.ForegroundRole) == theme.colour("doubt")
    assert "未确认，不用于计算" in page.sentence.text()


def test_the_list_is_narrowed_by_kind_year_and_words(page):
    page.line.choose("身份", "伤残人员")
    page.line.choose("年度", "2021年执行")
    page.refresh()
    kinds = {page.rows.record(row).kind for row in range(page.rows.rowCount())}
    assert kinds == {"伤残人员"}
    assert {page.rows.record(row).begins.year for row in range(page.rows.rowCount())} == {2020, 2021}
    assert "2021年8月提高10%" in page.sentence.text()
    page.line._words.setText("一级 因战")
    page.refresh()
    assert {page.rows.record(row).whom() for row in range(page.rows.rowCount())} == {"伤残人员 一级 因战"}


def test_the_print_says_what_is_not_confirmed():
    draft = Standard(
        layer="国家", kind="三属", unit="年", amount=Decimal(9), begins=PartDate(2020, 8), source="某页"
    )
    register = prints.standards_register([draft], "三属")
    assert register.rows[0][8] == "未确认"
    assert "其中1条未确认，不用于计算" in register.above
