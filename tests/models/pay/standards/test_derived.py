"""What a rise makes of the year before: the rule, the cells it fills, the cells of a typed grid that do not fit it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.pay.standards import derived, months
from models.pay.standards.rise_rates import raised_by
from models.pay.standards.standards import Standard

GRID_OF_2009, GRID_OF_2021 = months.month(2009, 10), months.month(2021, 8)


@pytest.fixture
def shipped(archive):
    """What the program ships: each standard of the nation."""
    return list(Standard.select())


@pytest.fixture
def printed(shipped):
    return [each for each in shipped if not each.derived_by and each.begins.known == 2]


def cells(standards):
    return {(each.first, each.kind, each.whom()): each.amount for each in standards}


def disabled(standards, first, last):
    return [each for each in standards if each.kind == "伤残人员" and first <= each.first <= last]


def test_the_grid_of_2009_raised_twelve_times_gives_every_printed_cell_up_to_2021(printed):
    grid = disabled(printed, GRID_OF_2009, GRID_OF_2009)
    made = cells(derived.derive(grid))
    known = cells(disabled(printed, GRID_OF_2009 + 1, GRID_OF_2021))
    assert len(known) == 108
    assert {key: made[key] for key in known} == known


def test_the_grid_of_2021_gives_every_printed_cell_of_2022_to_2025(printed):
    made = cells(derived.derive(disabled(printed, GRID_OF_2021, GRID_OF_2021)))
    later = cells(disabled(printed, GRID_OF_2021 + 1, months.NEVER))
    by_year = [sum(first // 12 == year for first, *_ in later) for year in (2022, 2023, 2024, 2025)]
    assert by_year == [26, 2, 26, 4]
    assert {key: made[key] for key in later} == later


def test_the_printed_rises_of_the_bereaved_of_2024_come_out(shipped):
    rises = {}
    for year in (2023, 2024):
        for each in shipped:
            if each.kind == "三属" and each.first == months.month(year, 8):
                rises.setdefault(each.category, []).append(each.amount)
    assert {category: new - old for category, (old, new) in rises.items()} == {
        "烈士遗属": 2366,
        "因公牺牲军人遗属": 1666,
        "病故军人遗属": 1228,
    }


def test_what_is_shipped_as_derived_is_what_the_rule_makes_and_says_how(shipped, printed):
    known = [each for each in printed if (each.kind, each.first) != ("三属", GRID_OF_2009)]
    made = {each.whom() + str(each.begins): each for each in derived.derive(known)}
    marked = {each.whom() + str(each.begins): each for each in shipped if each.derived_by}
    assert made.keys() == marked.keys()
    for key, each in marked.items():
        facts = ("amount", "unit", "ends", "derived_by")
        assert [getattr(each, name) for name in facts] == [getattr(made[key], name) for name in facts]
        assert not each.confirmed
    second = marked["伤残人员 二级 因战2019-08"]
    assert (second.amount, second.derived_by) == (
        Decimal(79770),
        "由2018年8月起的72520元/年提高10%，四舍五入到10元推算",
    )


@pytest.mark.parametrize(
    ("amount", "percent", "step", "more"),
    [("7080", 10, 10, "7790"), ("50", 10, 10, "60"), ("104700", 5, 12, "109932"), ("6", 100, 12, "12")],
)
def test_halves_go_up_and_later_years_are_multiples_of_twelve(amount, percent, step, more):
    assert raised_by(Decimal(amount), percent, step) == Decimal(more)


@pytest.fixture
def grid(printed):
    """A typed grid: the one of 2024, raised by so many percent and rounded to so many yuan."""

    def make(percent, step, **facts):
        there = disabled(printed, months.month(2024, 8), months.month(2024, 8))
        return {each: raised_by(each.amount, percent, step) for each in there}

    return make


def test_a_typed_grid_of_an_unknown_rise_shows_the_cells_that_do_not_fit_the_others(grid):
    typed = grid(4, 12)
    assert derived.misfits(typed, months.month(2026, 8)) == {}
    slip = next(iter(typed))
    right, typed[slip] = typed[slip], typed[slip] + 108
    found = derived.misfits(typed, months.month(2026, 8))
    assert list(found) == [slip]
    assert found[slip] == f"按提高4%，取12的倍数应为{right}元，请再核对文件"


def test_a_typed_grid_of_a_known_rise_is_held_against_its_own_rate(grid):
    typed = grid(4, 12)
    assert len(derived.misfits(typed, months.month(2025, 8))) == len(typed)
    assert derived.misfits(grid(3, 12), months.month(2025, 8)) == {}


def test_a_few_cells_show_no_rate_and_local_ones_are_not_asked(grid):
    few = dict(list(grid(4, 12).items())[:3])
    few[next(iter(few))] = Decimal(1)
    assert derived.misfits(few, months.month(2026, 8)) == {}
    local = Standard(kind="伤残人员", layer="地方", unit="年", amount=Decimal(100), begins=PartDate(2025, 8))
    assert derived.misfits({local: Decimal(1)}, months.month(2025, 8)) == {}
