"""Two people 确是两人: pairs of files that look like one person's and are not, as an officer found; nobody is asked again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import ForeignKeyField

from models.core import journal
from models.core.record import Record, Text
from models.people.person import Person


class TwoPeople(Record):
    """Two people on file who are indeed two, and why that is sure."""

    NOUN = "确认为两人"
    NAMED_BY = "reason"
    TIMELESS = "随本人档案"

    person_id: int
    person = ForeignKeyField(Person, backref="other_people", on_delete="RESTRICT")
    other_id: int
    other = ForeignKeyField(Person, backref="other_people_of", on_delete="RESTRICT")
    reason = Text("依据")

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.person_id is not None and self.person_id == self.other_id:
            yield "other", "请选择另一份档案"


def apart(one: int, other: int) -> bool:
    """Whether these two, by their ids, were found to be two people."""
    return frozenset((one, other)) in pairs_apart(one)


def pairs_apart(person: int | None = None) -> set[frozenset[int]]:
    """The pairs of ids that were found to be two people; of one person, or all."""
    found: Any = TwoPeople.select(TwoPeople.person, TwoPeople.other)
    if person is not None:
        found = found.where((TwoPeople.person == person) | (TwoPeople.other == person))
    return {frozenset(pair) for pair in found.tuples()}


def keep_apart(one: Person, other: Person, user: str, reason: str = "") -> None:
    """Remember that two files are two people's, as an entry of its own."""
    if not apart(one.id, other.id):
        with journal.entry(f"确认{one.name}与{other.name}是两人", user):
            TwoPeople(person=one, other=other, reason=reason).save()
