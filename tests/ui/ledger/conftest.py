"""A register of the ledger in the window."""

from __future__ import annotations

import pytest

from reports.ledger import registers
from tests.ui.visit_plans.conftest import dialogs
from ui.ledger.registers import RegisterPage

__all__ = ["dialogs"]


@pytest.fixture
def page(session, qtbot):
    def make(kind=registers.PUBLICITY, made=RegisterPage):
        shown = made(session, kind) if made is RegisterPage else made(session)
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return make


def column(page, name):
    place = [each.key for each in page.rows.columns].index(name)
    return [page.rows.text(row, place) for row in range(page.rows.rowCount())]
