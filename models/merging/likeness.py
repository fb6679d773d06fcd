"""The likeness 疑似同一人 of two files: whether two files are likely to be one person's, by how the names sound and how near the numbers are.

Brothers and twins have near numbers and half their names in common; only names that are written or spoken alike count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Any, NamedTuple

from peewee import chunked, fn

from models.core import citizen_number
from models.core.citizen_number import is_near
from models.core.dates import PartDate
from models.core.personal_names import name_key, same_name
from models.core.pinyin import sound_of
from models.people.findings import FINDING_LABELS, Listed
from models.people.name_keys import NameKey
from models.people.person import Person
from models.people.two_people import pairs_apart

LIKELY = "与{}（{}）{}，可能是同一人"


class KnownPair(NamedTuple):
    """What the likeness of two people is told by."""

    id: int
    number: str
    name: str
    born: PartDate | None
    uid: str
    sex: str


def why_same(one: KnownPair, other: KnownPair, strict: bool = False) -> str:
    """Why two people whose names sound alike may be one, in words; '' when they are not.

    ``strict``: what is asked of files that have long been there, where a homonym born on the same day is no wonder.
    """
    alike = same_name(one.name, other.name)
    named = "同名" if alike else "姓名读音相同"
    slip = is_near(one.number, other.number)  # one of them then fails its check digit
    if slip or (is_near(one.number[:17], other.number[:17]) and (alike or not strict)):
        return f"{named}，身份证号只差一处"
    if _day_of(one) is None or _day_of(one) != _day_of(other):
        return ""
    doubtful = not (citizen_number.is_right(one.number) and citizen_number.is_right(other.number))
    return f"{named}，出生日期相同" if not strict or (doubtful and one.sex == other.sex) else ""


def sound_or_key(name: str) -> str:
    """How a name sounds, or, where a character has no reading, how it is written."""
    return sound_of(name) or name_key(name)


def known_of(person: Person) -> KnownPair:
    """What the likeness is told by, of somebody who need not be on file yet."""
    return KnownPair(person.id or 0, person.number, person.name, person.born, person.uid, person.sex)


def namesakes(names: Iterable[str]) -> Iterator[KnownPair]:
    """Everybody on file whose name is written or spoken as one of these."""
    keys, sounds = {name_key(name) for name in names} - {""}, {sound_of(name) for name in names} - {""}
    seen: set[int] = set()
    for field, values in ((NameKey.key, keys), (NameKey.sound, sounds)):
        for some in chunked(sorted(values), 10_000):
            for known in _known(field.in_(some)):
                if known.id not in seen:
                    seen.add(known.id)
                    yield known


def likely_same(name: str, number: str, born: PartDate | None, but: int = 0) -> list[tuple[Person, str]]:
    """Who on file may be the person of this name and number, and why; nobody whom an officer found to be another."""
    asked = KnownPair(but, number, name, born, "", "")
    apart = pairs_apart(but) if but else set()
    found = []
    for known in namesakes([name]):
        if known.id == but or known.number == number or frozenset((but, known.id)) in apart:
            continue
        if why := why_same(asked, known):
            found.append((Person.get_by_id(known.id), why))
    return found


def doubts_of_same_person(person: Person | None) -> Iterator[Listed]:
    """Files that are likely one person's: of everybody, or of one. Those of one name and one birth date are told elsewhere."""
    apart = pairs_apart()
    for group in _groups(person):
        for one, other in _pairs(group) if person is None else _pairs_with(person.id, group):
            if frozenset((one.id, other.id)) in apart or _told_as_twins(one, other):
                continue
            if why := why_same(one, other, strict=True):
                yield from (
                    _listed(each, its_other, why)
                    for each, its_other in ((one, other), (other, one))
                    if person is None or each.id == person.id
                )


def _told_as_twins(one: KnownPair, other: KnownPair) -> bool:
    return one.name == other.name and one.born is not None and one.born == other.born


def _listed(one: KnownPair, other: KnownPair, why: str) -> Listed:
    words = LIKELY.format(other.name, other.number, why)
    return Listed(one.id, one.number, one.name, "", "number", FINDING_LABELS["number"], words, 7, one.uid)


def _groups(person: Person | None) -> Iterator[list[KnownPair]]:
    """People whose names sound alike, where there are several."""
    if person is not None:
        sound = sound_of(person.name)
        yield list(_known(NameKey.sound == sound)) if sound else []
        return
    several = NameKey.select(NameKey.sound).where(NameKey.sound != "").group_by(NameKey.sound)
    shared = NameKey.sound.in_(several.having(fn.COUNT(NameKey.person) > 1))
    for _, group in groupby(_known(shared, NameKey.sound), key=lambda each: sound_of(each.name)):
        yield list(group)


def _pairs(group: list[KnownPair]) -> Iterator[tuple[KnownPair, KnownPair]]:
    """Those of one sound who were born on one day, or whose numbers agree but for two neighbouring places."""
    by_key: dict[Any, list[KnownPair]] = defaultdict(list)
    for each in group:
        for key in (_day_of(each), *_numbers_but_two_places(each.number)):
            by_key[key].append(each)
    found = {(a, b) for some in by_key.values() if len(some) > 1 for a, b in combinations(some, 2)}
    yield from sorted(found, key=lambda pair: (pair[0].id, pair[1].id))


def _pairs_with(who: int, group: list[KnownPair]) -> Iterator[tuple[KnownPair, KnownPair]]:
    """The same with one of them: among 100,000 files a common name has hundreds."""
    one = next((each for each in group if each.id == who), None)
    keys = set() if one is None else {_day_of(one), *_numbers_but_two_places(one.number)}
    for each in group:
        if one is None or each is one:
            continue
        if _day_of(each) in keys or not keys.isdisjoint(_numbers_but_two_places(each.number)):
            yield (one, each) if one.id < each.id else (each, one)


def _numbers_but_two_places(number: str) -> Iterator[tuple[int, str]]:
    """The number, but for the check digit, without two neighbouring places: for each of them."""
    return ((at, number[:at] + number[at + 2 : 17]) for at in range(16))


def _day_of(known: KnownPair) -> PartDate | None:
    return known.born or citizen_number.birth_in(known.number)


def _known(condition: Any, *order: Any) -> Iterator[KnownPair]:
    columns: Any = (Person.id, Person.number, Person.name, Person.born, Person.uid, Person.sex)
    rows: Any = Person.select(*columns).join(NameKey).where(condition).order_by(*order, Person.id).tuples()
    return (KnownPair(*row) for row in rows)
