"""What the bank answered and what the archive has entered: silent, failed, entered otherwise, paid after a death."""

from __future__ import annotations

from decimal import Decimal

from models.checkups.checkup import check_up
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import db
from models.pay.returns import returns
from models.pay.runs import pay_notices
from models.pay.runs.pay_notices import NoticeEnd
from models.pay.runs.runs import PayOutcome
from models.payments.payment import Payment
from tests.models.checkups.conftest import told
from tests.models.pay.conftest import granted, tell
from tests.models.pay.runs.conftest import answer, draw, hand_over, payee

__all__ = ["draw", "granted", "payee"]  # fixtures

USER = "王芳"
PAPERS = ("paper.", "archive.")


def of_bank():
    return [each for each in told(finish(check_up())) if not each[1].startswith(PAPERS)]


def test_each_line_of_a_run_is_settled_or_told(payee, draw, tmp_path):
    grants = {name: payee(name, serial) for serial, name in enumerate(("张三", "李四", "王五"), start=1)}
    run = hand_over(draw("2019-09"))
    assert of_bank() == [(name, "bank.silent", "银行回盘") for name in grants]
    returns.apply_return(
        returns.read_return(run, answer(tmp_path / "回盘.xlsx", run, {"李四": "账号不存在"})), USER
    )
    assert of_bank() == [("李四", "bank.failed", "")]
    tell(grants["王五"], "停发", "2019-10")
    assert of_bank() == [("李四", "bank.failed", ""), ("王五", "bank.stopped", "")]


def test_what_is_entered_comes_to_what_the_bank_paid_to_the_fen(payee, draw, tmp_path):
    grant = payee("张三", 1)
    run = hand_over(draw("2019-09"))
    returns.apply_return(returns.read_return(run, answer(tmp_path / "回盘.xlsx", run)), USER)
    assert of_bank() == []
    _tamper("UPDATE payment SET amount = amount - 1")
    (found,) = [each for each in finish(check_up()).differences if each.item.key == "bank.amount"]
    assert (found.subject.person, found.gap, found.wrong) == (grant.person_id, Decimal("0.01"), "档案库")


def test_money_that_came_back_is_told_until_somebody_decides(payee, draw, tmp_path):
    payee("张三", 1)
    run = hand_over(draw("2019-09"))
    for name, failed in (("一.xlsx", {}), ("二.xlsx", {"张三": "账号已销户"})):
        returns.apply_return(returns.read_return(run, answer(tmp_path / name, run, failed)), USER)
    assert of_bank() == [("张三", "bank.bounced", "")]
    pay_notices.decide_bounced(run, list(run.lines), NoticeEnd.STANDS, USER)
    assert of_bank() == []


def test_what_the_bank_paid_and_nobody_entered_is_told_with_its_sum(payee, draw, tmp_path):
    payee("张三", 1)
    run = hand_over(draw("2019-09"))
    returns.apply_return(returns.read_return(run, answer(tmp_path / "回盘.xlsx", run)), USER)
    with journal.entry("改动", USER):
        PayOutcome.update(payment=None).execute()
    (found,) = [each for each in finish(check_up()).differences if each.item.key.startswith("bank.")]
    assert (found.item.key, found.gap, found.wrong) == ("bank.no_payment", Decimal(600), "档案库")


def _tamper(sql):
    """What no door of the program lets through."""
    for (name,) in db.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'payment'"
    ).fetchall():
        db.execute_sql(f'DROP TRIGGER "{name}"')
    db.execute_sql(sql)


def test_money_after_a_death_is_told_with_its_sum(payee):
    grant = payee("张三", 1)
    with journal.entry("发放", USER):
        Payment(
            person=grant.person,
            identity=grant,
            month=PartDate(2020, 5),
            item="生活补助",
            programme="定期抚恤补助",
            amount=Decimal("610.50"),
        ).save()
        grant.person.died = PartDate(2020, 3, 9)
        grant.person.save()
    (found,) = [each for each in finish(check_up()).differences if each.item.key == "bank.after_death"]
    assert (found.gap, found.there) == (Decimal("610.50"), "发了2020年5月（1个月）")
