"""A run for programs and for people."""

from __future__ import annotations

from models.pay.runs import runs
from models.pay.runs.runs import LineKind
from reports.pay.runs import changed, line_refusal, run_answer, run_told


def test_a_run_is_answered_with_its_lines_and_those_refused_apart(entitled, run):
    entitled("甲某", 1)
    entitled("乙某", kind="三属")
    answer = run_answer(run("2019-12"))
    assert (answer["first"], answer["last"], answer["people"], answer["total"]) == (
        "2019-12", "2019-12", 1, "600.00",
    )  # fmt: skip
    assert [(each["name"], each["amount"], each["month"]) for each in answer["lines"]] == [
        ("甲某", "600.00", "2019-12")
    ]
    assert [(each["name"], each["amount"]) for each in answer["refused"]] == [("乙某", None)]
    assert answer["refused"][0]["why"]


def test_a_change_over_several_months_is_told_once(late_rise):
    made, _ = late_rise
    told = changed(runs.lines_of(made))
    assert len(told) == len({(each.identity_id, each.kind, each.month, each.change) for each in told})
    assert {each.name for each in told} == {"甲某", "乙某"}
    assert all(each.kind != LineKind.NOT_RECKONED for each in told)


def test_people_are_told_the_sum_and_every_line_that_could_not_be_reckoned(entitled, run):
    entitled("甲某", 1)
    other = entitled("乙某", kind="三属")
    made = run("2019-12")
    lines = list(run_told(made))
    assert lines[0].endswith("，1人，合计600.00元")
    (refused,) = [line for line in runs.lines_of(made) if line.kind == LineKind.NOT_RECKONED]
    assert lines[-1] == f"  未算 {line_refusal(refused)}"
    assert line_refusal(refused).startswith(f"乙某（{other.person.number}）三属：")


def test_months_before_the_run_that_were_never_paid_are_told_with_their_sum(entitled, run):
    entitled("甲某", 1)
    run("2019-10")
    entitled("乙某", 2)
    (late,) = [line for line in run_told(run("2019-11")) if "以前月份没有发过" in line]
    assert "1行一并补发，合计600.00元" in late
