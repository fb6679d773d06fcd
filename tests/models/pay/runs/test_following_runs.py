"""What failed is paid again, what a death leaves to the family is paid once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.journal import Entry
from models.core.record import Refusal
from models.pay.grants.grants import Grant
from models.pay.returns import returns
from models.pay.runs import bank_files, drawing_up, following_runs, runs, steps
from models.payments.payment import Payment
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import USER, tell
from tests.models.pay.runs.conftest import answer, hand_over


def test_failures_are_paid_again_once_to_the_new_account(tmp_path, payee, paid):
    payee("甲", 1)
    failing = payee("乙", 2)
    run = paid("2019-08", "2019-09")
    returns.apply_return(
        returns.read_return(run, answer(tmp_path / "一.xlsx", run, {"乙": "账号不存在"})), USER
    )
    with pytest.raises(Refusal, match="发放失败没有重发"):
        steps.settle_run(run, USER)
    assert following_runs.unmended(run) == ["乙"]
    with journal.entry("改账号", USER):
        BankAccount.update(until=PartDate(2020, 1, 6)).where(BankAccount.person == failing.person).execute()
        BankAccount(
            person=failing.person, identity=failing, holder="乙", account=factories.card_number(7)
        ).save()
    assert following_runs.unmended(run) == []
    again = following_runs.pay_again(run, USER)
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.title, entry.user) == (f"编制重发批次：{run.title()}", USER)
    assert [(line.name, line.kind, line.amount) for line in runs.lines_of(again)] == [
        ("乙", "重发", Decimal(600))
    ] * 2
    assert bank_files.payees(again)[0].account == factories.card_number(7)
    assert "发放失败（账号不存在），重发" in runs.lines_of(again)[0].reason
    with pytest.raises(Refusal, match="没有等待重发"):
        following_runs.pay_again(run, USER)
    hand_over(again)
    returns.apply_return(returns.read_return(again, answer(tmp_path / "二.xlsx", again)), USER)
    for each in (run, again):
        steps.settle_run(each, USER)
    assert sum(p.amount for p in Payment.select()) == Decimal(2400)
    later = finish(drawing_up.draw_up_run(PartDate(2019, 10), PartDate(2019, 10), USER))
    assert {line.kind for line in runs.lines_of(later)} == {"应发"}


def test_what_goes_on_for_the_family_is_paid_once_and_apart(payee, paid):
    dead = payee("甲", 1, kind="三属", category="烈士遗属", grade="", nature="")
    soldier = payee("乙", 2, kind="伤残人员", category="残疾军人", grade="一级", nature="因战")
    paid("2019-08")
    for grant in (dead, soldier):
        tell(grant, "去世", "2019-09-20", died_on="2019-09-10")
        with journal.entry("登记去世", USER):
            someone = grant.person
            someone.died = PartDate(2019, 9, 10)
            someone.save()
    run = following_runs.pay_once(runs.months.month(2019, 10), USER)
    found = {line.name: (line.kind, line.amount, line.reason) for line in runs.lines_of(run)}
    assert found["甲"][:2] == ("一次性", Decimal(13990))
    assert "6个月：《烈士褒扬条例》（2019年修订）第二十条第二款" in found["甲"][2]
    assert found["乙"][0] == "未算"
    assert "没有登记死亡原因" in found["乙"][2]
    with journal.entry("登记死亡原因", USER):
        Grant(identity=soldier, person=soldier.person_id, cause="因病").save()
    second = following_runs.pay_once(runs.months.month(2019, 10), USER)
    assert [(line.name, line.amount) for line in runs.lines_of(second)] == [("乙", Decimal(88150))]
    with pytest.raises(Refusal, match="没有要一次性发给遗属"):
        following_runs.pay_once(runs.months.month(2019, 10), USER)


def failed_run(tmp_path, paid, *names):
    run = paid("2019-09")
    told = answer(tmp_path / "一.xlsx", run, dict.fromkeys(names, "账号不存在"))
    returns.apply_return(returns.read_return(run, told), USER)
    return run


def test_what_is_paid_again_says_all_that_the_first_said_and_of_which_run(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = failed_run(tmp_path, paid, "甲", "乙")
    again = following_runs.pay_again(run, USER)
    assert (again.kind, again.number, again.parent_id, again.state, again.drawn_by) == (
        "重发", "201909-2", run.id, "编制", USER,
    )  # fmt: skip
    assert (again.people, again.total, str(again.first), str(again.last)) == (
        2,
        Decimal(1200),
        "2019-09",
        "2019-09",
    )
    for old, new in zip(runs.lines_of(run), runs.lines_of(again), strict=True):
        assert (new.position, new.retry, new.reason) == (
            old.position,
            old.id,
            "201909-1发放失败（账号不存在），重发",
        )
        same = (
            "name",
            "number",
            "month",
            "amount",
            "item",
            "category",
            "standard",
            "street",
            "bank",
            "account",
        )
        assert [getattr(new, name) for name in same] == [getattr(old, name) for name in same]
        assert (new.kind, new.change, new.holder) == ("重发", "", old.name)
    assert all(map(steps.is_retried, runs.lines_of(run)))


def test_who_is_unmended_is_who_has_the_account_that_failed_or_none(tmp_path, payee, paid):
    payee("甲", 1)
    mended = payee("乙", 2)
    payee("丙", 3, account=False)
    run = failed_run(tmp_path, paid, "甲", "乙")
    with journal.entry("改账号", USER):
        BankAccount(person=mended.person, holder="", account=factories.card_number(9)).save()
    assert following_runs.unmended(run) == ["甲", "乙", "丙"]  # the identity's own still goes first
    with journal.entry("停用", USER):
        BankAccount.update(until=PartDate(2020, 1)).where(BankAccount.identity == mended).execute()
    assert following_runs.unmended(run) == ["甲", "丙"]
    lines = {line.name: line for line in runs.lines_of(following_runs.pay_again(run, USER))}
    assert (lines["乙"].account, lines["乙"].holder) == (factories.card_number(9), "乙")
    assert (lines["丙"].account, lines["丙"].holder) == ("", "丙")


def died(grant, day):
    tell(grant, "去世", day, died_on=day)
    with journal.entry("登记去世", USER):
        someone = grant.person
        someone.died = PartDate.parse(day)
        someone.save()


@pytest.mark.parametrize(
    ("day", "month", "paid_once"),
    [("2019-08-01", "2019-08", True), ("2019-08-31", "2019-08", True), ("2019-09-01", "2019-08", False), ("2019-07-31", "2019-08", False)],
)  # fmt: skip
def test_deaths_from_the_first_run_on_to_the_month_are_paid_for_once(payee, paid, day, month, paid_once):
    survivor = payee("甲", 1, kind="三属", category="烈士遗属", grade="", nature="")
    paid("2019-08")
    died(survivor, day)
    if not paid_once:
        with pytest.raises(Refusal, match="到2019年8月为止没有要一次性发给遗属的待遇"):
            following_runs.pay_once(runs.months.read_month(month), USER)
        return
    run = following_runs.pay_once(runs.months.read_month(month), USER)
    (line,) = runs.lines_of(run)
    assert (run.kind, run.state, str(run.first), str(run.last)) == ("一次性", "编制", month, month)
    assert (line.position, line.item, line.category, line.change) == (1, "丧葬补助", "烈士遗属", "去世")
    assert (line.account, line.provincial, line.local) == ("", Decimal(0), Decimal(0))
    assert line.reason.startswith(f"2019年8月{int(day[-2:])}日去世，6个月：")


def test_deaths_since_the_first_run_of_any_item_are_paid_for(payee, draw):
    survivor = payee("甲", 1, kind="三属", category="烈士遗属", grade="", nature="")
    item = next(line.item for line in runs.lines_of(draw("2019-10")))
    hand_over(draw("2019-08", item=item))
    died(survivor, "2019-08-20")
    run = following_runs.pay_once(runs.months.month(2019, 9), USER)
    assert [line.name for line in runs.lines_of(run)] == ["甲"]


def test_before_any_run_the_deaths_of_the_month_alone_are_paid_for(payee):
    for serial, day in ((1, "2019-07-31"), (2, "2019-08-01")):
        died(payee(f"甲{serial}", serial, kind="三属", category="烈士遗属", grade="", nature=""), day)
    run = following_runs.pay_once(runs.months.month(2019, 8), USER)
    assert [line.name for line in runs.lines_of(run)] == ["甲2"]
