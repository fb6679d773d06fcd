"""The facts of a paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.ui.materials.conftest import told
from ui.forms.record_dialog import RecordDialog


def test_a_paper_of_the_officers_own_is_added(page, monkeypatch):
    def fill(dialog):
        dialog.show()
        dialog.form.editors["title"].set_value("体检表")
        dialog.form.editors["author"].set_value("医院")
        dialog.save()
        dialog.hide()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RecordDialog, "exec", fill)
    page.add()
    assert told(page, 0) == ["1", "体检表", ""]
    assert "责任者：医院" in page.rows.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
