"""The register of volumes that left for good, in its window."""

from __future__ import annotations

import pytest

from models.transfers.volume_removal import VolumeRemoval
from ui.forms.record_dialog import RecordDialog
from ui.pages.page import PrintWish
from ui.transfer.removals import RemovalsWindow
from ui.transfer.window import TransferWindow


@pytest.fixture
def people(person):
    return [person(name="马建国", volume=1), person(name="李四", volume=2), person(name="王五", volume=3)]


def fill(asked):
    """What an officer types into the dialog."""
    assert isinstance(asked, RecordDialog)
    for name, value in {"way": "销毁", "approved_by": "张局长", "handled_by": "甲某、乙某"}.items():
        asked.form.editors[name].set_value(value)
    asked.save()


def test_the_volumes_of_all_chosen_are_entered_at_once(qtbot, session, people, monkeypatch):
    window = RemovalsWindow(session, [each.id for each in people[:2]])
    qtbot.addWidget(window)
    monkeypatch.setattr("ui.transfer.removals.run_dialog", fill)
    window.list.together.click()
    assert {each.person.name for each in VolumeRemoval.select()} == {"马建国", "李四"}
    assert window.list.table.model().rowCount() == 2
    assert session.last_undoable().title == "登记案卷移出销毁：马建国等2人"


def test_what_is_destroyed_is_not_offered_to_be_handed_over(qtbot, session, people, monkeypatch):
    monkeypatch.setattr("ui.transfer.removals.run_dialog", fill)
    removals = RemovalsWindow(session, [people[0].id])
    qtbot.addWidget(removals)
    removals.list.add_chosen()
    window = TransferWindow(session, PrintWish([people[0].id], [each.id for each in people], "全部"))
    qtbot.addWidget(window)
    assert list(window.whom) == ["选中的 0 人", "列表中的 2 人", "全部 2 人"]
    assert people[0].id not in window.ids()


def test_one_volume_is_entered_for_whom_the_officer_names(qtbot, session, people, monkeypatch):
    def fill_one(asked):
        asked.form.editors["person"].set_value(people[2])
        fill(asked)

    monkeypatch.setattr("ui.lists.record_list.run_dialog", fill_one)
    window = RemovalsWindow(session, [])
    qtbot.addWidget(window)
    window.list.add()
    assert VolumeRemoval.get().person == people[2]
