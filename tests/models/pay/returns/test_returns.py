"""The bank's return: read once, of the right run, and what failed is paid again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.pay.grants import rules
from models.pay.grants.rules import Ways
from models.pay.returns import returns
from models.pay.runs import bank_files, following_runs, pay_notices, run_lines, runs, steps
from models.pay.runs.pay_notices import NoticeEnd, PayNotice
from models.pay.runs.runs import PayOutcome
from models.payments.payment import Payment
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import USER, tell
from tests.models.pay.runs.conftest import OTHER, SICK, answer, hand_over, said


def test_a_return_makes_a_payment_for_each_line(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-08", "2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "回盘.xlsx", run)), USER)
    assert run.state == "回盘"
    entry = journal.Entry.select().order_by(journal.Entry.number.desc()).first()
    assert (entry.user, entry.title[:4]) == (USER, "读入回盘")
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


def test_a_return_in_which_all_failed_has_been_read_all_the_same(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    file = answer(tmp_path / "回盘.xlsx", run, {"甲": "账号不存在"})
    returns.apply_return(returns.read_return(run, file), USER)
    assert (run.state, Payment.select().count()) == ("回盘", 0)


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


def test_money_that_comes_back_after_it_was_paid_is_a_question_and_changes_nothing(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "一.xlsx", run)), USER)
    later = returns.read_return(run, answer(tmp_path / "二.xlsx", run, {"甲": "账号已销户"}))
    assert [(p.name, why) for p, why in later.bounced] == [("甲", "账号已销户")]
    assert (later.failed, later.paid) == ([], [])
    assert "退汇待确认1人" in later.words()
    returns.apply_return(later, USER)
    assert (Payment.select().count(), steps.failed(run)) == (1, [])
    (line,) = run_lines.run_lines_of(run)
    today = date.today().isoformat()
    assert run_lines.outcome(line) == f"成功（{today}）；后来退汇：账号已销户（{today}）"
    with pytest.raises(Refusal, match="银行说已退汇（甲等）"):
        steps.settle_run(run, USER)
    with pytest.raises(Refusal, match="没有等待重发"):
        following_runs.pay_again(run, USER)


def test_money_that_surely_came_back_has_failed_and_may_be_paid_again(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "一.xlsx", run)), USER)
    back = answer(tmp_path / "二.xlsx", run, {"甲": "账号已销户"})
    returns.apply_return(returns.read_return(run, back), USER)
    lines = [notice.line for notice in pay_notices.bounced_lines(run)]
    assert pay_notices.decide_bounced(run, lines, NoticeEnd.RETURNED, USER) == 1
    assert Payment.select().count() == 0
    (line,) = run_lines.run_lines_of(run)
    today, chinese = date.today().isoformat(), PartDate.of(date.today()).chinese()
    assert run_lines.outcome(line) == f"失败：退汇：账号已销户（{chinese}曾报成功）（{today}）"
    assert returns.read_return(run, back).known == 1
    assert [each.amount for each in runs.lines_of(following_runs.pay_again(run, USER))] == [Decimal(600)]


def test_money_that_did_not_come_back_is_asked_of_no_more(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "一.xlsx", run)), USER)
    back = answer(tmp_path / "二.xlsx", run, {"甲": "账号已销户"})
    returns.apply_return(returns.read_return(run, back), USER)
    lines = [notice.line for notice in pay_notices.bounced_lines(run)]
    assert pay_notices.decide_bounced(run, lines, NoticeEnd.STANDS, USER) == 1
    assert (Payment.select().count(), returns.read_return(run, back).bounced) == (1, [])
    steps.settle_run(run, USER)
    with pytest.raises(Refusal, match="已经结清"):
        pay_notices.decide_bounced(run, lines, NoticeEnd.RETURNED, USER)


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


def test_what_was_under_way_is_recorded_with_its_day_and_with_that_of_the_last_word(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    first = said(tmp_path / "一.xlsx", run, ("已受理", ""), ("转人工", ""))
    returns.apply_return(returns.read_return(run, first), USER)
    assert run.state == "发放"
    today = date.today().isoformat()
    told = {line.name: run_lines.outcome(line) for line in run_lines.run_lines_of(run)}
    waiting = [f"处理中：已受理（{today}）", f"看不懂：转人工（{today}）"]
    assert [told[payee.name] for payee in bank_files.payees(run)] == waiting
    entries = journal.Entry.select().count()
    returns.apply_return(returns.read_return(run, first), USER)
    assert (journal.Entry.select().count(), PayNotice.select().count()) == (entries, 2)
    returns.apply_return(
        returns.read_return(run, said(tmp_path / "二.xlsx", run, ("成功", ""), ("退票", ""))), USER
    )
    told = {line.name: run_lines.outcome(line) for line in run_lines.run_lines_of(run)}
    assert sorted(told.values()) == sorted(
        f"{last}（{today}）；此前{first}" for last, first in zip(("成功", "失败：退票"), waiting, strict=True)
    )


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


def test_a_return_is_read_only_after_the_run_was_handed_over(tmp_path, payee, draw):
    payee("甲", 1)
    run = draw("2019-09")
    file = answer(tmp_path / "一.xlsx", run)
    with pytest.raises(Refusal, match="现在是“编制”，发放以后才能读入回盘文件"):
        returns.read_return(run, file)
    with pytest.raises(Refusal, match="发放以后才能登记结果"):
        returns.pay_by_hand(run, bank_files.payees(run), USER)
    assert PayOutcome.select().count() == 0


def test_a_reading_says_how_many_were_paid_and_how_many_wait(tmp_path, payee, paid):
    for serial, name in enumerate("甲乙丙", start=1):
        payee(name, serial)
    run = paid("2019-09")
    heading = ("账号", "户名", "金额", "处理结果")
    first, second, _ = bank_files.payees(run)
    rows = [(first.account, "甲", 600, "成功"), (second.account, "乙", 600, "退票")]
    reading = returns.read_return(run, factories.workbook(tmp_path / "一.xlsx", {"回盘": [heading, *rows]}))
    assert [p.name for p in reading.silent] == ["丙"]
    assert reading.words() == f"{run.title()}：成功1人，失败1人，还有1人没有结果"
    returns.apply_return(reading, USER)
    again = returns.read_return(run, factories.workbook(tmp_path / "二.xlsx", {"回盘": [heading, rows[0]]}))
    assert again.words() == f"{run.title()}：成功0人，失败0人，以前已读入2人，还有1人没有结果"
    outcome = PayOutcome.get(PayOutcome.failed == "")
    assert (outcome.day, outcome.source.startswith("一.xlsx ")) == (PartDate.of(date.today()), True)
    assert PayOutcome.get(PayOutcome.failed != "").payment is None


def test_two_payees_of_one_account_and_amount_are_told_apart_by_their_names(tmp_path, payee, paid):
    first, second = payee("甲", 1), payee("乙", 1)
    run = paid("2019-09")
    heading = ("账号", "户名", "金额", "处理结果")
    account = bank_files.payees(run)[0].account
    rows = [(account, "乙", 600, "退票"), (account, "甲", 600, "成功")]
    reading = returns.read_return(run, factories.workbook(tmp_path / "一.xlsx", {"回盘": [heading, *rows]}))
    assert ([p.name for p in reading.paid], [p.name for p, _ in reading.failed]) == (["甲"], ["乙"])
    twice = factories.workbook(tmp_path / "二.xlsx", {"回盘": [heading, rows[0], rows[0]]})
    reading = returns.read_return(run, twice)  # the second row is nobody's any more: it alone waits
    assert ([p.name for p, _ in reading.failed], reading.paid, len(reading.doubtful)) == (["乙"], [], 1)
    assert "的金额或姓名不符" in reading.doubtful[0]
    nameless = [(account, "", 600, "成功"), (account, "", 600, "成功")]
    assert (
        len(
            returns.read_return(
                run, factories.workbook(tmp_path / "三.xlsx", {"回盘": [heading, *nameless]})
            ).paid
        )
        == 2
    )
    assert first.id != second.id


def test_the_holder_s_name_is_a_name_too(tmp_path, payee, paid):
    grant = payee("甲", 1, account=False)
    with journal.entry("登记账号", USER):
        BankAccount(
            person=grant.person, identity=grant, holder="甲子", account=factories.card_number(1)
        ).save()
    run = paid("2019-09")
    assert len(returns.read_return(run, said(tmp_path / "一.xlsx", run, ("成功", ""))).paid) == 1
    rows = [("账号", "户名", "金额", "处理结果"), (factories.card_number(1), "甲子", 600, "成功")]
    assert len(returns.read_return(run, factories.workbook(tmp_path / "二.xlsx", {"回盘": rows})).paid) == 1


def test_a_failure_said_twice_is_known_and_a_success_after_it_is_refused(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(
        returns.read_return(run, said(tmp_path / "一.xlsx", run, ("退票", "户名不符"))), USER
    )
    again = returns.read_return(run, said(tmp_path / "二.xlsx", run, ("退票", "账号不存在")))
    assert (again.known, again.failed) == (1, [])
    with pytest.raises(Refusal, match="甲以前读入的结果是失败，这份文件说相反的"):
        returns.read_return(run, said(tmp_path / "三.xlsx", run, ("成功", "")))


def test_payments_say_for_what_they_were_made(tmp_path, payee, paid, draw, standard):
    payee("甲", 1)
    rules.keep_ways(Ways(fund="区级财政"), USER)
    first = paid("2019-08")
    returns.pay_by_hand(first, bank_files.payees(first), USER)
    standard("7", "2019-08", layer="地方", kind=SICK["kind"], unit="月")
    second = hand_over(draw("2019-09"))
    returns.pay_by_hand(second, bank_files.payees(second), USER)
    found = [
        (str(p.month), p.amount, p.notes, p.fund, p.standard) for p in Payment.select().order_by(Payment.id)
    ]
    assert found == [
        ("2019-08", Decimal(600), "201908-1", "区级财政", "600元/月"), ("2019-08", Decimal(7), "201909-1 补发", "区级财政", "600元/月＋地方7元/月"),
        ("2019-09", Decimal(607), "201909-1", "区级财政", "600元/月＋地方7元/月"),
    ]  # fmt: skip
    assert {(p.category, p.account, str(p.paid_on)) for p in Payment.select()} == {
        (SICK["kind"], factories.card_number(1), "2020-01-05")
    }


def test_what_is_deducted_takes_whole_payments_before_it_makes_one_smaller(payee, paid, draw, standard):
    sick = payee("甲", 1)
    extra = standard("700", "2019-08", layer="地方", kind=SICK["kind"], unit="月", ends="2019-08")
    first = paid("2019-08")
    returns.pay_by_hand(first, bank_files.payees(first), USER)
    with journal.entry("错的标准", USER):
        extra.delete_instance()
    run = hand_over(draw("2019-09", "2019-10"))
    returns.pay_by_hand(run, bank_files.payees(run), USER)
    made = list(Payment.select().where(Payment.person == sick.person).order_by(Payment.id))
    assert [(str(p.month), p.amount) for p in made] == [("2019-08", Decimal(1300)), ("2019-10", Decimal(500))]
    assert made[1].notes == "201909-1，应发600.00元，扣回多发100.00元"
    assert PayOutcome.select().where(PayOutcome.run == run).count() == 3


def test_what_goes_to_the_family_once_is_paid_as_that(payee, paid):
    survivor = payee("甲", 1, kind="三属", category="烈士遗属", grade="", nature="")
    paid("2019-08")
    tell(survivor, "去世", "2019-09-20", died_on="2019-09-10")
    with journal.entry("登记去世", USER):
        someone = survivor.person
        someone.died = PartDate(2019, 9, 10)
        someone.save()
    run = hand_over(following_runs.pay_once(runs.months.month(2019, 10), USER))
    returns.pay_by_hand(run, bank_files.payees(run), USER)
    assert (Payment.get().programme, Payment.get().notes) == ("丧葬补助", "201910-1 一次性")


@pytest.mark.parametrize(
    "bad",
    [
        ("丁", "62284800001", 600.0, "成功"), ("乙", None, 599.0, "成功"), ("乙", None, "六百", "成功"), ("李四", None, 600.0, "成功"),
    ],
)  # fmt: skip
def test_one_line_in_doubt_keeps_only_itself_waiting(tmp_path, payee, paid, bad):
    for serial, name in enumerate("甲乙丙", start=1):
        payee(name, serial)
    run = paid("2019-09")
    accounts = {each.name: each.account for each in bank_files.payees(run)}
    name, account, amount, result = bad
    rows = [(each, accounts[each], 600.0, "成功") for each in "甲丙"]
    rows.append((name, account or accounts["乙"], amount, result))
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": [("户名", "账号", "金额", "结果"), *rows]})
    reading = returns.read_return(run, file)
    assert ([each.name for each in reading.paid], len(reading.doubtful)) == (["甲", "丙"], 1)
    assert [each.name for each in reading.silent] == ["乙"]
    assert "1行没有认出" in reading.words()


def test_in_a_list_of_failures_a_line_in_doubt_would_pay_somebody_and_is_refused(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    rows = [("户名", "账号", "金额", "失败原因"), ("丁", "62284800001", 600, "账号已销户")]
    file = factories.workbook(tmp_path / "失败.xlsx", {"回盘": rows})
    with pytest.raises(Refusal, match="没有读入"):
        returns.read_return(run, file, rest_paid=True)


@pytest.mark.parametrize(
    "day", [PartDate(1919, 9, 25), PartDate(2019, 8, 1), PartDate(2019, 8, 15), PartDate(2019, 9)]
)
def test_a_day_of_pay_that_cannot_be_is_refused(payee, draw, day):
    payee("甲", 1)
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    with pytest.raises(Refusal, match="发放日期"):
        steps.pay_run(run, USER, day)
    steps.pay_run(run, USER, PartDate(2019, 8, 28))  # before a festival, in the month before


def test_what_waits_is_paid_again_by_no_door(tmp_path, payee, paid, draw):
    for serial, name in enumerate("甲乙丙", start=1):
        payee(name, serial)
    run = paid("2019-09")
    told = [("处理中", ""), ("转人工", ""), ("", "")]
    returns.apply_return(returns.read_return(run, said(tmp_path / "一.xlsx", run, *told)), USER)
    assert (run.state, following_runs.unmended(run), steps.failed(run)) == ("发放", [], [])
    with pytest.raises(Refusal, match="没有等待重发的失败明细"):
        following_runs.pay_again(run, USER)
    later = draw("2019-10")
    assert {str(line.month) for line in runs.lines_of(later)} == {"2019-10"}
    assert not Payment.select().exists()


@pytest.mark.parametrize("result", ["成功", "失败"])
def test_one_line_of_the_bank_for_two_grants_on_one_account_is_said_of_both(tmp_path, payee, paid, result):
    first, second = payee("甲", 1), payee("乙", 2)
    with journal.entry("同一账户", USER):
        one = BankAccount.get(BankAccount.person == first.person)
        BankAccount.update(account=one.account, holder="甲").where(
            BankAccount.person == second.person
        ).execute()
    run = paid("2019-09")
    heading, line = ("户名", "账号", "金额", "处理结果"), ("甲", one.account, 1200, result)
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": [heading, line]})
    reading = returns.read_return(run, file)
    returns.apply_return(reading, USER)
    told = [payee.name for payee in reading.paid] or [payee.name for payee, _ in reading.failed]
    assert (sorted(told), reading.silent, reading.doubtful) == (["乙", "甲"], [], [])
    made = [(p.person.name, p.amount) for p in Payment.select()]
    assert sorted(made) == ([("乙", 600), ("甲", 600)] if result == "成功" else [])
    assert returns.read_return(run, file).known == 2
