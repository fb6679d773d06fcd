"""Grids 标准表: the standards listed in the order of the paper, a new year's grid filled in, two years side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from peewee import Case, ModelSelect

from models.core import codes, journal
from models.core.record import Refusal
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.standards import CRITERIA, LAYERS, Standard, standards

TO_FILL = "待填新标准"  # what a copied standard says until its own amount is known (``standards.copy_year``)
SEARCHED_COLUMNS = ("layer", "kind", *CRITERIA, "unit", "begins", "document", "source", "notes")


@dataclass(frozen=True, slots=True)
class Pair:
    """What the very same people are paid by an older and by a newer standard; either may be missing."""

    older: Standard | None
    newer: Standard | None

    @property
    def any(self) -> Standard:
        found = self.newer or self.older
        assert found is not None
        return found

    @property
    def more(self) -> Decimal | None:
        """By how many yuan it rose; None when it cannot be said."""
        if self.older is None or self.newer is None or self.older.unit != self.newer.unit:
            return None
        return (self.newer.amount or Decimal(0)) - (self.older.amount or Decimal(0))

    @property
    def percent(self) -> str:
        """``+10.00%``; empty when it cannot be said."""
        if self.more is None or self.older is None or not self.older.amount:
            return ""
        return f"{self.more / self.older.amount * 100:+.2f}%"


def listed(
    kind: str = "", year: int | None = None, layer: str = "", unconfirmed: bool = False, words: str = ""
) -> ModelSelect[Any]:
    """The standards in the order of the paper, the newest first: of a kind, in force in a year, of a layer.

    Each of the words must stand somewhere in what the standard says of itself.
    """
    query: Any = Standard.select()
    for word in words.split():
        query = query.where(
            reduce(or_, (getattr(Standard, name).contains(word) for name in SEARCHED_COLUMNS))
        )
    if kind:
        query = query.where(Standard.kind == kind)
    if layer:
        query = query.where(Standard.layer == layer)
    if unconfirmed:
        query = query.where((Standard.confirmed == False) | Standard.confirmed.is_null())  # noqa: E712
    if year is not None:
        query = query.where(
            Standard.begins < f"{year + 1}", Standard.ends.is_null() | (Standard.ends >= f"{year}")
        )
    places = [
        _place(getattr(Standard, name), codes.table(name).names()) for name in ("kind", "grade", "nature")
    ]
    order = (places[0], Standard.begins.desc(), _place(Standard.layer, LAYERS), Standard.category)
    found: ModelSelect[Any] = query.order_by(
        *order, *places[1:], Standard.period, Standard.household, Standard.id
    )
    return found


def standard_counts() -> tuple[int, int]:
    """How many standards there are, and how many of them are not confirmed."""
    return Standard.select().count(), listed(unconfirmed=True).count()


def drafts(begins: Month) -> list[Pair]:
    """The standards of a new grid that are not confirmed yet, each with what holds in the month before."""
    there = standards()
    new = [each for each in there if not each.confirmed and each.first == begins]
    before = sorted((each for each in there if each.first < begins), key=lambda each: not each.confirmed)
    return [Pair(_same(each, before, begins - 1), each) for each in new]


def draft_months() -> list[Month]:
    """The months from which unconfirmed standards begin that were copied to be filled in, newest first."""
    waiting = listed(unconfirmed=True).where(Standard.notes.contains(TO_FILL))
    return sorted({each.first for each in waiting}, reverse=True)


def fill_grid(
    amounts: Mapping[int, Decimal | None], user: str, document: str = "", source: str = "", sure: bool = False
) -> int:
    """Write the amounts of a new grid, by the standard's id, and confirm them when the officer is sure.

    Returns how many standards were written. Raises ``Refusal``, and writes nothing, when one of them cannot be.
    """
    if sure and not (document.strip() or source.strip()):
        raise Refusal("确认标准要写明文号或依据")
    if not amounts:
        raise Refusal("还没有填写新标准")
    with journal.entry("填写并确认新标准" if sure else "填写新标准", user):
        for key, amount in amounts.items():
            standard = Standard.get_by_id(key)
            standard.amount, standard.confirmed = amount, sure
            standard.document, standard.source = (
                document.strip() or standard.document,
                source.strip() or standard.source,
            )
            if sure:
                standard.notes = standard.derived_by = ""  # from here on a paper says it
            try:
                standard.save()
            except Refusal as refusal:
                raise Refusal(f"{standard.whom()}：{refusal}") from refusal
    return len(amounts)


def compared(older: int, newer: int, kind: str = "") -> list[Pair]:
    """Two years side by side: what held at the end of each, of the very same people; the confirmed goes first."""
    left, right = ([each for each in _at_end(year) if kind in ("", each.kind)] for year in (older, newer))
    pairs = [Pair(_same(each, left), each) for each in right]
    gone = [Pair(each, None) for each in left if _same(each, right) is None]
    return [*pairs, *gone]


def _at_end(year: int) -> list[Standard]:
    """What is in force in December; of two for the same people the confirmed one."""
    december = months.month(year, 12)
    found: list[Standard] = []
    for each in sorted(standards(), key=lambda standard: not standard.confirmed):
        if each.first <= december <= each.last and _same(each, found) is None:
            found.append(each)
    kept = {each.id for each in found}
    return [each for each in standards() if each.id in kept]


def _same(standard: Standard, there: list[Standard], month: Month | None = None) -> Standard | None:
    """The standard of the same layer for the very same people, in force in a month."""
    return next(
        (
            each
            for each in there
            if each.layer == standard.layer
            and each.same_people(standard)
            and (month is None or each.first <= month <= each.last)
        ),
        None,
    )


def _place(field: Any, names: Sequence[str]) -> Any:
    """Where a word stands in its table, for the database to sort by."""
    return Case(field, [(name, place) for place, name in enumerate(names)], -1)
