"""The steps of a run: who may take which, and what must be so before it."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.pay.runs import steps
from models.pay.runs.runs import PayLine, PayRun
from tests.models.pay.conftest import USER, tell
from tests.models.pay.runs.conftest import OTHER, SICK, someone


def test_checking_and_approving_need_another_account(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    with pytest.raises(Refusal, match="复核应由另一个用户办理"):
        finish(steps.check_run(run, " 王芳"))
    with pytest.raises(Refusal, match="现在是“编制”，不能审批"):
        steps.approve_run(run, OTHER)
    finish(steps.check_run(run, OTHER))
    with pytest.raises(Refusal, match="审批应由另一个用户办理"):
        steps.approve_run(run, USER)
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(2019, 9, 25))
    assert (run.state, str(run.paid_on)) == ("发放", "2019-09-25")
    assert [e.title.partition("：")[0] for e in journal.Entry.select().order_by(journal.Entry.number)][-4:] == [
        "编制发放批次", "复核发放批次", "审批发放批次", "发放",
    ]  # fmt: skip


def test_checking_refuses_a_run_whose_ground_has_moved(draw, person, granted):
    grant = someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    tell(grant, "停发", "2019-08-02")
    with pytest.raises(Refusal, match="有了变动，请重新编制"):
        finish(steps.check_run(run, OTHER))


def test_an_empty_run_is_not_checked(draw, archive):
    with pytest.raises(Refusal, match="没有要发放的人"):
        finish(steps.check_run(draw("2019-09"), OTHER))


def test_a_run_goes_back_only_with_a_reason(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    with pytest.raises(Refusal, match="退回的原因"):
        steps.send_back(run, OTHER, " ")
    steps.send_back(run, OTHER, "账号有误")
    assert (run.state, run.checked_by, run.notes) == ("编制", "", "李明退回：账号有误")
    assert draw("2019-09") == run


def test_a_draft_is_thrown_away_with_its_lines_and_nothing_else_is(draw, paid, person, granted):
    someone(person, granted, "甲", **SICK)
    steps.drop_run(draw("2019-09"), USER)
    assert (PayRun.select().count(), PayLine.select().count()) == (0, 0)
    with pytest.raises(Refusal, match="不能删除"):
        steps.drop_run(paid("2019-09"), USER)
