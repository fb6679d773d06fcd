"""The ledger of the year's work beyond what registers bring: memorials, groups, tasks, the assessment, honours, money."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import assessment, honour_steps, leading_groups, memorials, tasks
from models.ledger.assessment import AssessmentItem
from models.ledger.good_news import GoodNews
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.leading_groups import LeadingGroup
from models.ledger.memorials import Memorial, Patrol
from models.ledger.spending import Spending
from models.ledger.tasks import Task

USER = "王芳"
DAY = PartDate(2020, 4, 1)
TOMORROW = PartDate.of(date.today() + timedelta(1))


@pytest.fixture
def save(archive):
    def keep(record):
        with journal.entry("登记", USER):
            record.save()
        return record

    return keep


# memorials


def test_a_patrol_that_found_something_waits_until_it_is_put_right(save):
    site = save(Memorial(name="南山烈士墓", responsible="李强"))
    save(Patrol(memorial=site, day=DAY, patroller="王芳"))
    found = save(Patrol(memorial=site, day=PartDate(2020, 6, 1), patroller="王芳", finding="碑文脱色"))
    assert [each.waiting for each in memorials.patrols(site)] == [True, False]
    found.done = True
    assert not save(found).waiting


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"day": None}, "填写日期"),
        ({"day": TOMORROW}, "还没有到"),
        ({"patroller": ""}, "巡查人"),
        ({"done": True}, "没有发现问题"),
    ],
)
def test_what_no_patrol_can_be(save, facts, reason):
    site = save(Memorial(name="南山烈士墓"))
    with pytest.raises(Invalid, match=reason):
        save(Patrol(**{"memorial": site, "day": DAY, "patroller": "王芳", **facts}))


def test_a_memorial_needs_a_name(save):
    with pytest.raises(Invalid, match="名称"):
        save(Memorial())


# organisation


def test_a_change_of_members_keeps_how_it_was(save):
    facts = {"level": "镇（街道）", "unit": "总寨镇", "name": "双拥工作领导小组"}
    first = save(LeadingGroup(**facts, leader="李强", members="甲、乙", since=PartDate(2019, 3, 1)))
    second = leading_groups.successor(first)
    assert (second.leader, second.members, second.since) == ("李强", "甲、乙", None)
    second.leader, second.since, second.reason = "赵海林", PartDate(2020, 5, 8), "人事变动"
    with journal.entry("调整", USER):
        leading_groups.succeed(first, second)
    kept = list(LeadingGroup.select().order_by(LeadingGroup.since))
    assert [(each.leader, str(each.since), str(each.until or "")) for each in kept] == [
        ("李强", "2019-03-01", "2020-05-08"),
        ("赵海林", "2020-05-08", ""),
    ]


def test_a_unit_has_one_present_group_of_a_name(save):
    facts = {"unit": "总寨镇", "name": "双拥工作领导小组", "leader": "李强", "since": DAY}
    save(LeadingGroup(**facts))
    with pytest.raises(Invalid, match="人员调整"):
        save(LeadingGroup(**facts))
    save(LeadingGroup(**facts | {"until": PartDate(2020, 5, 1)}))


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"unit": ""}, "单位"), ({"leader": ""}, "组长"), ({"since": None}, "起始日期"), ({"since": TOMORROW}, "还没有到"),
        ({"until": PartDate(2019)}, "早于起始"), ({"level": "省级"}, "层级请选"),
    ],
)  # fmt: skip
def test_what_no_group_can_be(save, facts, reason):
    with pytest.raises(Invalid, match=reason):
        save(LeadingGroup(**{"unit": "总寨镇", "leader": "李强", "since": DAY, **facts}))


# tasks and assessment


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


def test_the_assessment_of_a_year_begins_with_what_could_be_read(archive):
    with journal.entry("建立考评表", USER):
        assert assessment.set_up(2020) == 6
    with journal.entry("建立考评表", USER):
        assert assessment.set_up(2020) == 0
        assert assessment.set_up(2021) == 6
    items = list(AssessmentItem.select().where(AssessmentItem.year == 2020).order_by(AssessmentItem.number))
    assert tasks.total_points([item.full for item in items]) == 7
    assert all(item.source for item in items)
    assert tasks.total_points(["2", "", "0.25", "?"]) == Decimal("2.25")


def test_an_item_of_a_year_has_its_number_once_and_no_more_points_than_there_are(save):
    with journal.entry("建立考评表", USER):
        assessment.set_up(2020)
    with pytest.raises(Invalid, match="已有第3项"):
        save(AssessmentItem(year=2020, number=3, words="某项"))
    item = AssessmentItem.get(AssessmentItem.year == 2020, AssessmentItem.number == 1)
    item.score = "2.5"
    with pytest.raises(Invalid, match="多于分值"):
        save(item)
    item.score, item.evidence = "1.5", "政府工作报告"
    save(item)


# honours


def test_a_proposal_stands_where_its_newest_step_is(save):
    honour = save(Honour(year=2020, honour="最美退役军人", name="张三", stage="推荐"))
    last = None
    for month, stage in ((3, "推荐"), (5, "初选"), (6, "公示")):
        last = HonourStep(honour=honour, day=PartDate(2020, month, 1), stage=stage, unit="区委宣传部")
        with journal.entry("评选进展", USER):
            honour_steps.take_honour_step(last)
    assert (Honour.get().stage, Honour.get().day) == ("公示", PartDate(2020, 6, 1))
    with pytest.raises(Invalid, match="早于上一阶段“公示”"):
        save(HonourStep(honour=honour, day=PartDate(2020, 5, 20), stage="复选"))
    with journal.entry("撤回", USER):
        honour_steps.drop_honour_step(last)
    assert Honour.get().stage == "初选"


def test_good_news_comes_before_it_is_brought(save):
    news = {"soldier": "张三", "merit": "三等功", "received": DAY}
    save(GoodNews(**news, delivered=PartDate(2020, 4, 3), bringers="区人武部、镇办服务站", money=2000))
    for facts, reason in (
        ({"delivered": PartDate(2020, 3, 1)}, "早于收到"), ({"received": None}, "收到喜报"), ({"soldier": ""}, "立功军人"),
        ({"merit": ""}, "等次"), ({"delivered": TOMORROW}, "还没有到"), ({"money": -1}, "负数"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=reason):
            save(GoodNews(**{**news, **facts}))


# money


def test_a_line_of_the_budget(save):
    save(Spending(year=2020, item="慰问部队经费", planned=80000, allotted=73600, day=DAY, voucher="2020-17"))
    for facts, reason in (
        ({"item": ""}, "经费项目"), ({"planned": -1}, "负数"), ({"day": DAY}, "拨付金额"), ({"year": None}, "年度"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=reason):
            save(Spending(**{"year": 2020, "item": "慰问部队经费", **facts}))
