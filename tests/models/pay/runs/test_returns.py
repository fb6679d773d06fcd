"""The bank's return: read once, of the right run, and what failed is paid again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.runs import bank_files, returns, steps
from models.pay.runs.runs import PayOutcome
from models.payments.payment import Payment
from tests import factories
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import SICK, answer, said


def test_a_return_makes_a_payment_for_each_line(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-08", "2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "回盘.xlsx", run)), USER)
    assert run.state == "回盘"
    found = [
        (p.person.name, str(p.month), p.amount, p.programme, p.item, str(p.paid_on)) for p in Payment.select()
    ]
    assert sorted(found) == [
        (name, month, Decimal(600), "定期抚恤补助", "带病回乡退役军人生活补助", "2020-01-05")
        for name in ("乙", "甲") for month in ("2019-08", "2019-09")
    ]  # fmt: skip
    assert PayOutcome.select().where(PayOutcome.failed == "").count() == 4
    steps.settle_run(run, USER)
    assert run.state == "结清"


def test_reading_it_again_does_nothing(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    file = answer(tmp_path / "回盘.xlsx", run)
    returns.apply_return(returns.read_return(run, file), USER)
    entries = journal.Entry.select().count()
    reading = returns.read_return(run, file)
    assert (reading.known, reading.paid, reading.failed) == (1, [], [])
    returns.apply_return(reading, USER)
    assert (journal.Entry.select().count(), Payment.select().count()) == (entries, 1)


def test_a_return_that_contradicts_the_first_is_refused(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "一.xlsx", run)), USER)
    with pytest.raises(Refusal, match="以前读入的结果是成功"):
        returns.read_return(run, answer(tmp_path / "二.xlsx", run, {"甲": "账号已销户"}))


def test_a_return_of_another_run_is_refused(tmp_path, payee, paid):
    payee("甲", 1)
    august, september = paid("2019-08"), paid("2019-09")
    file = answer(tmp_path / "八月.xlsx", august)
    returns.apply_return(returns.read_return(august, file), USER)
    with pytest.raises(Refusal, match="已经读入过，不是这个批次的"):
        returns.read_return(september, file)
    stranger = answer(tmp_path / "别处.xlsx", september, rows=[(9, "丁", "62284800001", 600.0, "成功", "")])
    with pytest.raises(Refusal, match="可能是别的批次的回盘文件"):
        returns.read_return(september, stranger)
    named = factories.workbook(
        tmp_path / "注明.xlsx",
        {
            "回盘": [
                ("账号", "金额", "结果", "备注"),
                (bank_files.payees(september)[0].account, 600, "成功", "201908-1 生活补助"),
            ]
        },
    )
    with pytest.raises(Refusal, match="是批次201908-1的"):
        returns.read_return(september, named)
    assert PayOutcome.select().where(PayOutcome.run == september).count() == 0


def test_an_amount_that_differs_is_refused(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    account = bank_files.payees(run)[0].account
    file = factories.workbook(
        tmp_path / "回盘.xlsx", {"回盘": [("账号", "金额", "结果"), (account, 599.99, "成功")]}
    )
    with pytest.raises(Refusal, match="金额或姓名不符"):
        returns.read_return(run, file)


def test_a_list_of_failures_alone_says_that_the_others_were_paid(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    account = next(p.account for p in bank_files.payees(run) if p.name == "乙")
    file = factories.workbook(
        tmp_path / "退票.xlsx", {"退票": [("账号", "金额", "备注"), (account, 600, "")]}
    )
    reading = returns.read_return(run, file, rest_paid=True)
    assert ([p.name for p in reading.paid], [p.name for p, _ in reading.failed]) == (["甲"], ["乙"])


def test_a_word_that_is_not_known_or_not_the_last_is_a_question_and_waits_alone(tmp_path, payee, paid):
    for serial, name in enumerate("甲乙丙丁戊", start=1):
        payee(name, serial)
    run = paid("2019-09")
    told = [("转账成功", ""), ("处理中", ""), ("转人工", ""), ("", ""), ("退票", "户名不符")]
    reading = returns.read_return(run, said(tmp_path / "一.xlsx", run, *told))
    names = [p.name for p in bank_files.payees(run)]
    assert [p.name for p in reading.paid] == names[:1]
    assert [(p.name, why) for p, why in reading.failed] == [(names[4], "户名不符")]
    assert [(p.name, words.partition("，")[0]) for p, words in reading.asked] == [
        (names[1], "银行写的是“处理中”"), (names[2], "银行写的是“转人工”"), (names[3], "结果一栏是空的"),
    ]  # fmt: skip
    assert "待核实3人" in reading.words()
    returns.apply_return(reading, USER)
    assert Payment.select().count() == 1
    assert {line.name for line in steps.unanswered(run)} == set(names[1:4])
    assert [line.name for line in steps.failed(run)] == names[4:]
    with pytest.raises(Refusal, match="3行没有回盘结果"):
        steps.settle_run(run, USER)


def test_the_last_word_comes_in_a_later_file(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    returns.apply_return(
        returns.read_return(run, said(tmp_path / "一.xlsx", run, ("已受理", ""), ("成功", ""))), USER
    )
    later = returns.read_return(run, said(tmp_path / "二.xlsx", run, ("失败", "账号已销户"), ("处理中", "")))
    assert ([why for _, why in later.failed], later.known, later.asked) == (["账号已销户"], 1, [])


def test_who_has_no_account_is_not_sent_and_waits(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2, account=False)
    run = paid("2019-09")
    reading = returns.read_return(run, answer(tmp_path / "一.xlsx", run))
    assert [(p.name, why) for p, why in reading.failed] == [("乙", "没有银行账号，未送银行")]


def test_payees_may_be_paid_by_hand(payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    assert returns.pay_by_hand(run, bank_files.payees(run), USER) == 1
    assert returns.pay_by_hand(run, bank_files.payees(run), USER) == 0
    assert Payment.get().amount == Decimal(600)


def test_what_is_deducted_makes_the_payment_smaller(tmp_path, payee, paid):
    from models.pay.standards.standards import Standard

    payee("甲", 1)
    standard = Standard.get(Standard.kind == SICK["kind"], Standard.begins == PartDate(2019, 8))
    with journal.entry("错误的标准", USER):
        standard.amount = Decimal(700)
        standard.save()
    first = paid("2019-09")
    returns.apply_return(returns.read_return(first, answer(tmp_path / "一.xlsx", first)), USER)
    with journal.entry("改正标准", USER):
        standard.amount = Decimal(600)
        standard.save()
    run = paid("2019-10")
    (row,) = bank_files.payees(run)
    assert row.amount == Decimal(500)
    returns.apply_return(returns.read_return(run, answer(tmp_path / "二.xlsx", run)), USER)
    payment = Payment.get(Payment.month == PartDate(2019, 10))
    assert (payment.amount, payment.notes) == (Decimal(500), "201910-1，应发600.00元，扣回多发100.00元")


def test_who_is_paid_nothing_because_all_is_deducted_waits_for_no_answer(tmp_path, payee, paid):
    from models.pay.standards.standards import Standard

    twice = payee("甲", 1)
    standard = Standard.get(Standard.kind == SICK["kind"], Standard.begins == PartDate(2019, 8))
    with journal.entry("错误的标准", USER):
        standard.amount = Decimal(1200)
        standard.save()
    first = paid("2019-09")
    returns.apply_return(returns.read_return(first, answer(tmp_path / "一.xlsx", first)), USER)
    with journal.entry("改正标准", USER):
        standard.amount = Decimal(600)
        standard.save()
    payee("乙", 2)
    run = paid("2019-10")
    assert [row.name for row in bank_files.payees(run)] == ["乙"]
    assert {line.name for line in steps.unanswered(run)} == {"乙"}
    returns.apply_return(returns.read_return(run, answer(tmp_path / "二.xlsx", run)), USER)
    steps.settle_run(run, USER)
    assert run.state == "结清"
    assert (
        not Payment.select()
        .where(Payment.person == twice.person, Payment.month == PartDate(2019, 10))
        .exists()
    )
