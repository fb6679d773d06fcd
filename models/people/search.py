"""The search for people by a line of words: characters, pinyin, initials, any part of a number, a street, a kind, a state, a grade.

``find_people`` asks the file. A window, which asks at every key, takes ``find_ids`` or ``page``: they look through everybody's
words in memory, for among 100,000 people a look takes 100 ms in the file and 15 in memory.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from sys import intern
from typing import NamedTuple
from weakref import WeakKeyDictionary

from peewee import ForeignKeyField, ModelSelect, TextField, chunked, fn

from models.archive.opened import Archive, opened_archive
from models.characters.characters import one_form
from models.core import codes, journal
from models.core.journal import Change, Entry, Writing
from models.core.pinyin import search_words, sought, usual_spellings
from models.core.record import StoredRow, db
from models.core.words import half_width
from models.people.findings import Dossier, dossiers, files_touched
from models.people.identity import GONE, Identity
from models.people.person import MergedFile, Person

UNKNOWN_SIGN = re.compile(r"[?？□*＊\ud800-\udfff]")  # half a character is unknown, too
LATIN_WORD = re.compile(r"(?<!\S)[a-z]\S*")  # a word that begins with a letter can be typed like a spelling
STATE_SIGN = "="  # before the state of an identity, so that the whole of it can be asked for
FEW_PEOPLE = 1000  # people whose words are read one by one; after a change of more everybody's are read anew

# What other rooms know people by: of these ids, the words of each; filled by ``models.records``.
MORE_WORDS: list[Callable[[list[int]], dict[int, list[str]]]] = []

# A closed archive takes its memory with it.
_memories: WeakKeyDictionary[Archive, Memory] = WeakKeyDictionary()


class SearchWords(StoredRow):
    """All the words by which a person is found, as lower-case text of four lines: what is written, what is spelt, what is
    spelt with readings that are less usual, and the facts of the identities. Files of former days have fewer."""

    person = ForeignKeyField(Person, primary_key=True, on_delete="CASCADE")
    words = TextField()


class SearchRow(NamedTuple):
    """The words of one person; rows sort as the people's files do."""

    file_no: str
    person: int
    written: str
    spelt: str
    usual: str  # what is spelt as people usually read it; a part of ``spelt``
    facts: str  # kinds, grades, states; many people share the same, as one string


class Wanted(NamedTuple):
    """What must be in somebody's words: the piece (spelt when a space begins it), or else the whole word as written.

    So ``曾gf`` finds 曾国藩, and ``青军A`` the certificate 青军A001234; 陳 is also sought as 陈.
    """

    piece: str
    whole: str = ""


class Memory(NamedTuple):
    """Everybody's words in the order of the files, as they stood after one entry of the journal."""

    entry: tuple[int, str]  # its number and its hash, which vouches for every record
    rows: list[SearchRow]
    facts: frozenset[str]  # of all rows: few, so that a look asks each of them once and not everybody


class Page(NamedTuple):
    """How many people a line finds, and some of them."""

    total: int
    people: list[Person]


def words_of(
    person: Person,
    identities: Iterable[Identity] = (),
    merged: Iterable[MergedFile] = (),
    more: Iterable[str] = (),
) -> str:
    """The words by which somebody is found; what is a part of something else in them is not said twice."""
    merged, rights = list(merged), list(identities)
    names = (person.name, *person.former_names.replace("、", " ").split(), *(each.name for each in merged))
    names = tuple(dict.fromkeys([*names, *(one_form(name) for name in names)]))
    ways = [search_words(name).split() for name in names]
    said = (
        *(way[0] for way in ways if way), person.number, person.number_found, *(each.number for each in merged), person.phone,
        person.other_phone, person.file_no, *(each.file_no for each in merged), person.veteran_card, *(each.certificate for each in rights), person.street,
        person.community, person.residence, person.household_address, *more,
    )  # fmt: skip
    once = list(dict.fromkeys(half_width(words).lower() for words in said if words))
    written = " ".join(words for words in once if not any(words in more for more in once if more != words))
    usual = dict.fromkeys(
        [*(word for name in names for word in usual_spellings(name)), *LATIN_WORD.findall(written)]
    )
    others = dict.fromkeys(spelling for way in ways for spelling in way[1:] if spelling not in usual)
    return f"{written}\n {' '.join(usual)}\n {' '.join(others)}\n{' '.join(_facts(person, rights))}"


