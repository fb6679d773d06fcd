"""Identities held on a day, and the changes of a year: in, out, and that opening + in - out = closing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from peewee import JOIN

from models.core.dates import PartDate, this_day
from models.people.identity import GONE, RECEIVING, Identity, IdentityState
from models.people.person import Person

UNKNOWN_DAY = date.min  # a state of which nobody knows since when was there from the beginning


class StateSince(NamedTuple):
    """A state and the day from which it held."""

    since: date
    state: str


class HeldIdentity(NamedTuple):
    """An identity with what statistics ask of it and its person; ``states`` in the order of time."""

    id: int
    person: int
    name: str
    kind: str
    category: str
    grade: str
    nature: str
    standing: str
    service_years: int | None
    battle: str
    test: str
    household: str
    street: str
    support: str
    born: PartDate | None
    now: str  # the state that the identity itself shows
    states: tuple[StateSince, ...]

    def state_on(self, day: date) -> str:
        """The state at the end of a day; nothing before the first."""
        return _state_on(self.states, day)

    def paid_on(self, day: date) -> bool:
        return self.state_on(day) == RECEIVING


class Move(NamedTuple):
    """An identity that came in or went out: ``by`` is how it came to be paid, or the state that ended it."""

    id: int  # of the identity
    kind: str
    street: str
    day: date
    comes: bool
    by: str


NEWLY_APPROVED, PAY_RESUMED = "新批准", "恢复"


def closing(year: int, today: date | None = None) -> date:
    """The last day of a year, or today while the year has not ended."""
    return min(date(year, 12, 31), max(today or this_day(), date(year, 1, 1)))


def identities() -> list[HeldIdentity]:
    """Every identity of the archive, with its history."""
    histories = _histories()
    asked: Any = Identity.select(
        Identity.id, Person.id, Person.name, Identity.kind, Identity.category, Identity.grade, Identity.nature,
        Identity.standing, Identity.service_years, Identity.battle, Identity.test, Person.household, Person.street,
        Person.support, Person.born, Identity.state, Identity.approved, Person.died,
    ).join(Person, JOIN.INNER).order_by(Identity.id)  # fmt: skip
    found = []
    for *facts, state, approved, died in asked.tuples():
        states = _all_states(histories.get(facts[0], ()), state, approved, died)
        found.append(HeldIdentity._make((*facts, state, tuple(states))))
    return found


def held_on(day: date) -> Iterator[tuple[int, int]]:
    """The ids of each identity that is paid at the end of a day, and of its person."""
    histories = _histories()
    asked: Any = Identity.select(
        Identity.id, Identity.person, Identity.state, Identity.approved, Person.died
    ).join(Person, JOIN.INNER)
    for identity, person, state, approved, died in asked.tuples().iterator():
        states = _all_states(histories.get(identity, ()), state, approved, died)
        if _state_on(states, day) == RECEIVING:
            yield identity, person


def _all_states(
    history: Sequence[tuple[Any, str]], now: str, approved: PartDate | None, died: PartDate | None
) -> list[StateSince]:
    first = approved.earliest() if approved else UNKNOWN_DAY
    return _until_death(_in_order(history, first, now), died)


def _state_on(states: Sequence[StateSince], day: date) -> str:
    return next((state for since, state in reversed(states) if since <= day), "")


def _histories() -> dict[int, list[tuple[Any, str]]]:
    found: dict[int, list[tuple[Any, str]]] = defaultdict(list)
    asked: Any = IdentityState.select(IdentityState.identity, IdentityState.since, IdentityState.state)
    for identity, since, state in asked.order_by(IdentityState.id).tuples():
        found[identity].append((since, state))
    return found


def _in_order(history: Sequence[tuple[Any, str]], first: date, present: str) -> list[StateSince]:
    """The states by their days; one without a day follows the one entered before it, the first the approval."""
    states, day = [], first
    for since, state in history:
        day = since.earliest() if since is not None else day
        states.append(StateSince(day, state))
    states.sort(key=lambda each: each.since)  # stable: of one day, in the order entered
    return states or [StateSince(first, present)]


def _until_death(states: list[StateSince], died: PartDate | None) -> list[StateSince]:
    """The states with the death on its own day, whenever somebody typed it, or nobody did but into the person's file."""
    if died is None:
        return states
    day = died.earliest()
    lived = [each for each in states if each.since <= day and each.state != GONE]
    told = any(each.state == GONE for each in states)
    return [*lived, StateSince(day, GONE)] if told or (lived and lived[-1].state == RECEIVING) else states


def identity_moves(held: Sequence[HeldIdentity], first: date, last: date) -> Iterator[Move]:
    """Who came in and who went out from one day to another, both included."""
    before = first - timedelta(days=1)
    for identity in held:
        paid, was_paid = (
            identity.paid_on(before),
            any(s.state == RECEIVING for s in identity.states if s.since < first),
        )
        for since, state in identity.states:
            if not first <= since <= last or (state == RECEIVING) == paid:
                continue
            paid = state == RECEIVING
            by = (PAY_RESUMED if was_paid else NEWLY_APPROVED) if paid else state or "其他"
            was_paid |= paid
            yield Move(identity.id, identity.kind, identity.street, since, paid, by)


def differing(held: Sequence[HeldIdentity]) -> list[HeldIdentity]:
    """The identities whose history does not end in the state that they show: to be looked at by somebody."""
    return [each for each in held if each.states[-1].state != each.now]
