"""Dues 应发: what each grant is due in a month, by which standard, and why; or why it cannot be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from models.law import clauses
from models.pay.dues import basis, claims
from models.pay.dues.care import CARE, CareDue, CareFigures, CareUnknown, care_due
from models.pay.dues.claims import Claim
from models.pay.dues.eligibility_conditions import Unsettled
from models.pay.dues.eligibility_decisions import EligibilityAnswer
from models.pay.dues.eligibility_questions import Eligibility, OpenQuestion, Settled
from models.pay.dues.eligibility_rules import EligibilityRule
from models.pay.dues.entitlements import Entitlement, GrantFacts, Spell, Unsure, entitlement
from models.pay.dues.missing import Incomparable, Missing, Unregistered
from models.pay.dues.rates import DueRate, StandardRates, several_months
from models.pay.dues.rules import (
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

ANY_KIND = "*"
NO_CAUSE = "没有登记死亡原因（{}死亡的才继续发放{}个月）"
NO_BIRTH = "没有登记出生日期，不知是否已到高龄增发的年龄"
NO_CATEGORY = "没有登记类别的伤残人员"
ASK_ALIKE = (
    "{0}因病死亡，没有读到写明其遗属继续发放{1}个月的全国规定，请按本地文件核定是否参照残疾军人，"
    "在“补助标准”的“发放规则”里选定后再算"
)
ASK_LOCAL = "{}的补贴是否由本单位发放还没有设定，请在“补助标准”的“发放规则”里选定后再算"
OFFICES_ANSWER = "本单位核定参照残疾军人"


@dataclass(slots=True)
class Due:
    """What a claim is due in a month. Without ``rate`` it is refused, and ``missing`` says why.

    With ``excluded`` nothing is paid beside another subsidy, whatever the rate, and ``beside`` says beside which.
    """

    claim: Claim
    month: Month
    spell: Spell | None
    rate: DueRate | None
    missing: Missing | None = None
    excluded: Exclusion | None = None
    beside: str = ""
    questions: list[OpenQuestion] = field(default_factory=list)
    care: CareDue | CareUnknown | None = None  # 护理费, which is part of the rate where it is known

    @property
    def ask(self) -> OpenQuestion | None:
        """What is asked first: a question that holds the pay before one that was carried over."""
        return next((each for each in self.questions if not each.carried), next(iter(self.questions), None))

    @property
    def held(self) -> bool:
        """Whether it is not paid before an officer has answered what is asked."""
        return self.ask is not None and not self.ask.carried

    @property
    def reason(self) -> str:
        """Why nothing is paid, in a sentence; empty where something is."""
        return self.missing.words() if self.missing else self.beside

    @property
    def refused(self) -> bool:
        return self.rate is None and self.excluded is None

    @property
    def fen(self) -> int:
        return self.rate.amount if self.rate and not self.excluded else 0

    @property
    def amounts(self) -> tuple[int, int, int]:
        """Fen by layer."""
        return self.rate.amounts if self.rate and not self.excluded else (0, 0, 0)

    @property
    def yuan(self) -> Decimal:
        return Decimal(self.fen).scaleb(-2)

    @property
    def clause(self) -> str:
        """The clause that the amount rests on, as it stood in the month; of what is not paid, why not. Empty: none read."""
        month = months.iso(self.month)
        if self.excluded:
            return self.excluded.cited(month)
        facts = self.spell.facts if self.spell else self.claim
        return basis.right_to_pay(facts.kind, facts.category, month)

    def why(self, begun: bool = True) -> str:
        """The sentence that explains the amount; without why it begins where that is told already."""
        if self.reason:
            return self.reason
        if self.excluded:
            return self.excluded.on_day(months.iso(self.month))
        if self.rate is None or self.spell is None:
            return ""
        told = (self.rate.reckoned, self.care_wanting, self.spell.begun if begun else "")
        return "；".join(filter(None, told))

    @property
    def care_wanting(self) -> str:
        """Why 护理费 is not reckoned beside an amount that is paid; empty where it is, or where none is due."""
        if not isinstance(self.care, CareUnknown) or self.reason or self.excluded:
            return ""
        return f"{CARE}未计算：{self.care.words}"


class Dues:
    """Reckons with the standards and the office's ways as they are now."""

    def __init__(self, ways: Ways | None = None, rates: StandardRates | None = None) -> None:
        self.ways = ways or Ways.kept()
        self.rates = rates or StandardRates(self.ways)
        self.rules = self.ways.excluded()
        self._person = 0  # whose entitlements are remembered: months of one person are asked for in a row
        self._entitled: dict[int, Entitlement] = {}
        self._eligibility: Eligibility | None = None
        self._figures: CareFigures | None = None
        self._unsettled: dict[int, list[tuple[EligibilityRule, Unsettled]]] = {}

    @property
    def eligibility(self) -> Eligibility:
        """Questions and answers, read when they are first asked for."""
        if self._eligibility is None:
            self._eligibility = Eligibility(self.ways)
        return self._eligibility

    def of(self, claim: Claim) -> Entitlement:
        if claim.person != self._person:
            self._person, self._entitled, self._unsettled = claim.person, {}, {}
        if claim.identity not in self._entitled:
            self._entitled[claim.identity] = entitlement(claim, self.ways)
        return self._entitled[claim.identity]

    def at(self, group: list[Claim], month: Month) -> list[Due]:
        """What the claims of one person are due in a month; those that are not entitled in it are left out."""
        found = [due for claim in group if (due := self._due(claim, month)) is not None]
        if self.rules and (len(found) > 1 or any(due.claim.pension for due in found)):
            for rule in self.rules:
                _exclude(rule, found)
        for due in found:
            if not due.excluded:
                self._ask(due, month)
        if len(found) > 1:
            self._ask_beside(found, month)
        return found

    def _ask(self, due: Due, month: Month) -> None:
        """Ask what stands against a due by itself; what was decided is done."""
        claim = due.claim
        if claim.identity not in self._unsettled:
            self._unsettled[claim.identity] = self.eligibility.unsettled(claim)
        for rule, found in self._unsettled[claim.identity]:
            if due.excluded:
                return  # an officer has stopped it: nothing more is asked
            if max(rule.first, found.first) <= month <= min(rule.last, found.last):
                self._settle(due, None, rule, found, month)

    def _ask_beside(self, found: list[Due], month: Month) -> None:
        """Ask what stands against a person's dues beside one another."""
        by_identity = {due.claim.identity: due for due in found}
        for due in found:
            others = [d.claim for d in found if d is not due and not d.excluded]
            for rule, unsettled, other in (
                () if due.excluded else self.eligibility.overlap(due.claim, others, month)
            ):
                if not by_identity[other.identity].excluded and not due.excluded:
                    self._settle(due, by_identity[other.identity], rule, unsettled, month)

    def _settle(
        self, due: Due, other: Due | None, rule: EligibilityRule, found: Unsettled, month: Month
    ) -> None:
        settled = self.eligibility.answer(due.claim.identity, rule, found.facts, month)
        if settled is None or settled.answer is EligibilityAnswer.CARRIED:
            span = max(rule.first, found.first), min(rule.last, found.last)
            carried, beside = settled is not None, None if other is None else other.claim.identity
            due.questions.append(
                OpenQuestion(
                    due.claim.identity,
                    rule,
                    found.words,
                    found.facts,
                    *span,
                    _clause_now(rule, due),
                    carried,
                    beside,
                )
            )
        elif settled.answer is EligibilityAnswer.STOPPED:
            _stop(due, rule, settled)
        elif settled.answer is EligibilityAnswer.HIGHER and other is not None:
            _stop(other if settled.kept == due.claim.identity else due, rule, settled)

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
        facts = self._with_additions(claim, spell.facts, month)
        rate = self.rates.at(facts, month) if isinstance(facts, GrantFacts) else facts
        if isinstance(rate, Missing):
            return Due(claim, month, spell, None, rate)
        care = self._care(claim, spell, month)
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
        if spell.facts.kind != DISABLED or spell.facts.grade in CARELESS_GRADES:
            return None  # nearly everybody
        if self._figures is None:
            self._figures = CareFigures()
        return care_due(claim, spell.facts, month, self._figures)


