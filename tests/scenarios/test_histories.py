"""Random histories: what the runs have posted is, month by month and to the fen, what an independent reckoning says.

A hundred lives in the suite; ten thousand with ``YOUFU_PROOFS=1``.
"""

from __future__ import annotations

import os
import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import store
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.dues.dues import Dues
from models.pay.dues.missing import Missing
from models.pay.eligibility import eligibility_decisions
from models.pay.eligibility.eligibility_decisions import EligibilityDecision
from models.pay.eligibility.eligibility_questions import Eligibility
from models.pay.grants import claims
from models.pay.grants.grants import GradeChange, Grant, regrade
from models.pay.grants.rules import Ways
from models.pay.runs import drawing_up, runs
from models.pay.runs.runs import LineKind, PayLine
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.people.identity import Identity, IdentityState
from models.people.person import Person
from tests import factories
from tests.models.pay.conftest import USER
from tests.scenarios import doubts, oracle
from tests.scenarios.oracle import ASKED

PROOFS = bool(os.environ.get("YOUFU_PROOFS"))
LIVES = 40  # people of one archive
ARCHIVES = 250 if PROOFS else 3
FACTS = {"就业": {"employment": doubts.JOB}, "再婚": {"marital": "再婚"}}
BEGIN = months.month(2024, 1)


