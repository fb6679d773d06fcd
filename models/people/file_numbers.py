"""The numbers of a person's file: 一人一档编号 and 案卷号, given once and never again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from peewee import fn

from models.core import codes
from models.office import settings
from models.people.identity import Identity
from models.people.person import Person

DIGITS_OF_NO_KIND = "00"


def assign_file_numbers(people: Sequence[Person], identities: Iterable[Identity]) -> None:
    """Number new people: area code, two digits of the first identity's kind, five running digits; and the volume."""
    kinds: dict[str, str] = {}
    for identity in identities:
        kinds.setdefault(identity.person.uid, codes.table("kind").code(identity.kind))
    area = settings.office().area_code
    last: dict[str, int] = defaultdict(int)
    volume = Person.select(fn.MAX(Person.volume)).scalar() or 0
    for number, person in enumerate(people, start=volume + 1):
        prefix = area + kinds.get(person.uid, DIGITS_OF_NO_KIND)
        if prefix not in last:
            highest = Person.select(fn.MAX(Person.file_no)).where(Person.file_no.startswith(prefix)).scalar()
            last[prefix] = int(highest[len(prefix) :]) if highest else 0
        last[prefix] += 1
        person.file_no, person.volume = f"{prefix}{last[prefix]:05d}", number
