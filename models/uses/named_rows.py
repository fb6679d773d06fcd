"""Named rows 名册的行: the files of those who are a row, to whom its record belongs, or whom it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from peewee import Model

from models.people.person import Person

PARTS_DEEP = 4  # levels of a row's parts that are looked into
IDS = ("person", "person_id")  # what a fact calls the id of a file


def people_named(rows: Iterable[Any]) -> frozenset[int]:
    """The ids of the files of all whom these rows name."""
    return frozenset(number for row in rows for number in _files(row, PARTS_DEEP))


def _files(part: Any, deep: int) -> Iterator[int]:
    if isinstance(part, Person):
        yield part.id
    elif isinstance(part, Model):
        yield from _of_record(part, deep)
    elif deep:
        for name, each in _parts(part):
            if name in IDS and type(each) is int:
                yield each
            yield from _files(each, deep - 1)


def _of_record(record: Model, deep: int) -> Iterator[int]:
    """A record belongs to somebody, or to a record that was read along with it and belongs to somebody."""
    for field in record._meta.refs:
        if field.rel_model is Person:
            if (number := getattr(record, field.object_id_name)) is not None:
                yield number
        elif deep and (owner := record.__rel__.get(field.name)) is not None:
            yield from _files(owner, deep - 1)


def _parts(part: Any) -> Iterable[tuple[str, Any]]:
    """What a fact is made of, by its names; what a sequence holds has none."""
    if is_dataclass(part):
        return [(each.name, getattr(part, each.name)) for each in fields(part)]
    if isinstance(part, list | tuple | set | frozenset):
        names = getattr(part, "_fields", ("",) * len(part))
        return zip(names, part, strict=True)
    return ()
