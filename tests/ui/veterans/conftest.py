"""The registers of services in the window."""

from __future__ import annotations

import pytest

from reports.ledger.registers import VETERANS
from tests.ui.visit_plans.conftest import dialogs
from ui.ledger.tab import sections

__all__ = ["dialogs"]


@pytest.fixture
def page(session, qtbot):
    def make(section):
        shown = dict(sections(VETERANS))[section](session)
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return make
