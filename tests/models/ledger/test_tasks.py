"""Yearly tasks: who has to do what by when."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import tasks
from models.ledger.tasks import Task
from tests.models.ledger.conftest import TOMORROW


def test_a_task_is_late_when_its_day_is_over(save):
    task = save(Task(year=2020, unit="区人武部", words="开展国防教育", due=PartDate(2020, 9, 30)))
    assert task.state == tasks.TaskState.LATE
    task.due = TOMORROW
    assert task.state == tasks.TaskState.GOING
    task.done, task.progress = True, "已开展12场"
    assert save(task).state == tasks.TaskState.DONE


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"year": None}, "年度"), ({"unit": ""}, "责任单位"), ({"words": ""}, "任务内容"), ({"full": "两分"}, "分值应是数字"),
        ({"full": "2", "score": "2.5"}, "得分2.5多于分值2"), ({"score": "好"}, "得分应是数字"), ({"done": True}, "进展情况或佐证"),
    ],
)  # fmt: skip
def test_what_no_task_can_be(save, facts, reason):
    with pytest.raises(Invalid, match=reason):
        save(Task(**{"year": 2020, "unit": "区人武部", "words": "开展国防教育", **facts}))


def test_a_task_whose_last_day_is_today_or_this_month_still_goes_on():
    today = date.today()
    for due in (PartDate.of(today), PartDate(today.year, today.month), PartDate(today.year), None):
        assert Task(due=due).state == tasks.TaskState.GOING
    assert Task(due=PartDate.of(today - timedelta(1))).state == tasks.TaskState.LATE


@pytest.mark.parametrize(
    ("words", "number"), [("", None), (" ", None), (" 2 ", "2"), ("0.5", "0.5"), ("0", "0"), ("1000", "1000"), (".5", "0.5")]
)  # fmt: skip
def test_points_are_read_as_the_table_writes_them(words, number):
    assert tasks.points(words) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("words", ["1000.1", "-1", "1.2.3", "两分", "1e3", "."])
def test_what_is_no_number_of_points_is_said_to_be_none(words):
    with pytest.raises(ValueError, match=r".+"):
        tasks.points(words)


def test_all_points_may_be_earned_and_a_score_without_points_stands():
    assert list(tasks.scored("2", "2")) == []
    assert list(tasks.scored("", "2.5")) == []
    assert [field for field, _ in tasks.scored("2", "2.01")] == ["score"]


def test_a_sum_leaves_out_what_cannot_be_read():
    assert tasks.total_points(iter(["1.5", "优", "", "2"])) == Decimal("3.5")
    assert tasks.total_points([]) == 0
