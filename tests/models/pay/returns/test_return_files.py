"""What a bank's file says, whatever workbook or text it is."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest

from models.core.record import Refusal
from models.pay.returns import return_files, returns
from models.pay.runs import bank_files
from tests import factories
from tests.models.pay.runs import conftest as runs_made
from tests.models.pay.runs.conftest import said


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


HEAD = ("账号", "户名", "金额", "处理结果", "失败原因", "返回信息")


@pytest.mark.parametrize(
    ("told", "answer", "words"),
    [
        (("成功", "", ""), "paid", "成功"), (("失败", "", ""), "failed", "失败"), (("失败", "", "账号不存在"), "failed", "账号不存在"),
        (("E0013", "", "账户已冻结"), "failed", "账户已冻结"), (("E0013", "交易成功", ""), "unknown", "E0013"),
        (("", "户名不符", ""), "failed", "户名不符"), (("", "处理中", ""), "pending", "处理中"), (("", "交易成功", ""), "paid", "交易成功"),
        (("", "某种原因", ""), "failed", "某种原因"), (("", "", "交易成功"), "paid", "交易成功"), (("", "", "转人工"), "unknown", "转人工"),
        (("", "", ""), "unknown", "结果一栏是空的"), (("处理中", "账号不存在", ""), "pending", "处理中"),
    ],
)  # fmt: skip
def test_what_a_row_says_by_its_result_its_reason_and_its_message(tmp_path, payee, paid, told, answer, words):
    payee("甲", 1)
    run = paid("2019-09")
    rows = [HEAD, (factories.card_number(1), "甲", 600, *told)]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": rows})
    (row,) = return_files.return_rows(run, file, rest_paid=False)[0]
    assert (row.answer, row.words, row.row, row.name) == (answer, words, 2, "甲")
    assert (row.account, row.amount) == (factories.card_number(1), Decimal(600))


@pytest.mark.parametrize(
    ("told", "answer", "words"),
    [("", "failed", "银行退回，未写原因"), ("户名不符", "failed", "户名不符"), ("成功", "paid", "成功")],
)
def test_on_a_list_of_failures_a_row_without_words_failed(tmp_path, payee, paid, told, answer, words):
    payee("甲", 1)
    run = paid("2019-09")
    rows = [("账号", "金额", "失败原因"), (factories.card_number(1), 600, told)]
    file = factories.workbook(tmp_path / "退票.xlsx", {"退票": rows})
    (row,) = return_files.return_rows(run, file, rest_paid=True)[0]
    assert (row.answer, row.words) == (answer, words)


def test_a_list_with_a_column_of_reasons_alone_pays_whoever_has_none(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    rows = [("账号", "金额", "失败原因"), (factories.card_number(1), 600, "")]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": rows})
    (row,) = return_files.return_rows(run, file, rest_paid=False)[0]
    assert (row.answer, row.words) == ("paid", "")


@pytest.mark.parametrize("amount", [0, "0.00", -1])
def test_nothing_is_no_amount_of_a_payment(tmp_path, payee, paid, amount):
    payee("甲", 1)
    run = paid("2019-09")
    rows = [("账号", "金额", "结果"), (factories.card_number(1), amount, "成功")]
    with pytest.raises(Refusal, match=r"第2行的金额.*不是一笔发放的金额"):
        returns.read_return(run, factories.workbook(tmp_path / "回盘.xlsx", {"回盘": rows}))


def test_hidden_sheets_are_read_only_where_no_other_has_a_table(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    table = [("账号", "金额", "结果"), (factories.card_number(1), 600, "成功")]
    old = [("账号", "金额", "结果"), (factories.card_number(1), 600, "退票")]
    for sheets, answer in (
        ({"回盘": table, "旧": old}, "paid"),
        ({"说明": [("见隐藏表",)], "旧": old}, "failed"),
    ):
        file = factories.workbook(tmp_path / "回盘.xlsx", sheets)
        book = openpyxl.load_workbook(file)
        book["旧"].sheet_state = "hidden"
        book.save(file)
        assert [row.answer for row in return_files.return_rows(run, file, rest_paid=False)[0]] == [answer]


def test_a_file_that_names_this_run_among_others_is_this_run_s(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    for batch, fits in (
        ("201909-1", True),
        ("201908-1、201909-1", True),
        ("201908-1", False),
        ("第3批", True),
    ):
        rows = [("账号", "金额", "结果", "摘要"), (factories.card_number(1), 600, "成功", batch)]
        file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": rows})
        if fits:
            assert len(return_files.return_rows(run, file, rest_paid=False)[0]) == 1
        else:
            with pytest.raises(Refusal, match="这份回盘文件是批次201908-1的，不是"):
                return_files.return_rows(run, file, rest_paid=False)[0]


def test_a_table_that_tells_who_was_paid_goes_before_one_that_does_not(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    sent, told = (
        [("账号", "金额"), (factories.card_number(1), 600)],
        [("账号", "金额", "结果"), (factories.card_number(1), 600, "退票")],
    )
    file = factories.workbook(tmp_path / "回盘.xlsx", {"报盘": sent, "回盘": told})
    assert [row.answer for row in return_files.return_rows(run, file, rest_paid=False)[0]] == ["failed"]


def test_a_row_without_an_account_is_told(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    file = runs_made.answer(tmp_path / "回盘.xlsx", run, rows=[(2, "乙", "", 600.0, "成功", "")])
    _, doubts = return_files.return_rows(run, file, rest_paid=False)
    (told,) = doubts
    assert "没有账号，没有读入：2　乙　600" in told
    with pytest.raises(Refusal, match="没有账号"):  # else whoever it is would count as paid
        return_files.return_rows(run, file, rest_paid=True)
