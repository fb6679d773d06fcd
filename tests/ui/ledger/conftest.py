"""A register of the ledger in the window."""

from __future__ import annotations

import pytest

from reports.ledger.registers import LEDGER
from tests.ui.visit_plans.conftest import dialogs
from ui.ledger.tab import sections

__all__ = ["dialogs"]


@pytest.fixture
def page(session, qtbot):
    def make(section="宣传", made=None):
        shown = made(session) if made else dict(sections(LEDGER))[section](session)
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return make


def column(page, name):
    place = [each.key for each in page.rows.columns].index(name)
    return [page.rows.text(row, place) for row in range(page.rows.rowCount())]
