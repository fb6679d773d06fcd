"""How many died and came in past years, and the band that follows; no band where the past tells too little."""

from __future__ import annotations

from models.forecast.turnovers import Turnover, TurnoverCount, YearTurnover
from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import Entitlement, GrantFacts, Spell
from models.pay.standards import months
from models.pay.standards.months import NEVER

FUND = "两参人员生活补助费"
FACTS = GrantFacts("参战退役人员", "", "", "", "", "", None)


def counted(*lives, until=2026):
    """The turnovers of identities that began in a year and ended with a death, if they did."""
    count = TurnoverCount(until)
    for began, died in lives:
        claim = Claim(
            1, 1, "", "", "", "", f"{died}-05-06" if died else None, None, "", "参战退役人员", "", "", "", "", "",
            "享受待遇", None, None, None, None,
        )  # fmt: skip
        last = months.month(died, 5) if died else NEVER
        count.add(claim, Entitlement([Spell(months.month(began, 3), last, FACTS, "")], []))
    return count.turnovers().get(FUND)


def test_years_after_the_first_death_are_counted():
    lives = [(2010, None)] * 20 + [(2010, 2021), (2010, 2023), (2024, None), (2010, 2024), (2010, 2025)]
    found = counted(*lives)
    assert found.years == (
        YearTurnover(2023, 23, 1, 0), YearTurnover(2024, 22, 1, 1), YearTurnover(2025, 22, 1, 0),
    )  # fmt: skip


def test_too_few_people_or_years_give_no_band():
    few = [(2010, None)] * 5 + [(2010, year) for year in range(2020, 2026)]
    assert counted(*few).years == ()
    short = [(2010, None)] * 30 + [(2010, 2023), (2010, 2024), (2010, 2025)]
    assert counted(*short).years == ()
    assert counted(*short).band(100_00, 12) is None


def test_an_archive_that_nobody_kept_for_years_gives_no_band():
    assert counted(*[(2010, None)] * 30, (2010, 2019)).years == ()


def test_the_band_is_as_broad_as_the_past_years_and_grows_with_time():
    past = Turnover(FUND, (YearTurnover(2024, 100, 2, 4), YearTurnover(2025, 100, 6, 0)))
    assert past.band(1_000_00, 12) == (940_00, 1_020_00)
    assert past.band(1_000_00, 6) == (970_00, 1_010_00)
    assert past.band(0, 36) == (0, 0)


def test_no_fund_ever_needs_less_than_nothing():
    assert Turnover(FUND, (YearTurnover(2025, 10, 9, 0),)).band(100, 36) == (0, 0)
