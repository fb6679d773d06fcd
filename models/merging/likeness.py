"""The likeness 疑似同一人 of two files: whether two files are likely to be one person's, by how the names sound and how near the numbers are.

Brothers and twins have near numbers and half their names in common; only names that are written or spoken alike count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from peewee import fn

from models.core import citizen_number
from models.core.citizen_number import is_near
from models.core.dates import PartDate
from models.core.personal_names import same_name
from models.core.pinyin import sound_of
from models.people.findings import FINDING_LABELS, Listed
from models.people.name_keys import NameKey
from models.people.person import Person
from models.people.two_people import pairs_apart

MANY_OF_ONE_SOUND = 400  # people; among more only those born on one day are compared
LIKELY = "与{}（{}）{}，可能是同一人"


class Known(NamedTuple):
    """What the likeness of two people is told by."""

    id: int
    number: str
    name: str
    born: PartDate | None
    uid: str
    sex: str


def why_same(one: Known, other: Known, strict: bool = False) -> str:
    """Why two people may be one, in words; '' when they are not.

    ``strict``: what is asked of files that have long been there, where a homonym born on the same day is no wonder.
    """
    alike = same_name(one.name, other.name)
    sound = sound_of(one.name)
    if not alike and (not sound or sound != sound_of(other.name)):
        return ""
    named = "同名" if alike else "姓名读音相同"
    near = is_near(one.number, other.number) or is_near(one.number[:17], other.number[:17])
    born = _day_of(one) == _day_of(other) and _day_of(one) is not None
    if near and one.number != other.number:
        return f"{named}，身份证号只差一处"
    doubtful = any(citizen_number.doubt(each.number, each.born, each.sex) for each in (one, other))
    if born and (not strict or (doubtful and one.sex == other.sex)):
        return f"{named}，出生日期相同"
    return ""


def likely_same(name: str, number: str, born: PartDate | None, but: int = 0) -> list[tuple[Person, str]]:
    """Who on file may be the person of this name and number, and why; nobody whom an officer found to be another."""
    asked = Known(but, number, name, born, "", "")
    apart = pairs_apart(but) if but else set()
    found = []
    for known in _known(NameKey.sound == sound_of(name)) if name and sound_of(name) else ():
        if known.id == but or known.number == number or frozenset((but, known.id)) in apart:
            continue
        if why := why_same(asked, known):
            found.append((Person.get_by_id(known.id), why))
    return found


def doubts_of_same_person(person: Person | None) -> Iterator[Listed]:
    """Files that are likely one person's: of everybody, or of one. Those of one name and one birth date are told elsewhere."""
    apart = pairs_apart()
    for group in _groups(person):
        for one, other in _pairs(group):
            if frozenset((one.id, other.id)) in apart or _told_as_twins(one, other):
                continue
            if why := why_same(one, other, strict=True):
                yield from (
                    _listed(each, its_other, why)
                    for each, its_other in ((one, other), (other, one))
                    if person is None or each.id == person.id
                )


def _told_as_twins(one: Known, other: Known) -> bool:
    return one.name == other.name and one.born is not None and one.born == other.born


def _listed(one: Known, other: Known, why: str) -> Listed:
    words = LIKELY.format(other.name, other.number, why)
    return Listed(one.id, one.number, one.name, "", "number", FINDING_LABELS["number"], words, 7, one.uid)


def _groups(person: Person | None) -> Iterator[list[Known]]:
    """People whose names sound alike, where there are several."""
    if person is not None:
        sound = sound_of(person.name)
        yield list(_known(NameKey.sound == sound)) if sound else []
        return
    several = NameKey.select(NameKey.sound).where(NameKey.sound != "").group_by(NameKey.sound)
    by_sound: dict[str, list[Known]] = defaultdict(list)
    for each in _known(NameKey.sound.in_(several.having(fn.COUNT(NameKey.person) > 1))):
        by_sound[sound_of(each.name)].append(each)
    yield from by_sound.values()


def _pairs(group: list[Known]) -> Iterable[tuple[Known, Known]]:
    if len(group) <= MANY_OF_ONE_SOUND:
        return combinations(group, 2)
    days: dict[PartDate | None, list[Known]] = defaultdict(list)
    for each in group:
        days[_day_of(each)].append(each)
    return (pair for some in days.values() for pair in combinations(some, 2))


def _day_of(known: Known) -> PartDate | None:
    return known.born or citizen_number.birth_in(known.number)


def _known(condition: Any) -> Iterator[Known]:
    columns: Any = (Person.id, Person.number, Person.name, Person.born, Person.uid, Person.sex)
    rows: Any = Person.select(*columns).join(NameKey).where(condition).order_by(Person.id).tuples()
    return (Known(*row) for row in rows)
