"""Name keys 姓名索引 of everybody on file: how each name is compared, how it sorts, how it sounds; derived, and remade with the file.

So that a name is found among 100,000 in whatever way it is written, and a list of them sorts without asking the dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peewee import SQL, ForeignKeyField, TextField, fn

from models.core import journal
from models.core.journal import Writing
from models.core.name_order import name_order
from models.core.personal_names import name_key
from models.core.pinyin import sound_of
from models.core.record import StoredRow, db
from models.people.findings import files_touched
from models.people.person import Person


class NameKey(StoredRow):
    """The keys of one person's name."""

    person_id: int
    person = ForeignKeyField(Person, primary_key=True, on_delete="CASCADE")
    key = TextField(index=True)  # as names are compared
    sorts = TextField()  # as they sort
    sound = TextField(index=True)  # as they are spoken, without tones


@journal.afterwards
def refresh_name_keys(writing: Writing) -> None:
    """Remake the keys of everybody whom an entry touched."""
    for some in files_touched(writing):
        remake_name_keys((file.person.id, file.person.name) for file in some)


def remake_name_keys(names: Iterable[tuple[int, str]]) -> None:
    """Remake the keys of these people, given with their names."""
    rows = ((key, name_key(name), name_order(name), sound_of(name)) for key, name in names)
    db.cursor().executemany(
        'INSERT OR REPLACE INTO "name_key" ("person_id", "key", "sorts", "sound") VALUES (?, ?, ?, ?)', rows
    )


def remake_all_name_keys() -> None:
    """Remake the keys of everybody, after a new way of making them."""
    everybody: Any = Person.select(Person.id, Person.name).tuples()
    remake_name_keys(list(everybody))


def sorting_of(person: Any = Person) -> Any:
    """What a query sorts people by for their names: the stored key of the one it is about."""
    stored = NameKey.select(NameKey.sorts).where(NameKey.person == person.id)
    return fn.COALESCE(stored, SQL("NULL"))  # an expression that can be turned round


def named_like(names: Iterable[str]) -> Any:
    """The condition on a person that the name is one of these, in whatever way it is written."""
    keys = sorted({name_key(name) for name in names} - {""})
    return Person.id.in_(NameKey.select(NameKey.person).where(NameKey.key.in_(keys)))
