"""A year's numbers in the window."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from models.core import journal
from models.core.dates import PartDate
from models.ledger.publicity import Publicity
from models.visits.visit import Visit
from ui.forms.record_dialog import RecordDialog
from ui.year.rows_window import RowsWindow
from ui.year.tab import ReportingPage

USER = "王芳"


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


@pytest.fixture
def rows():
    """The windows with rows that were opened; they are closed after the test."""
    yield RowsWindow.shown
    for window in list(RowsWindow.shown):
        window.close()


@pytest.fixture
def page(session, qtbot):
    keep(
        Publicity(day=PartDate(2020, 3, 1), form="双拥宣传牌", unit="总寨镇", quantity=24),
        Publicity(day=PartDate(2019, 3, 1), form="双拥宣传牌", unit="总寨镇", quantity=20),
        Visit(
            unit="某部", day=PartDate(2020, 7, 28), occasion="八一", gifts="米", gift_value=Decimal(73_600)
        ),
    )
    made = ReportingPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()

    def show(name):
        section = made.show_section(name)
        qtbot.waitUntil(lambda: not section.counting.busy, timeout=10_000)
        qtbot.waitUntil(lambda: section.sentence != "正在清点……", timeout=10_000)
        return section

    return show


@pytest.fixture
def fill(monkeypatch):
    """Fill in the dialog that is opened."""

    def run(act):
        def shown(dialog):
            act(dialog)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(RecordDialog, "exec", shown)

    return run


@pytest.fixture
def place(monkeypatch, tmp_path):
    """Where the officer says that a file is saved."""
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *words: (str(tmp_path / Path(words[2]).name), "")
    )
    return tmp_path
