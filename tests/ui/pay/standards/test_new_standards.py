"""A new year's standards: copied, typed, pasted, confirmed."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog, QLineEdit

from models.core import journal
from models.core.dates import PartDate
from models.pay.standards import grids, months, standards
from models.pay.standards.rise_rates import raised_by
from models.pay.standards.standards import Standard
from tests.ui.pay.standards.conftest import copied
from ui.pay.standards.grid_rows import NEW
from ui.pay.standards.new_standards import NewGridDialog, ask_begin
from ui.widgets import theme

USER = "王芳"


def test_a_new_year_is_copied_typed_pasted_and_confirmed(session, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2031-08", True))
    monkeypatch.setattr(
        standards, "copy_year", lambda begins, user: copied(begins, user, standards.standards("参战退役人员"))
    )
    begins = ask_begin(session, None)
    assert begins == months.month(2031, 8)
    dialog = NewGridDialog(session, begins)
    qtbot.addWidget(dialog)
    QAbstractItemModelTester(dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.rows.rowCount() == 1
    assert dialog.rows.setData(dialog.rows.index(0, NEW), "八百") is False
    QGuiApplication.clipboard().setText("参战\t923\n")
    dialog.table.setCurrentIndex(dialog.rows.index(0, NEW))
    dialog.paste()
    assert dialog.told.text() == "共1条，填了1条，都填好了"
    dialog.document.set_value("民发〔2025〕1号")
    dialog.confirm()
    kept = Standard.get(Standard.begins == PartDate(2031, 8))
    assert (kept.amount, kept.confirmed, kept.document, kept.notes) == (
        Decimal(923), True, "民发〔2025〕1号", "",
    )  # fmt: skip
    assert journal.Entry.select().order_by(journal.Entry.number.desc()).get().title == "填写并确认新标准"


def test_a_year_of_which_only_a_part_is_shipped_is_filled_up_from_the_last_grid(
    session, only_printed, monkeypatch
):
    month = months.month(2023, 8)
    shipped = len(grids.drafts(month))
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2023-08", True))
    assert ask_begin(session, None) == month
    drafts = grids.drafts(month)
    grades = {pair.newer.grade for pair in drafts if pair.newer.kind == "伤残人员"}
    assert len(drafts) > shipped
    assert len(grades) == 10
    assert ask_begin(session, None) == month
    assert len(grids.drafts(month)) == len(drafts)


def test_a_month_before_everything_has_nothing_to_copy(session, monkeypatch, boxes):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("1990-08", True))
    assert ask_begin(session, None) is None
    assert "没有可以照抄的标准" in boxes[-1]


def test_amounts_are_typed_one_below_the_other(session, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2023-08", True))
    dialog = NewGridDialog(session, ask_begin(session, None))
    qtbot.addWidget(dialog)
    dialog.show()
    for words in ("124410", "119370"):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        editor = dialog.table.viewport().findChildren(QLineEdit)[-1]  # the one before may not be gone yet
        qtbot.keyClicks(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.table.state() == dialog.table.State.NoState)
    assert sorted(dialog.rows.typed.values()) == [Decimal(119370), Decimal(124410)]
    assert dialog.table.currentIndex().row() == 2


def test_nothing_is_confirmed_without_a_paper(session, qtbot, boxes):
    copied(PartDate(2031, 8), USER, standards.standards("参战退役人员"))
    dialog = NewGridDialog(session, months.month(2031, 8))
    qtbot.addWidget(dialog)
    dialog.confirm()
    assert boxes[-1] == "确认标准要写明文号或依据"
    dialog.document.set_value("民发〔2025〕1号")
    dialog.confirm()
    assert boxes[-1] == "还没有填写新标准"
    assert not Standard.get(Standard.begins == PartDate(2031, 8)).confirmed


def test_an_unlikely_rise_is_written_in_red(session, qtbot):
    copied(PartDate(2031, 8), USER, standards.standards("参战退役人员"))
    dialog = NewGridDialog(session, months.month(2031, 8))
    qtbot.addWidget(dialog)
    more = dialog.rows.index(0, NEW + 1)
    dialog.rows.put(0, "12")
    assert dialog.rows.data(more, Qt.ItemDataRole.ForegroundRole) == theme.colour("problem")
    dialog.rows.put(0, "")
    assert dialog.rows.text(0, NEW) == ""


def test_a_cell_that_does_not_fit_the_others_is_named_in_red(session, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2026-08", True))
    dialog = NewGridDialog(session, ask_begin(session, None))
    qtbot.addWidget(dialog)
    rows = [n for n, pair in enumerate(dialog.rows.facts()) if pair.newer.nature == "因病"]
    assert len(rows) == 6
    for row in rows:
        raised = raised_by(dialog.rows.facts()[row].older.amount, 4, 12)
        dialog.rows.put(row, str(raised))
    assert "不符" not in dialog.told.text()
    dialog.rows.put(rows[2], "93000")
    assert "1格与其他各格的提标幅度不符" in dialog.told.text()
    misfit = dialog.rows.index(rows[2], NEW + 3)
    assert dialog.rows.text(rows[2], NEW + 3) == "按提高4%，取12的倍数应为93312元，请再核对文件"
    assert dialog.rows.data(misfit, Qt.ItemDataRole.ForegroundRole) == theme.colour("problem")
