"""Reports sent and published: on which day and of which kind."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import codes
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import briefs, years
from models.ledger.briefs import Brief
from tests.models.ledger.conftest import DAY, TOMORROW

GOOD = {"day": DAY, "kind": "双拥信息"}


def test_what_was_done_is_kept(save):
    save(Brief(**GOOD))
    assert all(getattr(Brief.get(), name) == value for name, value in GOOD.items())
    assert years.years_of(Brief) == [2020]


@pytest.mark.parametrize(("facts", "field"), [({"day": None}, "day"), ({"kind": ""}, "kind"), ({"kind": " "}, "kind"), ({"day": TOMORROW}, "day")])  # fmt: skip
def test_what_cannot_be_is_refused(save, facts, field):
    with pytest.raises(Invalid) as refused:
        save(Brief(**GOOD | facts))
    assert set(refused.value.problems) == {field}


def test_the_kinds_that_the_figures_count_are_those_of_the_form():
    assert {briefs.TO_CITY, briefs.NEWSPAPER, briefs.TELEVISION, briefs.NEW_MEDIA, briefs.ACTIVITY} <= set(
        codes.table("brief_kind").names()
    )


def test_a_report_of_today_is_one_that_was_made(save):
    save(Brief(**GOOD | {"day": PartDate.of(date.today())}))
