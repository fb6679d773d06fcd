"""One of the office's own records inside a form; what is missed there is added there."""

from __future__ import annotations

import pytest

from models.visits.gifts import Gift
from tests.models.visit_plans.conftest import gift, save
from tests.ui.visit_plans.conftest import dialogs
from ui.forms.record_box import RecordBox
from ui.visits.gifts import GiftForm

__all__ = ["dialogs", "gift", "save"]


@pytest.fixture
def box(session, qtbot, gift):
    gift("大米")
    made = RecordBox(session, lambda: Gift.select().order_by(Gift.id), GiftForm, Gift)
    qtbot.addWidget(made)
    return made


def test_one_of_those_there_are_is_chosen(box, qtbot):
    with qtbot.waitSignal(box.changed):
        box.set_value(Gift.get())
    assert box.value() == Gift.get()
    box.set_value(None)
    assert box.value() is None


def test_what_is_missed_is_added_there_and_chosen(box, dialogs):
    def oil(dialog):
        dialog.form.editors["name"].setText("食用油")
        dialog.save()

    dialogs.fill = oil
    box.new_button.click()
    assert dialogs == ["新增慰问品"]
    assert box.value() == Gift.get(Gift.name == "食用油")


def test_thinking_better_of_it_leaves_what_was_chosen(box, dialogs):
    box.set_value(Gift.get())
    box.new_button.click()
    assert box.value() == Gift.get()
    assert Gift.select().count() == 1
