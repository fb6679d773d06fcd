"""Affairs 身后事: what the office writes down of one death: its cause, which papers are there, when all was done."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import ForeignKeyField

from models.core.record import Day, Flag, Record, Text
from models.pay.grants.grants import Grant
from models.people.identity import Identity
from models.people.person import Person

SICKNESS, OLD_WOUND = "因病", "旧伤复发"  # as ``resources/codes/death_cause.csv`` has them
# The papers of 丧葬补助, as a county's guide lists them: 申请书、户口簿、身份证、死亡证明书、关系证明 (domain.md 4.2).
PAPERS_OF_DEATH = ("application", "certificate", "kinship", "cards")


class DeathAffair(Record):
    """The one record of a death's affairs; the day of the death stands in the person's file."""

    NOUN = "身后事"
    NAMED_BY = "cause"
    SINCE = ("person.died",)
    LATER = {"closed_on": {"reason": ""}}

    person_id: int
    person = ForeignKeyField(Person, backref="death_affair", unique=True, on_delete="RESTRICT")
    cause = Text("死亡原因", "death_cause")
    application = Flag("遗属申请书")
    certificate = Flag("死亡证明")
    kinship = Flag("关系证明")
    cards = Flag("户口簿和身份证")
    closed_on = Day("办结日期")
    reason = Text("办结说明")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.closed_on is not None and not self.reason.strip():
            yield "reason", "请写明怎样办结的，如“遗属书面放弃，无其他应发”"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.person.died is None:
            yield "person", f"{self.person.name}没有登记死亡日期，请先登记去世"


def affair_of(person: Person) -> DeathAffair:
    """The affair of somebody who died; a new one, not saved, where there is none."""
    found: DeathAffair | None = DeathAffair.get_or_none(DeathAffair.person == person)
    if found is not None:
        return found
    told = Grant.select().where(Grant.person == person, Grant.cause != "").first()
    return DeathAffair(person=person, cause=told.cause if told is not None else "")


def keep_affair(affair: DeathAffair) -> None:
    """Keep an affair, inside an entry; the cause is told to every right of the person, for what goes on hangs on it."""
    affair.save()
    for identity in Identity.select().where(Identity.person == affair.person_id):
        grant = Grant.get_or_none(Grant.identity == identity)
        if grant is None and affair.cause:
            Grant(identity=identity, person=affair.person_id, cause=affair.cause).save()
        elif grant is not None and grant.cause != affair.cause:
            grant.cause = affair.cause
            grant.save()


def papers_wanting(affair: DeathAffair) -> list[str]:
    """The papers of a death that are not there yet, by name."""
    labels = DeathAffair.labels()
    return [labels[name] for name in PAPERS_OF_DEATH if not getattr(affair, name)]
