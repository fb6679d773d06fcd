"""Eligibility conditions 资格情况: what the file says of somebody that may stand against a grant, and in which months.

A condition looks at one claim under one rule and gives the spans of months in which the answer is not plain: what is to be
asked, and the facts that the question rests on. When one of these facts changes, an earlier answer holds no longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from models.core.codes import table
from models.pay.eligibility.eligibility_rules import EligibilityRule, eligibility_rules
from models.pay.grants.claims import Claim
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month, day_words

OF_AGE = 18 * 12  # months
SCHOOL_YEAR_ENDS = 8  # 在校证明 is good until August and is asked for anew each September
NO_WORK = ("失业", "无工作", "务农", "经商", "退休", "")  # 就业状况 of those whom no employer pays
STATE_EMPLOYMENT = ("在职(机关事业)", "离休")
STATE_PENSION = "机关事业单位养老保险"
IN_SERVICE = "在职"  # how 就业状况 of those begins whom somebody employs
TOWN = "城镇"
REMARRIED = "再婚"


class Unsettled(NamedTuple):
    """Months in which something stands against a grant: what to ask, and the facts that it rests on."""

    first: Month
    last: Month
    words: str
    facts: str


class Elsewhere(NamedTuple):
    """What other parts of the archive know of somebody: since which month, and the sentence that tells it."""

    since: Month
    words: str


class Known(NamedTuple):
    """What conditions may ask beyond the claim itself, read once: by person, and the office's own limit."""

    death_lists: Mapping[int, Elsewhere]
    confirmations: Mapping[int, Elsewhere]
    school_day: Callable[
        [int], str
    ]  # the day on which 是否正在上学 was last registered, as ISO text; '' if never
    abroad_months: int | None  # after so many months abroad it is asked; None: the office has not said


Condition = Callable[[Claim, EligibilityRule, Known], Iterator[Unsettled]]
CONDITIONS: dict[str, tuple[Condition, str]] = {}
BESIDE, BESIDE_ANY = "beside", "beside_any"  # asked of a person's grants together, month by month


def condition(speaks_of: str = "") -> Callable[[Condition], Condition]:
    """Offer a function as the condition of its name in ``eligibility.csv``.

    ``speaks_of`` is the field of a claim without which it has nothing to say, so that it need not be asked.
    """

    def offered(looks: Condition) -> Condition:
        CONDITIONS[looks.__name__] = looks, speaks_of
        return looks

    return offered


