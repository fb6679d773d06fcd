"""Personal events 到期事项 of somebody's own facts: birthdays that change a right, papers that run out, days that were set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from peewee import Expression

from models.core.dates import PartDate
from models.forecast.coming_events import ComingEvent, EventMatter, day_of_age, last_day
from models.pay.grants.grants import Grant
from models.pay.standards import months
from models.people import birthdays
from models.people.identity import (
    GONE,
    MARTYRS_CHILDREN,
    RECEIVING,
    RURAL_VETERANS,
    SURVIVORS,
    EntitlementState,
    Identity,
)
from models.people.person import Person

NO_LONGER_HERE = (GONE, EntitlementState.CANCELLED, EntitlementState.NOT_RECOGNISED, EntitlementState.MOVED)
AGES: tuple[tuple[EventMatter, int, tuple[str, ...], str], ...] = (
    (EventMatter.EIGHTEEN, 18, (SURVIVORS,), "在校就读或残疾的请登记证明，否则不再享受定期抚恤金"),
    (EventMatter.SIXTY, 60, (RURAL_VETERANS, MARTYRS_CHILDREN), "可以开始享受生活补助，请核对审批和状态"),
    (EventMatter.EIGHTY, 80, (), "本地有高龄补助的，请核对"),
)
NEARLY = timedelta(
    days=32
)  # the database looks a month further, for it counts months' ends otherwise than the calendar


def birthdays_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Who reaches an age that changes a right; of eighty everybody who is paid, once."""
    for matter, age, kinds, words in AGES:
        chosen = Identity.kind.in_(kinds) if kinds else Identity.state == RECEIVING
        told: set[int] = set()
        near = birthdays.reached_between(age, first - NEARLY, last + NEARLY)
        for identity in _living(chosen & near):
            born = identity.person.birthday
            day = day_of_age(born, age) if born else None
            if day is not None and first <= day <= last and (kinds or identity.person_id not in told):
                told.add(identity.person_id)
                yield of_identity(identity, day, matter, f"{born.chinese()}出生，{words}")


def certificates_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose certificate is good for the last time; of a date that is known in part, on its last day."""
    for identity in _living(_falls(Identity.expires, first, last)):
        if identity.expires and first <= identity.expires.latest() <= last:
            words = f"{identity.certificate or '证件'}有效期至{identity.expires.chinese()}，请换发并登记新的有效期"
            yield of_identity(identity, identity.expires.latest(), EventMatter.CERTIFICATE, words)


def reviews_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose grade is to be examined again by that day."""
    for identity in _living(_falls(Identity.review_on, first, last)):
        if identity.review_on and first <= identity.review_on.latest() <= last:
            words = f"应于{identity.review_on.chinese()}前重新评定残疾等级"
            yield of_identity(identity, identity.review_on.latest(), EventMatter.REVIEW, words)


def sentences_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose sentence ends."""
    told: set[int] = set()
    for identity in _living(_falls(Person.sentenced_to, first, last)):
        ends: PartDate | None = identity.person.sentenced_to
        if ends and first <= ends.latest() <= last and identity.person_id not in told:
            told.add(identity.person_id)
            words = f"服刑至{ends.chinese()}，请核对是否恢复待遇"
            yield of_identity(identity, ends.latest(), EventMatter.SENTENCE, words)


def grants_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose grant the office has decided to end with a month."""
    ending: Any = (
        Grant.select(Grant, Identity, Person).join(Identity).join(Person, on=Identity.person == Person.id)
    )
    for grant in ending.where(_falls(Grant.ends, first, last), Person.died.is_null(True)):
        day = last_day(months.month_of(grant.ends))
        if first <= day <= last:
            words = f"单位核定发至{grant.ends.chinese()}（{grant.basis}）"
            yield of_identity(grant.identity, day, EventMatter.GRANT, words)


def of_identity(identity: Identity, day: date, matter: str, words: str) -> ComingEvent:
    """An event of somebody's identity."""
    person = identity.person
    title = " ".join(filter(None, (identity.category or identity.kind, f"{identity.grade}{identity.nature}")))
    return ComingEvent(day, matter, person.id, person.name, person.number, person.street, title, words)


def _living(condition: Any) -> Iterator[Any]:
    """The identities, with their people, that are not over, of the living."""
    query: Any = Identity.select(Identity, Person).join(Person).where(condition)
    yield from query.where(Person.died.is_null(True), Identity.state.not_in(NO_LONGER_HERE)).order_by(
        Identity.id
    )


def _falls(field: Any, first: date, last: date) -> Any:
    """That a date, written as ISO text and perhaps known in part, may fall between two days; who asks looks closer."""
    return Expression(field, ">=", str(first.year)) & Expression(field, "<", str(last.year + 1))
