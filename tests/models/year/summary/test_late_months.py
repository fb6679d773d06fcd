"""Months and runs of a year's regular pay that were not as they should be."""

from __future__ import annotations

from datetime import date

from models.core import journal
from models.core.dates import PartDate
from models.pay.runs.runs import PayRun
from models.year import figures
from models.year.summary.late_months import LATE_RUNS, missing_months
from tests.conftest import USER


def a_run(number, first, last):
    with journal.entry("编制", USER):
        PayRun(
            number=number, kind="定期", first=PartDate(2020, first), last=PartDate(2020, last), state="编制"
        ).save()


def test_months_without_a_run_are_told_in_rows(archive):
    a_run("202001-1", 1, 2)
    a_run("202004-1", 4, 4)
    missing = missing_months(date(2020, 8, 15))
    assert missing.said("") == "2020年3月、2020年5月至7月"
    assert (missing.said("数"), missing.rows().count()) == (None, 2)
    assert missing_months(date(2020, 8, 31)).said("") == "2020年3月、2020年5月至8月"


def test_runs_that_are_not_paid_are_late_when_their_months_are_over(archive):
    a_run("202001-1", 1, 2)
    a_run("202007-1", 7, 7)
    assert [figures.of(LATE_RUNS, 2020, until=until).value for until in (1, 6, 12)] == [0, 1, 2]


def test_an_office_without_runs_misses_no_month(archive):
    assert missing_months(date(2020, 12, 31)).is_nothing
