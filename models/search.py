"""Finding people by a line of words: characters, pinyin, initials, any part of a number, a street.

``find`` asks the file. A window, which asks at every key, takes ``keys`` or ``page``: they look through everybody's
words in memory, for among 100,000 people the file takes 100 ms a look and memory 20.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from peewee import ForeignKeyField, Model, ModelSelect, TextField, chunked, fn

from models import archive, journal
from models.archive import Archive
from models.base import db
from models.findings import Dossier, dossiers
from models.journal import Change, Entry, Writing
from models.people import Person
from models.pinyin import search_words, sought
from models.words import half_width

FEW = 1000  # people whose words are read one by one; after a change of more everybody's are read anew


class SearchWords(Model):
    """All the words by which a person is found, in one line of lower-case text."""

    person = ForeignKeyField(Person, primary_key=True, on_delete="CASCADE")
    words = TextField()

    class Meta:
        database = db
        legacy_table_names = False


class Row(NamedTuple):
    """The words of one person; rows sort as the people's files do."""

    file_no: str
    person: int
    words: str


class Memory(NamedTuple):
    """Everybody's words in the order of the files, as they stood after one entry of the journal."""

    entry: tuple[int, str]  # its number and its hash, which vouches for every record
    rows: list[Row]


class Page(NamedTuple):
    """How many people a line finds, and some of them."""

    total: int
    people: list[Person]


def words_of(person: Person, certificates: Iterable[str]) -> str:
    """The line by which somebody is found; what is a part of something else in it is not said twice."""
    names = [search_words(each) for each in (person.name, *person.former_names.replace("、", " ").split())]
    said = (
        person.number, person.number_found, person.phone, person.other_phone, person.file_no,
        person.veteran_card, *certificates, person.street, person.community, person.residence,
        person.household_address,
    )  # fmt: skip
    once = list(dict.fromkeys(half_width(words).lower() for words in said if words))
    return " ".join((*names, *(words for words in once if not any(words in other for other in once if other != words))))


@journal.afterwards
def refresh(writing: Writing) -> None:
    """Remake the words of everybody whom an entry touched."""
    remake(dossier for dossier in writing.at_hand.values() if isinstance(dossier, Dossier))
    for some in chunked(writing.touched, 1000):
        remake(dossiers(Person.select().where(Person.uid.in_(some))))


def remake(files: Iterable[Dossier]) -> None:
    """Remake the words of these files."""
    rows = ((f.person.id, words_of(f.person, (i.certificate for i in f.identities))) for f in files)
    for part in chunked(rows, 1000):
        SearchWords.insert_many(part, [SearchWords.person, SearchWords.words]).on_conflict_replace().execute()


def remake_all() -> None:
    """Remake the words of everybody, after a new way of spelling names."""
    for some in chunked(Person.select(), 1000):
        remake(dossiers(some))
    _memories.clear()  # the one change of words that no entry of the journal tells of


def find(line: str = "") -> ModelSelect[Person]:
    """The people whom every word of the line fits, in the order of their files; all of them without words."""
    people = Person.select().order_by(Person.file_no, Person.id)
    if pieces := _pieces(line):
        people = people.join(SearchWords)
    for piece in pieces:
        people = people.where(fn.INSTR(SearchWords.words, piece) > 0)
    return people


def keys(line: str = "") -> list[int]:
    """The ids of the people whom ``find`` would find, in the same order."""
    pieces = _pieces(line)
    if not pieces:
        everybody: Any = find().select(Person.id).tuples()
        return [key for (key,) in everybody]
    rows = remembered().rows
    for piece in sorted(pieces, key=len, reverse=True):  # a long one leaves few for the others
        rows = [row for row in rows if piece in row[2]]
    return [row[1] for row in rows]


def page(line: str = "", offset: int = 0, limit: int = 50) -> Page:
    """How many people the line finds, and at most ``limit`` of them from the ``offset``-th on."""
    if not _pieces(line):
        return Page(Person.select().count(), list(find().offset(offset).limit(limit)))
    found = keys(line)
    wanted = found[offset : offset + limit]
    people = {person.id: person for person in Person.select().where(Person.id.in_(wanted))}
    return Page(len(found), [people[key] for key in wanted])


def remembered() -> Memory:
    """Everybody's words as they are now; a window asks for them when it opens, so that the first key need not wait.

    The hash of the journal's last entry tells whether anything was written since, here or by another thread.
    """
    opened = archive.current()
    with db.atomic():  # entry and words of one moment
        memory = _memories.get(opened)
        last = _last_entry()
        if memory is None or memory.entry != last:
            memory = _memories[opened] = Memory(last, _caught_up(memory) or sorted(_rows()))
    return memory


_memories: WeakKeyDictionary[Archive, Memory] = WeakKeyDictionary()  # forgotten with the archive that is closed


def _pieces(line: str) -> list[str]:
    """What must all be in somebody's words."""
    return [piece for word in line.split() for piece in sought(word) or (word,)]


def _last_entry() -> tuple[int, str]:
    entry = Entry.select().order_by(Entry.number.desc()).first()
    return (entry.number, entry.hash) if entry else (0, "")


def _caught_up(memory: Memory | None) -> list[Row]:
    """The rows after the entries that have come since; none when all must be read anew."""
    if memory is None or not Entry.select().where(Entry.number == memory.entry[0], Entry.hash == memory.entry[1]).exists():
        return []
    later = Change.select(Change.person).where(Change.entry > memory.entry[0], Change.person.is_null(False))
    touched = [change.person for change in later.distinct().limit(FEW + 1)]
    fresh = _rows(touched) if len(touched) <= FEW else []
    if len(fresh) < len(touched):  # too many, or some are gone
        return []
    known = {row.person for row in fresh}
    return sorted([row for row in memory.rows if row[1] not in known] + fresh)


def _rows(uids: Sequence[str] | None = None) -> list[Row]:
    """The words of these people, or of everybody."""
    query: Any = Person.select(Person.file_no, Person.id, SearchWords.words).join(SearchWords)
    if uids is not None:
        query = query.where(Person.uid.in_(uids))
    return [Row(*row) for row in query.tuples()]
