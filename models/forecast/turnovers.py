"""The turnover 增减 of a fund: how many of those paid died in each past year, how many came, and the band that follows for the months to come.

Only years of which the archive can know the deaths are counted: those after the first death that it has, as whoever died before
an archive was made does not stand in it; and of these only years in which anybody died or came, as an archive in which nothing
happens was not kept. Too few years or people give no band, which is said.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import Entitlement
from models.pay.standards import months
from models.payments.payment import usual_item

LEAST_PAST_YEARS, MOST_PAST_YEARS = 3, 5  # full years that are looked at
LEAST_PEOPLE = 10  # paid at the beginning of each of them, else one death more or less says nothing


class YearTurnover(NamedTuple):
    """One past year of a fund: who was paid in the December before, who of them died, who came new."""

    year: int
    people: int
    died: int
    came: int


class Turnover(NamedTuple):
    """The past years of a fund; without any there is no band."""

    fund: str
    years: tuple[YearTurnover, ...]

    def band(self, fen: int, ahead: int) -> tuple[int, int] | None:
        """The least and the most that known lives of ``fen`` may come to so many months ahead; None where too little is known.

        The least has the most deaths and the fewest newcomers of any past year, the most the other way round; both grow evenly.
        """
        if not self.years:
            return None
        died = [Fraction(each.died, each.people) for each in self.years]
        came = [Fraction(each.came, each.people) for each in self.years]
        least, most = min(came) - max(died), max(came) - min(died)
        low, high = (max(Fraction(0), fen * (1 + rate * Fraction(ahead, 12))) for rate in (least, most))
        return round(low), round(high)


@dataclass(slots=True)
class TurnoverCount:
    """Counts identities one by one, for the years before ``until``."""

    until: int = 0
    people: Counter[tuple[str, int]] = field(default_factory=Counter)
    died: Counter[tuple[str, int]] = field(default_factory=Counter)
    came: Counter[tuple[str, int]] = field(default_factory=Counter)
    first_death: int = 9999

    def add(self, claim: Claim, entitled: Entitlement) -> None:
        """Count one identity in the years in which it was paid, came or ended with a death."""
        if claim.died:
            self.first_death = min(self.first_death, int(claim.died[:4]))
        fund = usual_item(claim.kind)
        if not entitled.spells or not fund:
            return
        began, died = entitled.spells[0].first // 12, int(claim.died[:4]) if claim.died else None
        for year in range(self.until - MOST_PAST_YEARS, self.until):
            december = months.month(year - 1, 12)
            if any(spell.first <= december <= spell.last for spell in entitled.spells):
                self.people[fund, year] += 1
                self.died[fund, year] += died == year
            elif began == year:
                self.came[fund, year] += 1

    def turnovers(self) -> dict[str, Turnover]:
        """The turnover of each fund that anybody was paid from in the past years."""
        found = {fund: self._years(fund) for fund in sorted({fund for fund, _ in self.people})}
        return {fund: Turnover(fund, years if _enough(years) else ()) for fund, years in found.items()}

    def _years(self, fund: str) -> tuple[YearTurnover, ...]:
        keys = [(fund, year) for year in self._kept_years()]
        return tuple(YearTurnover(key[1], self.people[key], self.died[key], self.came[key]) for key in keys)

    def _kept_years(self) -> list[int]:
        """The past years of which the archive was kept."""
        happened = {year for counts in (self.died, self.came) for (_, year), count in counts.items() if count}
        return sorted(year for year in happened if year > self.first_death)


def _enough(found: tuple[YearTurnover, ...]) -> bool:
    return len(found) >= LEAST_PAST_YEARS and all(each.people >= LEAST_PEOPLE for each in found)
