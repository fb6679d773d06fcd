"""Eligibility rules 资格条件: what must hold for a grant in which months, each with its clause; what fails is asked, never decided.

The table is ``resources/standards/eligibility.csv``: a line for each text of a rule, with the months of which it speaks.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from models.pay.standards import months, shipped
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month

EVERY_KIND = "*"


class EligibilityRule(NamedTuple):
    """One text of a rule: for whom, in which months, what is looked at, and the clause as it stood then."""

    code: str
    kind: str
    category: str
    first: Month
    last: Month
    condition: str  # the name of a function in ``eligibility_conditions``
    detail: tuple[str, ...]
    clause: str
    source: str
    confirmed: bool


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
            row["clause"],
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
