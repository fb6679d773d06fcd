"""A bank's words at the command line: what nobody knows is taught by an option, and what came back is told."""

from __future__ import annotations

import openpyxl
import pytest

from tests import factories
from tests.reports.commands.test_payruns import folder, payrun

__all__ = ["folder", "payrun"]


@pytest.fixture
def said(payrun, tmp_path):
    """A return of the run of September 2019 in which everybody has this word."""
    payrun()
    payrun("--check", "--approve", "--user", "李明")
    payrun("--bank", str(tmp_path / "代发.xlsx"), "--pay", "--day", "2019-09-25")
    sheet = openpyxl.load_workbook(tmp_path / "代发.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.rows][1:]

    def make(word):
        table = [("姓名", "账号", "金额", "结果"), *((row[1], row[3], row[4], word) for row in rows)]
        return str(factories.workbook(tmp_path / f"{word}.xlsx", {"回盘": table}))

    return make


def test_a_word_that_nobody_knows_is_taught_by_an_option_and_remembered(payrun, said):
    status, out, _ = payrun("--return", said("批扣完毕"))
    assert (status, out.splitlines()[-1]) == (
        1, "  看不懂“批扣完毕”：知道意思的，再读一次并写明 --means 批扣完毕=成功（或失败、处理中）",
    )  # fmt: skip
    status, _, told = payrun("--return", said("批扣完毕"), "--means", "批扣完毕=好")
    assert (status, "请写成 词=成功" in told) == (2, True)
    status, out, _ = payrun("--return", said("批扣完毕"), "--means", "批扣完毕=成功")
    assert (status, out.splitlines()[0].endswith("成功2人，失败0人")) == (0, True)


def test_money_that_came_back_is_told_and_keeps_the_run_open(payrun, said):
    payrun("--return", said("成功"))
    status, out, _ = payrun("--return", said("退票"))
    assert status == 1
    assert out.splitlines()[1].startswith("  退汇待确认 ")
    assert "请先确认是否退汇" in payrun("--settle")[2]


@pytest.mark.parametrize("day", ["1919-09-25", "2019-08-01"])
def test_a_day_on_which_the_run_could_not_be_paid_is_refused(payrun, day):
    payrun()
    payrun("--check", "--approve", "--user", "李明")
    status, _, told = payrun("--pay", "--day", day)
    assert (status, "最早是2019年8月16日" in told) == (2, True)
