"""Exam cards 体检卡: issued against a signature, used, or given back; what was used is what the hospital is paid for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import JOIN, ForeignKeyField, fn

from models.aid.amounts import needed_amount
from models.aid.items import EXAM_ITEM, eligible
from models.core.amounts import AskedAmount
from models.core.dates import PartDate, this_day
from models.core.masks import Secret
from models.core.record import Count, Day, Record, Refusal, Text, Yuan
from models.core.states import State
from models.payments.payment import Payment, payment_doubts
from models.people import search
from models.people.listing import by_place
from models.people.person import Person

PROGRAMME = "体检"


class CardState(State):
    """Where an exam card is."""

    LISTED = "待领"
    ISSUED = "已领"
    USED = "已体检"
    RETURNED = "已退回"
    VOID = "作废"


CARD_STATES = tuple(CardState)
NEXT_CARD_STATES: dict[str, tuple[str, ...]] = {
    CardState.LISTED: (CardState.ISSUED, CardState.VOID),
    CardState.ISSUED: (CardState.USED, CardState.RETURNED, CardState.VOID),
    CardState.USED: (),
    CardState.RETURNED: (CardState.ISSUED, CardState.VOID),
    CardState.VOID: (),
}


class ExamCard(Record):
    """One person's card of one year."""

    NOUN = "体检卡"
    NAMED_BY = "card"
    COUNTED = "体检卡"
    SINCE = ("year",)
    LATER = {
        "returned_on": {"state": CardState.ISSUED},
        "used_on": {"state": CardState.ISSUED, "payment": None},
        "issued_on": {"state": CardState.LISTED, "signed_by": "", "payment": None},
    }

    person_id: int
    person = ForeignKeyField(Person, backref="exam_cards", on_delete="RESTRICT")
    payment_id: int | None
    payment = ForeignKeyField(Payment, backref="exam_cards", null=True, on_delete="RESTRICT")
    year = Count("年度", index=True)
    card = Text("卡号", secret=Secret.OPEN)
    amount = Yuan("面额(元)")
    hospital = Text("体检机构")
    state = Text("状态", index=True)
    issued_on = Day("领取日期")
    signed_by = Text("领取人(签字)")
    used_on = Day("体检日期")
    returned_on = Day("退回日期")
    notes = Text("备注", long=True)

    class Meta:
        indexes = ((("person", "year"), True),)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.year is None or not 1950 <= self.year <= 2199:
            yield "year", "请填写年度，如2020"
        if self.state not in CARD_STATES:
            yield "state", f"状态只能是{'、'.join(CARD_STATES)}"
        if self.amount is None or self.amount <= 0:
            yield "amount", "请填写面额，应大于0"
        if self.state in (CardState.ISSUED, CardState.USED) and (
            self.issued_on is None or not self.signed_by.strip()
        ):
            yield "signed_by", "已领的卡要有领取日期和签字的领取人"
        yield from self._rules_of_days()

    def _rules_of_days(self) -> Iterator[tuple[str, str]]:
        if self.state == CardState.USED and self.used_on is None:
            yield "used_on", "请填写体检日期"
        if self.state == CardState.RETURNED and self.returned_on is None:
            yield "returned_on", "请填写退回日期"
        for name in ("issued_on", "used_on", "returned_on"):
            day = getattr(self, name)
            if day is not None and day.earliest() > this_day():
                yield name, f"{day.chinese()}晚于今天，还没有到的日子不能登记"
            elif name != "issued_on" and day and self.issued_on and day.before(self.issued_on):
                yield name, f"早于领取日期{self.issued_on.chinese()}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        alike = (ExamCard.card == self.card) & (ExamCard.year == self.year) & (ExamCard.id != (self.id or 0))
        other = ExamCard.get_or_none(alike) if self.card else None
        if other is not None:
            yield "card", f"卡号{self.card}已发给{other.person.name}"


