"""Open questions 待核定: everything that stands open against grants in a month, the most money first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from peewee import SQL

from models.core.dates import PartDate, this_day
from models.pay.dues.due import Due
from models.pay.dues.dues import Dues
from models.pay.eligibility.eligibility_candidates import candidates
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.eligibility.eligibility_questions import OpenQuestion
from models.pay.grants import claims
from models.pay.grants.claims import Claim
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people.findings import Listed
from models.people.identity import Identity
from models.people.person import Person

ELIGIBILITY = "资格"
HELD_BACK = "未发放"
WEIGHT_HELD, WEIGHT_CARRIED = 9, 7


class Questioned(NamedTuple):
    """A question with the grant that it is about and the fen that hang on it in the month."""

    claim: Claim
    question: OpenQuestion
    fen: int
    other: Due | None = None  # the other grant of an overlap, in the same month

    @property
    def key(self) -> tuple[int, str, str]:
        """What tells one question from another: of which grant, under which rule, on which facts."""
        return self.question.identity, self.question.rule.code, self.question.facts

    @property
    def higher(self) -> int | None:
        """The identity of the grant that comes to more, of the two that overlap; None where that is not plain."""
        if (
            self.other is None
            or self.other.rate is None
            or not self.fen
            or self.other.rate.amount == self.fen
        ):
            return None
        return self.other.claim.identity if self.other.rate.amount > self.fen else self.question.identity

    def proposed(self) -> EligibilityDecision:
        """A decision yet to be made about it, with the clause of its rule."""
        rule = self.question.rule
        return EligibilityDecision(
            person=self.claim.person, identity=self.question.identity, rule=rule.code, clause=self.question.clause,
            facts=self.question.facts,
        )  # fmt: skip

    def sentence(self) -> str:
        """The question, and whether the grant is paid meanwhile."""
        return self.question.told()

    @property
    def state(self) -> str:
        """Whether the grant is paid while the question is open."""
        return EligibilityAnswer.CARRIED if self.question.carried else HELD_BACK


def open_questions(month: Month, found: Iterable[Claim] | None = None) -> list[Questioned]:
    """What is open in a month for everybody, or for some claims; the most money first."""
    reckoner = Dues()
    if found is None:
        found = claims.read_claims(candidates(reckoner.asked.eligibility.known))
    listed = list(_asked(reckoner, month, found))
    return sorted(listed, key=lambda each: (-each.fen, each.claim.person, each.claim.identity))


def asked_people(month: Month) -> list[int]:
    """The people about whom something is open in a month."""
    return sorted({each.claim.person for each in open_questions(month)})


def questions_of(identities: Collection[int], *looked_at: Month) -> list[Questioned]:
    """What is open in some months against some identities, each question once."""
    wanted = SQL(f"({', '.join(str(int(each)) for each in identities)})")  # may be more than parameters
    people = Identity.select(Identity.person).where(Identity.id.in_(wanted))
    listed = claims.claims(Identity.person.in_(people))
    found = {
        each.key: each
        for month in sorted(set(looked_at))
        for each in open_questions(month, listed)
        if each.question.identity in identities
    }
    return list(found.values())


def _asked(reckoner: Dues, month: Month, found: Iterable[Claim]) -> Iterator[Questioned]:
    for group in claims.by_person(found):
        dues = {due.claim.identity: due for due in reckoner.at(group, month)}
        for due in dues.values():
            fen = due.rate.amount if due.rate else 0
            yield from (Questioned(due.claim, each, fen, dues.get(each.other or 0)) for each in due.questions)


def doubts_of_eligibility(person: Person | None) -> Iterator[Listed]:
    """What is open this month, as findings of everybody or of one person."""
    month = months.month_of(PartDate.of(this_day()))
    listed = open_questions(month, None if person is None else claims.claims_of_person(person))
    rows: Any = Identity.select(Identity.id, Identity.uid)
    if person is not None:
        rows = rows.where(Identity.person == person)
    uids = dict(rows.tuples()) if listed else {}
    for each in listed:
        claim, weight = each.claim, WEIGHT_CARRIED if each.question.carried else WEIGHT_HELD
        yield Listed(
            claim.person, claim.number, claim.name, claim.kind, each.question.rule.code, ELIGIBILITY,
            each.sentence(), weight, uids[claim.identity],
        )  # fmt: skip
