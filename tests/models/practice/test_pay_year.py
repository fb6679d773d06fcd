"""The practice archive holds a year of pay."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.pay.dues import dues
from models.pay.runs import line_hashes, runs
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.payments.payment import Payment


def test_its_runs_went_their_way_and_one_waits(year):
    states = [run.state for run in reversed(runs.runs())]
    assert states.count("编制") == 1
    assert set(states) == {"结清", "编制"}
    assert {run.kind for run in runs.runs()} >= {"定期", "重发"}
    assert all(line_hashes.intact(run) for run in runs.runs())
    assert journal.chain_faults() == []


def test_the_rise_of_august_was_announced_in_october(year):
    back = PayLine.select().where(PayLine.kind == LineKind.ARREARS)
    assert {str(line.month) for line in back} == {"2020-08", "2020-09"}
    assert {line.run.number for line in back} == {"202010-1"}
    assert all("演练〔2020〕12号" in line.reason for line in back)


def test_somebody_died_and_was_paid_too_long(year):
    assert PayLine.select().where(PayLine.kind == LineKind.CLAIMED).count() == 1
    assert PayLine.select().where(PayLine.kind == LineKind.ONCE).count() >= 1
    assert PayLine.select().where(PayLine.change == "去世", PayLine.kind == "停发").count() == 2


def test_what_failed_was_paid_again(year):
    failed = PayOutcome.select().where(PayOutcome.failed != "").count()
    assert failed == PayLine.select().where(PayLine.kind == LineKind.AGAIN).count() > 0
    paid = sum((p.amount for p in Payment.select().where(Payment.notes.startswith("2020"))), Decimal(0))
    settled = sum((run.total for run in PayRun.select().where(PayRun.state == "结清")), Decimal(0))
    again = sum((run.total for run in runs.runs("重发")), Decimal(0))
    assert paid == settled - again


def test_practice_standards_say_that_they_are(year):
    made = [each for each in Standard.select() if "演练" in each.source]
    assert len(made) > 100
    assert all(each.confirmed and "不是正式数额" in each.source for each in made)
    shipped = Standard.select().where(Standard.confirmed == False, Standard.source.contains("演练"))  # noqa: E712
    assert shipped.count() == 0


@pytest.mark.parametrize("month", ["2019-09", "2020-09", "2021-09", "2023-03", "2026-11"])
def test_every_grant_of_it_can_be_reckoned(year, month):
    found = list(dues.dues(months.read_month(month)))
    assert found
    assert [due.reason for due in found if due.refused] == []
