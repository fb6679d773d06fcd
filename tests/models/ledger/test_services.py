"""Services: what was arranged for somebody, who need not have a file."""

from __future__ import annotations

import pytest

from models.core import codes
from models.core.masks import Secret
from models.core.record import Invalid
from models.ledger import services, years
from models.ledger.services import Service
from tests.models.ledger.conftest import DAY, TOMORROW

GOOD = {"day": DAY, "matter": "军人子女入学", "name": "张三"}


def test_what_was_done_is_kept(save):
    save(Service(**GOOD))
    assert all(getattr(Service.get(), name) == value for name, value in GOOD.items())
    assert years.years_of(Service) == [2020]


@pytest.mark.parametrize(("facts", "field"), [({"name": ""}, "name"), ({"matter": ""}, "matter"), ({"day": TOMORROW}, "day"), ({"day": None}, "day")])  # fmt: skip
def test_what_cannot_be_is_refused(save, facts, field):
    with pytest.raises(Invalid) as refused:
        save(Service(**GOOD | facts))
    assert set(refused.value.problems) == {field}


def test_the_matters_that_the_figures_count_are_those_of_the_form():
    assert {services.SCHOOL_PLACE, services.VETERAN_SETTLED} <= set(codes.table("service_matter").names())


def test_a_copy_of_the_register_hides_the_number_and_not_the_name():
    assert Service.number.secret is Secret.NUMBER
    assert Service.name.secret is Secret.OPEN
