"""The version that asks who may still be paid comes to an archive that pays: nobody's pay changes, and there is a list."""

from __future__ import annotations

import pytest

from models import store
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.journal import Entry
from models.core.record import db
from models.migrations import earlier_steps, steps
from models.migrations.step_data import UPGRADE
from models.pay.dues import due_questions, open_questions
from models.pay.dues.dues import Dues
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.grants import claims
from models.pay.runs import drawing_up, runs
from models.pay.runs.runs import LineKind
from models.pay.standards import months
from models.people.identity import Identity, IdentityState
from models.people.person import Person
from tests import factories

USER = "王芳"
MONTH = PartDate(2019, 9)
HAD = steps.STEPS.index(earlier_steps.ASKS_ELIGIBILITY)


def admit(name, *kinds, **facts):
    person = Person(name=name, number=factories.citizen_number(), **facts)
    person.save()
    for kind in kinds:
        identity = Identity(person=person, kind=kind, state="享受待遇", approved=PartDate(2012, 3, 4))
        identity.save()
        since = PartDate(2012, 3, 4)
        IdentityState(identity=identity, person=person, state="享受待遇", since=since).save()


def paid(month):
    """Fen by identity that a month is due and may be paid."""
    reckoner = Dues()
    found = [due for group in claims.by_person(claims.read_claims()) for due in reckoner.at(group, month)]
    return {due.claim.identity: 0 if due.held else due.fen for due in found}


@pytest.fixture
def before(practice_folder, monkeypatch):
    """An archive as the version before kept it: two were paid for September, of whom one works; and what each was due."""
    folder = practice_folder
    with store.practice_session(folder, USER):
        with journal.entry("登记", USER):
            admit("甲", "参战退役人员", "带病回乡退役军人", employment="在职(机关事业)")
            admit("乙", "带病回乡退役军人")
        with monkeypatch.context() as then:  # as long as nothing was asked
            then.setattr(due_questions.DueQuestions, "ask", lambda *_: None)
            finish(drawing_up.draw_up_run(MONTH, MONTH, USER))
            was = paid(months.month_of(MONTH)), paid(months.month_of(MONTH) + 1)
        for statement in (
            'DROP TABLE "eligibility_decision"',
            *(f'ALTER TABLE "person" DROP COLUMN "{name}"' for name in ("abroad_since", "sentenced_from", "sentenced_to")),
            'ALTER TABLE "identity" DROP COLUMN "review_on"',
        ):  # fmt: skip
            for (trigger,) in db.execute_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                db.execute_sql(f'DROP TRIGGER "{trigger}"')
            db.execute_sql(statement)
        db.pragma("user_version", HAD)
    monkeypatch.setattr(steps, "STEPS", steps.STEPS[: HAD + 1])  # what later steps made is there
    return folder, was


def test_nobodys_pay_changes_and_what_is_open_is_listed_by_money(before):
    folder, (was, then) = before
    with store.practice_session(folder, USER):
        assert (paid(months.month_of(MONTH)), paid(months.month_of(MONTH) + 1)) == (was, then)
        asked = open_questions.open_questions(months.month_of(MONTH))
        assert {each.claim.name for each in asked} == {"甲"}
        assert all(each.question.carried for each in asked)
        assert [each.fen for each in asked] == sorted((each.fen for each in asked), reverse=True)
        assert {each.answer for each in EligibilityDecision.select()} == {EligibilityAnswer.CARRIED}
        (told,) = Entry.select().where(Entry.title == UPGRADE)
        assert told.user == journal.PROGRAM
        assert journal.chain_faults() == []


def test_it_is_carried_once_and_the_next_run_pays_as_before(before):
    folder, (_, then) = before
    with store.practice_session(folder, USER):
        carried = EligibilityDecision.select().count()
    with store.practice_session(folder, USER):
        assert EligibilityDecision.select().count() == carried
        run = finish(drawing_up.draw_up_run(PartDate(2019, 10), PartDate(2019, 10), USER))
        lines = {line.identity_id: int(line.amount * 100) for line in runs.lines_of(run, LineKind.DUE)}
        assert lines == {identity: fen for identity, fen in then.items() if fen}
