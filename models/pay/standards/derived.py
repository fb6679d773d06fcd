"""Derived amounts 推算: what a rise makes of the year before, where the notice printed only part of its grid.

The rates and the rounding are data (``rise_rates``). A derived amount is never paid before an officer confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from models.core import journal
from models.core.record import Refusal
from models.pay.standards import grids, months
from models.pay.standards.months import NEVER, Month
from models.pay.standards.rise_rates import (
    HIGHEST_RATE,
    PROPORTIONAL,
    TENS_OF_YUAN,
    TWELVES_OF_YUAN,
    RiseRate,
    raised_by,
    rate_of,
    rise_months,
)
from models.pay.standards.standards import CRITERIA, NATIONAL, YEARLY, Standard
from models.people.identity import LOW_GRADES

RATE_UNKNOWN = "没有可以推算的：{}的提标幅度还不知道，请先在“提标幅度”里登记并确认；已经填好的不再推算"
FEWEST_CELLS = 4  # typed cells that show at which rate a class rose


def derive(known: Iterable[Standard]) -> list[Standard]:
    """The cells that are missing among what is known, each from the year before, rise by rise; none is saved."""
    there, made = list(known), []
    ends = [*(month - 1 for month in rise_months()[1:]), NEVER]
    for begins, last in zip(rise_months(), ends, strict=True):
        printed = {_cell(each) for each in there if each.first == begins}
        for older in [each for each in there if each.first < begins == each.last + 1]:
            rate = rate_of(older, begins)
            if rate is not None and _cell(older) not in printed:
                new = _raised(older, rate)
                new.ends = None if last == NEVER else months.part(last)
                made.append(new)
                there.append(new)
    return made


def derive_grid(begins: Month, user: str) -> int:
    """Derive the cells of a new grid that nobody has filled in, in one entry; returns how many, none of them confirmed.

    Raises ``Refusal`` when no rate of that month is known for any of them.
    """
    made = 0
    with journal.entry(f"推算新标准：{months.month_words(begins)}起", user):
        for pair in grids.drafts(begins):
            if pair.older is None or pair.newer is None or grids.TO_FILL not in pair.newer.notes:
                continue
            if (rate := rate_of(pair.older, begins)) is not None:
                _derive_cell(pair.newer, pair.older, rate)
                pair.newer.notes = ""
                pair.newer.save()
                made += 1
        if not made:
            raise Refusal(RATE_UNKNOWN.format(months.month_words(begins)))
    return made


def misfits(typed: Mapping[Standard, Decimal], begins: Month) -> dict[Standard, str]:
    """The typed cells of a new grid, keyed by what held before, that do not fit the rule; each with a sentence.

    Where the rate of the rise is not known, it is the one that most cells of a class (nature, high or low grades) show; few
    cells show none.
    """
    found = {}
    by_class: dict[object, dict[Standard, Decimal]] = {}
    for older, amount in typed.items():
        if older.layer == NATIONAL and older.kind in PROPORTIONAL and older.unit == YEARLY and older.amount:
            class_ = older.kind, older.nature, older.grade in LOW_GRADES
            by_class.setdefault(class_, {})[older] = amount
    for cells in by_class.values():
        shown = _shown_rate(cells, begins)
        for older, amount in cells.items():
            rate = rate_of(older, begins) or shown
            if rate is not None and older.amount and rate.raised(older.amount) != amount:
                found[older] = f"按{rate.words()}应为{rate.raised(older.amount)}元，请再核对文件"
    return found


def _shown_rate(cells: Mapping[Standard, Decimal], begins: Month) -> RiseRate | None:
    """The rate that most cells of a class rose by, when most of them agree."""
    steps = (TENS_OF_YUAN, TWELVES_OF_YUAN)
    rates = [(Decimal(percent), step) for percent in range(HIGHEST_RATE + 1) for step in steps]

    def agreeing(rate: tuple[Decimal, int]) -> int:
        return sum(raised_by(older.amount or Decimal(0), *rate) == amount for older, amount in cells.items())

    best = max(rates, key=agreeing)
    if len(cells) < FEWEST_CELLS or 2 * agreeing(best) <= len(cells):
        return None
    return RiseRate(begins=months.part(begins), percent=best[0], step=best[1])


def _raised(older: Standard, rate: RiseRate) -> Standard:
    new = Standard(**{name: getattr(older, name) for name in ("layer", "kind", *CRITERIA, "unit")})
    new.begins, new.confirmed = rate.begins, False
    _derive_cell(new, older, rate)
    return new


def _derive_cell(new: Standard, older: Standard, rate: RiseRate) -> None:
    new.amount = rate.raised(older.amount or Decimal(0))
    new.derived_by = f"由{months.month_words(older.first)}起的{older.rate()}{rate.words()}推算"


def _cell(standard: Standard) -> tuple[str, ...]:
    """Whom a standard is for, however it tells town from country: that was given up in 2016."""
    return standard.kind, standard.category, standard.grade, standard.nature, standard.period
