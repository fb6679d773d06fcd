"""The filling of a practice archive 演练库: invented people, put into an open archive as one entry of the journal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from peewee import Field

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import Job, Step
from models.core.record import Day, Record, insert_all
from models.ledger.honours import Honour
from models.pay.runs import carried_questions
from models.pay.standards import months
from models.payments.payment import Payment
from models.people import file_numbers
from models.people.findings import Dossier
from models.people.identity import (
    RECEIVING,
    SICK_VETERANS,
    TEST_VETERANS,
    BankAccount,
    Identity,
    IdentityState,
)
from models.people.materials import Material
from models.people.person import FamilyMember, Person
from models.practice import InventedPerson, aid, dealings, invented_people, pay_year, plans, veterans, works
from models.practice.words import Chance
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit

INVENTED_YEAR = 2020
APPROVED_LATE, EVERY = (SICK_VETERANS, TEST_VETERANS), 12  # of whom every so many came in during the year
# in the order in which they can be written: what is pointed to first
FILLED_MODELS: tuple[type[Record], ...] = (
    Person, FamilyMember, Identity, IdentityState, BankAccount, Material, *works.WORK_MODELS, *plans.BEFORE, Visit,
    *plans.AFTER, Payment, *veterans.VETERAN_MODELS,
)  # fmt: skip


def fill_archive(count: int, user: str) -> Job[int]:
    """Put ``count`` invented people of the year 2020 into the open archive; returns how many there are."""
    yield Step(0, 3, "正在编造人员")
    records: dict[type[Record], list[Any]] = {model: [] for model in FILLED_MODELS}
    files: dict[str, Dossier] = {}
    for invented in invented_people(count, INVENTED_YEAR):
        dossier = _dossier(invented, records)
        files[dossier.person.uid] = dossier
    _newly_entitled(list(files.values()), records[IdentityState])
    _deal(files, records)
    for record in works.year_of_work(list(files.values()), INVENTED_YEAR):
        records[type(record)].append(record)
    for record in _planned(list(files.values()), records):
        records[type(record)].append(record)
    yield Step(1, 3, "正在写入")
    with journal.entry(f"建立演练库：{count}人", user) as writing:
        file_numbers.assign_file_numbers(records[Person], records[Identity])
        for model, made in records.items():
            insert_all(model, made)
        writing.at_hand |= files
    yield Step(3, 3, "演练库已建立")
    return len(files)


def fill_and_pay(count: int, user: str) -> Job[int]:
    """The same with a year of pay, approvals, aid and confirmation; returns how many people there are."""
    made = yield from fill_archive(count, user)
    yield from pay_year.year_of_pay(INVENTED_YEAR, user)
    yield Step(0, 0, "正在编造审批、救助和年度确认")
    with journal.entry("演练：审批、救助、年度确认", user):
        aid.deal(list(Person.select().order_by(Person.id)), INVENTED_YEAR, user)
        carried_questions.carry_all(months.month(INVENTED_YEAR, 12))
    return made


def _dossier(invented: InventedPerson, records: dict[type[Record], list[Any]]) -> Dossier:
    person = _make(Person, invented.facts)
    dossier = Dossier(person, [], [])
    records[Person].append(person)
    for facts in invented.identities:
        identity = _make(Identity, {k: v for k, v in facts.items() if k != "states"}, person=person)
        dossier.identities.append(identity)
        states = cast(Iterable[dict[str, Any]], facts["states"])
        records[IdentityState] += [
            _make(IdentityState, each, identity=identity, person=person) for each in states
        ]
    first = dossier.identities[0]
    dossier.accounts.extend(
        _make(BankAccount, each, person=person, identity=first) for each in invented.accounts
    )
    records[Identity] += dossier.identities
    records[BankAccount] += dossier.accounts
    records[FamilyMember] += [_make(FamilyMember, each, person=person) for each in invented.family]
    records[Material] += [_make(Material, each, person=person) for each in invented.materials]
    return dossier


def _newly_entitled(files: list[Dossier], states: list[IdentityState]) -> None:
    """Let some people have been approved in the first months of the year, before anything was paid to them.

    A year in which nobody comes in would show nothing of 新增.
    """
    first = {id(state.identity): state for state in reversed(states)}
    able = [each for each in files if each.person.died is None and each.identities[0].kind in APPROVED_LATE]
    for number, file in enumerate(able[9::EVERY]):
        identity = file.identities[0]
        if len(file.identities) == 1 and identity.paid and first[id(identity)].state == RECEIVING:
            identity.approved = first[id(identity)].since = PartDate(INVENTED_YEAR, 2 + number % 3, 12)


def _deal(files: dict[str, Dossier], records: dict[type[Record], list[Any]]) -> None:
    """Visit and pay some of the people in the year."""
    chance = Chance(INVENTED_YEAR)
    for person in dealings.chosen_people(records[Person]):
        dossier = files[person.uid]
        records[Visit] += [
            _make(Visit, facts, person=person)
            for facts in dealings.invented_visits(chance, person, INVENTED_YEAR)
        ]
        account = next((each.account for each in dossier.accounts), "")
        for identity in dossier.identities:
            paid = dealings.invented_payments(identity, account, INVENTED_YEAR)
            records[Payment] += [_make(Payment, facts, person=person, identity=identity) for facts in paid]


def _planned(files: list[Dossier], records: dict[type[Record], list[Any]]) -> list[Record]:
    """How the visits of the year were planned, and what else stands in the ledger."""
    visits = list(records[Visit])
    made = list(plans.of_campaigns(records[Campaign], records[Unit], visits, files))
    living = [each.person for each in files if each.person.died is None]
    made += veterans.veterans_of_the_year(living, INVENTED_YEAR)
    return [*made, *plans.of_the_year(records[Honour], INVENTED_YEAR)]


def _make(model: type[Record], facts: dict[str, Any], **linked: Record) -> Any:
    fields: dict[str, Field] = model._meta.fields
    values = {
        name: PartDate.parse(str(value)) if isinstance(fields[name], Day) and value else value
        for name, value in facts.items()
    }
    return model(**values, **linked)
