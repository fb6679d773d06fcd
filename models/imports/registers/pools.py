"""Pools of the records that rows of registers may mean: those in the archive, and those that earlier sheets of the import make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from peewee import JOIN, Expression, ModelSelect, chunked, fn

from models.core.record import Record
from models.imports.registers.entries import RegisterRecord
from models.ledger.years import in_year
from models.people.outsiders import Outsider, recipient
from models.people.person import Person
from models.visits.visit import Visit

Key = tuple[Any, ...]
RECORDS_AT_ONCE = 10_000


def known_by(who: Person | Outsider | None) -> str:
    """What tells somebody apart: the number, else the name of one who has none; nobody is ''."""
    return (who.number or who.name) if who else ""


def key_of(entry: RegisterRecord, who: Person | Outsider | None, names: Iterable[str]) -> Key:
    """What a row says in these fields, and whom it is about; nothing said, '' and none of it are the same."""
    return (known_by(who), *(entry.facts.get(name) or None for name in names))


class Pool:
    """Records of one kind, found by what they say; the same names of fields as the entries that ask."""

    def __init__(self) -> None:
        self.records: list[tuple[Record, str]] = []  # with the number of the one it is about
        self.settled: set[str] = set()  # uids of those that some row of this import has said again, or made
        self._indexes: dict[tuple[str, ...], dict[Key, list[Record]]] = {}

    def add(self, record: Record, number: str) -> None:
        self.records.append((record, number))
        for names, index in self._indexes.items():
            index[_said(record, number, names)].append(record)

    def retold(self, record: Record, number: str) -> None:
        """Let a record that a row has changed be found by what it says now as well."""
        for names, index in self._indexes.items():
            alike = index[_said(record, number, names)]
            if not any(each is record for each in alike):
                alike.append(record)

    def unsaid(self, record: Record, used: set[str]) -> bool:
        """Whether no row has meant this record, of the sheet that used those or of any other."""
        return record.uid not in used and record.uid not in self.settled

    def find(self, names: tuple[str, ...], key: Key) -> list[Record]:
        """The records that say this, in the order in which they were made."""
        if names not in self._indexes:
            index: dict[Key, list[Record]] = defaultdict(list)
            for record, number in self.records:
                index[_said(record, number, names)].append(record)
            self._indexes[names] = index
        return self._indexes[names].get(key, [])


def _said(record: Record, number: str, names: Iterable[str]) -> Key:
    return (number, *(record.__data__.get(name) or None for name in names))


def load(model: Any, entries: list[RegisterRecord], people: set[str]) -> Pool:
    """What the archive holds that these entries may mean: of the same people as ``known_by`` tells them, of the same years."""
    pool = Pool()
    years = {year for entry in entries for year in _years(entry)}
    if "outsider" in model._meta.fields:
        for some in chunked(sorted(people), RECORDS_AT_ONCE):
            by_name = (Outsider.number == "") & Outsider.name.in_(some)
            theirs = Person.number.in_(some) | Outsider.number.in_(some) | by_name
            _add(pool, _with_people(model).where(theirs, _in(model, years)))
        if model is Visit:
            _add(pool, _with_people(model).where(Visit.unit != "", _in(model, years)))
    elif (
        not {"year", "day"} & model._meta.fields.keys()
    ):  # what belongs to no year, such as boxes: all of them
        _add(pool, model.select().order_by(model.id))
    else:
        _add(pool, model.select().where(_in(model, years)).order_by(model.id))
    return pool


def _add(pool: Pool, query: ModelSelect[Any]) -> None:
    for record in query:
        who = recipient(record) if "outsider" in record._meta.fields else None
        pool.add(record, known_by(who))


def _with_people(model: Any) -> ModelSelect[Any]:
    query = model.select(model, Person, Outsider).join(Person, JOIN.LEFT_OUTER)
    found: ModelSelect[Any] = query.switch(model).join(Outsider, JOIN.LEFT_OUTER).order_by(model.id)
    return found


def _in(model: Any, years: set[int]) -> Expression:
    condition: Expression = model.id < 0
    if "year" in model._meta.fields:
        condition |= model.year.in_(years)
        return condition
    days = [getattr(model, name) for name in model.COUNTED_ON]
    for year in years:
        condition = condition | in_year(fn.COALESCE(*days) if len(days) > 1 else days[0], year)
    return condition


def _years(entry: RegisterRecord) -> list[int]:
    days = (entry.facts.get(name) for name in entry.model.COUNTED_ON)
    years = [day.year for day in days if day is not None]
    return [*years, entry.facts["year"]] if entry.facts.get("year") else years
