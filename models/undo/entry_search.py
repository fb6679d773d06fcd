"""The search for an entry of the journal: by words, with how much each changed, and whether it was turned back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from peewee import ModelSelect, fn

from models.core.journal import Change, Entry
from models.people.name_keys import named_like
from models.people.person import Person
from models.undo.standing import StandingEntries

MANY = 50_000  # changes of an entry of which the people are still counted
FEW_CHANGES = 500  # changes of one entry that are shown; an import has thousands


class Extent(NamedTuple):
    """How many records and people an entry changed, and by which entry it was turned back (None = it stands).

    People are not counted where there are more than ``MANY`` changes: that would take seconds.
    """

    changes: int
    people: int | None
    undone_by: int | None


def find_entries(words: str = "") -> ModelSelect[Entry]:
    """The entries whose title, user, day or number each word fits, newest first; a person's name finds its entries."""
    entries: ModelSelect[Entry] = Entry.select().order_by(Entry.number.desc())
    for word in words.split():
        fits = Entry.title.contains(word) | Entry.user.contains(word)
        if len(word) >= len("2020"):
            fits |= Entry.at.startswith(word)
        if word.isascii() and word.isdecimal():
            fits |= Entry.number == int(word)
        named = Person.select(Person.uid).where(named_like([word]) | (Person.number == word.upper()))
        entries = entries.where(
            fits | Entry.number.in_(Change.select(Change.entry).where(Change.person.in_(named)))
        )
    return entries


def extents(numbers: Sequence[int]) -> dict[int, Extent]:
    """The extent of each of these entries."""
    standing = StandingEntries()
    changes = {number: _changes(number) for number in numbers}
    people = _people([number for number, count in changes.items() if count <= MANY])
    return {each: Extent(changes[each], people.get(each), standing.undone_by(each)) for each in numbers}


def _changes(number: int) -> int:
    """The changes of one entry stand together, for one entry is written at a time and none is ever deleted."""
    of_entry: Any = Change.select(Change.id).where(Change.entry == number)
    first = of_entry.order_by(Change.id).limit(1).scalar()
    last = of_entry.order_by(Change.id.desc()).limit(1).scalar()
    return last - first + 1 if first else 0


def _people(numbers: Sequence[int]) -> dict[int, int]:
    counted: Any = (
        Change.select(Change.entry, fn.COUNT(Change.person.distinct()))
        .where(Change.entry.in_(numbers))
        .group_by(Change.entry)
    )
    return dict(counted.tuples())


def changes_of(number: int) -> list[Change]:
    """The first changes of an entry, in the order in which they were made."""
    return list(Change.select().where(Change.entry == number).order_by(Change.id).limit(FEW_CHANGES))


def names_of(uids: Sequence[str]) -> dict[str, str]:
    """The names of people by their uid; those who are no longer in the archive are left out."""
    return {
        person.uid: person.name
        for person in Person.select(Person.uid, Person.name).where(Person.uid.in_(uids))
    }
