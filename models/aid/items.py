"""Items 一次性发放项目, the kinds of one-off payment as data: their programme, how often one may have them, who is eligible."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import resources
from models.core import codes
from models.core.record import Refusal
from models.people.identity import DISABLED, RECEIVING, RURAL_VETERANS, Identity
from models.people.listing import by_place
from models.people.person import Person

if TYPE_CHECKING:
    from peewee import ModelSelect

EXAM_ITEM = "健康体检"
OTHER_CASE = "其他"
SEVERE_GRADES = ("一级", "二级", "三级", "四级", "五级", "六级")
RESIDENTS_INSURANCE = "居民"  # what the names of the residents' insurance have in common


class Item(NamedTuple):
    """A kind of one-off payment; ``quantity`` is what it is reckoned by besides the person, if anything."""

    name: str
    programme: str
    once: str
    who: str
    matter: str
    quantity: str
    asks: tuple[str, ...]  # the fields besides the person's own that its amount depends on
    title: str
    source: str

    @property
    def listed(self) -> bool:
        """Whether a list of all who are eligible is drawn up; who is examined has cards instead."""
        return bool(self.who) and self.name != EXAM_ITEM


@cache
def items() -> Mapping[str, Item]:
    """All kinds by name, in the order in which a form offers them."""
    with resources.path("aid/items.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["item"]: Item(*(row | {"asks": tuple(row["asks"].split())}).values()) for row in rows}


def item(name: str) -> Item:
    """The kind of that name. Raises ``Refusal`` for a name that is none."""
    if name not in items():
        raise Refusal(f"没有“{name}”这个发放项目，可选：{'、'.join(items())}")
    return items()[name]


def case_item(kind: str) -> str:
    """As what help with a case of that kind is paid; one of no kind is paid as any other is."""
    paid = codes.paid_as("medical_kind")
    return paid.get(kind, paid[OTHER_CASE])


def item_for(matter: str) -> str:
    """What an application about the matter ends in; empty for a matter that ends in no payment."""
    fitting = [each.name for each in items().values() if each.matter == matter]
    return case_item(OTHER_CASE) if case_item(OTHER_CASE) in fitting else next(iter(fitting), "")


def eligible(name: str) -> ModelSelect[Person]:
    """The people on file for whom a payment of that kind is usual, alive and paid; nobody when it goes by application."""
    who = ELIGIBLE.get(item(name).who)
    if who is None:
        return Person.select().where(Person.id.is_null(True))
    return who().where(Person.died.is_null(True)).order_by(*by_place(), Person.id)


def _paid() -> ModelSelect[Person]:
    return Person.select().where(
        Person.id.in_(Identity.select(Identity.person).where(Identity.state == RECEIVING))
    )


def _insured() -> ModelSelect[Person]:
    return _paid().where(Person.insurance.contains(RESIDENTS_INSURANCE))


def _clinic() -> ModelSelect[Person]:
    """居民医保 of all kinds, and 农村籍退役士兵 by their kind."""
    return _paid().where(
        Person.insurance.contains(RESIDENTS_INSURANCE) | Person.id.in_(_of_kind(RURAL_VETERANS))
    )


def _severe() -> ModelSelect[Person]:
    return _paid().where(Person.id.in_(_of_kind(DISABLED).where(Identity.grade.in_(SEVERE_GRADES))))


def _of_kind(kind: str) -> ModelSelect[Identity]:
    return Identity.select(Identity.person).where(Identity.kind == kind, Identity.state == RECEIVING)


ELIGIBLE: dict[str, Callable[[], ModelSelect[Person]]] = {
    "在享": _paid, "居民医保": _insured, "门诊": _clinic, "六级以上": _severe,
}  # fmt: skip
