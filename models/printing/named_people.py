"""Named people 名册上的人: whom a roster, a list or a filled form names, kept once as one row whatever its length.

Who makes a file tells whom it names (``tell_named``) and its door asks (``named_in``) when it is printed, saved or handed over: so
each of them finds the act in the ledger of readers of his own file. A set is a bit for each file's id, packed: a roster of 100,000
takes some kilobytes, and the same people again nothing at all.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from peewee import AutoField, BlobField

from models.core.record import Count, Sealed, StoredRow, db

_told: dict[Path, bytes] = {}  # the packed set of each file that was written by this program


class NamedPeople(StoredRow):
    """A set of people by the ids of their files, under the hash of its packed form; no id is given twice."""

    NOUN = "名册上的人"
    NAMED_BY = "count"

    id = AutoField()
    hash = Sealed("校验码", unique=True)
    count = Count("人数")
    packed = BlobField()


def tell_named(file: Path, people: Iterable[int]) -> None:
    """Say whom a file or folder names that was just written, by the ids of their files; one that names nobody is told so, too."""
    _told[file.absolute()] = _pack(people)


def tell_moved(file: Path, place: Path) -> None:
    """A file that was written aside took its place."""
    if file.absolute() in _told:
        _told[place.absolute()] = _told.pop(file.absolute())


def named_in(file: Path) -> bytes:
    """The packed set of those whom a file names; empty where nobody told."""
    return _told.get(file.absolute(), b"")


def keep_named(packed: bytes) -> str:
    """Write a set down where it is not there yet; returns the hash by which an act points to it, '' for nobody."""
    if not packed:
        return ""
    name = hashlib.sha256(packed).hexdigest()
    if not NamedPeople.select().where(NamedPeople.hash == name).exists():
        NamedPeople.create(hash=name, count=people_in(packed), packed=packed)
    return name


def people_in(packed: bytes) -> int | None:
    """How many people a packed set has; None where nobody told."""
    return sum(byte.bit_count() for byte in zlib.decompress(packed)) if packed else None


def sets_with(uids: Sequence[str]) -> list[str]:
    """The hashes of the sets in which one of these people stands."""
    ids = [number for uid in uids for number in _id_of(uid)]
    sets: Any = NamedPeople.select()
    return [each.hash for each in sets.iterator() if ids and _has(bytes(each.packed), ids)]


def set_faults() -> list[str]:
    """Which sets are not what their acts point to, in plain words."""
    sets: Any = NamedPeople.select()
    changed = (each for each in sets.iterator() if hashlib.sha256(each.packed).hexdigest() != each.hash)
    return [f"第{each.id}份名册上的人被改动过" for each in changed]


def _id_of(uid: str) -> Iterator[int]:
    for (number,) in db.execute_sql('SELECT "id" FROM "person" WHERE "uid" = ?', (uid,)):
        yield number


def _pack(people: Iterable[int]) -> bytes:
    ids = set(people)
    bits = bytearray(max(ids) // 8 + 1 if ids else 0)
    for number in ids:
        bits[number // 8] |= 1 << number % 8
    return zlib.compress(bytes(bits), 9) if ids else b""


def _has(packed: bytes, ids: Iterable[int]) -> bool:
    bits = zlib.decompress(packed)
    return any(number // 8 < len(bits) and bits[number // 8] >> number % 8 & 1 for number in ids)
