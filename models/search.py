"""Finding people by a line of words: characters, pinyin, initials, any part of a number, a street."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import ForeignKeyField, Model, ModelSelect, TextField, chunked, fn

from models import journal
from models.base import db
from models.findings import Dossier, dossiers
from models.journal import Writing
from models.people import Person
from models.pinyin import search_words, sought
from models.words import half_width


class SearchWords(Model):
    """All the words by which a person is found, in one line of lower-case text."""

    person = ForeignKeyField(Person, primary_key=True, on_delete="CASCADE")
    words = TextField()

    class Meta:
        database = db
        legacy_table_names = False


def words_of(person: Person, certificates: Iterable[str]) -> str:
    """The line by which somebody is found."""
    names = [search_words(each) for each in (person.name, *person.former_names.replace("、", " ").split())]
    once = dict.fromkeys(
        (
            person.number, person.number_found, person.phone, person.other_phone, person.file_no,
            person.veteran_card, *certificates, person.street, person.community, person.residence,
            person.household_address,
        )
    )  # fmt: skip
    return " ".join((*names, half_width(" ".join(filter(None, once))).lower()))


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


def find(line: str = "") -> ModelSelect[Person]:
    """The people whom every word of the line fits, in the order of their files; all of them without words."""
    people = Person.select().order_by(Person.file_no, Person.id)
    words = line.split()
    if not words:
        return people
    people = people.join(SearchWords)
    for word in words:
        for piece in sought(word) or (word,):
            people = people.where(fn.INSTR(SearchWords.words, piece) > 0)
    return people
