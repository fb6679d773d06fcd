"""The steps of a run: who may take which, and what must be so before it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.pay.grants import rules
from models.pay.grants.rules import Ways
from models.pay.returns import returns
from models.pay.runs import bank_files, drawing_up, line_hashes, runs, steps
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


def test_every_step_comes_after_the_one_before_and_says_where_the_run_is(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    for step, words in (
        (lambda: steps.pay_run(run, USER), "现在是“编制”，不能发放"), (lambda: steps.settle_run(run, USER), "现在是“编制”，不能结清"),
        (lambda: steps.send_back(run, USER, "改"), "现在是“编制”，不能退回"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=words):
            step()
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    steps.send_back(run, OTHER, "账号有误")
    assert (run.state, run.checked_by, run.approved_by) == ("编制", "", "")
    finish(steps.check_run(run, OTHER))
    steps.send_back(run, USER, "再改")
    assert run.notes == "李明退回：账号有误；王芳退回：再改"


def test_a_run_that_somebody_else_has_taken_on_is_opened_again_first(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    stale = PayRun.get_by_id(run.id)
    finish(steps.check_run(run, OTHER))
    with pytest.raises(Refusal, match="刚被改动过"):
        finish(steps.check_run(stale, OTHER))


@pytest.mark.parametrize(
    "day", [PartDate(2019, 9), PartDate(2019), PartDate.of(date.today() + timedelta(days=1))]
)
def test_money_is_handed_over_on_a_day_that_has_come(draw, person, granted, day):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    with pytest.raises(Refusal, match="发放日期应是今天或以前的一天"):
        steps.pay_run(run, USER, day)
    steps.pay_run(run, USER)
    assert run.paid_on == PartDate.of(date.today())


def test_lines_that_were_changed_behind_the_program_are_neither_approved_nor_paid(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    with journal.entry("绕过", USER):
        db.execute_sql('DROP TRIGGER "pay_line_frozen_update"')
        db.execute_sql('UPDATE "pay_line" SET "amount" = "amount" + 1')
    with pytest.raises(Refusal, match="明细与校验码不符"):
        steps.approve_run(run, OTHER)
    with journal.entry("绕过", USER):
        db.execute_sql('UPDATE "pay_line" SET "amount" = "amount" - 1')
    steps.approve_run(run, OTHER)
    with journal.entry("绕过", USER):
        db.execute_sql('UPDATE "pay_line" SET "amount" = "amount" + 1')
    with pytest.raises(Refusal, match="明细与校验码不符"):
        steps.pay_run(run, USER, PartDate(2020, 1, 5))


def test_a_change_without_a_reason_is_not_checked(draw, paid, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    rows = [list(row) for row in line_hashes.rows_of(run)]
    place = line_hashes.LINE_COLUMNS.index("reason")
    for row in rows:
        row[place] = ""
    with journal.entry("绕过", USER):
        run.kind = "一次性"
        drawing_up.keep_run_lines(run, [tuple(row) for row in rows])
    with pytest.raises(Refusal, match="甲首次，没有说明原因，不能复核"):
        finish(steps.check_run(run, OTHER))


def test_a_run_that_only_claims_back_is_not_checked(draw, paid, person, granted):
    stops = someone(person, granted, "甲", **SICK)
    paid("2019-08")
    tell(stops, "停发", "2019-07-20")
    with pytest.raises(Refusal, match="批次里没有要发放的人"):
        finish(steps.check_run(draw("2019-09"), OTHER))


def test_a_settled_run_has_every_answer_and_every_failure_once_more(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    returns.pay_by_hand(run, bank_files.payees(run)[:1], USER)
    with pytest.raises(Refusal, match="还有1行没有回盘结果（乙等），不能结清"):
        steps.settle_run(run, USER)
    assert not any(map(steps.is_retried, runs.lines_of(run)))
    assert steps.failed(run) == []


def test_the_office_says_how_early_its_runs_may_be_paid(payee, draw):
    payee("甲", 1)
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    rules.keep_ways(Ways(earliest_pay_day="5"), USER)
    with pytest.raises(Refusal, match="最早是2019年8月5日"):
        steps.pay_run(run, USER, PartDate(2019, 8, 4))
    steps.pay_run(run, USER, PartDate(2019, 8, 5))
    assert run.state == "发放"
