"""Drawing up a list 生成名单: everybody who is eligible for a kind of payment, with the amount, read with a few queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peewee import chunked

from models.aid.items import eligible, item
from models.aid.oneoffs import OneOff, OneOffState, facts_of
from models.aid.reckoning import reckon
from models.core.dates import PartDate
from models.core.record import Refusal, insert_all
from models.payments.once_claims import OnceClaim, claims_on
from models.payments.once_matters import PER_MONTH, OnceKey, keys_of_months, once_matters
from models.people.identity import RECEIVING, Identity
from models.people.listing import identities_of

IDENTITIES_AT_ONCE = 5_000  # people whose identities are read with one query


class DrawnList(NamedTuple):
    """A list that was drawn up: its lines, and who was left out and why (name, reason)."""

    lines: list[OneOff]
    left_out: list[tuple[str, str]]


def draw_up_list(
    name: str,
    year: int,
    batch: str,
    fund: str = "",
    quantity: int | None = None,
    month: PartDate | None = None,
) -> DrawnList:
    """The list of all who are eligible, with their amounts; nothing is written. Raises ``Refusal`` where an amount is not set."""
    kind, lines, left_out = item(name), [], []
    if kind.once == PER_MONTH and month is None:  # without it the same month could be listed twice
        raise Refusal(f"{name}每月一次，请填写所属月份，如{year}-3")
    people = list(eligible(name))
    held: dict[int, list[Identity]] = {}
    for some in chunked([person.id for person in people], IDENTITIES_AT_ONCE):
        held |= identities_of(some)
    held_by = _claims(name, year, quantity, month)
    for person in people:
        if (claim := held_by.get(person.id)) is not None:
            left_out.append((person.name, claim.words()))
            continue
        one = OneOff(
            person=person, item=name, year=year, batch=batch, fund=fund, state=OneOffState.DRAWN, month=month
        )
        one.quantity, one.category = quantity, _categories(held[person.id])
        one.amount, one.reckoned = reckon(name, facts_of(one, held[person.id]))
        if problems := dict(one.rules()):
            left_out.append((person.name, "；".join(problems.values())))
        else:
            lines.append(one)
    return DrawnList(lines, left_out)


def _claims(name: str, year: int, quantity: int | None, month: PartDate | None) -> dict[int, OnceClaim]:
    """Who has been paid or listed already for what the list is for, by any door: by person."""
    matter = once_matters().get(name)
    if matter is None:
        return {}
    keys = [OnceKey(name, matter.event(year, month))]
    if matter.once == PER_MONTH and month is not None:
        keys = list(keys_of_months(matter, month, quantity or 1))
    return {person: claim for key in reversed(keys) for person, claim in claims_on(key).items()}


def keep_list(drawn: DrawnList) -> None:
    """Write a list that was drawn up, inside an entry."""
    insert_all(OneOff, drawn.lines)


def _categories(identities: Sequence[Identity]) -> str:
    paid = [each.category or each.kind for each in identities if each.state == RECEIVING]
    return "、".join(dict.fromkeys(paid))
