"""Questions of dues: what is asked of what a person is due in a month, and what an officer's answer does to it."""

from __future__ import annotations

from functools import cached_property

from models.pay.dues.due import Due
from models.pay.eligibility.eligibility_conditions import Unsettled
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer
from models.pay.eligibility.eligibility_questions import Eligibility, OpenQuestion, Settled
from models.pay.eligibility.eligibility_rules import EligibilityRule
from models.pay.grants.rules import Exclusion, Ways
from models.pay.standards.months import Month


class DueQuestions:
    """Asks of dues, one person after the other; the questions and answers of all are read when first asked for."""

    def __init__(self, ways: Ways) -> None:
        self.ways = ways
        self._unsettled: dict[int, list[tuple[EligibilityRule, Unsettled]]] = {}

    @cached_property
    def eligibility(self) -> Eligibility:
        """Questions and answers, read when they are first asked for."""
        return Eligibility(self.ways)

    def next_person(self) -> None:
        """Forget what stood against the grants of the person before."""
        self._unsettled.clear()

    def ask(self, found: list[Due], month: Month) -> None:
        """Ask what stands against one person's dues of a month; what was decided of them is done."""
        for due in found:
            if not due.excluded:
                self._ask_alone(due, month)
        if len(found) > 1:
            self._ask_beside(found, month)

    def _ask_alone(self, due: Due, month: Month) -> None:
        """Ask what stands against a due by itself."""
        claim = due.claim
        if claim.identity not in self._unsettled:
            self._unsettled[claim.identity] = self.eligibility.unsettled(claim)
        for rule, found in self._unsettled[claim.identity]:
            if due.excluded:
                return  # an officer has stopped it: nothing more is asked
            if max(rule.first, found.first) <= month <= min(rule.last, found.last):
                self._settle(due, None, rule, found)

    def _ask_beside(self, found: list[Due], month: Month) -> None:
        """Ask what stands against a person's dues beside one another."""
        by_identity = {due.claim.identity: due for due in found}
        for due in found:
            others = [d.claim for d in found if d is not due and not d.excluded]
            for rule, unsettled, other in (
                () if due.excluded else self.eligibility.overlap(due.claim, others, month)
            ):
                if not by_identity[other.identity].excluded and not due.excluded:
                    self._settle(due, by_identity[other.identity], rule, unsettled)

    def _settle(self, due: Due, other: Due | None, rule: EligibilityRule, found: Unsettled) -> None:
        """Do what was decided, or leave the question open on the due."""
        settled = self.eligibility.answer(due.claim.identity, rule, found.facts, due.month)
        if settled is None or settled.answer is EligibilityAnswer.CARRIED:
            due.questions.append(_question(due, other, rule, found, carried=settled is not None))
        elif settled.answer is EligibilityAnswer.STOPPED:
            _stop(due, rule, settled)
        elif settled.answer is EligibilityAnswer.HIGHER and other is not None:
            _stop(other if settled.kept == due.claim.identity else due, rule, settled)


def _question(
    due: Due, other: Due | None, rule: EligibilityRule, found: Unsettled, *, carried: bool
) -> OpenQuestion:
    return OpenQuestion(
        due.claim.identity,
        rule,
        found.words,
        found.facts,
        max(rule.first, found.first),
        min(rule.last, found.last),
        _clause_now(rule, due),
        carried,
        None if other is None else other.claim.identity,
    )


def _clause_now(rule: EligibilityRule, due: Due) -> str:
    """What a rule rests on in the month of a due."""
    return rule.clause(due.month, due.claim.kind, due.claim.category)


def _stop(due: Due, rule: EligibilityRule, settled: Settled) -> None:
    """Pay nothing of a due, as an officer has decided."""
    due.excluded = Exclusion(rule.code, due.claim.kind, (), False, True, _clause_now(rule, due))
    due.beside, due.missing, due.questions = settled.told, None, []
