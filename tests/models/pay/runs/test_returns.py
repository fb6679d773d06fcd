"""The bank's return: read once, of the right run, and what failed is paid again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Invalid, Refusal
from models.pay.dues.grants import Grant
from models.pay.runs import bank_files, drawing_up, following_runs, returns, runs, steps
from models.pay.runs.bank_files import BankTemplate
from models.pay.runs.runs import PayOutcome
from models.payments.payment import Payment
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import USER, tell

OTHER = "李明"
SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}
HEADING = ("序号", "姓名", "账号", "金额", "处理结果", "失败原因")


@pytest.fixture
def payee(person, granted):
    """Somebody with a grant and an account."""

    def make(name, serial, account=True, **facts):
        grant = granted(someone=person(name=name), **(facts or SICK))
        if account:
            with journal.entry("登记账号", USER):
                BankAccount(
                    person=grant.person, identity=grant, bank="青海银行", holder=name,
                    account=factories.card_number(serial),
                ).save()  # fmt: skip
        return grant

    return make


@pytest.fixture
def paid(archive):
    def run(first, last=None):
        made = finish(drawing_up.draw_up_run(PartDate.parse(first), PartDate.parse(last or first), USER))
        return hand_over(made)

    return run


def hand_over(run):
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(2020, 1, 5))
    return run


def answer(file, run, failing=(), **more):
    """The bank's return: everybody paid but those who are named."""
    rows = [
        [
            n,
            p.name,
            p.account,
            float(p.amount),
            "失败" if p.name in failing else "成功",
            failing.get(p.name, "") if failing else "",
        ]
        for n, p in enumerate(bank_files.payees(run), start=1)
        if p.account
    ]
    rows += [list(row) for row in more.get("rows", ())]
    return factories.workbook(
        file, {"回盘": [["代发结果清单"], HEADING, *rows, ["合计", "", "", 999, "", ""]]}
    )


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


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("姓名", "金额"), ("甲", 600)], "找不到有“账号”和“金额”的表头"),
        ([("账号", "金额"), ("6228", 600)], "看不出谁发放成功"),
        ([("账号", "金额", "结果"), ("6228", "六百", "成功")], "读不懂"),
        ([("账号", "金额", "结果"), ("6228", -600, "成功")], "不是一笔发放的金额"),
        ([("账号", "金额", "结果")], "没有一行发放结果"),
    ],
)
def test_what_cannot_be_understood_is_refused(tmp_path, payee, paid, rows, words):
    payee("甲", 1)
    run = paid("2019-09")
    with pytest.raises(Refusal, match=words):
        returns.read_return(run, factories.workbook(tmp_path / "回盘.xlsx", {"回盘": rows}))


def test_an_account_that_a_spreadsheet_has_spoilt_is_said(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    rows = [("账号", "金额", "结果"), (float(bank_files.payees(run)[0].account), 600, "成功")]
    with pytest.raises(Refusal, match=r"第2行的账号.*科学计数"):
        returns.read_return(run, factories.workbook(tmp_path / "回盘.xlsx", {"回盘": rows}))


def test_the_table_may_stand_on_a_later_sheet(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    rows = [("账号", "金额", "结果"), (bank_files.payees(run)[0].account, 600, "交易成功")]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"说明": [("本表由银行生成",)], "明细": rows})
    assert len(returns.read_return(run, file).paid) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_a_text_file_is_a_return_too(tmp_path, payee, paid, encoding):
    payee("甲", 1)
    run = paid("2019-09")
    account = bank_files.payees(run)[0].account
    file = tmp_path / "回盘.csv"
    file.write_text(f"账号,户名,金额,处理结果\r\n{account},甲,600.00,成功\r\n", encoding=encoding)
    assert [p.name for p in returns.read_return(run, file).paid] == ["甲"]


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


def said(file, run, *words, heading=("账号", "户名", "金额", "处理结果", "失败原因")):
    """The bank's return in which each payee, in turn, has these words (result, reason)."""
    payees = bank_files.payees(run)
    rows = [(p.account, p.name, float(p.amount), *told) for p, told in zip(payees, words, strict=True)]
    return factories.workbook(file, {"回盘": [heading, *rows]})


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


