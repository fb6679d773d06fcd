"""A visit changes its own figures; a unit visited twice is one unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.visits.visit import Visit
from tests.models.year.figures.conftest import DAY

VISITS = [
    ({"unit": "某部", "occasion": "八一", "gifts": "水果", "gift_value": Decimal(100)}, {"unit_rounds": 1, "units": 1, "gifts_yuan": 100}),
    ({"unit": "某部", "occasion": "八一"}, {"unit_rounds": 1, "units": 1}),
    ({"category": "复员干部", "money": Decimal(600), "occasion": "两节"}, {"person_rounds": 1, "persons_yuan": 600, "demobilised_cadres": 1, "spring_yuan": 600}),
    ({"category": "困难退役军人", "money": Decimal(600), "gifts": "米", "gift_value": Decimal(9)}, {"person_rounds": 1, "persons_yuan": 600, "hard_veterans": 1}),
    ({"category": "无军籍退休职工", "money": Decimal(600), "occasion": "八一"}, {"person_rounds": 1, "persons_yuan": 600, "retired_workers": 1, "august_yuan": 600}),
    ({"category": "企业军转干部", "money": Decimal(600)}, {"cadres_yuan": 600}),
    ({"category": "企业军转干部", "circumstances": "座谈会发放"}, {"cadre_forum": 1}),
    ({"category": "见义勇为退役军人", "money": Decimal(600)}, {"bravery_yuan": 600}),
    ({"category": "现役军人家属", "money": Decimal(600), "notes": "执行特殊任务"}, {"special_duty_families": 1}),
    ({"category": "现役军人家属", "notes": "荣立三等功"}, {"merit_families": 1}),
    ({"category": "现役军人家属", "notes": "荣立三等功", "form": "慰问信"}, {"merit_families": 1, "merit_letters": 1}),
    ({"category": "现役军人家属", "notes": "荣立二等功"}, {}),
    ({"category": "别的", "money": Decimal(600), "notes": "荣立三等功"}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "figures_of_it"), VISITS)
def test_a_visit_changes_its_own_figures(changed, outsider, facts, figures_of_it):
    visited = {} if "unit" in facts else {"outsider": outsider}
    expected = {f"visits.{key}": value for key, value in figures_of_it.items()}
    assert changed(Visit(day=DAY, **visited, **facts)) == expected


def test_a_unit_visited_twice_in_two_rounds_is_one_unit(changed):
    made = [Visit(day=DAY, unit="某部", occasion=o) for o in ("春节", "八一", "八一")]
    assert changed(*made) == {"visits.unit_rounds": 2, "visits.units": 1}


def test_visits_to_a_unit_of_no_occasion_are_a_round_for_each_day(changed):
    made = [
        Visit(day=PartDate(2020, 7, day), unit=unit)
        for day, unit in ((28, "甲部"), (28, "乙部"), (29, "甲部"))
    ]
    assert changed(*made) == {"visits.unit_rounds": 2, "visits.units": 2}


def test_a_family_visited_twice_is_one_family_and_what_it_was_given_is_not_the_bravery_money(
    changed, outsider
):
    facts = {"outsider": outsider, "category": "现役军人家属", "notes": "荣立三等功", "money": Decimal(600)}
    made = [Visit(day=PartDate(2020, month, 1), **facts) for month in (1, 7)]
    assert changed(*made) == {"visits.merit_families": 1, "visits.merit_yuan": 1200}