def _facts(person: Person, rights: Iterable[Identity]) -> list[str]:
    """What the identities say in words of code tables."""
    said = [word for each in rights for word in (each.kind, each.category, each.grade, each.nature) if word]
    states = [each.state for each in rights if each.state] + [GONE] * (person.died is not None)
    return sorted({*said, *(STATE_SIGN + state for state in states)})


@journal.afterwards
def refresh_search(writing: Writing) -> None:
    """Remake the words of everybody whom an entry touched."""
    for some in files_touched(writing):
        remake_search(some)


def remake_search(files: Iterable[Dossier]) -> None:
    """Remake the words of these files."""
    for some in chunked(files, 1000):
        merged: dict[int, list[MergedFile]] = defaultdict(list)
        for each in MergedFile.select().where(MergedFile.person.in_([file.person.id for file in some])):
            merged[each.person_id].append(each)
        more: dict[int, list[str]] = defaultdict(list)
        for ask in MORE_WORDS:
            for person, words in ask([file.person.id for file in some]).items():
                more[person] += words
        part = [
            (f.person.id, words_of(f.person, f.identities, merged[f.person.id], more[f.person.id]))
            for f in some
        ]
        SearchWords.insert_many(part, [SearchWords.person, SearchWords.words]).on_conflict_replace().execute()


def remake_all() -> None:
    """Remake the words of everybody, after a new way of spelling names."""
    for some in chunked(Person.select(), 1000):
        remake_search(dossiers(some))
    _memories.clear()  # the one change of words that no entry of the journal tells of


def find_people(line: str = "") -> ModelSelect[Person]:
    """The people whom every word of the line fits, in the order of their files; all of them without words.

    Whoever fits only by an unusual reading (方 by wang) comes behind the others.
    """
    people = Person.select().order_by(Person.file_no, Person.id)
    if not (wanted := _wanted(line)):
        return people
    people = people.join(SearchWords)
    for piece, whole in wanted:
        fits = fn.INSTR(SearchWords.words, piece) > 0
        people = people.where(fits | (fn.INSTR(SearchWords.words, whole) > 0) if whole else fits)
    spelt = [piece for piece, _ in wanted if piece[0] == " "]
    if not spelt:
        return people
    usual = fn.is_usually_spelt(SearchWords.words, "\n".join(spelt))
    return people.order_by(usual.desc(), Person.file_no, Person.id)


def find_ids(line: str = "") -> list[int]:
    """The ids of the people whom ``find_people`` would find, in the same order."""
    if not (wanted := _wanted(line)):
        return [key for (key,) in db.execute(find_people().select(Person.id))]
    _, rows, facts = remembered()
    for each in sorted(wanted, key=lambda each: (each.whole != "", -len(each.piece))):  # few are left early
        rows = _narrowed(rows, each, facts)
    spelt = [piece for piece, _ in wanted if piece[0] == " "]
    return [
        row.person
        for row in (sorted(rows, key=lambda row: not _is_usual(row.usual, spelt)) if spelt else rows)
    ]


def page(line: str = "", offset: int = 0, limit: int = 50) -> Page:
    """How many people the line finds, and at most ``limit`` of them from the ``offset``-th on."""
    if not _wanted(line):
        return Page(Person.select().count(), list(find_people().offset(offset).limit(limit)))
    found = find_ids(line)
    wanted = found[offset : offset + limit]
    people = {person.id: person for person in Person.select().where(Person.id.in_(wanted))}
    return Page(len(found), [people[key] for key in wanted if key in people])


def remembered() -> Memory:
    """Everybody's words as they are now; a window asks for them when it opens, so that the first key need not wait.

    The hash of the journal's last entry tells whether anything was written since, here or by another thread.
    """
    opened = opened_archive()
    with db.atomic():  # entry and words of one moment
        memory = _memories.get(opened)
        last = _last_entry()
        if memory is None or memory.entry != last:
            rows = _caught_up(memory) or sorted(_rows())
            memory = Memory(last, rows, frozenset(row.facts for row in rows))
            if journal.entry_being_written() is None:  # what an open entry has written may still be given up
                _memories[opened] = memory
    return memory


