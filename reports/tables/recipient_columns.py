"""The columns of the recipient of a visit, a payment, a case or an application: somebody on file, or without one."""

from __future__ import annotations

from typing import Any

from peewee import fn

from models.core.name_order import in_name_order
from models.people import listing
from models.people.outsiders import Outsider, recipient
from models.people.person import Person
from reports.tables.list_columns import ListColumn


def recipient_column(fact: str, width: int = 0, paper: float = 0, **more: Any) -> ListColumn:
    """A column of a fact that people on file and those without one have; it says nothing of a unit.

    The query is one that ``models.people.outsiders.with_recipients`` makes.
    """
    told: dict[str, Any] = {
        "like": getattr(Person, fact),
        "words": lambda record: getattr(recipient(record), fact, ""),
        "order": by_recipient(fact),
        "match": fn.COALESCE(getattr(Person, fact), getattr(Outsider, fact), ""),
    }
    return ListColumn(fact, width, paper, **(told | more))


def by_recipient(fact: str, *otherwise: Any) -> Any:
    """What a query joined with its recipients is sorted by; ``otherwise`` where there is no recipient."""
    said = map(listing.ordered, (getattr(Person, fact), getattr(Outsider, fact)))
    return fn.COALESCE(*said, *map(in_name_order, otherwise))
