"""A dialog with one record: saved as one entry, given up only after a question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core.journal import Entry
from models.core.record import Refusal
from models.people.person import Person
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog


@pytest.fixture
def dialog(session, person, shown):
    """Open the dialog of somebody whose phone is 1."""
    someone = Person.get_by_id(person(phone="1").id)

    def make(write=None):
        form = FileForm()
        form.for_fields(Person, ["name", "phone"], required=["name"])
        form.edit(someone)
        return shown(RecordDialog(session, form, "修改张三的电话", write))

    return make


def test_what_was_typed_is_saved_as_one_entry_by_ctrl_s(qtbot, dialog):
    made = dialog()
    made.form.editors["phone"].set_value("13900001234")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.keyClick(made, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert Person.get().phone == "13900001234"
    assert [entry.title for entry in Entry.select().order_by(Entry.number)] == ["登记", "修改张三的电话"]
    assert made.result() == made.DialogCode.Accepted
    assert not made.isVisible()


@pytest.mark.parametrize("leave", [RecordDialog.reject, RecordDialog.close])
def test_what_was_typed_is_given_up_only_after_a_question(dialog, boxes, leave):
    made = dialog()
    made.form.editors["phone"].set_value("2")
    leave(made)
    assert boxes == ["刚才填写的内容还没有保存，要放弃吗？"]
    assert made.isVisible()
    boxes.answer = "放弃"
    leave(made)
    assert not made.isVisible()
    assert Person.get().phone == "1"


@pytest.mark.parametrize("leave", [RecordDialog.reject, RecordDialog.close])
def test_where_nothing_was_typed_nothing_is_asked(dialog, leave):
    made = dialog()
    leave(made)
    assert not made.isVisible()


def test_what_may_not_be_saved_stays_with_its_reason(dialog):
    made = dialog()
    made.form.editors["name"].set_value("")
    made.save()
    assert made.isVisible()
    assert made.form.messages["name"].text() == "请填写姓名"
    assert Entry.select().count() == 1


def test_what_the_writing_refuses_is_told_and_nothing_is_kept(dialog, boxes):
    def write(record):
        record.save()
        raise Refusal("今天不行")

    made = dialog(write)
    made.form.editors["phone"].set_value("2")
    made.save()
    assert boxes == ["今天不行"]
    assert made.isVisible()
    assert Person.get().phone == "1"
    assert Entry.select().count() == 1
