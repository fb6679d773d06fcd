"""The unvisited 久未走访名单: whom nobody has called on, or not for long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from models.filters import unvisited
from models.people import listing
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register

UNVISITED_AT_ONCE = 500
NEVER = "从未走访"


def _kinds(person: Any) -> str:
    return "、".join(dict.fromkeys(each.category or each.kind for each in person.held))


def _address(person: Person) -> str:
    return person.residence or person.household_address


UNVISITED_LIST = Listing(
    Person,
    (
        ListColumn("name", 96, 22),
        ListColumn("sex", 50, 11),
        ListColumn("kinds", paper=44, heading="优抚身份", words=_kinds),
        ListColumn("street", 110, 26),
        ListColumn("community", 120, 26),
        ListColumn("address", 300, 68, START, "住址", words=_address, order=Person.residence),
        ListColumn("phone", 120, 27),
        ListColumn("last", 100, 23, heading="最近走访", words=lambda p: p.last_day or NEVER, order=unvisited.last_call()),
        ListColumn("calls", 80, 16, heading="走访次数", order=unvisited.calls_paid(), window=END),
    ),
    first=("last", "calls"), number=11, counted="人",
)  # fmt: skip


def unvisited_register(found: Iterable[Person], words: str, practice: bool = False) -> Register:
    """The register of these people, as ``models.filters.unvisited`` finds them; ``words`` say for how long."""
    return UNVISITED_LIST.register("久未走访优抚对象名单", _with_kinds(found), (f"范围：{words}",), practice)


def _with_kinds(found: Iterable[Any]) -> Iterator[Any]:
    """Each with the identities ``held``, read with a query for many."""
    waiting = iter(found)
    while some := list(islice(waiting, UNVISITED_AT_ONCE)):
        held = listing.identities_of([person.id for person in some])
        for person in some:
            person.held = held.get(person.id, [])
            yield person
