"""Third page of an import: what it would do, line by line."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from tests import factories
from tests.ui.imports.conftest import read
from ui.imports.plan_page import PlanTold, ToldModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def tested(qapp):
    def make(rows):
        QAbstractItemModelTester(rows, FATAL, rows)
        return rows

    return make


def test_each_refused_line_is_told_with_its_place(qtbot, wizard, tmp_path):
    bad = factories.combatant("李四", 身份证号="12345")
    read(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant(), bad))
    wizard.forward.click()
    refused = [line for line in wizard.would.lines.lines if line.mark == "未导入"]
    assert [(line.sheet, line.place) for line in refused] == [("参战", "第4行F列")]
    wizard.would.choices["未导入"].click()
    assert wizard.would.shown.rowCount() == 1


def test_what_an_import_would_do_is_listed(tested):
    rows = tested(ToldModel())
    rows.show([PlanTold("未导入", "花名册.xlsx", "三属", "第3行", "没有姓名")])
    assert rows.index(0, 4).data() == "没有姓名"
    rows.show([])
    assert rows.rowCount() == 0


@pytest.mark.parametrize(("sheets", "more"), [(8, False), (9, True)])
def test_of_many_sheets_the_first_are_told_and_how_many_there_are(qtbot, wizard, tmp_path, sheets, more):
    page = [list(factories.HEADING)]
    book = {f"{n}参战": [*page, factories.combatant()] for n in range(sheets)}
    read(qtbot, wizard, factories.workbook(tmp_path / "花名册.xlsx", book))
    lines = wizard.would.counts.text().splitlines()
    assert lines[0] == "花名册.xlsx　0参战：1行，新增1"
    assert (lines[-1] == f"……共{sheets}张表") is more
    assert len(lines) == 8 + more
