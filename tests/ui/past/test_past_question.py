"""The question which day, in an officer's words; what is no past day is refused where it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from models.core.dates import PartDate
from models.core.past_day import PastDay
from ui.past.past_question import PastQuestion


@pytest.fixture
def asked(qtbot, archive):
    taken = []
    dialog = PastQuestion(None, taken.append, day=PartDate(2021, 8, 31))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, taken


def test_both_questions_are_asked(asked):
    dialog, taken = asked
    dialog.accept()
    dialog.was_known.click()
    dialog.accept()
    assert taken == [PastDay(as_of=date(2021, 8, 31)), PastDay(as_known=date(2021, 8, 31))]


@pytest.mark.parametrize(
    ("day", "words"), [("2021-8", "请写明是哪一天"), ("2190-1-1", "还没有到"), ("", "请填写哪一天")]
)
def test_what_is_no_past_day_is_refused_in_the_dialog(asked, day, words):
    dialog, taken = asked
    dialog.editors["day"].setText(day)
    dialog.accept()
    assert words in dialog.problem.text()
    assert taken == []