def list_all(year: int, hospital: str = "") -> int:
    """Put everybody who is eligible on the year's list, inside an entry; returns how many are new on it."""
    listed = ExamCard.select(ExamCard.person).where(ExamCard.year == year)
    amount, new = needed_amount("exam.card", year), 0
    for person in eligible(EXAM_ITEM).where(Person.id.not_in(listed)):
        ExamCard(person=person, year=year, amount=amount, hospital=hospital, state=CardState.LISTED).save()
        new += 1
    return new


def issue(card: ExamCard, number: str, day: PartDate, signed_by: str) -> None:
    """Hand a card out against a signature, inside an entry."""
    _move(card, CardState.ISSUED)
    card.card, card.issued_on, card.signed_by, card.returned_on = number or card.card, day, signed_by, None
    card.save()


def use(card: ExamCard, day: PartDate) -> None:
    """The person was examined, inside an entry."""
    _move(card, CardState.USED)
    card.used_on = day
    card.save()


def give_back(card: ExamCard, day: PartDate, reason: str) -> None:
    """The card comes back unused, inside an entry."""
    _move(card, CardState.RETURNED)
    card.returned_on, card.notes = day, "；".join(filter(None, (card.notes, reason)))
    card.save()


def card_doubts(some: Iterable[ExamCard]) -> list[str]:
    """What is to be looked at before cards are settled: amounts far above what an exam usually costs."""
    return payment_doubts(
        AskedAmount(card.person.name, EXAM_ITEM, card.amount or Decimal(0)) for card in some
    )


def settle_cards(some: Iterable[ExamCard], day: PartDate, fund: str) -> list[Payment]:
    """Pay the hospital for cards that were used, inside an entry: a payment for each person."""
    paid = []
    for card in some:
        if card.state != CardState.USED:
            raise Refusal(f"{card.person.name}的体检卡{card.state}，体检以后才能结算")
        if card.payment_id is not None:
            raise Refusal(f"{card.person.name}{card.year}年度的体检费已经结算")
        payment = Payment(
            person=card.person, programme=PROGRAMME, item=EXAM_ITEM, amount=card.amount, fund=fund
        )
        payment.month, payment.paid_on = PartDate(day.year, day.month), day
        payment.standard, payment.notes = f"体检卡{card.card}", card.hospital
        payment.save()
        card.payment = payment
        card.save()
        paid.append(payment)
    return paid


def _move(card: ExamCard, state: str) -> None:
    if state not in NEXT_CARD_STATES[card.state]:
        raise Refusal(f"{card.person.name}的体检卡现在是“{card.state}”，不能改为“{state}”")
    card.state = state


def cards(year: int, words: str = "", state: str = "") -> Any:
    """The year's cards along streets and communities."""
    query: Any = ExamCard.select(ExamCard, Person).join(Person, JOIN.INNER).where(ExamCard.year == year)
    if words.strip():
        query = query.where(ExamCard.person.in_(search.find_people(words).select(Person.id).order_by()))
    if state:
        query = query.where(ExamCard.state == state)
    return query.order_by(*by_place(), ExamCard.id)


class ExamProgress(NamedTuple):
    """How many cards are in each state of a year, and what those that were used come to."""

    counts: dict[str, int]
    used: Decimal


def exam_progress(year: int) -> ExamProgress:
    """How far a year's cards have come."""
    rows: Any = (
        ExamCard.select(ExamCard.state, fn.COUNT(ExamCard.id), ExamCard.amount.total())
        .where(ExamCard.year == year)
        .group_by(ExamCard.state)
        .tuples()
    )
    found = {state: (count, amount) for state, count, amount in rows}
    return ExamProgress(
        {state: count for state, (count, _) in found.items()}, found.get(CardState.USED, (0, Decimal(0)))[1]
    )


def exam_years() -> list[int]:
    """The years that have cards, newest first."""
    found: Any = ExamCard.select(ExamCard.year).distinct().order_by(ExamCard.year.desc()).tuples()
    return [year for (year,) in found]
