"""Registers of other offices and years, in any shape, give the sums that a careful person counts beside them."""

from __future__ import annotations

import os
from decimal import Decimal

import pytest

from models.core import journal
from models.core.jobs import finish
from models.imports import imports
from models.ledger.rates import Rate
from models.people.person import Person
from models.year import figures
from tests.scenarios.shapes import workbooks

SEEDS = range(
    int(os.environ.get("YOUFU_SHAPES", "12"))
)  # a thousand were tried; see the measure in the README of tests


@pytest.mark.parametrize("seed", SEEDS)
def test_every_shape_gives_the_sums_and_is_known_again(archive, tmp_path, seed):
    files, office = workbooks(tmp_path, seed)
    plan = finish(imports.read_workbooks(files))
    assert plan.total("refused") == sum(len(sheet.refused) for sheet in plan.sheets) == office.bad
    finish(imports.apply(plan, "王芳"))
    for year in (2018, 2019, 2020, 2021):
        whole = (each for each in figures.all(year) if not each.definition.may_be_nothing)
        told = {each.key: Decimal(each.value) for each in whole if each.value}
        expected = {key: value for key, value in office.expected(year).items() if value}
        assert told == expected, year
    assert Rate.select().count() == 3
    assert Person.select().count() == 0
    again = finish(imports.read_workbooks(files))
    assert again.total("new") == again.total("changed") == 0
    finish(imports.apply(again, "王芳"))
    assert journal.Entry.select().count() == 1
