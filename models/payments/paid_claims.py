"""Paid claims: what payments hold that neither a list, a card nor a run has brought about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from peewee import SQL

from models.core.dates import PartDate
from models.payments.once_claims import PAID_STAGE, Holding, holds_claims, whose_claim
from models.payments.once_matters import (
    PER_MONTH,
    OnceKey,
    OnceMatter,
    matter_of,
    once_matters,
    once_programmes,
    part_of,
)
from models.payments.payment import Payment

TYPED_IN = "登记的发放记录"


def once_key(payment: Payment) -> OnceKey | None:
    """What a payment pays that is owed once; None for what may be paid any number of times."""
    matter = matter_of(str(payment.item), str(payment.programme))
    if matter is None:
        return None
    words = (str(payment.item), str(payment.standard), str(payment.notes))
    return OnceKey(matter.name, matter.event(*_when(matter, payment)), part_of(*words))


def _when(matter: OnceMatter, payment: Payment) -> tuple[int | None, PartDate | None]:
    month: PartDate | None = payment.month or payment.paid_on
    if matter.once == PER_MONTH and month is not None and not month.month:
        month = None
    told: Any = payment.month or payment.paid_on
    return (told.year if told is not None else None), month


@holds_claims("payment")
def _holdings(uids: list[str] | None) -> Iterator[Holding]:
    query = Payment.select().where(
        Payment.programme.in_(tuple(once_programmes())) | Payment.item.in_(tuple(once_matters()))
    )
    if uids is not None:
        query = query.where(Payment.uid.in_(SQL("(SELECT value FROM json_each(?))", [json.dumps(uids)])))
    for field, model in Payment._meta.backrefs.items():  # what brought a payment about holds the claim itself
        query = query.where(Payment.id.not_in(model.select(field).where(field.is_null(False))))
    for payment in query.order_by(Payment.id):
        key = once_key(payment)
        if key is not None:
            fen, day = int((payment.amount or 0) * 100), payment.paid_on or payment.month
            yield Holding(
                payment.uid, None, *whose_claim(payment, key), key, PAID_STAGE, TYPED_IN, fen,
                str(day) if day is not None else "",
            )  # fmt: skip
