"""Paid twice 重复发放: second payments of what is owed once, kept from older archives or from files that became one."""

from __future__ import annotations

from collections.abc import Iterator

from models.payments.once_claims import OnceClaim, claim_of
from models.people.findings import Listed
from models.people.person import Person

TWICE_PAID = "{0}有两笔：{1}；另一笔{2}。一项待遇只发一次，请核对，多发的请追回"


def doubts_of_second_payments(person: Person | None) -> Iterator[Listed]:
    """A finding for each second payment, of everybody or of one person, that tells of both."""
    query = OnceClaim.select().where(OnceClaim.again == 1, OnceClaim.person.is_null(False))
    if person is not None:
        query = query.where(OnceClaim.person == person.id)
    for second in query.order_by(OnceClaim.id):
        who = person or Person.get_by_id(second.person)
        first = claim_of(who, second.key)
        words = TWICE_PAID.format(
            second.key.words(), second.told(), first.told() if first is not None else "已不在档案中"
        )
        yield Listed(who.id, who.number, who.name, "", "amount", "发放金额", words, 9, second.holder)
