"""久未走访名单: whom nobody has called on, or not for long."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from models.people import listing
from models.people.person import Person
from reports.tables.register import START, Heading, Register, numbered

AT_ONCE = 500
HEADINGS = (
    Heading("序号", 11), Heading("姓名", 22), Heading("性别", 11), Heading("优抚身份", 44), Heading("街道(镇)", 26),
    Heading("村(社区)", 26), Heading("住址", 68, START), Heading("联系电话", 27), Heading("最近走访", 23), Heading("走访次数", 16),
)  # fmt: skip


def register(found: Iterable[Person], words: str, practice: bool = False) -> Register:
    """The register of these people, as ``models.filters.unvisited`` finds them; ``words`` say for how long."""
    waiting, lines = iter(found), []
    while some := list(islice(waiting, AT_ONCE)):
        held = listing.identities_of([person.id for person in some])
        lines += [_line(person, held.get(person.id, [])) for person in some]
    return Register(
        "久未走访优抚对象名单", HEADINGS, numbered(lines), (f"范围：{words}",), "人", practice=practice
    )


def _line(person: Any, identities: Iterable[Any]) -> tuple[object, ...]:
    kinds = "、".join(dict.fromkeys(each.category or each.kind for each in identities))
    address = person.residence or person.household_address
    about = (person.name, person.sex, kinds, person.street, person.community, address, person.phone)
    return (*about, person.last_day or "从未走访", person.calls)
