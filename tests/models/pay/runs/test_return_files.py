"""What a bank's file says, whatever workbook or text it is."""

from __future__ import annotations

import pytest

from models.core.record import Refusal
from models.pay.runs import bank_files, returns
from tests import factories
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
