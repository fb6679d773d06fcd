"""What may be written down in the ledger of the year's work."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import years
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.visits.campaign import Campaign

USER = "王芳"
DAY, TOMORROW = PartDate(2020, 3, 6), PartDate.of(date.today() + timedelta(days=1))
GOOD = [
    (Publicity, {"day": DAY, "form": "双拥宣传牌", "quantity": 2, "measure": "块"}),
    (Brief, {"day": DAY, "kind": "双拥信息"}),
    (Activity, {"day": DAY, "theme": "八一", "people": 0}),
    (Service, {"day": DAY, "matter": "军人子女入学", "name": "张三"}),
    (Honour, {"year": 2020, "honour": "最美退役军人", "name": "张三", "stage": "初选"}),
    (Rate, {"year": 2020, "name": "优抚政策落实率", "done": 681, "due": 681}),
    (Campaign, {"year": 2020, "name": "2020年八一走访", "begins": DAY, "ends": DAY}),
]
BAD = [
    (Publicity, {"quantity": 0}, "quantity"), (Publicity, {"quantity": None}, "quantity"), (Publicity, {"form": " "}, "form"),
    (Publicity, {"day": TOMORROW}, "day"), (Brief, {"day": None}, "day"), (Brief, {"kind": ""}, "kind"),
    (Activity, {"people": -1}, "people"), (Activity, {"theme": ""}, "theme"), (Activity, {"day": None}, "day"),
    (Service, {"name": ""}, "name"), (Service, {"matter": ""}, "matter"), (Honour, {"year": None}, "year"),
    (Honour, {"name": ""}, "name"), (Rate, {"done": 682}, "done"), (Rate, {"due": None}, "due"), (Rate, {"year": 20}, "year"),
    (Campaign, {"ends": PartDate(2020, 3, 5)}, "ends"), (Campaign, {"year": None}, "year"),
]  # fmt: skip


@pytest.mark.parametrize(("model", "facts"), GOOD, ids=lambda each: getattr(each, "__name__", ""))
def test_what_was_done_is_kept(archive, model, facts):
    with journal.entry("登记", USER):
        model(**facts).save()
    assert all(getattr(model.get(), name) == value for name, value in facts.items())
    assert years.years_of(model) == [2020]


@pytest.mark.parametrize(("model", "facts", "field"), BAD)
def test_what_cannot_be_is_refused(archive, model, facts, field):
    good = dict(GOOD)[model] | facts
    with pytest.raises(Invalid) as refused, journal.entry("登记", USER):
        model(**good).save()
    assert set(refused.value.problems) == {field}


def test_an_activity_may_be_planned(archive):
    with journal.entry("登记", USER):
        Activity(day=TOMORROW, theme="八一").save()


def test_a_rate_that_is_queried_needs_no_numbers(archive):
    assert Rate(year=2020, name="优抚政策落实率", source="paid").problems() == {}
