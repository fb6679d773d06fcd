"""Enter goes from field to field, and never while one composes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from models.people.person import Person
from tests.ui.forms.conftest import compose, press
from ui.forms.record_form import RecordForm


def test_enter_goes_to_the_next_field_and_shift_enter_back(qtbot, form, person):
    form.edit(person())
    editors = form.editors
    form.go_to("name")
    for name in ("number", "sex", "born", "phone", "rooms", "owns_house", "income", "notes", "residence"):
        press(qtbot, form.focusWidget())
        assert form.focusWidget() is editors[name]
    with qtbot.waitSignal(form.ended):
        press(qtbot, editors["residence"])
    press(qtbot, editors["residence"], modifier=Qt.KeyboardModifier.ShiftModifier)
    assert form.focusWidget() is editors["notes"]
    press(qtbot, editors["notes"], Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert form.focusWidget() is editors["residence"]


@pytest.mark.parametrize("name", ["name", "notes"])
def test_enter_does_not_leave_a_field_while_the_input_method_composes(qtbot, form, person, name):
    form.edit(person())
    form.go_to(name)
    editor = form.editors[name]
    compose(editor, preedit="wang")
    press(qtbot, editor)
    assert form.focusWidget() is editor
    compose(editor, commit="王")
    press(qtbot, editor)  # the Enter that ended the composing, sent after the words
    assert form.focusWidget() is editor
    qtbot.wait(1)
    press(qtbot, editor)
    assert form.focusWidget() is not editor
    assert "王" in editor.value()


def test_enter_skips_fields_that_cannot_be_filled_in(qtbot, form, person):
    form.edit(person())
    form.editors["number"].setEnabled(False)
    form.editors["sex"].hide()
    form.go_to("name")
    press(qtbot, form.editors["name"])
    assert form.focusWidget() is form.editors["born"]


def test_ctrl_enter_makes_a_new_line_in_a_text(qtbot, form, person):
    form.edit(person(notes="一"))
    form.go_to("notes")
    form.editors["notes"].moveCursor(form.editors["notes"].textCursor().MoveOperation.End)
    press(qtbot, form.editors["notes"], modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(form.editors["notes"], "2")
    assert form.record.notes == "一\n2"


def test_enter_in_a_field_presses_no_button(qtbot, person):
    dialog, form = QDialog(), RecordForm()
    form.for_fields(Person, ["name", "sex"])
    qtbot.addWidget(dialog)
    button = QPushButton("保存", dialog)
    button.setDefault(True)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    layout = QVBoxLayout(dialog)
    layout.addWidget(form)
    layout.addWidget(button)
    dialog.show()
    form.edit(person())
    press(qtbot, form.editors["name"])
    compose(form.editors["name"], preedit="w")
    press(qtbot, form.editors["name"])
    assert not pressed
