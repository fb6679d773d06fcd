"""What the words of a row say of its money: that it came back, was never paid, or that the one who was paid is dead."""

from __future__ import annotations

import re

from models.core import codes
from models.core.words import half_width
from models.imports.registers.lines import RegisterLine
from models.imports.words.endings import ended_words
from models.imports.words.return_words import BankAnswer, answer_in

NOT_PAID = re.compile(
    r"(未|没有?|尚未|暂未|不予|暂缓|暂不)(成功)?(发放?|领取?|到账|打卡|支付|兑付)|退回|退票|退汇|退款|(发放|打卡|打款|代发|支付|转账)(失败|不成功)"
)
PAID_AFTER = re.compile(r"已?(补发|重发|重新发放|重新打卡)|后(已|又)?(发|领|到账)|已(领|发|到账)")
SAYS_FAILED = "“{}”写着“{}”，没有发放成功，本行没有登记为已发放"
SAYS_WAITING = "“{}”写着“{}”，还没有办完，本行没有登记为已发放；办完后请重新导入"
SAYS_END = "{}写着“{}”，请核对是否已去世、停发或迁出，这笔该不该发"


def check_paid(line: RegisterLine) -> None:
    """Refuse a row whose own words say that nothing was paid; words that nobody knows are kept as a note."""
    label, words = "发放状态", line.facts.pop("result", "")
    answer = answer_in(words, label) if words else BankAnswer.PAID
    if answer == BankAnswer.FAILED:
        line.refuse("result", words, SAYS_FAILED.format(label, words))
    elif answer == BankAnswer.PENDING:
        line.refuse("result", words, SAYS_WAITING.format(label, words))
    elif answer == BankAnswer.UNKNOWN:
        line.notes[label] = words
        if NOT_PAID.search(words):
            line.refuse("result", words, SAYS_FAILED.format(label, words))
        elif not codes.table("state").read(words) and not ended_words(words):
            line.doubt("result", words, f"“{label}”写着“{words}”，看不出是否发放成功，已照表登记，请核对")
    for label, words in (("备注", line.facts.get("notes", "")), *line.notes.items()):
        text = half_width(words) if isinstance(words, str) else ""
        if NOT_PAID.search(text) and not PAID_AFTER.search(text):
            line.refuse("notes", words, SAYS_FAILED.format(label, words))


def ask_of_end(line: RegisterLine) -> None:
    """Ask of a row whose words say that somebody is dead, was stopped or moved away."""
    for label, words in (("备注", line.facts.get("notes", "")), *line.notes.items()):
        if isinstance(words, str) and ended_words(words):
            line.doubt("name" if label == "姓名" else "notes", words, SAYS_END.format(label, words))
            return
