"""A bank's word of result: paid, failed, pending, or a question; never guessed."""

from __future__ import annotations

import pytest

from models.imports.words.return_words import BankAnswer, answer_in

WORDS = {
    BankAnswer.PAID: "成功 交易成功 处理成功 转账成功 代发成功 付款成功 打款成功 成功入账 入帐成功 0000-交易成功 成功。 已打款 已入账 已发放 已到账 "
    "是 Y yes S 0 0000 正常 完成 √ OK",
    BankAnswer.FAILED: "失败 交易失败 失败：账号不存在 不成功 未成功 退票 已退回 账号不存在 户名不符 账户已销户 账户冻结 账号有误 否 N F × 余额不足",
    BankAnswer.PENDING: "处理中 银行处理中 已受理 待处理 已提交 受理成功 提交成功 等待 待入账 未处理 审核中 正在处理中",
    BankAnswer.UNKNOWN: "未知 状态不明 待查 A1 E0013 其他 部分成功 成功2笔 无错误 转人工 2 入账情况见附件",
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "answer"), [(each, answer) for answer, words in WORDS.items() for each in words.split()]
)
def test_what_a_word_of_result_means(words, answer):
    assert answer_in(words) == answer
    assert answer_in(f" {words}！") == answer


def test_a_blank_is_no_answer():
    assert answer_in("") == answer_in("　") == BankAnswer.UNKNOWN
