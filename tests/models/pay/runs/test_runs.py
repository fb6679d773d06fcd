"""Payment runs: drawn up once, differences explained, nothing paid twice and nothing left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.runs import runs
from models.pay.runs.runs import PayLine, PayRun
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import SICK, someone, told


def test_a_run_is_for_one_item_or_for_all(draw, person, granted):
    someone(person, granted, "甲")
    someone(person, granted, "乙", **SICK)
    assert [line[0] for line in told(draw("2019-09", item="伤残抚恤金"))] == ["甲"]
    assert [line[0] for line in told(draw("2019-09", item="带病回乡退役军人生活补助"))] == ["乙"]
    with pytest.raises(Refusal, match="不能再编制"):
        draw("2019-09")
    with pytest.raises(Refusal, match="没有“慰问金”"):
        draw("2019-10", item="慰问金")


def test_a_month_that_a_run_has_is_refused(draw, paid, person, granted):
    someone(person, granted, "甲")
    paid("2019-08", "2019-09")
    for first, last in (("2019-09", "2019-09"), ("2019-08", "2019-09"), ("2019-09", "2019-10")):
        with pytest.raises(Refusal, match=r"已经发放，同一月份不能再编制"):
            draw(first, last)
    assert PayRun.select().count() == 1


@pytest.mark.parametrize(
    ("first", "last"), [("2019-09", "2019-08"), ("2018-01", "2019-12"), ("2019", "2019")]
)
def test_absurd_spans_are_refused(draw, first, last):
    with pytest.raises(Refusal, match=r"截止月份早于|最多12个月|写明起止月份"):
        draw(first, last)
    assert PayRun.select().count() == 0


def a_run(first, last=None, **facts):
    made = PayRun(
        first=PartDate.parse(first), last=PartDate.parse(last or first), kind="定期", state="编制", **facts
    )
    made.number = facts.get("number") or runs.next_run_number(made.span[0])
    with journal.entry("编制", USER):
        made.save()
    return made


def test_a_run_of_a_whole_year_is_the_longest_and_what_it_may_be_is_said(archive):
    run = a_run("2019-01", "2019-12")
    assert (len(run.span), run.problems()) == (12, {})
    run.last = PartDate(2020, 1)
    assert run.problems() == {"last": "一个批次最多12个月"}
    run.last, run.state, run.kind = PartDate(2019, 12), "办理中", "临时"
    assert set(run.problems()) == {"state", "kind"}
    run.first = PartDate(2019, 1, 5)
    assert run.problems()["first"] == "请写明起止月份，如2021-08"


def test_a_run_is_called_by_its_months_its_item_and_what_it_is_for(archive):
    run = a_run("2019-08", "2019-09", item="伤残抚恤金")
    assert run.title() == "2019年8月至9月 伤残抚恤金（201908-1）"
    run.kind, run.item = "重发", ""
    assert run.title() == "2019年8月至9月 定期抚恤补助 重发（201908-1）"
    assert not run.frozen
    run.state = "复核"
    assert run.frozen


def test_months_next_to_each_other_do_not_overlap_and_one_in_common_does(archive):
    run = a_run("2019-08", "2019-09", item="伤残抚恤金")
    for first, last, item, other in (
        ("2019-10", "2019-11", "伤残抚恤金", None), ("2019-06", "2019-07", "", None), ("2019-09", "2019-12", "伤残抚恤金", run),
        ("2019-01", "2019-08", "", run), ("2019-08", "2019-08", "带病回乡退役军人生活补助", None),
    ):  # fmt: skip
        asked = PayRun(first=PartDate.parse(first), last=PartDate.parse(last), kind="定期", item=item)
        assert runs.overlapping(asked) == other, (first, item)
    assert runs.overlapping(run) is None


def test_the_run_before_is_the_latest_for_the_same_item_or_for_all(archive):
    every, sick, later = (
        a_run("2019-07"), a_run("2019-08", item="带病回乡退役军人生活补助"), a_run("2019-10", item="伤残抚恤金"),
    )  # fmt: skip
    for item, first, expected in (
        ("伤残抚恤金", "2019-09", every), ("带病回乡退役军人生活补助", "2019-09", sick), ("", "2019-09", sick),
        ("伤残抚恤金", "2019-11", later), ("", "2019-07", None), ("", "2019-08", every),
    ):  # fmt: skip
        asked = PayRun(first=PartDate.parse(first), last=PartDate.parse(first), kind="定期", item=item)
        assert runs.before(asked) == expected, (item, first)
    assert runs.before(every) is None


def test_numbers_of_runs_go_on_where_one_is_free(archive):
    a_run("2019-08", item="伤残抚恤金")
    a_run("2019-08", item="带病回乡退役军人生活补助")
    assert [run.number for run in runs.runs()] == ["201908-2", "201908-1"]
    assert runs.next_run_number(runs.months.month(2019, 8)) == "201908-3"
    assert runs.next_run_number(runs.months.month(2019, 9)) == "201909-1"
    assert runs.numbered("201908-2").item == "带病回乡退役军人生活补助"
    with pytest.raises(Refusal, match="没有批次“201908-9”"):
        runs.numbered("201908-9")


def test_runs_are_listed_from_the_newest_and_by_what_they_are_for(archive):
    early, late = a_run("2019-08"), a_run("2019-09")
    with journal.entry("改", USER):
        early.kind = "重发"
        early.save()
    assert runs.runs() == [late, early]
    assert runs.runs("重发") == [early]


def test_the_sums_of_a_run_count_people_once_and_stand_in_the_order_of_the_paper(draw, person, granted):
    someone(person, granted, "甲")
    someone(person, granted, "乙", **SICK)
    run = draw("2019-08", "2019-09")
    assert runs.sums_by(run, PayLine.item) == [
        ("伤残抚恤金", 1, Decimal("14691.67")), ("带病回乡退役军人生活补助", 1, Decimal(1200)),
    ]  # fmt: skip
    assert runs.sums_by(run, PayLine.kind, "应发") == [("应发", 2, Decimal("15891.67"))]
    assert runs.sums_by(run, PayLine.kind, "追缴") == []
    assert [line.position for line in runs.lines_of(run, "应发")] == [1, 2, 3, 4]
