"""The search for an entry of the journal: by words, with how much each changed, and whether it was turned back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from peewee import ModelSelect, fn

from models.core.journal import Change, Entry
from models.core.record import KINDS_OF_RECORDS, Refusal
from models.pay.runs.runs import PayRun
from models.people.name_keys import named_like
from models.people.person import Person
from models.undo.standing import StandingEntries

MANY = 50_000  # changes of an entry of which the people are still counted
COUNTED_AT_ONCE = 5_000  # changes of all entries together of which the people are counted without being felt
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


class EntriesAsked(NamedTuple):
    """Which part of the journal is wanted; what is empty does not choose. ``kind`` is a record's noun, days are included."""

    words: str = ""
    person: str = ""  # name or number: then only that person's changes are told
    user: str = ""
    kind: str = ""
    first: date | None = None
    last: date | None = None
    run: PayRun | None = None  # then what became of it and of what belongs to it

    def told(self) -> str:
        """The choice in words, as it stands above the list."""
        days = "" if self.first is None else f"{self.first}起"
        days += "" if self.last is None else f"至{self.last}"
        chosen = (
            days,
            self.user and f"用户“{self.user}”",
            self.person and f"人员“{self.person}”",
            self.kind,
            self.run and self.run.title(),
            self.words,
        )
        return "，".join(each for each in chosen if each) or "全部"


def entries_asked(asked: EntriesAsked) -> ModelSelect[Entry]:
    """The entries that fit, oldest first. Raises ``Refusal`` for a kind or a person that there is not."""
    entries = find_entries(asked.words).order_by(Entry.number)
    if asked.user:
        entries = entries.where(Entry.user == asked.user)
    if asked.first is not None:
        entries = entries.where(Entry.at >= asked.first.isoformat())
    if asked.last is not None:
        entries = entries.where(Entry.at < (asked.last + timedelta(days=1)).isoformat())
    if asked.kind or asked.person or asked.run:
        entries = entries.where(Entry.number.in_(Change.select(Change.entry).where(_wanted(asked))))
    return entries


def uids_of(person: str) -> list[str]:
    """The people of that name or number. Raises ``Refusal`` when there is nobody."""
    named = Person.select(Person.uid).where(named_like([person]) | (Person.number == person.upper()))
    found = [each.uid for each in named]
    if not found:
        raise Refusal(f"档案里没有“{person}”")
    return found


def changes_asked(asked: EntriesAsked, number: int) -> ModelSelect[Change]:
    """The changes of one entry that fit, in their order."""
    return Change.select().where((Change.entry == number) & _wanted(asked)).order_by(Change.id)


def kinds_in_journal() -> list[str]:
    """The nouns of the records of which the journal tells anything."""
    tables: Any = Change.select(Change.table).distinct().tuples()
    return sorted({KINDS_OF_RECORDS[table].NOUN for (table,) in tables if table in KINDS_OF_RECORDS})


def users_in_journal() -> list[str]:
    """Who wrote anything."""
    users: Any = Entry.select(Entry.user).distinct().order_by(Entry.user).tuples()
    return [user for (user,) in users]


def _wanted(asked: EntriesAsked) -> Any:
    """The condition on changes."""
    wanted = Change.id.is_null(False)
    if asked.kind:
        tables = [table for table, kind in KINDS_OF_RECORDS.items() if asked.kind == kind.NOUN]
        if not tables:
            raise Refusal(f"操作日志里没有“{asked.kind}”这一类，可选：{'、'.join(kinds_in_journal())}")
        wanted &= Change.table.in_(tables)
    if asked.person:
        wanted &= Change.person.in_(uids_of(asked.person))
    return wanted if asked.run is None else wanted & _of_run(asked.run)


def _of_run(run: PayRun) -> Any:
    """The changes of a run and of the records that belong to it, such as what the bank answered."""
    owned = [table for table, kind in KINDS_OF_RECORDS.items() if PayRun in kind._meta.refs.values()]
    told = fn.json_extract(fn.coalesce(Change.after, Change.before), "$.run_id")
    return (Change.uid == run.uid) | (Change.table.in_(owned) & (told == run.id))


def extents(numbers: Sequence[int], most: int | None = None) -> dict[int, Extent]:
    """The extent of each of these entries; of more than ``most`` changes together the people are left uncounted."""
    standing = StandingEntries()
    changes = {number: _changes(number) for number in numbers}
    countable = {number: count for number, count in changes.items() if count <= MANY}
    people = people_changed([*countable]) if most is None or sum(countable.values()) <= most else {}
    people |= {number: 0 for number, count in changes.items() if not count}
    return {each: Extent(changes[each], people.get(each), standing.undone_by(each)) for each in numbers}


def _changes(number: int) -> int:
    """The changes of one entry stand together, for one entry is written at a time and none is ever deleted."""
    of_entry: Any = Change.select(Change.id).where(Change.entry == number)
    first = of_entry.order_by(Change.id).limit(1).scalar()
    last = of_entry.order_by(Change.id.desc()).limit(1).scalar()
    return last - first + 1 if first else 0


def people_changed(numbers: Sequence[int]) -> dict[int, int]:
    """How many people each of these entries changed."""
    counted: Any = (
        Change.select(Change.entry, fn.COUNT(Change.person.distinct()))
        .where(Change.entry.in_(numbers))
        .group_by(Change.entry)
    )
    return dict(counted.tuples())


def changes_of(number: int, after: int, most: int) -> list[Change]:
    """The changes of an entry in the order in which they were made, ``most`` of those after the one of that id."""
    found = Change.select().where(Change.entry == number, Change.id > after)
    return list(found.order_by(Change.id).limit(most))


def all_names() -> dict[str, str]:
    """The names of everybody in the archive by uid."""
    people: Any = Person.select(Person.uid, Person.name).tuples()
    return dict(people)


def names_of(uids: Sequence[str]) -> dict[str, str]:
    """The names of people by their uid; those who are no longer in the archive are left out."""
    return {
        person.uid: person.name
        for person in Person.select(Person.uid, Person.name).where(Person.uid.in_(uids))
    }
