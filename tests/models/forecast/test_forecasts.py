"""A forecast as things stand, and with a change tried: it comes to what a real run comes to under the changed standards."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.forecast import forecasts
from models.forecast.forecasts import coming_months
from models.forecast.standard_changes import StandardChange
from models.pay.runs import drawing_up
from models.pay.runs.runs import LineKind, PayLine
from models.pay.standards import months
from models.pay.standards.grids import fill_grid
from models.pay.standards.standards import Standard, copy_year
from tests.conftest import USER

BARE = {"category": "", "grade": "", "nature": ""}
DAY, SPAN = date(2019, 8, 15), range(months.month(2019, 9), months.month(2019, 9) + 24)


@pytest.fixture
def lives(granted, person):
    granted()
    granted(grade="六级", nature="因公")
    granted(kind="参战退役人员", **BARE)
    granted("2013-07-04", person(born=PartDate(1950, 2, 3)), kind="农村籍退役士兵", service_years=7, **BARE)
    granted(kind="三属", category="病故军人遗属", grade="", nature="", relation="配偶")


def raise_standards(percent, month):
    """What an officer would do when the rise has come: every standard ends, and the higher one is entered and confirmed."""
    begins = months.month_of(month)
    with journal.entry("提标", USER):
        for each in [s for s in Standard.select() if s.confirmed and s.first <= begins <= s.last]:
            higher = (each.amount * (100 + percent) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
            facts = {n: v for n, v in each.__data__.items() if n not in ("id", "uid")}
            new = Standard(**(facts | {"amount": higher, "begins": month}))
            each.ends = months.part(begins - 1)
            each.save()
            new.save()


def run_total(month):
    run = finish(drawing_up.draw_up_run(months.part(month), months.part(month), USER))
    paid = PayLine.select().where(PayLine.run == run, PayLine.kind == LineKind.DUE)
    return sum(int(line.amount.scaleb(2)) for line in paid if months.month_of(line.month) == month)


def test_a_month_comes_to_what_its_run_comes_to(lives):
    made = finish(forecasts.forecast(SPAN))
    assert made.now.fen(SPAN[0]) == run_total(SPAN[0]) > 0


@pytest.mark.parametrize("percent", [Decimal(5), Decimal("7.3")])
def test_what_is_tried_comes_to_a_real_run_under_the_changed_standards(lives, percent):
    month = SPAN[3]
    made = finish(forecasts.forecast(SPAN, StandardChange(month, percent)))
    before = made.now.fen(month)
    raise_standards(percent, months.part(month))
    assert made.tried.fen(month) == run_total(month) > before
    assert made.tried.fen(month - 1) == made.now.fen(month - 1)


def test_a_grid_tried_before_it_is_confirmed_comes_to_a_real_run_after_it(granted, standard):
    granted(kind="带病回乡退役军人", **BARE)
    standard("1000", "2090-01", kind="带病回乡退役军人", unit="月")
    span, month = range(months.month(2090, 5), months.month(2091, 5)), months.month(2090, 8)
    filled = {each.id: Decimal(1080) for each in copy_year(months.part(month), USER)}
    fill_grid(filled, USER)
    made = finish(forecasts.forecast(span)).with_change(StandardChange(month, drafts=True))
    assert (made.now.fen(month), made.tried.fen(month - 1)) == (1000_00, 1000_00)
    fill_grid(filled, USER, "民发〔2090〕1号", sure=True)
    assert made.tried.fen(month) == run_total(month) == 1080_00


def test_a_change_is_tried_without_asking_the_archive_again_and_taken_back(lives):
    made = finish(forecasts.forecast(SPAN))
    tried = made.with_change(StandardChange(SPAN[0], amounts={"参战退役人员": Decimal(1000)}))
    assert tried.tried.fen(SPAN[0]) - tried.now.fen(SPAN[0]) == 1000_00 - 650_00
    assert sum(b.needed for b in tried.budgets) == Decimal(sum(map(tried.tried.fen, SPAN))).scaleb(-2)
    assert tried.with_change(None) == made
    assert made.shown is made.now


def test_the_last_known_standard_goes_on_and_is_named(archive, granted, standard):
    granted(kind="烈士子女", **BARE)
    made = finish(forecasts.forecast(range(months.month(2090, 1), months.month(2091, 1))))
    assert {line.unknown for line in made.now.lines} == {0}
    assert "起：烈士子女定期生活补助），还没有公布的提标没有计入" in made.notes()[0]


def test_without_a_past_there_is_no_band_and_it_says_so(lives):
    made = finish(forecasts.forecast(SPAN))
    assert made.band(SPAN[0]) is None
    assert made.notes()[1].startswith("只算在册的人；去世和新增的上下限算不出")


def test_the_archives_own_past_gives_a_band(granted, person):
    for number in range(16):
        died = PartDate(2010 + number, 5, 6) if number in range(3, 9) else None
        granted("2005-07-04", person(died=died), kind="参战退役人员", **BARE)
    made = finish(forecasts.forecast(SPAN))
    low, high = made.band(SPAN[11])
    assert low < made.now.fen(SPAN[11]) >= high
    assert made.notes()[1].endswith("最多和最少的比例推算。")


def test_nobody_in_the_archive_needs_nothing(archive):
    made = finish(forecasts.forecast(SPAN))
    assert made.funds() == ()
    assert made.notes() == []
    assert [b.needed for b in made.budgets] == [0, 0, 0]


def test_what_waits_for_an_answer_is_said_and_not_counted(granted, person):
    granted(
        "2015-03-04",
        person(born=PartDate(2001, 9, 4)),
        kind="三属",
        category="烈士遗属",
        grade="",
        nature="",
        relation="子女",
    )
    made = finish(forecasts.forecast(SPAN))
    assert made.now.fen(SPAN[0]) > 0 == made.now.fen(SPAN[1])
    assert "资格待核定的没有计入，单项最多一个月1人" in made.notes()[-1]


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2026, 1, 1), "2026-01"), (date(2026, 1, 2), "2026-02"), (date(2020, 12, 31), "2021-01")],
)
def test_the_coming_months_are_those_that_begin_on_the_day_or_later(day, first):
    span = coming_months(day, 3)
    assert (months.iso(span[0]), len(span)) == (first, 3)


@pytest.mark.parametrize("count", [0, -1, 121])
def test_no_months_and_too_many_are_refused(count):
    with pytest.raises(Refusal, match="应在1到120之间"):
        coming_months(DAY, count)
