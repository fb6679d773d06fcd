"""A bank's row that does not say letter for letter whom it means, and one in doubt that waits alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.imports.words.return_words import BankAnswer
from models.pay.returns.return_files import Returned
from models.pay.returns.return_matching import RowDoubt, WaitingRow
from models.pay.runs.bank_files import Payee
from models.pay.runs.runs import PayLine, PayRun

ACCOUNT, OTHER = "6228489998571686886", "6228489997570979011"


def payee(name, account, amount=5710):
    return Payee("", name, account, "", name, "", [PayLine(amount=Decimal(amount))])


def row(name, account=ACCOUNT, amount=5710):
    return Returned(4, account, name, Decimal(amount), BankAnswer.PAID, "")


@pytest.fixture
def waiting():
    return WaitingRow([payee("沈延𬱖", ACCOUNT), payee("邱德荣", OTHER, 10080)])


RUN = PayRun(number="202109-1", item="", first=PartDate(2021, 9), last=PartDate(2021, 9))


@pytest.mark.parametrize("name", ["沈延?", "沈延？", "*延𬱖", "沈**", "沈 延 𬱖", "沈延(龙天)", ""])
@pytest.mark.parametrize("account", [ACCOUNT, "6228****6886", "622848*********6886", "*6886"])
def test_what_is_masked_or_unknown_finds_its_payee(waiting, name, account):
    assert [each.name for each in waiting.of(row(name, account), RUN)] == ["沈延𬱖"]
    assert [each.name for each in waiting.rest()] == ["邱德荣"]


@pytest.mark.parametrize(
    ("given", "words", "stranger"),
    [
        (row("沈延?", amount=1), "金额或姓名不符", False), (row("李四"), "金额或姓名不符", False),
        (row("沈延?", "6228000000000000001"), "别的批次", True), (row("沈延?", "6228****0001"), "别的批次", True),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_a_doubt(waiting, given, words, stranger):
    with pytest.raises(RowDoubt, match=words) as doubt:
        waiting.of(given, RUN)
    assert doubt.value.stranger == stranger


def test_a_masked_account_that_may_be_two_people_s_is_nobody_s():
    two = WaitingRow([payee("张三", "6228480000001234"), payee("张三", "6228480000991234")])
    with pytest.raises(RowDoubt, match="几个人中的一个"):
        two.of(row("张三", "6228****1234"), RUN)


@pytest.mark.parametrize(("account", "found"), [("*886", True), ("62*6", True), ("*86", False)])
def test_of_an_account_three_figures_must_be_shown(waiting, account, found):
    if found:
        assert [each.name for each in waiting.of(row("沈延𬱖", account), RUN)] == ["沈延𬱖"]
    else:
        with pytest.raises(RowDoubt):
            waiting.of(row("沈延𬱖", account), RUN)


@pytest.mark.parametrize("account", [ACCOUNT, "6228****6886"])
def test_one_line_pays_what_goes_to_one_account_together(account):
    """A widow's own grant, and what goes on for the dead to her account: banks add them up."""
    rest = Payee("", "张大山", ACCOUNT, "", "李秀兰", "", [PayLine(amount=Decimal(9000))])
    waiting = WaitingRow([payee("李秀兰", ACCOUNT, 1200), rest, payee("邱德荣", OTHER, 10200)])
    assert [each.name for each in waiting.of(row("李秀兰", account, 10200), RUN)] == ["李秀兰", "张大山"]
    assert [each.name for each in waiting.rest()] == ["邱德荣"]


@pytest.mark.parametrize("given", [row("李秀兰", amount=10201), row("王五", amount=10200)])
def test_a_sum_that_does_not_agree_or_is_another_name_s_is_asked(given):
    waiting = WaitingRow([payee("李秀兰", ACCOUNT, 1200), payee("李秀兰", ACCOUNT, 9000)])
    with pytest.raises(RowDoubt, match="金额或姓名不符"):
        waiting.of(given, RUN)
