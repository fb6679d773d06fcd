"""The facts of a paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from models.people import materials
from models.people.materials import Material
from tests.ui.materials.conftest import told
from ui.forms.record_dialog import RecordDialog
from ui.materials.material_form import MaterialForm


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


def test_the_titles_of_the_catalogue_are_offered_and_a_paper_needs_one(shown, someone):
    form = shown(MaterialForm())
    box = form.editors["title"]
    offered = [box.itemText(row) for row in range(box.count())]
    assert [title for title in offered if title] == [line.title for line in materials.catalogue()]
    form.edit(Material(person=someone))
    assert not form.apply()
    assert form.messages["title"].text() != ""
    box.set_value("体检表")
    assert form.apply()
    assert form.record.title == "体检表"
