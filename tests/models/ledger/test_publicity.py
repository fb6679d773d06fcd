"""Publicity: so many pieces of one form that a unit put up, showed or subscribed to."""

from __future__ import annotations

import pytest
from peewee import IntegrityError

from models.core import journal
from models.core.record import Invalid
from models.ledger import years
from models.ledger.publicity import Publicity
from tests.conftest import USER
from tests.models.ledger.conftest import DAY, TOMORROW

GOOD = {"day": DAY, "form": "双拥宣传牌", "quantity": 2, "measure": "块"}


def test_what_was_done_is_kept(save):
    save(Publicity(**GOOD))
    assert all(getattr(Publicity.get(), name) == value for name, value in GOOD.items())
    assert years.years_of(Publicity) == [2020]


@pytest.mark.parametrize(("facts", "field"), [({"quantity": 0}, "quantity"), ({"quantity": None}, "quantity"), ({"form": " "}, "form"), ({"day": TOMORROW}, "day"), ({"day": None}, "day")])  # fmt: skip
def test_what_cannot_be_is_refused(save, facts, field):
    with pytest.raises(Invalid) as refused:
        save(Publicity(**GOOD | facts))
    assert set(refused.value.problems) == {field}


def test_one_piece_is_enough(save):
    assert save(Publicity(**GOOD | {"quantity": 1})).quantity == 1


def test_not_even_bare_sql_writes_down_no_piece(save):
    save(Publicity(**GOOD))
    with pytest.raises(IntegrityError), journal.entry("绕过", USER):
        Publicity.update(quantity=0).execute()
