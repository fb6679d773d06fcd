"""Derived amounts 推算: what a rise makes of the year before, where the notice printed only part of its grid.

The rates and the rounding are data (``resources/standards/rise_rates.csv``): up to 2023 each cell is the one before, raised
and rounded to 10 yuan, from 2024 on to a multiple of 12. A derived amount is never paid before an officer confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

from models.pay.standards import months, shipped
from models.pay.standards.months import NEVER, Month
from models.pay.standards.standards import CRITERIA, NATIONAL, YEARLY, Standard
from models.people.identity import DISABLED, LOW_GRADES, RED_ARMY

BEREAVED_KIND = "三属"
PROPORTIONAL = (DISABLED, BEREAVED_KIND, RED_ARMY)  # kinds that rise by a rate; the others by so many yuan
FIRST_GROUP, SECOND_GROUP, THIRD_GROUP = "甲", "乙", "丙"  # in 2022 and 2023 each had a rate of its own
GROUP_OF_BEREAVED = {"烈士遗属": FIRST_GROUP, "因公牺牲军人遗属": SECOND_GROUP}
TENS_OF_YUAN, TWELVES_OF_YUAN = 10, 12  # yuan
FEWEST_CELLS = 4  # typed cells that show at which rate a class rose
HIGHEST_RATE = 60  # percent; no rise was near it


class RiseRate(NamedTuple):
    """By how much a class of standards rose in a month: percent and the step of rounding, or so many yuan more."""

    begins: Month
    group: str  # empty criteria fit every standard of the kinds that rise by a rate
    kind: str
    category: str
    nature: str
    household: str
    percent: int | None
    more: Decimal | None  # yuan of the standard's own unit
    step: int  # yuan

    def fits(self, standard: Standard) -> bool:
        """Whether it is about a standard."""
        if not self.kind and standard.kind not in PROPORTIONAL:
            return False
        said = (self.group, self.kind, self.category, self.nature, self.household)
        are = (
            group_of(standard), standard.kind, standard.category, standard.nature, standard.household,
        )  # fmt: skip
        return all(word in ("", is_) for word, is_ in zip(said, are, strict=True))

    def raised(self, amount: Decimal) -> Decimal:
        """What it makes of an amount of the year before."""
        if self.percent is None:
            return amount + (self.more or 0)
        return rounded(amount * (100 + self.percent) / 100, self.step)

    def words(self) -> str:
        """``提高10%，四舍五入到10元``; ``提高42元``."""
        if self.percent is None:
            return f"提高{self.more}元"
        return f"提高{self.percent}%，" + ("取12的倍数" if self.step == TWELVES_OF_YUAN else "四舍五入到10元")


@cache
def rise_rates() -> tuple[RiseRate, ...]:
    """The known rates, the oldest first."""
    return tuple(
        RiseRate(
            months.read_month(row["begins"]), row["group"], row["kind"], row["category"], row["nature"],
            row["household"], int(row["percent"]) if row["percent"] else None, Decimal(row["more"]) if row["more"] else None,
            int(row["step"] or 1),
        )
        for row in shipped.standard_rows("rise_rates")
    )  # fmt: skip


def rise_months() -> list[Month]:
    """The months of the known rises, the oldest first."""
    return sorted({each.begins for each in rise_rates()})


def group_of(standard: Standard) -> str:
    """Which of the three groups of 2022 and 2023 a standard rose with: by nature and grade, or by which of 三属."""
    if standard.kind == BEREAVED_KIND:
        return GROUP_OF_BEREAVED.get(standard.category, THIRD_GROUP)
    if standard.kind != DISABLED:
        return FIRST_GROUP
    place = ("因战", "因公", "因病").index(standard.nature) if standard.nature in ("因战", "因公") else 2
    return (FIRST_GROUP, SECOND_GROUP, THIRD_GROUP)[min(place + (standard.grade in LOW_GRADES), 2)]


def rate_of(standard: Standard, begins: Month) -> RiseRate | None:
    """The rate at which a standard of the year before rose in a month; the one that says more of it goes first."""
    if standard.layer != NATIONAL:
        return None
    fitting = [each for each in rise_rates() if each.begins == begins and each.fits(standard)]
    return max(fitting, key=lambda rate: sum(map(bool, rate[1:6])), default=None)


def rounded(amount: Decimal, step: int) -> Decimal:
    """An amount as a multiple of so many yuan, halves up."""
    return (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step


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
    rates = [
        RiseRate(begins, "", "", "", "", "", percent, None, step)
        for percent in range(HIGHEST_RATE + 1)
        for step in (TENS_OF_YUAN, TWELVES_OF_YUAN)
    ]

    def agreeing(rate: RiseRate) -> int:
        return sum(rate.raised(older.amount or Decimal(0)) == amount for older, amount in cells.items())

    best = max(rates, key=agreeing)
    return best if len(cells) >= FEWEST_CELLS and 2 * agreeing(best) > len(cells) else None


def _raised(older: Standard, rate: RiseRate) -> Standard:
    new = Standard(**{name: getattr(older, name) for name in ("layer", "kind", *CRITERIA, "unit")})
    new.amount, new.begins, new.confirmed = (
        rate.raised(older.amount or Decimal(0)), months.part(rate.begins), False,
    )  # fmt: skip
    new.derived_by = f"由{months.month_words(older.first)}起的{older.rate()}{rate.words()}推算"
    return new


def _cell(standard: Standard) -> tuple[str, ...]:
    """Whom a standard is for, however it tells town from country: that was given up in 2016."""
    return standard.kind, standard.category, standard.grade, standard.nature, standard.period
