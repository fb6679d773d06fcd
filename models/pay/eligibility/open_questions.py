"""Open questions 待核定: everything that stands open against grants in a month, the most money first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from models.core.dates import PartDate
from models.pay.dues import claims
from models.pay.dues.claims import Claim
from models.pay.dues.dues import Dues
from models.pay.dues.eligibility_questions import OpenQuestion
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people.findings import Listed
from models.people.identity import Identity
from models.people.person import Person

ELIGIBILITY = "资格"
HELD, CARRIED = "待核定，未发放：", "在发，请核定："
WEIGHT_HELD, WEIGHT_CARRIED = 9, 7


class Questioned(NamedTuple):
    """A question with the grant that it is about and the fen that hang on it in the month."""

    claim: Claim
    question: OpenQuestion
    fen: int

    def sentence(self) -> str:
        """The question, and whether the grant is paid meanwhile."""
        return f"{CARRIED if self.question.carried else HELD}{self.question.sentence()}"


def open_questions(month: Month, found: Iterable[Claim] | None = None) -> list[Questioned]:
    """What is open in a month for everybody, or for some claims; the most money first."""
    listed = list(_asked(Dues(), month, claims.read_claims() if found is None else found))
    return sorted(listed, key=lambda each: (-each.fen, each.claim.person, each.claim.identity))


def _asked(reckoner: Dues, month: Month, found: Iterable[Claim]) -> Iterator[Questioned]:
    for group in claims.by_person(found):
        for due in reckoner.at(group, month):
            fen = due.rate.amount if due.rate else 0
            yield from (Questioned(due.claim, each, fen) for each in due.questions)


def doubts_of_eligibility(person: Person | None) -> Iterator[Listed]:
    """What is open this month, as findings of everybody or of one person."""
    month = months.month_of(PartDate.of(date.today()))
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
