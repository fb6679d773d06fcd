"""The return 回盘 of a payrun at the command line: read in, with what waits said line by line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from models.core.record import Refusal
from reports.commands.registry import DONE, PARTLY

if TYPE_CHECKING:
    from models.pay.runs.bank_files import Payee
    from models.pay.runs.runs import PayRun

HOW_TO_TEACH = "  看不懂“{word}”：知道意思的，再读一次并写明 --means {word}=成功（或失败、处理中）"


def read_in(arguments: argparse.Namespace, run: PayRun, user: str) -> tuple[int, list[str]]:
    """Enter a return; the exit status, and the lines that tell of it: the sums first, then who failed or waits."""
    from models.pay.returns import returns

    for told in arguments.means:
        _teach(told, user)
    reading = returns.read_return(run, arguments.returned, arguments.rest_paid)
    returns.apply_return(reading, user)
    asked = [_of_payee("待核实", payee, question) for payee, question in reading.asked]
    asked += [_of_payee("退汇待确认", payee, reason) for payee, reason in reading.bounced]
    asked += [f"  没有认出：{words}" for words in reading.doubtful]
    asked += [HOW_TO_TEACH.format(word=word) for word in reading.unknown]
    failed = [] if arguments.json else [_of_payee("失败", payee, reason) for payee, reason in reading.failed]
    return PARTLY if asked else DONE, [reading.words(), *failed, *asked]


def _teach(told: str, user: str) -> None:
    """Remember what an option ``--means`` says of a word."""
    from models.pay.returns.own_return_words import MEANINGS, teach_return_word

    word, _, meaning = told.rpartition("=")
    answers = {words: answer for answer, words in MEANINGS.items()}
    if not word or meaning not in answers:
        raise Refusal(f"看不懂“--means {told}”，请写成 词=成功、词=失败 或 词=处理中")
    teach_return_word(word, answers[meaning], user)


def _of_payee(result: str, payee: Payee, words: str) -> str:
    """A line about one payee of a return."""
    return f"  {result} {payee.name}（{payee.number}）{payee.account} {payee.amount:,.2f}元：{words}"
