"""Several rows of a bank's file for one payee: each is matched by its amount, and what cannot be is a question."""

from __future__ import annotations

import pytest

from models.core import journal
from models.deaths.heirs import Heir
from models.pay.returns import returns
from models.pay.runs import bank_files, following_runs, runs, steps
from models.payments.once_claims import OnceClaim
from models.payments.payment import Payment
from tests import factories
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import hand_over
from tests.models.pay.runs.test_following_runs import died

HEADING = ("户名", "账号", "金额", "处理结果", "失败原因")
PAID, BACK = ("成功", ""), ("失败", "账号已销户")
OWN, OTHER = 600, 2331.67


@pytest.fixture
def two_rights(payee, granted, answered):
    """Somebody with two grants, of 600 and of 2,331.67 yuan in September 2019, on one account."""
    grant = payee("甲", 1)
    granted("2013-07-04", grant.person, kind="三属", category="烈士遗属", grade="", nature="")
    assert answered(grant, "2019-09")
    return grant.person


@pytest.fixture
def told(tmp_path):
    """A reading of what the bank says of rows of one account: ``told(run, (600, *PAID), …)``."""

    def make(run, *rows, rest_paid=False):
        (payee,) = bank_files.payees(run)
        lines = [(payee.holder, payee.account, *row) for row in rows]
        number = len(list(tmp_path.iterdir()))
        file = factories.workbook(tmp_path / f"回盘{number}.xlsx", {"回盘": [HEADING, *lines]})
        return returns.read_return(run, file, rest_paid)

    return make


def amounts(payees):
    return sorted(float(line.amount) for payee in payees for line in payee.lines)


def said(reading):
    return amounts(reading.paid), amounts(p for p, _ in reading.failed), amounts(p for p, _ in reading.asked)


def test_two_grants_paid_in_two_transfers_are_told_apart_by_their_amounts(two_rights, paid, told):
    run = paid("2019-09")
    reading = told(run, (OWN, *PAID), (OTHER, *BACK))
    assert (said(reading), reading.doubtful, reading.silent) == (([OWN], [OTHER], []), [], [])
    returns.apply_return(reading, USER)
    assert [payment.amount for payment in Payment.select()] == [OWN]
    again = following_runs.pay_again(run, USER)
    assert [float(line.amount) for line in runs.lines_of(again)] == [OTHER]
    assert told(run, (OWN, *PAID), (OTHER, *BACK)).known == 2


def test_a_grant_of_several_months_is_one_transfer_too(two_rights, paid, told):
    run = paid("2019-09", "2019-10")
    assert said(told(run, (2 * OWN, *BACK), (2 * OTHER, *PAID))) == ([OTHER, OTHER], [OWN, OWN], [])


def test_what_the_bank_tells_in_two_files_is_put_together(two_rights, paid, told):
    run = paid("2019-09")
    first = told(run, (OTHER, *PAID))
    assert (said(first), amounts(first.silent)) == (([OTHER], [], []), [OWN])
    returns.apply_return(first, USER)
    assert [line.amount for line in steps.unanswered(run)] == [OWN]
    whole = told(run, (OWN + OTHER, *PAID))
    assert (said(whole), whole.known) == (([OWN], [], []), 1)
    assert said(told(run, (OWN, *BACK))) == ([], [OWN], [])
    assert returns.pay_by_hand(run, bank_files.payees(run), USER) == 1  # what the bank has not told of
    assert [float(payment.amount) for payment in Payment.select()] == [OTHER, OWN]


def test_in_a_list_of_failures_the_other_grant_was_paid(two_rights, paid, told):
    assert said(told(paid("2019-09"), (OTHER, *BACK), rest_paid=True)) == ([OWN], [OTHER], [])


