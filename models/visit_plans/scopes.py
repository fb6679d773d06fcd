"""The scopes of a campaign 走访范围: filters of people, each with what everybody found by it is to be given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from peewee import Check, ForeignKeyField

from models.core.record import Count, Record, Refusal, Sealed, Text, Yuan
from models.filters.filters import Filter
from models.visits import gifts
from models.visits.campaign import Campaign

if TYPE_CHECKING:
    from peewee import ModelSelect


class Scope(Record):
    """One filter of people; somebody found by several belongs to the first."""

    NOUN = "走访范围"
    NAMED_BY = "sentence"
    TIMELESS = "随走访批次"

    campaign_id: int
    campaign = ForeignKeyField(Campaign, backref="scopes", on_delete="CASCADE")
    number = Count("序号")
    sentence = Text("走访范围")
    facts = Sealed("筛选条件")  # JSON of what the filter says
    category = Text("对象类别")  # as the register names them; empty: by each one's own identities
    money = Yuan("慰问金标准(元/人)")
    gifts = Text("慰问品标准")

    class Meta:
        constraints = [Check('"money" IS NULL OR "money" >= 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.money is not None and self.money < 0:
            yield "money", "慰问金不能是负数"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        try:
            gifts.read_gifts(self.gifts)
        except Refusal as refusal:
            yield "gifts", str(refusal)

    @property
    def wanted(self) -> Filter:
        """The filter as it was kept."""
        return Filter.read(self.facts)

    @classmethod
    def of(cls, campaign: Campaign, chosen: Filter, **facts: Any) -> Scope:
        """A new scope for a filter, not yet saved."""
        number = Scope.select().where(Scope.campaign == campaign).count() + 1
        return cls(campaign=campaign, number=number, sentence=chosen.sentence(), facts=chosen.text(), **facts)


def scopes(campaign: Campaign) -> ModelSelect[Scope]:
    """The campaign's scopes in their order."""
    return Scope.select().where(Scope.campaign == campaign).order_by(Scope.number, Scope.id)
