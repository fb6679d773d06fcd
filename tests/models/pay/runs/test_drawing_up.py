"""A run is drawn up from the grants, once or anew."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import drawing_up, runs
from models.pay.runs.runs import PayRun
from tests.models.pay.conftest import USER, tell
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


def test_the_steps_of_drawing_up_are_told(archive, person, granted):
    someone(person, granted, "甲", **SICK)
    steps_told = [
        (step.done, step.total, step.note)
        for step in drawing_up.draw_up_run(PartDate(2019, 9), PartDate(2019, 9), USER)
    ]
    assert [done for done, *_ in steps_told] == [0, 1, 3, 4]
    assert {total for _, total, _ in steps_told} == {4}
    assert steps_told[-1][2] == "批次已编制"


def test_every_so_many_people_a_step_is_told(archive, person, granted, monkeypatch):
    monkeypatch.setattr(drawing_up, "PEOPLE_BETWEEN_STEPS", 2)
    for name in "甲乙丙丁戊":
        someone(person, granted, name, **SICK)
    notes = [s.note for s in drawing_up.draw_up_run(PartDate(2019, 9), PartDate(2019, 9), USER)]
    assert [note for note in notes if note.endswith("人")] == ["正在计算应发：2人", "正在计算应发：4人"]


def test_drawn_up_again_by_another_the_run_is_the_other_s(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    draw("2019-09")
    someone(person, granted, "乙", **SICK)
    assert draw("2019-09", user="李明").drawn_by == "李明"
    assert PayRun.select().count() == 1


def test_what_is_claimed_back_is_not_in_the_total_and_its_people_are_not_counted(draw, paid, person, granted):
    stops = someone(person, granted, "甲", **SICK)
    someone(person, granted, "乙", **SICK)
    paid("2019-08")
    tell(stops, "停发", "2019-07-20")
    run = draw("2019-09")
    assert {line.kind for line in runs.lines_of(run)} == {"追缴", "停发", "应发"}
    assert (run.people, run.total) == (1, Decimal(600))


def test_a_grant_that_could_not_be_reckoned_is_left_open_with_the_months_before_only(
    draw, paid, person, granted
):
    someone(person, granted, "甲", grade="二级")
    someone(person, granted, "乙", **SICK)
    paid("2019-08")
    found = finish(drawing_up.left_open(PartDate(2019, 8)))
    assert [(line.name, line.kind, str(line.month)) for line in found] == [("甲", "未算", "2019-08")]
