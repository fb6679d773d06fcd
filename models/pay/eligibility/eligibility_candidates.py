"""Eligibility candidates 可能有疑问的人: whom any question can be about, as a query, so that not everybody is reckoned for a list.

They are more than those who are asked about, never fewer: what exactly stands open only the conditions say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any

from peewee import SQL, fn

from models.core.codes import table
from models.pay.eligibility.eligibility_conditions import (
    BESIDE,
    BESIDE_ANY,
    IN_SERVICE,
    NO_WORK,
    REMARRIED,
    STATE_EMPLOYMENT,
    STATE_PENSION,
    TOWN,
    Known,
)
from models.pay.eligibility.eligibility_rules import EVERY_KIND, EligibilityRule, eligibility_rules
from models.people.identity import Identity
from models.people.person import Person


def _several(_: EligibilityRule, __: Known) -> Any:
    other = Identity.alias()
    return Person.id.in_(other.select(other.person).group_by(other.person).having(fn.COUNT(other.id) > 1))


def _numbers(people: Iterable[int]) -> SQL:
    """People as plain numbers: a list may be longer than a statement has parameters."""
    return SQL(f"({', '.join(str(int(each)) for each in people)})")


def _may_mean(field: Any, name: str, wanted: tuple[str, ...]) -> Any:
    """Whether a field that takes any words may say one of the names: all that is no other name of its table."""
    others = [each for each in table(name).names() if each not in wanted]
    return (field != "") & field.not_in(others)


CANDIDATES: dict[str, Callable[[EligibilityRule, Known], Any]] = {
    "child_grown": lambda rule, _: Identity.relation.in_(rule.detail),
    "relation_unknown": lambda *_: Identity.relation == "",
    "remarried": lambda rule, _: Identity.relation.in_(rule.detail) & (Person.marital == REMARRIED),
    "paid_by_state": lambda rule, _: (
        Person.employment.in_(STATE_EMPLOYMENT)
        | _may_mean(Person.pension, "pension", (STATE_PENSION,))
        | _may_mean(Person.employer_nature, "employer_nature", rule.detail)
    ),
    "town_employed": lambda *_: (
        (Person.household == TOWN)
        & (Person.employment.startswith(IN_SERVICE) | (Person.employer != ""))
        & Person.employment.not_in((*STATE_EMPLOYMENT, *NO_WORK[:-1]))
    ),
    "review_due": lambda *_: Identity.review_on.is_null(False),
    "unit_pays": lambda rule, _: Identity.standing.in_(rule.detail),
    "on_death_list": lambda _, known: Person.id.in_(_numbers(known.death_lists)),
    "imprisoned": lambda *_: Person.sentenced_from.is_null(False),
    "abroad": lambda *_: Person.abroad_since.is_null(False),
    "not_confirmed": lambda _, known: Person.id.in_(_numbers(known.confirmations)),
    BESIDE: _several,
    BESIDE_ANY: _several,
}


def candidates(known: Known) -> Any:
    """The condition on ``Identity`` that holds for every grant of everybody whom a question can be about.

    They are looked for once, for the condition is put several times.
    """
    asked = []
    for rule in eligibility_rules():
        found = CANDIDATES[rule.condition](rule, known)
        asked.append(found if rule.kind == EVERY_KIND else (Identity.kind == rule.kind) & found)
    people: Any = Identity.select(Identity.person).distinct().join(Person).where(reduce(or_, asked))
    return Identity.person.in_(_numbers(person for (person,) in people.tuples()))
