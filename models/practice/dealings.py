"""Dealings with invented people in the year: a few visits and payments, so that a practice archive looks lived-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from models.core.dates import PartDate
from models.payments.payment import REGULAR, usual_item
from models.people.identity import (
    COMBATANTS,
    DISABLED,
    MARTYRS_CHILDREN,
    RURAL_VETERANS,
    SICK_VETERANS,
    SURVIVORS,
    TEST_VETERANS,
    Identity,
)
from models.people.person import Person
from models.practice.lives import LifeFacts
from models.practice.words import Chance, invented_words

DEALING_DOCUMENT = "演练数据"
ONE_IN = 6  # people who are visited, and paid in the archive; more would only be paper
PAID_MONTHS = (5, 6, 7)  # the last ones before the rise of August

# National standards from 2019-08-01, yuan: a month, a year of service and month, a year (notices of 2018 and 2019).
MONTHLY_AMOUNTS = {SICK_VETERANS: 600, COMBATANTS: 650, TEST_VETERANS: 650, MARTYRS_CHILDREN: 490}
AMOUNTS_PER_YEAR_SERVED = {RURAL_VETERANS: 40}
YEARLY_AMOUNTS = {
    (SURVIVORS, "烈士遗属"): 27980, (SURVIVORS, "因公牺牲军人遗属"): 24040, (SURVIVORS, "病故军人遗属"): 22610,
    (DISABLED, "一级因战"): 88150, (DISABLED, "一级因公"): 85370, (DISABLED, "一级因病"): 82570,
}  # fmt: skip
CALLS = (
    ("春节", 1, (6, 22)),
    ("八一", 7, (20, 31)),
    ("日常", 10, (10, 30)),
)  # occasion, month, from which day to which


def chosen_people(people: Sequence[Person]) -> Sequence[Person]:
    """The people who are visited and paid: every so many."""
    return people[4::ONE_IN]


def invented_visits(chance: Chance, person: Person, year: int) -> Iterator[LifeFacts]:
    """One or two calls at the door in the year, none after a death."""
    for occasion, month, days in CALLS:
        day = date(year, month, chance.randint(*days))
        if chance.likely(0.5) and not (person.died and person.died.earliest() <= day):
            yield {"day": day, "occasion": occasion, **_call(chance, occasion), "notes": DEALING_DOCUMENT}


def _call(chance: Chance, occasion: str) -> LifeFacts:
    told = invented_words()["visits"]
    facts: LifeFacts = {
        "visitors": "演练人员甲、演练人员乙",
        "circumstances": chance.choice(told["circumstances"]),
    }
    if occasion != "日常":
        facts |= {"leader": "演练领导", "gifts": told["gifts"], "gift_value": Decimal(told["gift_value"])}
    if chance.likely(0.4):
        wish, answer = chance.choice(told["wishes"])
        done = chance.likely(0.6)
        facts |= {"wishes": wish, "handling": answer if done else "", "done": done}
    return facts


def invented_payments(identity: Identity, account: str, year: int) -> Iterator[LifeFacts]:
    """Some months of what was paid for an identity at the printed standards; nothing where none is printed."""
    if not identity.paid or identity.person.died:
        return
    for month in PAID_MONTHS:
        found = printed_standard(identity, month)
        if found is None:
            return
        words_of_it, amount = found
        yield {
            "programme": REGULAR, "month": PartDate(year, month), "item": usual_item(identity.kind), "standard": words_of_it, "amount": amount,
            "paid_on": PartDate(year, month, 15), "account": account, "fund": "中央和省级财政", "notes": DEALING_DOCUMENT,
        }  # fmt: skip


def printed_standard(identity: Identity, month: int) -> tuple[str, Decimal] | None:
    """The standard in words and what it makes in a month; None when no printed one fits."""
    served = identity.service_years
    yearly = YEARLY_AMOUNTS.get((identity.kind, identity.category)) or YEARLY_AMOUNTS.get(
        (identity.kind, f"{identity.grade}{identity.nature}")
    )
    if yearly:
        return f"{yearly}元/年", _share(yearly, month)
    if identity.kind in MONTHLY_AMOUNTS:
        return f"{MONTHLY_AMOUNTS[identity.kind]}元/月", Decimal(MONTHLY_AMOUNTS[identity.kind])
    if served and (each := AMOUNTS_PER_YEAR_SERVED.get(identity.kind)):
        return f"{each}元/月×{served}年", Decimal(each * served)
    return None


def _share(yearly: int, month: int) -> Decimal:
    """A month's part of a yearly standard; twelve of them are exactly the year."""
    paid = [
        (Decimal(yearly) * m / 12).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        for m in (month, month - 1)
    ]
    return paid[0] - paid[1]