def test_one_payment_that_the_bank_split_is_paid_when_all_parts_are(two_rights, paid, told):
    run = paid("2019-09")
    assert said(told(run, (2000, *PAID), (900, *PAID), (31.67, *PAID))) == ([OWN, OTHER], [], [])
    assert said(told(run, (2000, *BACK), (931.67, *BACK))) == ([], [OWN, OTHER], [])


def test_of_a_split_payment_with_two_answers_it_is_asked_which(two_rights, paid, told):
    run = paid("2019-09")
    reading = told(run, (2000, *PAID), (931.67, *BACK))
    assert said(reading) == ([], [], [OWN, OTHER])
    assert "2000.00元成功；931.67元账号已销户" in reading.asked[0][1]
    assert reading.unknown == {}
    returns.apply_return(reading, USER)
    assert Payment.select().count() == 0
    assert len(steps.unanswered(run)) == 2
    assert steps.failed(run) == []


def test_what_fits_no_line_is_asked_and_the_others_are_entered(two_rights, paid, told):
    reading = told(paid("2019-09"), (OWN, *PAID), (650, *PAID))
    assert (said(reading), amounts(reading.silent)) == (([OWN], [], []), [OTHER])
    assert "650" in reading.doubtful[0]


def test_equal_lines_with_two_answers_are_asked_and_with_one_are_understood(payee, paid, told):
    payee("甲", 1)
    run = paid("2019-09", "2019-10")
    assert said(told(run, (600, *PAID), (600, *PAID))) == ([600, 600], [], [])
    assert said(told(run, (600, *PAID), (600, *BACK))) == ([], [], [600, 600])


def test_two_people_of_one_holder_and_amount_with_two_answers_are_asked(payee, paid, tmp_path):
    for name in "甲乙":
        payee(name, 1)
    run = paid("2019-09")
    account = bank_files.payees(run)[0].account
    rows = [("", account, 600, *PAID), ("", account, 600, *BACK)]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": [HEADING, *rows]})
    assert said(returns.read_return(run, file)) == ([], [], [600, 600])


@pytest.fixture
def two_gratuities(payee, granted, answered, paid):
    """A run of what two rights of one dead leave to his widow: two lines of one account."""
    grant = payee("甲", 1, kind="三属", category="烈士遗属", grade="", nature="")
    other = granted("2013-07-04", grant.person, kind="三属", category="病故军人遗属", grade="", nature="")
    answered(grant, "2019-08")
    answered(other, "2019-08")
    paid("2019-08")
    for each in (grant, other):
        died(each, "2019-09-10")
    with journal.entry("登记遗属", USER):
        number, account = factories.citizen_number(), factories.card_number(7)
        Heir(
            person=grant.person, name="王秀兰", relation="配偶", number=number, account=account, share=100
        ).save()
    return hand_over(following_runs.pay_once(runs.months.month(2019, 11), USER))


@pytest.mark.parametrize("split", [True, False])
def test_two_gratuities_that_a_run_paid_are_told_by_the_bank_in_two_lines_or_in_one(
    two_gratuities, told, split
):
    run = two_gratuities
    each = [line.amount for line in runs.lines_of(run, "一次性")]
    assert len(each) == 2
    reading = told(run, *((float(amount), *PAID) for amount in (each if split else [sum(each)])))
    returns.apply_return(reading, USER)
    assert [payment.amount for payment in Payment.select()] == each
    claims = [(claim.stage, claim.again) for claim in OnceClaim.select()]
    assert claims == [("已发放", 0)] * 2
    steps.settle_run(run, USER)


def test_of_two_gratuities_the_one_that_came_back_is_paid_again(two_gratuities, told):
    run = two_gratuities
    first, second = (line.amount for line in runs.lines_of(run, "一次性"))
    returns.apply_return(told(run, (float(second), *BACK), (float(first), *PAID)), USER)
    assert [payment.amount for payment in Payment.select()] == [first]
    assert [line.amount for line in runs.lines_of(following_runs.pay_again(run, USER))] == [second]
