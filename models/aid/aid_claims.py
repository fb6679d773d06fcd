"""Aid claims: what lines of lists and exam cards hold of what is owed once."""

from __future__ import annotations

import json
from collections.abc import Iterator

from peewee import SQL

from models.aid.exam_cards import CardState, ExamCard
from models.aid.items import EXAM_ITEM
from models.aid.oneoffs import OneOff, OneOffState
from models.payments.once_claims import PAID_STAGE, Holding, holds_claims, whose_claim
from models.payments.once_matters import (
    PER_DEATH,
    PER_MONTH,
    OnceKey,
    death_key,
    keys_of_months,
    once_matters,
)

FREE_CARDS = (CardState.RETURNED, CardState.VOID)


def keys_of(one: OneOff) -> list[OnceKey]:
    """What a one-off payment pays that is owed once: of a monthly kind each of its months, from the named one on."""
    matter = once_matters().get(one.item)
    if matter is None:
        return []
    if matter.once == PER_MONTH and one.month is not None:
        return list(keys_of_months(matter, one.month, one.quantity or 1))
    if matter.once == PER_DEATH:
        return [death_key(matter, one.died)]
    return [OnceKey(matter.name, matter.event(one.year, one.month))]


@holds_claims("one_off")
def _listed(uids: list[str] | None) -> Iterator[Holding]:
    query = OneOff.select().where(OneOff.state != OneOffState.CANCELLED)
    query = query.where(OneOff.item.in_(tuple(once_matters())))
    if uids is not None:
        query = query.where(OneOff.uid.in_(SQL("(SELECT value FROM json_each(?))", [json.dumps(uids)])))
    for one in query.order_by(OneOff.id):
        door = f"批次：{one.batch}" if one.batch else "一次性发放"
        stage, day = one.state, str(one.paid_on) if one.paid_on is not None else ""
        for key in keys_of(one):
            yield Holding(
                one.uid, None, *whose_claim(one, key), key, PAID_STAGE if stage == OneOffState.PAID else stage,
                door if stage != OneOffState.PAID or not one.batch else f"一次性发放，{door}",
                int((one.amount or 0) * 100), day,
            )  # fmt: skip


@holds_claims("exam_card")
def _cards(uids: list[str] | None) -> Iterator[Holding]:
    query = ExamCard.select().where(ExamCard.state.not_in(FREE_CARDS))
    if uids is not None:
        query = query.where(ExamCard.uid.in_(SQL("(SELECT value FROM json_each(?))", [json.dumps(uids)])))
    matter = once_matters()[EXAM_ITEM]
    for card in query.order_by(ExamCard.id):
        key = OnceKey(matter.name, matter.event(card.year, None))
        paid = card.payment is not None
        day = str(card.payment.paid_on or "") if card.payment is not None else ""
        door = f"体检卡{card.card}".strip()
        stage = PAID_STAGE if paid else card.state
        yield Holding(
            card.uid, None, card.person_id, None, key, stage, door, int((card.amount or 0) * 100), day
        )
