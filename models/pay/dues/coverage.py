"""Coverage 标准齐缺: for which months and kinds there is a standard that may be used, and what is wanting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from models.core import codes
from models.pay.dues.missing import Missing, Unconfirmed
from models.pay.dues.rates import StandardRates
from models.pay.grants.entitlements import GrantFacts
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.standards import Standard
from models.people.identity import DISABLED, LOW_GRADES, MARTYRS_CHILDREN, RURAL_VETERANS

FIRST_COVERED = months.month(2009, 10)  # the first rise of which amounts and month are known
# The payment began then: 民发〔2011〕110号; 烈士子女 by the notice of the same year, from 2011-07-01.
BEGAN = {RURAL_VETERANS: months.month(2011, 8), MARTYRS_CHILDREN: months.month(2011, 7)}


class CoverageGap(NamedTuple):
    """What a kind lacks in one month: whom no standard is for, and the standards that nobody has confirmed."""

    month: Month
    kind: str
    missing: tuple[str, ...]  # ``伤残人员 二级 因战``
    unconfirmed: tuple[Standard, ...]

    @property
    def lack(self) -> tuple[object, ...]:
        """What it comes to, whatever the month."""
        return self.kind, self.missing, tuple(each.id for each in self.unconfirmed)


def coverage_gaps(first: Month, last: Month, rates: StandardRates | None = None) -> list[CoverageGap]:
    """Each month and kind that lacks something, by month, in the order of the kinds."""
    rates = rates or StandardRates(Ways.kept())
    rows, paid = rates.rows(), codes.paid_as("kind")
    found: list[CoverageGap] = []
    for kind in codes.table("kind").names():
        if paid.get(kind) and rates.ways.pays(kind):
            own = [each for each in rows if each.kind == kind]
            found += _of_kind(kind, own, range(max(first, BEGAN.get(kind, first)), last + 1), rates)
    return sorted(found, key=lambda gap: gap.month)


def gap_spans(found: Sequence[CoverageGap]) -> list[tuple[Month, Month, CoverageGap]]:
    """Months in a row in which a kind lacks the same: the first, the last, and what."""
    together: dict[tuple[object, ...], tuple[Month, Month, CoverageGap]] = {}
    told: list[tuple[Month, Month, CoverageGap]] = []
    for each in found:
        span = together.get(each.lack)
        if span is not None and span[1] == each.month - 1:
            together[each.lack] = span[0], each.month, each
            continue
        if span is not None:
            told.append(span)
        together[each.lack] = each.month, each.month, each
    return sorted((*told, *together.values()), key=lambda span: span[:2])


def _of_kind(kind: str, rows: list[Standard], span: range, rates: StandardRates) -> Iterator[CoverageGap]:
    """What a kind lacks month by month; it is looked up anew only where some standard begins or has ended."""
    turns = {each.first for each in rows} | {each.last + 1 for each in rows}
    gap: CoverageGap | None = None
    for month in span:
        if gap is None or month in turns:
            gap = _gap(kind, rows, month, rates)
        if gap.missing or gap.unconfirmed:
            yield gap._replace(month=month)


def _gap(kind: str, rows: list[Standard], month: Month, rates: StandardRates) -> CoverageGap:
    missing: list[str] = []
    unconfirmed: dict[int, Standard] = {}
    for facts in _people(kind, rows, month):
        found = rates.at(facts, month)
        if isinstance(found, Unconfirmed):
            unconfirmed[found.draft.id] = found.draft
        elif isinstance(found, Missing):
            missing.append(" ".join(filter(None, facts[:6])))
    return CoverageGap(month, kind, tuple(missing), tuple(unconfirmed.values()))


def _people(kind: str, rows: list[Standard], month: Month) -> Iterator[GrantFacts]:
    """Everybody whom the standards of a kind may tell from one another in a month."""
    now = [each for each in rows if each.first <= month <= each.last]
    categories = _said("category", rows)
    periods, households = _said("period", now), _said("household", now)
    grades = natures = [""]
    if kind == DISABLED:
        grades, natures = list(codes.table("grade").names()), list(codes.table("nature").names())
    for category, grade, nature, period, household in product(
        categories, grades, natures, periods, households
    ):
        if not (nature == "因病" and grade in LOW_GRADES):
            yield GrantFacts(kind, category, grade, nature, period, household, 1)


def _said(name: str, rows: list[Standard]) -> list[str]:
    """What the rows say in a field, in the order of its table; nothing where none says anything."""
    said = {getattr(each, name) for each in rows} - {""}
    table = str(getattr(Standard, name).codes)
    return [word for word in codes.table(table).names() if word in said] or [""]