def test_a_code_is_explained_by_its_reason(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    reading = returns.read_return(
        run, said(tmp_path / "一.xlsx", run, ("E0013", "账户已冻结"), ("E0013", ""))
    )
    assert ([why for _, why in reading.failed], len(reading.asked)) == (["账户已冻结"], 1)


def test_a_column_of_messages_tells_the_result_where_no_other_does(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    heading = ("账号", "户名", "金额", "返回信息")
    reading = returns.read_return(
        run, said(tmp_path / "一.xlsx", run, ("交易成功",), ("账号户名不符",), heading=heading)
    )
    assert (len(reading.paid), [why for _, why in reading.failed]) == (1, ["账号户名不符"])


def test_results_on_several_sheets_are_one_return(tmp_path, payee, paid):
    payee("甲", 1)
    payee("乙", 2)
    run = paid("2019-09")
    heading = ("账号", "金额", "结果")
    first, second = ((p.account, f"￥{p.amount:,}元") for p in bank_files.payees(run))
    sheets = {"成功": [heading, (*first, "成功")], "失败": [heading, (*second, "退票")]}
    reading = returns.read_return(run, factories.workbook(tmp_path / "回盘.xlsx", sheets))
    assert (len(reading.paid), len(reading.failed)) == (1, 1)


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


def test_a_settled_run_is_only_read(tmp_path, payee, paid):
    from peewee import IntegrityError

    from models.core.record import db

    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "一.xlsx", run)), USER)
    steps.settle_run(run, USER)
    for sql in (
        'UPDATE "pay_run" SET "notes" = 1',
        'DELETE FROM "pay_outcome"',
        'UPDATE "pay_outcome" SET "failed" = 1',
    ):
        with pytest.raises(IntegrityError, match="结清"), journal.entry("绕过", USER):
            db.execute_sql(sql)
    with pytest.raises(Refusal, match="不能退回"):
        steps.send_back(run, USER, "改")


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
    assert "6个月：《军人抚恤优待条例》（2024）第二十二条" in found["甲"][2]
    assert found["乙"][0] == "未算"
    assert "没有登记死亡原因" in found["乙"][2]
    with journal.entry("登记死亡原因", USER):
        Grant(identity=soldier, person=soldier.person_id, cause="因病").save()
    second = following_runs.pay_once(runs.months.month(2019, 10), USER)
    assert [(line.name, line.amount) for line in runs.lines_of(second)] == [("乙", Decimal(88150))]
    with pytest.raises(Refusal, match="没有要一次性发给遗属"):
        following_runs.pay_once(runs.months.month(2019, 10), USER)


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"columns": "账号=银行账号|姓名=姓名"}, "columns", "应有一栏“金额”"),
        ({"columns": "金额=金额"}, "columns", "应有一栏“银行账号”"),
        ({"columns": "账号=银行账号|金额=金额|星座=星座"}, "columns", "不认识“星座”"),
        ({"format": "doc"}, "format", "文件格式"),
        ({"format": "csv", "encoding": "火星文", "separator": ","}, "encoding", "字符编码"),
        ({"format": "csv", "encoding": "gbk", "separator": ""}, "separator", "分隔符"),
    ],
)
def test_a_template_that_no_bank_could_read_is_refused(archive, facts, field, words):
    template = BankTemplate(
        **{"name": "模板", "format": "xlsx", "columns": "账号=银行账号|金额=金额", "heading": True, **facts}
    )
    with pytest.raises(Invalid, match=words) as refused, journal.entry("登记模板", USER):
        template.save()
    assert set(refused.value.problems) == {field}


def test_the_templates_that_ship_are_fit_and_an_own_one_takes_their_place(archive):
    assert all(not each.problems() for each in bank_files.templates())
    name = bank_files.templates()[0].name
    with journal.entry("登记模板", USER):
        BankTemplate(
            name=name, format="txt", encoding="gbk", separator="|", columns="账号=银行账号|金额=金额"
        ).save()
    assert [each.format for each in bank_files.templates() if each.name == name] == ["txt"]
    with pytest.raises(Refusal, match="没有银行模板“没有”"):
        bank_files.template("没有")


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
def test_a_day_of_pay_that_cannot_be_is_refused(archive, payee, day):
    payee("甲", 1)
    run = finish(drawing_up.draw_up_run(PartDate(2019, 9), PartDate(2019, 9), USER))
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    with pytest.raises(Refusal, match="发放日期"):
        steps.pay_run(run, USER, day)
    steps.pay_run(run, USER, PartDate(2019, 8, 28))  # before a festival, in the month before
