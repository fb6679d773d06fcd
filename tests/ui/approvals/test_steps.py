"""The levels of an approval: when each must have signed, and that none is taken away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.approvals.approval import ApprovalStep, steps_of
from models.core.dates import PartDate
from models.office.workdays import CalendarDay
from ui.approvals.steps import ApprovalSteps, due_words
from ui.forms.record_dialog import RecordDialog

TODAY = date.today()


@pytest.fixture
def every_day_works(save):
    """The days around today are all working days, whatever the week and the year say."""
    save(
        *(CalendarDay(day=PartDate.of(TODAY + timedelta(days=n)), works=True, name="") for n in range(-9, 10))
    )


def level(received, limit=5, verdict=""):
    return ApprovalStep(level="区级", received=PartDate.of(received), limit=limit, verdict=verdict)


@pytest.mark.parametrize(
    ("ago", "words"), [(0, "还有5天"), (4, "还有1天"), (5, "还有0天"), (6, "超1天"), (7, "超2天")]
)
def test_a_level_says_until_when_it_must_sign(every_day_works, ago, words):
    received = TODAY - timedelta(days=ago)
    assert due_words(level(received)) == f"{received + timedelta(days=5)}（{words}）"


def test_who_has_agreed_or_has_no_limit_is_not_waited_for(every_day_works):
    assert due_words(level(TODAY, verdict="同意")) == ""
    assert due_words(level(TODAY, limit=None)) == ""
    waiting = level(TODAY)
    waiting.received = None
    assert due_words(waiting) == ""


def test_levels_are_signed_and_neither_added_nor_deleted(shown, session, case):
    made = case()
    steps = shown(ApprovalSteps(session, made))
    buttons = [steps.buttons.itemAt(place).widget() for place in range(3)]
    assert [button.text() for button in buttons if button.isVisible()] == ["签署"]
    steps.delete()
    assert len(steps_of(made)) == 3


def test_the_level_whose_turn_it_is_is_chosen_and_signed(shown, session, case, monkeypatch):
    made = case()
    steps = shown(ApprovalSteps(session, made))
    first = steps_of(made)[0]
    assert steps.table.record().id == first.id
    opened = []
    monkeypatch.setattr(RecordDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    steps.change()
    assert opened == [f"签署{first.level}意见：张三 临时救助"]
