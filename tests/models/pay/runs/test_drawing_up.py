"""A run is drawn up from the grants, once or anew."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import drawing_up, runs
from tests.models.pay.conftest import tell
from tests.models.pay.runs.conftest import SICK, someone, told


def test_a_run_pays_each_grant_its_month(draw, person, granted):
    someone(person, granted, "甲")
    someone(person, granted, "乙", **SICK)
    run = draw("2019-09")
    assert told(run) == [
        ("甲", "应发", "2019-09", Decimal("7345.83")),
        ("乙", "应发", "2019-09", Decimal(600)),
    ]
    assert (run.total, run.people, run.state, run.number) == (Decimal("7945.83"), 2, "编制", "201909-1")
    assert all("标准" in line.reason for line in runs.lines_of(run))


def test_a_quarter_pays_three_months(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    assert [line[2:] for line in told(draw("2019-07", "2019-09"))] == [
        ("2019-07", Decimal(550)), ("2019-08", Decimal(600)), ("2019-09", Decimal(600)),
    ]  # fmt: skip


def test_drawing_up_again_changes_nothing(draw, person, granted):
    someone(person, granted, "甲")
    first = draw("2019-09")
    entries, lines = journal.Entry.select().count(), [line.id for line in runs.lines_of(first)]
    again = draw("2019-09")
    assert again == first
    assert [line.id for line in runs.lines_of(again)] == lines
    assert journal.Entry.select().count() == entries


def test_drawing_up_again_takes_what_is_new(draw, person, granted):
    someone(person, granted, "甲")
    first = draw("2019-09")
    someone(person, granted, "乙", **SICK)
    assert draw("2019-09") == first
    assert [line[0] for line in told(first)] == ["甲", "乙"]


def test_the_runs_are_proven_to_have_paid_every_month_once(draw, paid, person, granted):
    dead = someone(person, granted, "甲", **SICK)
    someone(person, granted, "乙", **SICK)
    paid("2019-08")
    paid("2019-09")
    assert finish(drawing_up.left_open(PartDate(2019, 9))) == []
    someone(person, granted, "丙", "2019-08-02", **SICK)
    tell(dead, "停发", "2019-08-20")
    entries = journal.Entry.select().count()
    found = finish(drawing_up.left_open(PartDate(2019, 9)))
    assert [(line.name, line.kind, str(line.month), line.amount) for line in found] == [
        ("甲", "追缴", "2019-09", Decimal(-600)), ("丙", "应发", "2019-08", Decimal(600)),
        ("丙", "应发", "2019-09", Decimal(600)),
    ]  # fmt: skip
    assert journal.Entry.select().count() == entries
    draw("2019-10")
    assert finish(drawing_up.left_open(PartDate(2019, 10))) == []