def _wanted(line: str) -> list[Wanted]:
    """What must all be in somebody's words; a sign for an unknown character (沈延?) parts them."""
    words = UNKNOWN_SIGN.sub(" ", line).split() or line.split()
    return [wanted for word in words for wanted in (_coded(word) or _written_or_spelt(word))]


def _written_or_spelt(word: str) -> list[Wanted]:
    pieces = sought(word) or (word,)
    return [
        Wanted(piece, half_width(word).lower() if len(pieces) > 1 and piece[0] == " " else _other_form(piece))
        for piece in pieces
    ]


@lru_cache(maxsize=1024)
def _coded(word: str) -> tuple[Wanted, ...]:
    """A state 停发, a kind 老党员 or a grade 6级 as officers write it; a state is meant as a whole: 享受待遇 is not 不享受待遇."""
    if len(word) < 2 or word.isascii():
        return ()
    if state := codes.table("state").read(word):
        return (Wanted(STATE_SIGN + state),)
    names = (codes.table(each).read(word) for each in ("kind", "grade"))
    return tuple(Wanted(half_width(word).lower(), name) for name in names if name)[:1]


def _other_form(piece: str) -> str:
    """Traditional and variant characters as the standard ones; empty where there are none."""
    form = one_form(piece)
    return form if form != piece else ""


def _is_usual(usual: str, spelt: Iterable[str]) -> bool:
    """Whether all that was typed as a spelling is a usual one."""
    return all(piece in usual for piece in spelt)


def _narrowed(rows: list[SearchRow], wanted: Wanted, facts: Iterable[str]) -> list[SearchRow]:
    piece, whole = wanted
    said = {each for each in facts if piece in each or (whole and whole in each)}
    if piece.startswith(STATE_SIGN):
        return [row for row in rows if row.facts in said]
    spelt = piece[0] == " "
    if whole or said:
        return [
            row
            for row in rows
            if row.facts in said
            or piece in (row.spelt if spelt else row.written)
            or (whole and whole in row.written)
        ]
    if spelt:
        return [row for row in rows if piece in row.spelt]
    return [row for row in rows if piece in row.written]


def _last_entry() -> tuple[int, str]:
    entry = Entry.select().order_by(Entry.number.desc()).first()
    return (entry.number, entry.hash) if entry else (0, "")


def _caught_up(memory: Memory | None) -> list[SearchRow]:
    """The rows after the entries that have come since; none when all must be read anew."""
    if memory is None or Entry.get_or_none(number=memory.entry[0], hash=memory.entry[1]) is None:
        return []
    later = Change.select(Change.person).where(Change.entry > memory.entry[0])
    touched = {uid for (uid,) in db.execute(later) if uid}
    fresh = _rows(touched) if len(touched) <= FEW_PEOPLE else []
    if len(fresh) < len(touched):  # too many, or some are gone
        return []
    known = {row.person for row in fresh}
    return sorted([row for row in memory.rows if row.person not in known] + fresh)


def _rows(uids: Collection[str] | None = None) -> list[SearchRow]:
    """The words of these people, or of everybody."""
    query = Person.select(Person.file_no, Person.id, SearchWords.words).join(SearchWords)
    if uids is not None:
        query = query.where(Person.uid.in_(uids))
    return [_row(*row) for row in db.execute(query)]


def _row(file_no: str, person: int, words: str) -> SearchRow:
    lines = words.split("\n")
    spelt = "\n".join(lines[1:3]) or words  # archives of the first days have a single line
    return SearchRow(file_no, person, lines[0], spelt, spelt.partition("\n")[0], intern("".join(lines[3:])))


def _is_usually_spelt(words: str, spelt: str) -> bool:
    """The same in the file: words as they are kept, and what was typed, line by line."""
    return _is_usual(_row("", 0, words).usual, spelt.split("\n"))


db.register_function(_is_usually_spelt, "is_usually_spelt", 2, deterministic=True)
