"""Eligibility rules 资格条件: what must hold for a grant in which months, and on what that rests; what fails is asked, never decided.

The table is ``resources/standards/eligibility.csv``; the clause of each month is asked of ``models.law.clauses`` by the rule's matter.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from models.law import clauses
from models.pay.standards import months, shipped
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month

EVERY_KIND = "*"


class EligibilityRule(NamedTuple):
    """One rule: for whom, in which months, what is looked at, and what it rests on."""

    code: str
    kind: str
    category: str
    first: Month
    last: Month
    condition: str  # the name of a function in ``eligibility_conditions``
    detail: tuple[str, ...]
    matter: str  # of ``resources/law/clauses.csv``; empty where no text settles it
    otherwise: str  # what is said where no clause of the month was read
    source: str
    confirmed: bool

    def clause(self, month: Month, kind: str, category: str) -> str:
        """The clause as it stood in a month for a grant of that kind and category, or that none was read."""
        whom = (category or kind, kind, *self.detail)  # of two grants the clause may be about either
        told = clauses.clause_told(self.matter, months.iso(month), *whom) if self.matter else ""
        return told or self.otherwise


@cache
def eligibility_rules() -> tuple[EligibilityRule, ...]:
    """Every line of the table, in its order: the first that asks is asked first."""
    return tuple(
        EligibilityRule(
            row["code"],
            row["kind"],
            row["category"],
            months.first_in(row["from"]) or BEFORE_ALL_MONTHS,
            months.last_in(row["to"]) or NEVER,
            row["condition"],
            tuple(filter(None, row["detail"].split("|"))),
            row["matter"],
            row["otherwise"],
            row["source"],
            row["confirmed"] == shipped.MARKED_YES,
        )
        for row in shipped.standard_rows("eligibility")
    )


@cache
def rules_for(kind: str, category: str) -> tuple[EligibilityRule, ...]:
    """The rules that a grant of that kind and category is looked at by."""
    return tuple(
        rule
        for rule in eligibility_rules()
        if rule.kind in (kind, EVERY_KIND) and rule.category in ("", category)
    )
