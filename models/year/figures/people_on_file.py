"""Figures of the people on file 在册对象 (F29): living, recognised, on file on the last day that is counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import Expression, fn

from models.core.dates import PartDate
from models.core.journal import Entry
from models.core.past_day import past_day
from models.ledger.years import year_said
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people import materials
from models.people.identity import EntitlementState, Identity, IdentityState
from models.people.person import Person
from models.visits.visit import Visit
from models.year.figures.definitions import Definition
from models.year.figures.money import PAID_MONTH

NO_PERSON = 1 << 62  # no id is higher
NOT_RECOGNISED = (
    EntitlementState.TAKEN_IN,
    EntitlementState.NOT_RECOGNISED,
    EntitlementState.CANCELLED,
    EntitlementState.MOVED,
    EntitlementState.DEAD,
)


def on_file(day: date) -> Iterator[Expression]:
    """Everybody on file on a day: living, with a right that was recognised by then, or of which nobody knows the day.

    There are files since there is work of the office on record; before its first year nobody had one.
    """
    yield from _living_with(day, state_on(day).not_in(NOT_RECOGNISED))


def in_pay(day: date) -> Iterator[Expression]:
    """Those of them who had a right to regular pay on the day."""
    yield from _living_with(day, state_on(day) == EntitlementState.IN_PAY)


def complete(day: date) -> Iterator[Expression]:
    """Those of them whose files hold every paper that they must."""
    yield from on_file(day)
    yield from materials.complete_files()


def state_on(day: date) -> Any:
    """The state of an identity at the end of a day; a change of which nobody knows the day follows the one before it."""
    earlier = IdentityState.alias()
    known = earlier.select(fn.MAX(earlier.since).coerce(False)).where(
        earlier.identity == IdentityState.identity, earlier.id < IdentityState.id
    )
    since = fn.COALESCE(IdentityState.since, known, "").coerce(False)
    history = IdentityState.select(IdentityState.state).where(IdentityState.identity == Identity.id)
    then = history.where(since <= day.isoformat()).order_by(since.desc(), IdentityState.id.desc()).limit(1)
    return fn.COALESCE(then, Identity.state)


def _living_with(day: date, condition: Any) -> Iterator[Expression]:
    by_then = Identity.approved.is_null(True) | (Identity.approved <= PartDate.of(day))
    yield Person.died.is_null(True) | (Person.died > PartDate.of(day))
    yield Person.id.in_(Identity.select(Identity.person).where(by_then, condition))
    yield files_were_kept(day.year)


def files_were_kept(year: int) -> Expression:
    """The condition on people, that the office worked already: before its first year nobody had a file."""
    condition: Expression = Person.id > (0 if first_year_of_work() <= year else NO_PERSON)
    return condition


def first_year_of_work() -> int:
    """The year of the first visit, payment or medical case on record.

    Where there is none yet, any year will do, for nothing tells when the work began; but by a past day it had not begun before the journal.
    """
    days = {Visit: Visit.day, Payment: PAID_MONTH, MedicalCase: MedicalCase.day}
    told = [model.select(fn.MIN(year_said(day))).scalar() for model, day in days.items()]
    if past_day() is not None:
        told.append(Entry.select(fn.MIN(Entry.at)).scalar())
    first = min(filter(None, told), default=None)
    return int(first[:4]) if first else 0


FILES_SECTION = "政策落实"
FILE_DEFINITIONS = [
    Definition("files.persons", "F29", FILES_SECTION, "建立一人一档的重点优抚对象", "名", Person, standing=on_file, looks=True),
    Definition("files.paid", "F29a", FILES_SECTION, "其中享受定期抚恤补助的", "名", Person, standing=in_pay, share_of="files.persons", looks=True),
    Definition("files.complete", "F29b", FILES_SECTION, "其中必备材料齐全的", "名", Person, standing=complete, share_of="files.persons", looks=True),
]  # fmt: skip
