"""The forecast 资金预测 of some months: what each fund needs as things stand, the band around it, a change tried beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.core.jobs import Job
from models.core.record import Refusal
from models.forecast.budget_needs import BudgetNeed, budget_needs
from models.forecast.fund_needs import FundNeed, MonthlyNeeds
from models.forecast.known_lives import KnownLives, gather_lives
from models.forecast.standard_changes import StandardChange, changed_standards, lasting_standards
from models.forecast.turnovers import LEAST_PAST_YEARS, LEAST_PEOPLE, Turnover
from models.pay.dues.rates import StandardRates
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.standards import Standard, standards

USUAL_MONTHS, MOST_MONTHS = 36, 120


@dataclass(frozen=True, slots=True)
class Forecast:
    """Needs of known lives, month by month. ``tried`` are those under a change, ``change`` the change; money in fen."""

    span: range
    lives: KnownLives
    standards: list[Standard]
    now: MonthlyNeeds
    turnovers: dict[str, Turnover]
    budgets: list[BudgetNeed]
    change: StandardChange | None = None
    tried: MonthlyNeeds | None = None

    @property
    def shown(self) -> MonthlyNeeds:
        """The needs under the change, where one is tried."""
        return self.tried or self.now

    def funds(self) -> tuple[str, ...]:
        """The funds that need anything, in the order of the kinds."""
        return tuple(dict.fromkeys(line.fund for line in self.now.lines))

    def with_change(self, change: StandardChange | None) -> Forecast:
        """The same with a change tried, without asking the archive again. Raises ``Refusal`` for one that cannot be meant."""
        if change is None:
            return replace(self, change=None, tried=None, budgets=budget_needs(self.span, self.now.lines))
        there = changed_standards(self.standards, change)
        tried = self.lives.needs(rates_of_months(self.span, there, self.lives.dues.ways))
        return replace(self, change=change, tried=tried, budgets=budget_needs(self.span, tried.lines))

    def band(self, month: Month) -> tuple[int, int] | None:
        """The least and the most that a month may come to; None unless some fund's past tells. Others count as they are."""
        ahead, low, high, known = month - self.span[0] + 1, 0, 0, False
        for line in self.shown.lines:
            if line.month == month:
                band = self.turnover(line).band(line.fen, ahead)
                known = known or band is not None
                less, more = band or (line.fen, line.fen)
                low, high = low + less, high + more
        return (low, high) if known else None

    def turnover(self, line: FundNeed) -> Turnover:
        return self.turnovers.get(line.fund, Turnover(line.fund, ()))

    def notes(self) -> list[str]:
        """What must be known to read it: by which standards, with which band, and what is not in it."""
        return list(filter(None, (self._standards_told(), self._band_told(), self._left_out())))

    def _standards_told(self) -> str:
        newest = self.shown.newest
        if not newest:
            return ""
        by_month: dict[Month, list[str]] = {}
        for fund, month in newest.items():
            by_month.setdefault(month, []).append(fund)
        told = "；".join(
            f"{months.month_words(month)}起：{'、'.join(funds)}" for month, funds in by_month.items()
        )
        return f"按已确认的标准推算，以后各月沿用最近一次的标准（{told}），还没有公布的提标没有计入。"

    def _band_told(self) -> str:
        if not self.funds():
            return ""
        without = [fund for fund in self.funds() if not self.turnovers.get(fund, Turnover(fund, ())).years]
        few = f"以往可用的年度不足{LEAST_PAST_YEARS}年，或每年不足{LEAST_PEOPLE}人"
        if len(without) == len(self.funds()):
            return f"只算在册的人；去世和新增的上下限算不出：{few}。"
        told = "只算在册的人；上下限按本档案库以往各年去世、新增最多和最少的比例推算"
        return f"{told}；{'、'.join(without)}{few}，没有上下限，按在册的人计。" if without else f"{told}。"

    def _left_out(self) -> str:
        said = []
        if held := max((line.held_people for line in self.shown.lines), default=0):
            money = max(sum(n.held_fen for n in self.shown.lines if n.month == month) for month in self.span)
            said.append(
                f"资格待核定的没有计入，单项最多一个月{held}人，各项合计最多一个月{Decimal(money).scaleb(-2):,.2f}元"
            )
        if reasons := self.shown.reasons.most_common(3):
            said.append("有的算不出，没有计入：" + "；".join(words for words, _ in reasons))
        return "。".join(said) + "。" if said else ""


def coming_months(day: date, count: int = USUAL_MONTHS) -> range:
    """The months that begin on a day or later. Raises ``Refusal`` for no month or too many."""
    if not 1 <= count <= MOST_MONTHS:
        raise Refusal(f"预测的月数应在1到{MOST_MONTHS}之间")
    first = months.month(day.year, day.month) + (day.day > 1)
    return range(first, first + count)


def rates_of_months(span: range, there: Iterable[Standard], ways: Ways) -> StandardRates:
    """The rates of some months; the standards of all other months are not looked through again and again."""
    return StandardRates(ways, [each for each in there if each.first <= span[-1] and each.last >= span[0]])


def forecast(span: range, change: StandardChange | None = None) -> Job[Forecast]:
    """Reckon what some months need; writes nothing. Raises ``Refusal`` for a change that cannot be meant."""
    there, ways = standards(), Ways.kept()
    lives = yield from gather_lives(
        span, rates_of_months(span, lasting_standards(there), ways), span[0] // 12
    )
    now = lives.needs()
    made = Forecast(span, lives, there, now, lives.turnover.turnovers(), budget_needs(span, now.lines))
    return made if change is None else made.with_change(change)
