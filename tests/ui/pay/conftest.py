"""Grants and standards in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.models.pay.conftest import due, granted, only_printed, standard, tell
from ui.forms.record_dialog import RecordDialog

__all__ = ["due", "granted", "only_printed", "standard", "tell"]


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
        return dialog.result()

    for kind in (RecordDialog, QDialog):
        monkeypatch.setattr(kind, "exec", run)
    return shown
