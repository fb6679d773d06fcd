from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.people.identity import COMBATANTS, GONE, RECEIVING, RURAL_VETERANS, Identity, IdentityState
from models.people.person import Person
from models.people.state_changes import change_all, change_state, register_death, state_problems
from tests.conftest import USER


def change(identity, state="停发", **facts):
    facts = {"since": PartDate(2020, 9), "reason": "未确认", **facts}
    return IdentityState(identity=identity, person=identity.person, state=state, **facts)


def test_a_state_is_shown_by_the_identity_and_kept_in_the_history(identity):
    veteran = identity(kind=COMBATANTS, state=RECEIVING)
    with journal.entry("变更状态", USER):
        change_state(change(veteran, paid_to=PartDate(2020, 8)))
    now = Identity.get_by_id(veteran.id)
    assert (now.state, str(now.paid_to)) == ("停发", "2020-08")
    assert [(s.state, s.reason) for s in now.history] == [("停发", "未确认")]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"state": "不知道"}, "state"), ({"state": RECEIVING}, "state"), ({"since": None}, "since"), ({"reason": " "}, "reason"),
        ({"state": GONE}, "died_on"), ({"state": GONE, "died_on": PartDate(1949)}, "died_on"),
        ({"state": GONE, "died_on": PartDate.of(date.today() + timedelta(days=1))}, "died_on"),
    ],
)  # fmt: skip
def test_what_a_change_lacks_is_told_by_field(identity, facts, field):
    asked = change(identity(state=RECEIVING), **facts)
    assert set(state_problems(asked)) == {field}
    with pytest.raises(Invalid), journal.entry("变更状态", USER):
        change_state(asked)


def test_a_death_is_the_persons_and_ends_every_identity(identity):
    first = identity(kind=COMBATANTS, state=RECEIVING)
    second = identity(first.person, kind=RURAL_VETERANS, state="受理")
    with journal.entry("登记去世", USER):
        changed = change_all(change(first, GONE, died_on=PartDate(2020, 9, 3)))
    assert {i.id for i in changed} == {first.id, second.id}
    assert {i.state for i in Identity.select()} == {GONE}
    assert Person.get_by_id(first.person_id).died == PartDate(2020, 9, 3)
    assert IdentityState.select().count() == 2


def test_whoever_dies_is_dead_since_the_day_of_death_whenever_it_is_typed(identity):
    veteran = identity(state=RECEIVING)
    with journal.entry("变更状态", USER):
        change_state(change(veteran, GONE, since=PartDate(2026, 1, 8), died_on=PartDate(2025, 11, 3)))
    (kept,) = Identity.get_by_id(veteran.id).history
    assert kept.since == kept.died_on == PartDate(2025, 11, 3)


def test_a_death_ends_what_is_left_and_corrects_the_day(identity):
    veteran = identity(state=RECEIVING)
    with journal.entry("登记去世", USER):
        assert [each.id for each in register_death(veteran.person, PartDate(2025, 11, 3))] == [veteran.id]
        assert register_death(Person.get(), PartDate(2025, 11, 4)) == []
    assert (Identity.get().state, Person.get().died) == (GONE, PartDate(2025, 11, 4))
