"""Lines 待核定 of a run: a group of their own, decided from the run, which is drawn up again then."""

from __future__ import annotations

import pytest

from models.pay.runs.run_lines import GROUP_HELD, GROUP_UNKNOWN
from tests.ui.pay.runs.conftest import SICK
from ui.forms.record_dialog import RecordDialog
from ui.pay.eligibility.deciding import DECIDE
from ui.pay.runs import held_lines


@pytest.fixture
def drawn(page, draw, people, person, granted):
    someone = person(name="戊")
    granted(someone=someone, kind="参战退役人员", category="", grade="", nature="")
    granted(someone=someone, **SICK)
    draw("2019-09")
    page.refresh()
    return page


def test_what_waits_for_an_answer_is_apart_from_what_could_not_be_reckoned(drawn):
    assert (drawn.lines.count(GROUP_HELD), drawn.lines.count(GROUP_UNKNOWN)) == (1, 1)
    drawn.lines.show_group(GROUP_HELD)
    assert drawn.lines.rows.record(0).reason.startswith("待核定：2019年9月，同时享受")
    assert not drawn.acts.buttons[DECIDE][0].isHidden()


def test_what_is_decided_is_paid_by_the_run_that_is_drawn_up_again(drawn, boxes, monkeypatch, qtbot):
    def run(dialog):
        dialog.show()
        dialog.form.answer.set_value("继续享受")
        dialog.form.editors["reason"].set_value("已核实")
        dialog.save()
        return dialog.result()

    monkeypatch.setattr(RecordDialog, "exec", run)
    before = drawn.run().people
    boxes.answer = "重新编制"
    drawn.acts.decide()
    assert "重新编制" in boxes[-1]
    qtbot.waitUntil(lambda: drawn.lines.count(GROUP_HELD) == 0)
    assert (before, drawn.run().people) == (4, 4)
    assert drawn.acts.buttons[DECIDE][0].isHidden()


def test_who_has_no_state_is_sent_to_the_file(drawn, boxes, session, monkeypatch):
    monkeypatch.setattr(held_lines.open_questions, "questions_of", lambda *_: [])
    drawn.acts.decide()
    assert boxes[-1] == held_lines.NOT_A_QUESTION
