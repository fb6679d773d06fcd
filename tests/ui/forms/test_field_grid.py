"""Where the fields of a form stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.person_forms.person_form import PersonForm
from ui.widgets import theme


def test_fields_stay_where_they_are_when_the_form_is_opened_for_changing(qtbot, form, person):
    form.edit(person())
    form.read_only(True)
    qtbot.wait(1)
    before = [form.editors[name].geometry() for name in form.editors]
    form.read_only(False)
    qtbot.wait(1)
    assert [form.editors[name].geometry() for name in form.editors] == before


def test_a_widget_of_another_kind_can_stand_in_a_form(qtbot, form):
    other = QWidget()
    form.add_wide(other)
    assert other.parent() is form


def test_labels_and_texts_have_room_for_large_type(qtbot, qapp, form, person):
    form.edit(person())
    height, left = form.editors["notes"].height(), form.editors["name"].x()
    theme.set_size(qapp, 16)
    try:
        qtbot.waitUntil(lambda: form.editors["name"].x() > left * 1.3)
        assert form.editors["notes"].height() > height * 1.3
    finally:
        theme.set_size(qapp, theme.USUAL_SIZE)


def test_a_narrow_form_puts_fewer_fields_side_by_side(qtbot, archive):
    form = PersonForm()
    qtbot.addWidget(form)
    form.end()
    form.show()
    form.resize(1100, 600)

    def beside(name, other):
        return form.editors[name].mapTo(form, QPoint()).y() == form.editors[other].mapTo(form, QPoint()).y()

    assert beside("name", "former_names")
    form.resize(640, 600)
    qtbot.waitUntil(lambda: not beside("name", "former_names"))
    assert beside("name", "number")
    width = form.editors["number"].width()
    assert width > form.fontMetrics().horizontalAdvance("0" * 18)
    form.resize(1100, 600)
    qtbot.waitUntil(lambda: beside("name", "former_names"))


def test_a_click_on_what_a_field_is_called_goes_to_the_field(qtbot, form, person):
    form.edit(person())
    form.show()
    qtbot.waitExposed(form)
    editor = form.editors["name"]
    label = next(each for each in form.findChildren(QLabel) if each.buddy() is editor)
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert form.focusWidget() is editor
