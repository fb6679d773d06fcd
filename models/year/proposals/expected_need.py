"""The expected need 预计资金: what regular subsidies will take in the time that follows, as the forecast reckons it today.

Nobody has counted it: whoever quotes it says that it is expected. What cannot be reckoned is not in it, and is told beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.core.jobs import Job
from models.forecast.forecasts import forecast
from models.forecast.fund_needs import FundNeed
from models.pay.standards import months
from models.pay.standards.months import Month
from models.year.figures.display import DISPLAY_WAN, YUAN, Display
from models.year.proposals.plans import ComingTime

NEED_KEY, LEFT_OUT_KEY = "plans.need", "plans.need_left_out"
NEED_NAMES = {NEED_KEY: "预计需要的定期抚恤补助", LEFT_OUT_KEY: "预计资金没有计入的待遇"}
OF_MONTHS = "月份"  # the form that says which months it is of
ROUNDLY, EXACTLY = Display(DISPLAY_WAN), Display()


@dataclass(frozen=True, slots=True)
class ExpectedNeed:
    """An amount in yuan, or how many grants are not in it, of some months; nothing where nothing can be reckoned."""

    value: Decimal | int
    unit: str
    months: tuple[Month, ...]

    @property
    def is_nothing(self) -> bool:
        return not self.value

    def said(self, form: str) -> str | None:
        if form == OF_MONTHS and self.months:
            return months.span_words(self.months[0], self.months[-1])
        return None if form else ROUNDLY.shown(self.value, self.unit)

    def wordings(self, form: str) -> Collection[str]:
        if form:
            return (self.said(form) or "",)
        return {each.shown(self.value, self.unit) for each in (ROUNDLY, EXACTLY)}


def expected_need(time: ComingTime) -> Job[dict[str, ExpectedNeed]]:
    """What the whole months of that time need, and what is not in it; writes nothing."""
    span = _whole_months(time)
    lines = (yield from forecast(span)).now.lines if span else []
    need = Decimal(sum(line.fen for line in lines)).scaleb(-2)
    left_out = max((_left_out(lines, month) for month in span), default=0) if need else 0
    return {
        NEED_KEY: ExpectedNeed(need, YUAN, tuple(span)),
        LEFT_OUT_KEY: ExpectedNeed(left_out, "项", tuple(span)),
    }


def _whole_months(time: ComingTime) -> range:
    first = months.month(time.first.year, time.first.month) + (time.first.day > 1)
    return range(first, months.month(time.last.year, time.last.month) + 1)


def _left_out(lines: Iterable[FundNeed], month: Month) -> int:
    """Grants that wait for an answer in a month, and those that nobody can reckon."""
    return sum(line.held_people + line.unknown for line in lines if line.month == month)
