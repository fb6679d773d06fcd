"""Identities as they stood on a day, and who came and went."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import codes
from models.core.dates import PartDate
from models.people.identity import RECEIVING
from models.year.statistics.held_identities import HeldIdentity, StateSince, closing, differing, identities
from models.year.statistics.held_identities import identity_moves as found_moves
from tests.models.year.statistics.states import state

DAYS = st.dates(date(2018, 1, 1), date(2022, 12, 31))


HISTORIES = st.lists(st.tuples(DAYS, st.sampled_from(codes.table("state").names())), max_size=6)


def held(history):
    states = tuple(StateSince(*each) for each in sorted(history, key=lambda each: each[0]))
    return HeldIdentity(1, 1, "张三", "三属", *[""] * 4, None, *[""] * 5, None, now="", states=states)


@settings(max_examples=100)
@given(st.lists(HISTORIES, max_size=8), st.integers(2018, 2022))
def test_opening_and_in_less_out_is_closing(histories, year):
    everybody = [held(history) for history in histories]
    changed = list(found_moves(everybody, date(year, 1, 1), date(year, 12, 31)))
    opening = sum(each.paid_on(date(year - 1, 12, 31)) for each in everybody)
    end = sum(each.paid_on(date(year, 12, 31)) for each in everybody)
    assert opening + sum(m.comes for m in changed) - sum(not m.comes for m in changed) == end


def test_a_year_that_has_not_ended_ends_today():
    assert closing(2020, date(2020, 8, 5)) == date(2020, 8, 5)
    assert closing(2020, date(2021, 8, 5)) == date(2020, 12, 31)


def told(*history):
    return held([(date(*day), words) for day, words in history])


def test_a_state_holds_from_its_own_day_to_the_day_before_the_next():
    someone = told(((2020, 3, 2), RECEIVING), ((2020, 8, 1), "停发"))
    assert [someone.state_on(date(2020, *day)) for day in ((3, 1), (3, 2), (7, 31), (8, 1))] == [
        "",
        RECEIVING,
        RECEIVING,
        "停发",
    ]
    assert someone.paid_on(date(2020, 7, 31))
    assert not someone.paid_on(date(2020, 8, 1))


def test_who_came_on_the_first_or_went_on_the_last_day_moved_in_the_year():
    came, went = told(((2020, 1, 1), RECEIVING)), told(((2010, 1, 1), RECEIVING), ((2020, 12, 31), "去世"))
    early, late = told(((2019, 12, 31), RECEIVING)), told(((2021, 1, 1), RECEIVING))
    moved = list(found_moves([came, went, early, late], date(2020, 1, 1), date(2020, 12, 31)))
    assert [(each.day, each.comes, each.by) for each in moved] == [
        (date(2020, 1, 1), True, "新批准"),
        (date(2020, 12, 31), False, "去世"),
    ]


def test_who_was_paid_before_comes_back_and_is_not_new():
    someone = told(((2010, 1, 1), RECEIVING), ((2019, 5, 1), "停发"), ((2020, 2, 1), RECEIVING))
    (back,) = found_moves([someone], date(2020, 1, 1), date(2020, 12, 31))
    assert (back.comes, back.by) == (True, "恢复")


def test_one_state_of_not_being_paid_after_another_is_no_move():
    someone = told(((2010, 1, 1), RECEIVING), ((2019, 5, 1), "停发"), ((2020, 2, 1), "去世"))
    assert list(found_moves([someone], date(2020, 1, 1), date(2020, 12, 31))) == []


def test_without_a_history_the_present_state_holds_from_the_approval(identity):
    identity(approved=PartDate(2020, 4))
    identity()
    first, second = identities()
    assert [first.state_on(date(2020, *day)) for day in ((3, 31), (4, 1))] == ["", RECEIVING]
    assert second.paid_on(date(1900, 1, 1))
    assert differing([first, second]) == []


def test_of_one_day_the_state_that_was_entered_later_counts(identity):
    made = identity(state="停发")
    state(made, RECEIVING, PartDate(2020, 4))
    state(made, "停发", PartDate(2020, 4))
    (found,) = identities()
    assert found.state_on(date(2020, 4, 30)) == "停发"
    assert differing([found]) == []


def test_a_year_to_come_ends_on_its_first_day():
    assert closing(2020, date(2019, 8, 5)) == date(2020, 1, 1)


def test_who_died_last_year_went_last_year_whenever_it_was_typed(identity, person):
    typed_late = identity(
        person(name="甲", died=PartDate(2019, 11, 3)), state="去世", approved=PartDate(2010)
    )
    state(typed_late, RECEIVING, PartDate(2010))
    state(typed_late, "去世", PartDate(2020, 1, 20))
    on_file_alone = identity(
        person(name="乙", died=PartDate(2019, 12, 31)), state=RECEIVING, approved=PartDate(2010)
    )
    everybody = identities()
    assert [each.id for each in everybody if each.paid_on(date(2019, 12, 31))] == []
    assert [each.paid_on(date(2019, 11, 2)) for each in everybody] == [True, True]
    went = found_moves(everybody, date(2019, 1, 1), date(2019, 12, 31))
    assert [(move.id, move.by) for move in went] == [(typed_late.id, "去世"), (on_file_alone.id, "去世")]
    assert list(found_moves(everybody, date(2020, 1, 1), date(2020, 12, 31))) == []
