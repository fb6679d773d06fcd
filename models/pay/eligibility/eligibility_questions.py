"""Eligibility questions 资格疑问: what stands open against a grant in a month, what was answered, and what that does to its pay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from models.core.record import db
from models.pay.eligibility.eligibility_conditions import (
    BESIDE,
    BESIDE_ANY,
    CONDITIONS,
    Condition,
    Elsewhere,
    Known,
    Unsettled,
    beside,
)
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.eligibility.eligibility_rules import EligibilityRule, rules_for
from models.pay.grants.claims import Claim
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month

HELD, CARRIED = "待核定，未发放：", "在发，请核定："
# What other rooms know of people, asked when questions are: filled by ``models.records``, which knows all rooms.
DEATH_LISTS: list[Callable[[], Mapping[int, tuple[Month, str]]]] = []
CONFIRMATIONS: list[Callable[[], Mapping[int, tuple[Month, str]]]] = []
# The last day on which the journal says that somebody is at school, of those who are said to be. CROSS JOIN: SQLite
# is to begin with these few, not with the whole journal.
SCHOOL_DAYS = """
 SELECT p.id, max(e.at) FROM person p CROSS JOIN change c ON c.uid = p.uid AND c.tbl = 'person'
 CROSS JOIN entry e ON e.number = c.entry
 WHERE p.at_school = 1 AND json_extract(c.after, '$.at_school') = 1 GROUP BY p.id"""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What is asked of a grant: under which rule, in which months, on which facts.

    ``carried``: the grant was paid before the question could be asked, and goes on being paid while it is open.
    """

    identity: int
    rule: EligibilityRule
    words: str
    facts: str
    first: Month
    last: Month
    clause: str  # as it stood in the month that was asked about
    carried: bool = False
    other: int | None = None  # the other identity of an overlap

    def sentence(self) -> str:
        """The question as an officer reads it, in one sentence with its clause."""
        return f"{self.words}，请核定是否继续享受（{self.clause}）"

    def told(self) -> str:
        """The same, and whether the grant is paid meanwhile."""
        return f"{CARRIED if self.carried else HELD}{self.sentence()}"


@dataclass(frozen=True, slots=True)
class Settled:
    """What an officer's answer does to a grant in a month: nothing, or nothing is paid, and why."""

    answer: EligibilityAnswer
    kept: int | None = None
    told: str = ""


class Eligibility:
    """The questions of everybody's grants and the answers to them, read once."""

    def __init__(self, ways: Ways) -> None:
        self.known = known_elsewhere(ways)
        self.decided: dict[tuple[int, str, str], list[EligibilityDecision]] = defaultdict(list)
        for each in EligibilityDecision.select().order_by(EligibilityDecision.id.desc()):
            self.decided[each.identity_id, each.rule, each.facts].append(each)
        self.said = {
            word[1:] for word in ways.exclusions.split()
        }  # overlaps that the office has settled for all

    def unsettled(self, claim: Claim) -> list[tuple[EligibilityRule, Unsettled]]:
        """What stands against a claim by itself, in months that the rule speaks of."""
        return [
            (rule, found)
            for looks, speaks_of, rules in _looks(claim.kind, claim.category)
            if not speaks_of or getattr(claim, speaks_of)
            for found in looks(claim, rules[0], self.known)
            for rule in rules
        ]

    def overlap(
        self, mine: Claim, others: list[Claim], month: Month
    ) -> Iterator[tuple[EligibilityRule, Unsettled, Claim]]:
        """What stands against a claim beside a person's other grants of a month."""
        asked: set[str] = set()
        for rule in rules_for(mine.kind, mine.category):
            if rule.condition not in (BESIDE, BESIDE_ANY) or not rule.first <= month <= rule.last:
                continue
            left = [other for other in others if other.kind not in asked]
            if rule.code in self.said or (other := beside(rule, mine, left)) is None:
                asked.update(rule.detail)
                continue
            asked.add(other.kind)
            words = f"同时享受{other.title()}和{mine.title()}"
            yield rule, Unsettled(BEFORE_ALL_MONTHS, NEVER, words, f"{other.kind}+{mine.kind}"), other

    def answer(self, identity: int, rule: EligibilityRule, facts: str, month: Month) -> Settled | None:
        """What was decided for a month on these facts, the latest first; None while it is open."""
        for each in self.decided.get((identity, rule.code, facts), ()):
            begins = BEFORE_ALL_MONTHS if each.begins is None else months.month_of(each.begins)
            ends = NEVER if each.ends is None else months.month_of(each.ends)
            if each.answer == EligibilityAnswer.STOPPED and month < begins:
                return Settled(EligibilityAnswer.GOES_ON)
            if begins <= month <= ends:
                return Settled(EligibilityAnswer(each.answer), each.kept_id, _told(each))
        return None


@cache
def _looks(kind: str, category: str) -> tuple[tuple[Condition, str, tuple[EligibilityRule, ...]], ...]:
    """The conditions to look at, each once for all the texts of its rule, which differ in their months and clauses only."""
    found: dict[tuple[str, str, tuple[str, ...]], list[EligibilityRule]] = {}
    for rule in rules_for(kind, category):
        if rule.condition in CONDITIONS:
            found.setdefault((rule.code, rule.condition, rule.detail), []).append(rule)
    return tuple((*CONDITIONS[name], tuple(rules)) for (_, name, _), rules in found.items())


def _told(decision: EligibilityDecision) -> str:
    """Why nothing is paid after a decision, in words."""
    day = decision.decided_on.chinese() if decision.decided_on else ""
    return f"{day}核定{decision.answer}：{decision.reason or decision.proof}（{decision.clause}）"


class SchoolDays:
    """When pupils were last registered as such, read when the first of them is asked about: most files are no pupil's."""

    @cached_property
    def _days(self) -> dict[int, str]:
        rows: Any = db.execute_sql(SCHOOL_DAYS).fetchall()
        return dict(rows)

    def of(self, person: int) -> str:
        """ISO text; '' when it was never registered."""
        return self._days.get(person, "")


def known_elsewhere(ways: Ways) -> Known:
    """What conditions ask of other parts of the archive, read now."""
    limit = ways.abroad_months
    return Known(
        _asked_of(DEATH_LISTS),
        _asked_of(CONFIRMATIONS),
        SchoolDays().of,
        int(limit) if limit.isdecimal() else None,
    )


def _asked_of(rooms: Iterable[Callable[[], Mapping[int, tuple[Month, str]]]]) -> dict[int, Elsewhere]:
    return {person: Elsewhere(*told) for ask in rooms for person, told in ask().items()}