@condition("relation")
def child_grown(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """A child, brother or sister of eighteen, unless disabled or at school; of school the proof runs out each August."""
    if claim.relation not in rule.detail:
        return
    if not claim.born:
        yield Unsettled(
            BEFORE_ALL_MONTHS, NEVER, "出生日期不明，不知是否已满18周岁", f"{claim.relation};出生="
        )
        return
    if claim.disabled:
        return
    first = (months.last_in(claim.born) or 0) + OF_AGE + 1
    told = f"{day_words(claim.born)}出生，已满18周岁"
    facts = f"{claim.relation};出生={claim.born};在学={_said(claim.at_school)};残疾={_said(claim.disabled)}"
    if claim.at_school and (day := known.school_day(claim.person)):
        year, month = int(day[:4]), int(day[5:7])
        first = max(first, months.month(year + (month > SCHOOL_YEAR_ENDS), SCHOOL_YEAR_ENDS) + 1)
        yield Unsettled(first, NEVER, f"{told}，本学年的在校证明没有登记", facts)
    else:
        yield Unsettled(first, NEVER, f"{told}，没有登记在校就读或残疾", facts)


@condition("born")
def relation_unknown(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """A survivor so young (``detail``: years) that he or she may be a child, of whom nobody wrote down the relation."""
    if not claim.relation and claim.born:
        born = months.last_in(claim.born) or 0
        words = "没有登记与牺牲病故军人的关系，已满18周岁，不知是否子女"
        yield Unsettled(born + OF_AGE + 1, born + 12 * int(rule.detail[0]), words, f"关系=;出生={claim.born}")


@condition("marital")
def remarried(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """A spouse who married again."""
    if claim.relation in rule.detail and claim.marital == REMARRIED:
        yield Unsettled(BEFORE_ALL_MONTHS, NEVER, "登记为再婚，是否仍赡养军人父母或抚养其子女", "婚姻=再婚")


@condition()
def paid_by_state(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """Somebody whom a 机关 or 事业单位 employs or pensions; ``detail`` are the natures of such employers."""
    found = []
    if claim.employment in STATE_EMPLOYMENT:
        found.append(f"就业状况={claim.employment}")
    if claim.pension == STATE_PENSION:
        found.append(f"养老保障={claim.pension}")
    if claim.employer_nature in rule.detail and claim.employment not in NO_WORK[:-1]:
        found.append(f"单位性质={claim.employer_nature}")
    if found:
        yield Unsettled(
            BEFORE_ALL_MONTHS,
            NEVER,
            f"登记的{'、'.join(found)}，可能已由机关事业单位发工资或养老金",
            ";".join(found),
        )


@condition("household")
def town_employed(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """Somebody of the town who has an employer; the first of these that is found is told."""
    works = claim.employment.startswith(IN_SERVICE) or (
        claim.employer and claim.employment not in NO_WORK[:-1]
    )
    if claim.household == TOWN and works and claim.employment not in STATE_EMPLOYMENT:
        told = "、".join(filter(None, (claim.employment, claim.employer)))
        yield Unsettled(
            BEFORE_ALL_MONTHS,
            NEVER,
            f"城镇户籍，登记有工作单位（{told}）",
            f"户籍=城镇;就业={claim.employment};单位={claim.employer}",
        )


@condition("review_on")
def review_due(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """A grade that was to be examined again by a day that has passed."""
    if claim.review_on:
        first = (months.last_in(claim.review_on) or 0) + 1
        yield Unsettled(
            first,
            NEVER,
            f"应于{day_words(claim.review_on)}前重新评定残疾等级，没有登记新的评定",
            f"重新评定={claim.review_on};等级={claim.grade}{claim.nature}",
        )


@condition("standing")
def unit_pays(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """A disabled person in service 在职, whom the unit may pay."""
    if claim.standing in rule.detail:
        yield Unsettled(
            BEFORE_ALL_MONTHS,
            NEVER,
            f"伤残属别为{claim.standing}，可能由所在单位发放",
            f"属别={claim.standing}",
        )


@condition()
def on_death_list(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """Somebody who stands on a list of the dead, which nobody has decided about."""
    if not claim.died and (found := known.death_lists.get(claim.person)):
        yield Unsettled(found.since, NEVER, found.words, found.words)


@condition("sentenced_from")
def imprisoned(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """The months of a sentence; without its end it is not over."""
    if claim.sentenced_from:
        first = months.first_in(claim.sentenced_from) or BEFORE_ALL_MONTHS
        last = months.last_in(claim.sentenced_to)
        words = f"自{day_words(claim.sentenced_from)}起服刑"
        facts = f"服刑={claim.sentenced_from}至{claim.sentenced_to or ''}"
        yield Unsettled(first, NEVER if last is None else last, words, facts)


@condition("abroad_since")
def abroad(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """Somebody abroad beyond the time that the office has set, or, when it has set none, from the first month on."""
    if claim.abroad_since:
        first = (months.first_in(claim.abroad_since) or BEFORE_ALL_MONTHS) + (known.abroad_months or 0)
        limit = "单位没有设定期限" if known.abroad_months is None else f"已满{known.abroad_months}个月"
        words = f"自{day_words(claim.abroad_since)}起在国（境）外，{limit}"
        yield Unsettled(first, NEVER, words, f"出国={claim.abroad_since}")


@condition()
def not_confirmed(claim: Claim, rule: EligibilityRule, known: Known) -> Iterator[Unsettled]:
    """Somebody who was told to be seen and did not come within the sixty days."""
    if found := known.confirmations.get(claim.person):
        yield Unsettled(found.since, NEVER, found.words, found.words)


def _said(flag: bool | None) -> str:
    return "" if flag is None else "是" if flag else "否"


def beside(rule: EligibilityRule, mine: Claim, others: list[Claim]) -> Claim | None:
    """The other grant of one month that a rule of overlap asks about, if there is one.

    Of several it is the first in the order of kinds, in whatever order they were entered.
    """
    order, ruled = table("kind").names(), ruled_pairs()
    if rule.condition == BESIDE:
        asked = [other for other in others if other.kind in rule.detail]
    else:
        before = [other for other in others if order.index(other.kind) < order.index(mine.kind)]
        asked = [other for other in before if frozenset((other.kind, mine.kind)) not in ruled]
    return min(asked, key=lambda other: (order.index(other.kind), other.title()), default=None)


@cache
def ruled_pairs() -> frozenset[frozenset[str]]:
    """The pairs of kinds of which a rule of their own asks."""
    return frozenset(
        frozenset((rule.kind, other))
        for rule in eligibility_rules()
        if rule.condition == BESIDE
        for other in rule.detail
    )