@dataclass
class Office:
    """An archive that learns of lives and standards as time goes on."""

    rows: list[oracle.Row]
    lives: list[oracle.Life]
    identities: dict[int, Identity] = field(default_factory=dict)
    posted: dict[tuple[int, int], Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def learn(self, now):
        """Enter what becomes known before a run."""
        with journal.entry(f"第{now}次登记", USER):
            for row in self.rows:
                if row.known == now:
                    enter(row)
            for number, life in enumerate(self.lives):
                if life.known == now:
                    self.identities[number] = admit(life, self.person_of(life))
        for number, life in enumerate(self.lives):
            for each in life.doubts:
                if each.registered and each.known == now:
                    register_school(self.identities[number], each.registered)
        with journal.entry(f"第{now}次变动", USER):
            for number, life in enumerate(self.lives):
                self.doubt(number, life, now)
                for event in sorted(life.events, key=lambda e: e.day):
                    if event.known == now:
                        happen(self.identities[number], event, life, now)

    def person_of(self, life):
        """Whose first grant was entered already."""
        return None if life.first is None else self.identities[self.lives.index(life.first)].person

    def doubt(self, number, life, now):
        """Enter what begins to stand against a grant, what the office answers, and what changes after that."""
        for each in life.doubts:
            if each.known == now and each.what in FACTS:
                tell(self.identities[number], **FACTS[each.what])
            if each.answered == now:
                decide(self, number, life, each)
            if each.changes == now:
                tell(self.identities[number], employment=doubts.LATER_JOB)

    def check(self, run, now):
        """Every month so far is what the oracle says; the run's lines are exactly the differences."""
        old = dict(self.posted)
        for line in runs.lines_of(run, *runs.POSTED):
            self.posted[line.identity_id, months.month_of(line.month)] += line.amount
        for number, life in enumerate(self.lives):
            if number not in self.identities:
                continue
            identity = self.identities[number].id
            for month in range(BEGIN, run.span[-1] + 1):
                expected = oracle.due(life, self.rows, month // 12, month % 12 + 1, now)
                was = old.get((identity, month), Decimal(0))
                told = (life, months.iso(month), now)
                assert self.posted.get((identity, month), Decimal(0)) == (
                    was if expected is None else expected
                ), told


def enter(row):
    Standard(
        layer="国家", kind=row.kind, grade=row.grade, unit=row.unit, amount=row.amount, begins=PartDate.of(row.begins),
        ends=PartDate.of(row.ends), confirmed=True, source="测试",
    ).save()  # fmt: skip


def tell(identity, **facts):
    person = Person.get_by_id(identity.person_id)
    for name, value in facts.items():
        setattr(person, name, value)
    person.save()


def register_school(identity, day):
    """Register that somebody is at school, on a day of that world."""

    class ThatDay(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(day.year, day.month, day.day, 10)

    with pytest.MonkeyPatch.context() as clock:
        clock.setattr(journal, "datetime", ThatDay)
        with journal.entry("登记在校证明", USER):
            tell(identity, at_school=True)


def decide(office, number, life, doubt):
    """What the office answers to everything that stands against the grant, or to its standing beside the other."""
    identity = office.identities[number]
    if doubt.what == doubts.BESIDE:
        first = office.identities[office.lives.index(life.first)]
        asked = [("伤残-带病", f"{first.kind}+{identity.kind}")]
        kept = first if doubt.keeps_first else identity
    else:
        (claim,) = claims.claims(Identity.id == identity.id)
        asked = {(rule.code, found.facts) for rule, found in Eligibility(Ways.kept()).unsettled(claim)}
        kept = None
    made = [
        EligibilityDecision(
            person=identity.person_id, identity=identity, rule=rule, facts=facts, answer=doubt.answer, reason="已核实",
            clause="条例", kept=kept if doubt.answer == "就高享受" else None, begins=month_part(doubt.begins),
            ends=month_part(doubt.ends),
        )
        for rule, facts in asked
    ]  # fmt: skip
    assert made
    eligibility_decisions.write_decisions(made, USER)


def month_part(day):
    return None if day is None else PartDate(day.year, day.month)


def born(life):
    """When somebody was born: of a martyr's child around sixty; of whom it is asked at eighteen, in the month before it is asked; a pupil is older."""
    if life.born is not None:
        return life.born
    if any(each.registered for each in life.doubts):
        return date(2005, 5, 5)
    (opens,) = [each.opens for each in life.doubts if each.what == "满十八"] or [None]
    return date(1940, 5, 5) if opens is None else date(opens.year - 18, opens.month - 1, 17)


def admit(life, person=None):
    if person is None:
        person = Person(name="某", number=factories.citizen_number(born(life)), sex="男")
        person.save()
    identity = Identity(
        person=person,
        kind=life.kind,
        state="享受待遇",
        approved=PartDate.of(life.approved),
        service_years=life.years,
        category=life.category,
    )
    if life.kind == "伤残人员":
        identity.grade, identity.nature = life.grade, "因公"
    if life.kind == "三属":
        identity.relation = "子女" if born(life) > date(2000, 1, 1) else "配偶"
    identity.save()
    state(identity, "享受待遇", life.approved)
    return identity


def state(identity, words, since, **facts):
    IdentityState(
        identity=identity, person=identity.person_id, state=words, since=PartDate.of(since), **facts
    ).save()


def happen(identity, event, life, now):
    if event.what == "调级":
        before = oracle.grade_before(life, event.day, now)
        change = GradeChange(
            identity=identity, person=identity.person_id, approved=PartDate.of(event.day), grade=event.grade,
            grade_before=before, nature_before="因公", nature="因公",
        )  # fmt: skip
        regrade(change)
        return
    facts = {"paid_to": PartDate(event.paid_to.year, event.paid_to.month)} if event.paid_to else {}
    state(identity, event.what, event.day, **facts)
    kept = Identity.get_by_id(identity.id)
    kept.state = event.what
    kept.save()
    if event.what == "去世":
        person = kept.person
        person.died = PartDate.of(event.day)
        person.save()
        if event.cause:
            Grant(identity=identity, person=person, cause=event.cause, basis="死亡证明").save()


def spans(chance):
    """Runs of a month or a quarter, now and then with months left out, that the next one makes up."""
    month, found = BEGIN, []
    while month < BEGIN + 15:
        length = chance.choice((1, 1, 1, 3))
        found.append((month, month + length - 1))
        month += length + chance.choice((0, 0, 0, 0, 1))
    return found


def draw(first, last):
    return finish(drawing_up.draw_up_run(months.part(first), months.part(last), USER))


@settings(max_examples=ARCHIVES, derandomize=not PROOFS, database=None)
@given(seed=st.integers(0, 10**9))
def test_every_month_is_what_an_independent_reckoning_says(tmp_path_factory, seed):
    chance = random.Random(seed)
    plan = spans(chance)
    office = Office(oracle.world(chance, len(plan)), oracle.lives(chance, len(plan), LIVES))
    folder = tmp_path_factory.mktemp("库") / "档案库"
    store.create_practice(folder)
    with store.practice_session(folder, USER):
        with journal.entry("不用随带的标准", USER):
            Standard.delete().execute()
        for now, (first, last) in enumerate(plan):
            office.learn(now)
            run = draw(first, last)
            office.check(run, now)
            entries, lines = journal.Entry.select().count(), [line.id for line in runs.lines_of(run)]
            again = draw(first, last)  # posts nothing
            assert (again.id, [line.id for line in runs.lines_of(again)]) == (run.id, lines)
            assert journal.Entry.select().count() == entries
        assert_nobody_is_owed_less_than_nothing()
        assert_families_are_paid_what_is_left(office, len(plan) - 1)
        assert_each_month_rests_on_the_law_of_that_month(office, plan[-1][-1])


def assert_nobody_is_owed_less_than_nothing():
    """Nothing is deducted beyond what a run pays a person, and no month of a grant is posted first twice."""
    for run in runs.runs():
        by_person = defaultdict(Decimal)
        for line in runs.lines_of(run, *(kind for kind in runs.POSTED if kind != LineKind.CLAIMED)):
            by_person[line.person_id] += line.amount
        assert all(amount >= 0 for amount in by_person.values())
    first = [(line.identity_id, line.month) for line in PayLine.select().where(PayLine.kind == LineKind.DUE)]
    assert len(first) == len(set(first))


def assert_families_are_paid_what_is_left(office, now):
    """What a death leaves is what the oracle says: by the cause, the kind, the standard of the month of the death."""
    for number, life in enumerate(office.lives):
        if number not in office.identities:
            continue
        (claim,) = claims.claims(Identity.id == office.identities[number].id)
        found = Dues().extra(claim)
        told = None if found is None else ASKED if isinstance(found, Missing) else Decimal(found[1]) / 100
        assert told == oracle.left_by_death(life, office.rows, now), (life, now)


def assert_each_month_rests_on_the_law_of_that_month(office, last):
    """What is due cites the clause that was in force in its month, and so does the question whether who married again goes on."""
    dues = Dues()
    for number, identity in office.identities.items():
        life, mine = office.lives[number], claims.claims(Identity.id == identity.id)
        for month in range(BEGIN, last + 1):
            first = date(month // 12, month % 12 + 1, 1)
            for due in dues.at(mine, month):
                if not due.excluded:
                    assert due.clause == oracle.clause(life, first), (life, first)
                for asked in due.questions:
                    if asked.rule.code == "三属-配偶再婚":
                        assert asked.clause.startswith(oracle.clause_of_remarriage(life, first)), (
                            life,
                            first,
                        )
