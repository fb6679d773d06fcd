"""What goes to the bank, in the columns that the bank asks for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.pay.runs import bank_files
from models.pay.runs.bank_files import BankTemplate, Payee
from models.pay.runs.runs import PayLine, PayRun
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import USER


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


def test_a_row_for_the_bank_is_one_account_with_all_its_lines(payee, draw, granted, answered):
    first = payee("甲", 1)
    payee("乙", 2)
    granted(someone=first.person)
    answered(first, "2019-09")  # 伤残人员 beside 带病回乡
    run = draw("2019-08", "2019-09")
    one, other = bank_files.payees(run)
    assert (one.name, one.account, one.amount) == ("甲", factories.card_number(1), Decimal("15891.67"))
    assert (one.category, len(one.lines)) == ("带病回乡退役军人、残疾军人 一级因战", 4)
    assert (other.name, other.amount) == ("乙", Decimal(1200))


def test_two_accounts_of_one_person_are_two_rows(payee, draw, granted, answered):
    first = payee("甲", 1)
    second = granted(someone=first.person)
    answered(first, "2019-09")  # 伤残人员 beside 带病回乡
    with journal.entry("登记账号", USER):
        BankAccount(
            person=first.person, identity=second, holder="甲子", account=factories.card_number(2)
        ).save()
    run = draw("2019-09")
    assert [(p.account, p.holder, p.amount) for p in bank_files.payees(run)] == [
        (factories.card_number(1), "甲", Decimal(600)), (factories.card_number(2), "甲子", Decimal("7345.83")),
    ]  # fmt: skip


def a_payee(*amounts, name="甲", account="1", **facts):
    lines = [
        PayLine(amount=Decimal(str(amount)), item="伤残抚恤金", category="残疾军人 一级因战")
        for amount in amounts
    ]
    facts = {
        "number": "630103195006150011",
        "bank": "青海银行",
        "holder": "甲子",
        "street": "总寨镇",
        **facts,
    }
    return Payee(name=name, account=account, lines=lines, **facts)


def test_what_uses_up_one_account_is_reckoned_with_the_richest_of_the_same_person():
    short, empty, rich, richest, other = (
        a_payee(100, -300),
        a_payee(5, -5),
        a_payee(200),
        a_payee(900),
        a_payee(-1),
    )
    found = {(1, "a"): short, (1, "b"): rich, (1, "c"): richest, (2, "d"): other, (1, "e"): empty}
    assert [payee.amount for payee in bank_files._netted(found)] == [0, 200, 700, -1, 0]
    assert (len(richest.lines), len(empty.lines)) == (5, 0)


def test_a_line_without_an_amount_adds_nothing_to_its_account():
    payee = a_payee(200, 300)
    payee.lines.append(PayLine(amount=None, item="伤残抚恤金", category="残疾军人 一级因战"))
    assert payee.amount == 500


@pytest.mark.parametrize("refused", [False, True])
def test_a_million_may_go_to_one_account_and_no_fen_more(payee, draw, standard, refused):
    facts = {"kind": "在乡复员军人", "category": "", "grade": "", "nature": ""}
    standard("100000", layer="省", kind=facts["kind"], unit="每服役年每月")
    if refused:
        standard("0.01", layer="地方", kind=facts["kind"], unit="月")
    payee("甲", 1, **facts, service_years=10)
    run = draw("2019-09")
    if refused:
        with pytest.raises(Refusal, match=r"甲这一批应发1000000.01元，明显过大"):
            bank_files.refuse_unpayable(run)
    else:
        assert [payee.amount for payee in bank_files.refuse_unpayable(run)] == [Decimal(1_000_000)]


def test_a_run_that_pays_nobody_makes_no_file(draw):
    with pytest.raises(Refusal, match="没有要发放的金额"):
        bank_files.refuse_unpayable(draw("2019-09"))


def test_each_column_says_what_it_is_called(archive):
    run = PayRun(number="201909-1", kind="定期", first=PartDate(2019, 9), last=PartDate(2019, 10))
    payee = a_payee(600, 50)
    assert {what: bank_files.fact(what, payee, 3, run) for what in bank_files.FACTS} == {
        "序号": 3, "姓名": "甲", "户名": "甲子", "身份证号": "630103195006150011", "银行账号": "1", "开户银行": "青海银行",
        "金额": Decimal(650), "金额(分)": 65000, "摘要": "201909-1 2019年9月至10月伤残抚恤金", "项目": "伤残抚恤金", "月份": "2019年9月至10月",
        "批次号": "201909-1", "街道": "总寨镇", "人员类别": "残疾军人 一级因战", "空白": "",
    }  # fmt: skip
    assert bank_files.fact('"代发"', payee, 3, run) == "代发"
    assert bank_files.fact("户名", a_payee(1, holder=""), 1, run) == "甲"
    assert bank_files.fact("姓名", a_payee(1, name="甲\t&#乙"), 1, run) == "甲 ＆＃乙"


def test_the_columns_of_a_template_are_its_parts(archive):
    template = BankTemplate(columns=' 账号 = 银行账号 |金额\n|币种="人民币"|| 备注=空白')
    assert template.parts() == [
        ("账号", "银行账号"),
        ("金额", "金额"),
        ("币种", '"人民币"'),
        ("备注", "空白"),
    ]
    for wrong in ('币种="', '币种="人民币', '币种=人民币"'):
        with pytest.raises(Refusal, match="或写在引号里的固定文字"):
            BankTemplate(columns=wrong).parts()


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({}, []), ({"name": " "}, ["name"]), ({"columns": "账号=银行账号|金额=金额|实发=金额"}, ["columns"]),
        ({"format": "txt", "encoding": "gbk", "separator": "|"}, []), ({"format": "txt", "encoding": "gbk", "separator": "a"}, ["separator"]),
        ({"format": "xlsx", "encoding": "火星文", "separator": ""}, []),
    ],
)  # fmt: skip
def test_what_a_template_may_say(archive, facts, wrong):
    usual = {"name": "模板", "format": "xlsx", "columns": "账号=银行账号|金额=金额", "heading": True}
    assert list(BankTemplate(**usual | facts).problems()) == wrong


def test_the_first_template_is_taken_where_none_is_named_and_own_ones_go_first(archive):
    shipped = [each.name for each in bank_files.templates()]
    assert bank_files.template().name == shipped[0]
    assert bank_files.template(shipped[1]).name == shipped[1]
    with journal.entry("登记模板", USER):
        BankTemplate(name="本行", format="xlsx", columns="账号=银行账号|金额=金额").save()
    assert [each.name for each in bank_files.templates()] == ["本行", *shipped]


def test_an_account_is_compared_without_spaces_and_hyphens():
    assert bank_files.bare_account("６２２８ 4808-0012") == "622848080012"
