"""Which of several columns of a bank's file says whether a payment was made."""

from __future__ import annotations

import pytest

from models.pay.returns import return_files, returns
from tests import factories

WAITS = {"pending", "unknown"}


def answers(tmp_path, paid, headings, *rows):
    """What the rows of a file with these columns say of their payments."""
    run = paid("2019-09")
    table = [
        ("账号", "户名", "金额", *headings),
        *((factories.card_number(n), f"人{n}", 600, *row) for n, row in enumerate(rows)),
    ]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": table})
    return [each.answer for each in return_files.return_rows(run, file, rest_paid=False)[0]]


@pytest.mark.parametrize(
    ("headings", "rows", "expected"),
    [
        (("受理结果", "入账结果"), [("成功", "成功"), ("成功", "失败"), ("成功", "处理中"), ("成功", ""), ("失败", "")],
         ["paid", "failed", "pending", "unknown", "failed"]),
        (("入账结果", "受理结果"), [("成功", "已受理"), ("失败", "已受理"), ("", "已受理")], ["paid", "failed", "pending"]),
        (("处理状态", "入账结果"), [("处理成功", "失败"), ("处理成功", "成功")], ["failed", "paid"]),
        (("处理状态", "失败原因"), [("成功", ""), ("成功", "账号不存在")], ["paid", "failed"]),
        (("处理状态", "失败原因"), [("成功", ""), ("失败", "账号不存在"), ("成功", "户名不符")], ["paid", "failed", "unknown"]),
        (("处理状态", "失败原因"), [("成功", "无"), ("失败", "已销户")], ["paid", "failed"]),
        (("失败原因",), [("—",), ("无",), ("户名不符",), ("处理中",)], ["paid", "paid", "failed", "pending"]),
        (("状态1", "状态2"), [("成功", "成功"), ("成功", "退票")], ["paid", "failed"]),
        (("处理结果", "处理结果"), [("成功", "失败"), ("失败", "失败"), ("成功", "成功")], ["unknown", "failed", "paid"]),
        (("结果", "失败原因"), [("成功", "户名不符"), ("失败", "户名不符")], ["paid", "failed"]),
        (("处理结果", "处理结果", "失败原因"), [("成功", "失败", "账号不存在"), ("成功", "成功", ""), ("失败", "失败", "")], ["unknown", "paid", "failed"]),
        (("成功标志",), [("1",), ("0",)], ["unknown", "unknown"]),
        (("返回码",), [("0",), ("0000",), ("E01",)], ["paid", "paid", "unknown"]),
        (("备注",), [("入账成功",), ("账号已销户，退回",)], ["paid", "failed"]),
        (("银行返回",), [("交易成功",), ("处理中",)], ["paid", "pending"]),
        (("账户状态", "处理结果"), [("正常", "失败"), ("正常", "成功")], ["failed", "paid"]),
        (("提交状态", "到账状态"), [("已提交", "已到账"), ("提交失败", ""), ("已提交", "未到账")], ["paid", "failed", "unknown"]),
    ],
)  # fmt: skip
def test_the_column_of_the_payment_is_found_by_its_stage_and_by_what_it_holds(
    tmp_path, payee, paid, headings, rows, expected
):
    payee("甲", 1)
    found = answers(tmp_path, paid, headings, *rows)
    assert [str(each) for each in found] == expected


def test_the_state_of_an_account_alone_says_of_no_payment_that_it_was_made(tmp_path, payee, paid):
    payee("甲", 1)
    run = paid("2019-09")
    rows = [("账号", "户名", "金额", "账户状态"), (factories.card_number(1), "甲", 600, "正常")]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": rows})
    with pytest.raises(returns.Refusal, match="看不出谁发放成功"):
        return_files.return_rows(run, file, rest_paid=False)
