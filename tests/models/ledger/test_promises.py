"""承诺: what was promised, until when, and whether it was kept."""

from __future__ import annotations

from datetime import date

import pytest

from models import desk
from models.core.dates import PartDate
from models.core.record import Invalid
from models.forecast.event_calendar import coming_events
from models.ledger.promises import Promise, open_promises, overdue_promises
from tests.models.ledger.conftest import TOMORROW

SAID, DUE, LATER = PartDate(2020, 3, 5), PartDate(2020, 4), date(2020, 5, 1)


@pytest.fixture
def promise(save, person):
    def make(**facts):
        return save(Promise(**{"person": person(), "day": SAID, "words": "送轮椅上门", "due": DUE} | facts))

    return make


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"person": None}, "person"),
        ({"day": TOMORROW, "due": None}, "day"),
        ({"words": " "}, "words"),
        ({"due": PartDate(2020, 3, 4)}, "due"),
        ({"kept_on": TOMORROW}, "kept_on"),
    ],
)
def test_what_cannot_be_is_refused(promise, facts, field):
    with pytest.raises(Invalid) as refused:
        promise(**facts)
    assert set(refused.value.problems) == {field}


def test_a_month_is_over_with_its_last_day(promise):
    said = promise()
    assert [said.overdue(day) for day in (date(2020, 4, 30), LATER)] == [False, True]
    assert overdue_promises(LATER) == [said.person_id]


def test_what_was_kept_is_asked_about_no_more(promise):
    later, sooner, kept = promise(due=None), promise(), promise(kept_on=DUE)
    assert open_promises() == [sooner, later]
    assert (kept.state, later.state) == ("已兑现", "未兑现")


def test_an_overdue_promise_stands_on_the_desk_and_its_day_in_the_calendar(promise):
    said = promise()
    (line,) = [each for each in desk.todos(LATER) if "承诺" in each.title]
    assert (line.count, list(line.filter.ids)) == (1, [said.person_id])
    (event,) = [each for each in coming_events(date(2020, 4, 1), LATER) if each.matter == "承诺到期"]
    assert (event.day, event.words) == (date(2020, 4, 30), "送轮椅上门")
