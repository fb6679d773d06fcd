"""Honours: who was proposed in which year for what."""

from __future__ import annotations

import pytest

from models.core import codes
from models.core.record import Invalid
from models.ledger import honours, years
from models.ledger.honours import Honour

GOOD = {"year": 2020, "honour": "最美退役军人", "name": "张三", "stage": "初选"}


def test_what_was_done_is_kept(save):
    save(Honour(**GOOD))
    assert all(getattr(Honour.get(), name) == value for name, value in GOOD.items())
    assert years.years_of(Honour) == [2020]


@pytest.mark.parametrize(("facts", "field"), [({"year": None}, "year"), ({"name": ""}, "name"), ({"honour": " "}, "honour"), ({"year": 1948}, "year")])  # fmt: skip
def test_what_cannot_be_is_refused(save, facts, field):
    with pytest.raises(Invalid) as refused:
        save(Honour(**GOOD | facts))
    assert set(refused.value.problems) == {field}


def test_the_stage_that_the_figures_count_is_one_of_the_form():
    assert honours.FIRST_ROUND in codes.table("honour_stage").names()


def test_the_same_man_may_be_proposed_for_several_honours_and_in_several_years(save):
    save(Honour(**GOOD))
    save(Honour(**GOOD | {"honour": "优秀退役军人"}))
    save(Honour(**GOOD | {"year": 2021}))
    assert years.years_of(Honour) == [2021, 2020]
