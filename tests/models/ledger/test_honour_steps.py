"""How far a proposal for an honour has come."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import honour_steps
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from tests.conftest import USER
from tests.models.ledger.conftest import DAY, TOMORROW


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


def test_two_steps_may_fall_on_one_day_and_the_later_written_counts(save):
    honour = save(Honour(year=2020, honour="最美退役军人", name="张三"))
    for stage in ("推荐", "初选"):
        with journal.entry("评选进展", USER):
            honour_steps.take_honour_step(HonourStep(honour=honour, day=DAY, stage=stage))
    assert Honour.get().stage == "初选"
    assert [each.stage for each in honour_steps.honour_steps_of(honour)] == ["初选", "推荐"]


def test_a_step_may_be_corrected_to_an_earlier_day(save):
    honour = save(Honour(year=2020, honour="最美退役军人", name="张三"))
    first = save(HonourStep(honour=honour, day=DAY, stage="推荐"))
    save(HonourStep(honour=honour, day=PartDate(2020, 5, 1), stage="初选"))
    first.day = PartDate(2020, 3, 1)
    assert save(first).id == first.id


def test_without_steps_a_proposal_says_what_somebody_wrote(save):
    honour = save(Honour(year=2020, honour="最美退役军人", name="张三", stage="推荐", day=DAY))
    step = save(HonourStep(honour=honour, day=PartDate(2020, 5, 1), stage="推荐"))
    with journal.entry("撤回", USER):
        honour_steps.drop_honour_step(step)
    assert (Honour.get().stage, Honour.get().day) == ("推荐", DAY)


def test_what_no_step_can_be(save):
    honour = save(Honour(year=2020, honour="最美退役军人", name="张三"))
    for facts, reason in (
        ({"stage": " "}, "请选择阶段：.*初选"),
        ({"day": None}, "填写日期"),
        ({"day": TOMORROW}, "还没有到"),
    ):
        with pytest.raises(Invalid, match=reason):
            save(HonourStep(**{"honour": honour, "day": DAY, "stage": "推荐", **facts}))
