"""Dues 应发: what each grant is due in a month, by which standard, and why; or why it cannot be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.law import clauses
from models.pay.dues.care import CareDue, CareFigures, CareUnknown, care_due
from models.pay.dues.due import Due
from models.pay.dues.due_questions import DueQuestions
from models.pay.dues.exclusive_dues import exclude
from models.pay.dues.missing import Missing, Unregistered
from models.pay.dues.rates import StandardRates, several_months
from models.pay.grants import basis, claims
from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import Entitlement, GrantFacts, Spell, Unsure, entitlement
from models.pay.grants.rules import (
    GOES_ON_ALIKE,
    NO_CLAUSE_THEN,
    Exclusion,
    Extra,
    Ways,
    birthday_pays,
    extra_for,
)
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people.identity import DISABLED
from models.people.identity import LOW_GRADES as CARELESS_GRADES

NO_CAUSE = "没有登记死亡原因（{}死亡的才继续发放{}个月）"
NO_BIRTH = "没有登记出生日期，不知是否已到高龄增发的年龄"
NO_CATEGORY = "没有登记类别的伤残人员"
ASK_ALIKE = (
    "{0}因病死亡，没有读到写明其遗属继续发放{1}个月的全国规定，请按本地文件核定是否参照残疾军人，"
    "在“补助标准”的“发放规则”里选定后再算"
)
ASK_LOCAL = "{}的补贴是否由本单位发放还没有设定，请在“补助标准”的“发放规则”里选定后再算"
OFFICES_ANSWER = "本单位核定参照残疾军人"


class Dues:
    """Reckons with the standards and the office's ways as they are now."""

    def __init__(self, ways: Ways | None = None, rates: StandardRates | None = None) -> None:
        self.ways = ways or Ways.kept()
        self.rates = rates or StandardRates(self.ways)
        self.rules = self.ways.excluded()
        self._kinds_rules: dict[str, list[Exclusion]] = {}
        self._person = 0  # whose entitlements are remembered: months of one person are asked for in a row
        self._entitled: dict[int, Entitlement] = {}
        self.asked = DueQuestions(self.ways)
        self._figures: CareFigures | None = None

    def of(self, claim: Claim) -> Entitlement:
        if claim.person != self._person:
            self._person, self._entitled = claim.person, {}
            self.asked.next_person()
        if claim.identity not in self._entitled:
            self._entitled[claim.identity] = entitlement(claim, self.ways)
        return self._entitled[claim.identity]

    def at(self, group: list[Claim], month: Month) -> list[Due]:
        """What the claims of one person are due in a month; those that are not entitled in it are left out."""
        found = [due for claim in group if (due := self._due(claim, month)) is not None]
        if len(found) == 1:
            only = found[0].claim
            for rule in self._rules_of(only.kind) if only.pension else ():
                exclude(rule, found)
        else:
            for rule in self.rules if found else ():
                exclude(rule, found)
        self.asked.ask(found, month)
        return found

    def _rules_of(self, kind: str) -> list[Exclusion]:
        """The rules of what is not paid beside what that can exclude a kind."""
        if kind not in self._kinds_rules:
            self._kinds_rules[kind] = [rule for rule in self.rules if rule.kind == kind]
        return self._kinds_rules[kind]

    def extra(self, claim: Claim) -> tuple[Extra, int] | Missing | None:
        """What the family of somebody who died is still paid once: the rule and the fen; None when nothing."""
        died = months.last_in(claim.died)
        rule = None if died is None else extra_for(claim.kind, claim.category, died)
        spell = None if rule is None or died is None else self.of(claim).at(died)
        if rule is None or died is None or spell is None:
            return None
        if isinstance(spell, Unsure):
            return Unregistered(spell.reason)
        cause = claim.grant.cause if claim.grant else ""
        if rule.cause and not cause:
            return Unregistered(NO_CAUSE.format(rule.cause, rule.months))
        if rule.cause and cause != rule.cause:
            return None
        if rule.asked and not self.ways.alike:
            return Unregistered(ASK_ALIKE.format(claim.category or NO_CATEGORY, rule.months))
        if rule.asked and self.ways.alike != GOES_ON_ALIKE:
            return None
        rule = rule._replace(clause=_clause_of(rule, claim))
        rate = self.rates.at(spell.facts, died)
        return rate if isinstance(rate, Missing) else (rule, several_months(rate, spell.facts, rule.months))

    def _due(self, claim: Claim, month: Month) -> Due | None:
        spell, paid_here = self.of(claim).at(month), self.ways.pays(claim.kind)
        if spell is None or paid_here is False:
            return None
        if paid_here is None:
            return Due(claim, month, None, None, Unregistered(ASK_LOCAL.format(claim.kind)))
        if isinstance(spell, Unsure):
            return Due(claim, month, None, None, Unregistered(spell.reason))
        facts: GrantFacts | Missing = spell.facts
        if self.rates.adds(claim.kind):
            facts = self._with_additions(claim, spell.facts, month)
        rate = self.rates.at(facts, month) if isinstance(facts, GrantFacts) else facts
        if isinstance(rate, Missing):
            return Due(claim, month, spell, None, rate)
        care = self._care(claim, spell, month) if claim.kind == DISABLED else None
        if isinstance(care, CareDue):
            rate = rate.with_local(care.fen, care.words, care.said)
        return Due(claim, month, spell, rate, care=care)

    def _with_additions(self, claim: Claim, facts: GrantFacts, month: Month) -> GrantFacts | Missing:
        """The facts with age and being alone, where any standard of the kind asks for them."""
        if ages := self.rates.ages(facts.kind):
            if not claim.born:
                return Unregistered(NO_BIRTH)
            reached = (age for age in ages if birthday_pays(claim.born, age, self.ways.elder) <= month)
            facts = facts._replace(age_from=next(reached, None))
        return facts._replace(alone=bool(claim.alone)) if self.rates.for_alone(facts.kind) else facts

    def _care(self, claim: Claim, spell: Spell, month: Month) -> CareDue | CareUnknown | None:
        if spell.facts.grade in CARELESS_GRADES:
            return None  # nearly everybody
        if self._figures is None:
            self._figures = CareFigures()
        return care_due(claim, spell.facts, month, self._figures)


def dues(month: Month, found: Iterable[Claim] | None = None) -> Iterator[Due]:
    """What each grant of the archive, or of some claims, is due in a month, a person's together."""
    reckoner = Dues()
    for group in claims.by_person(claims.read_claims() if found is None else found):
        yield from reckoner.at(group, month)


def _clause_of(rule: Extra, claim: Claim) -> str:
    """What the months after a death rest on, as it stood on its day."""
    if rule.asked:
        return OFFICES_ANSWER
    died = claim.died or ""
    return (
        clauses.clause_told(basis.FUNERAL_MONTHS, died, claim.category or claim.kind, claim.kind)
        or NO_CLAUSE_THEN
    )