def dues(month: Month, found: Iterable[Claim] | None = None) -> Iterator[Due]:
    """What each grant of the archive, or of some claims, is due in a month, a person's together."""
    reckoner = Dues()
    for group in claims.by_person(claims.read_claims() if found is None else found):
        yield from reckoner.at(group, month)


def _clause_now(rule: EligibilityRule, due: Due) -> str:
    """What a rule rests on in the month of a due."""
    return rule.clause(due.month, due.claim.kind, due.claim.category)


def _stop(due: Due, rule: EligibilityRule, settled: Settled) -> None:
    """Pay nothing of a due, as an officer has decided."""
    due.excluded = Exclusion(rule.code, due.claim.kind, (), False, True, _clause_now(rule, due))
    due.beside, due.missing, due.questions = settled.told, None, []


def _clause_of(rule: Extra, claim: Claim) -> str:
    """What the months after a death rest on, as it stood on its day."""
    if rule.asked:
        return OFFICES_ANSWER
    died = claim.died or ""
    return (
        clauses.clause_told(basis.FUNERAL_MONTHS, died, claim.category or claim.kind, claim.kind)
        or NO_CLAUSE_THEN
    )


def _exclude(rule: Exclusion, found: list[Due]) -> None:
    """Let a rule exclude one of a person's dues."""
    mine = next((d for d in found if d.claim.kind == rule.kind and not d.excluded), None)
    if mine is None:
        return
    others = [d for d in found if d is not mine and not d.excluded and _beside(rule, d)]
    if rule.higher_only:
        for other in others:
            _pay_the_higher(rule, mine, other)
    elif others or mine.claim.pension in rule.beside:
        beside = others[0].claim.title() if others else mine.claim.pension
        mine.excluded, mine.beside = (
            rule,
            f"已享受{beside}，不重复享受（{rule.on_day(months.iso(mine.month))}）",
        )


def _beside(rule: Exclusion, due: Due) -> bool:
    return due.claim.kind in rule.beside or ANY_KIND in rule.beside


def _pay_the_higher(rule: Exclusion, mine: Due, other: Due) -> None:
    if wanting := mine.missing or other.missing:
        unknown = mine if mine.missing else other
        for due in (mine, other):
            if not due.missing:
                due.rate, due.missing = None, Incomparable(unknown.claim.title(), wanting)
        return
    lower, higher = (mine, other) if mine.fen <= other.fen else (other, mine)
    lower.excluded, lower.beside = (
        rule,
        f"与{higher.claim.title()}就高享受，本项不发（{rule.on_day(months.iso(lower.month))}）",
    )
