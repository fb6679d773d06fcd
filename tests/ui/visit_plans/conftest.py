"""A campaign in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.models.visit_plans.conftest import campaign, gift, plan, save, scope, team
from ui.forms.record_dialog import RecordDialog

__all__ = ["campaign", "gift", "plan", "save", "scope", "team"]


@pytest.fixture
def dialogs(monkeypatch):
    """Fill in each dialog that is opened, instead of waiting for the officer."""

    class Dialogs(list):
        fill = staticmethod(lambda dialog: None)

    shown = Dialogs()

    def run(dialog):
        shown.append(dialog.windowTitle())
        dialog.show()
        shown.fill(dialog)
        return QDialog.DialogCode.Accepted

    for kind in (RecordDialog, QDialog):
        monkeypatch.setattr(kind, "exec", run)
    return shown
