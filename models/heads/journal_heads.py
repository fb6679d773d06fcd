"""The heads of the journal 日志核对码: the last entry as it stands in small type on papers, and whether the archive still holds it.

A code is the entry's number and the first 16 digits of its hash, ``123-4F2A-9C1B-07DE-33A0``: 64 bits, which nobody meets by trying.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models.core import journal
from models.core.journal import Entry
from models.core.record import Refusal, db

CODE_DIGITS = 16  # of the hash, in groups of four
CODE = re.compile(rf"第?\s*(\d{{1,9}})\s*条?[\s\-—–,，:：]*((?:[0-9A-Fa-f][\s\-—–]*){{{CODE_DIGITS},64}})")
NO_HEAD_CODE = "看不出核对码。请照纸上抄，例如 123-4F2A-9C1B-07DE-33A0（条号，再加16位数字和字母）"


class JournalHead(NamedTuple):
    """An entry by which all before it is known: its number, when it was written, its hash. Number 0: the journal is empty."""

    number: int = 0
    at: str = ""
    hash: str = ""

    @property
    def code(self) -> str:
        return code_of(self.number, self.hash)

    @property
    def moment(self) -> str:
        return self.at[:16].replace("T", " ")

    def words(self) -> str:
        """The line that stands on papers."""
        if not self.number:
            return "日志核对码：（操作日志还是空的）"
        return f"日志核对码：{self.code}（操作日志第{self.number}条，{self.moment}）"


class HeadVerdict(NamedTuple):
    """Whether the archive still holds an entry that a paper names, and the sentence that says so."""

    holds: bool
    words: str


def code_of(number: int, digest: str) -> str:
    """An entry's code, to be read out and typed."""
    short = digest[:CODE_DIGITS].upper()
    return "-".join([str(number), *(short[at : at + 4] for at in range(0, len(short), 4))])


def head_now() -> JournalHead:
    """The last entry."""
    return (
        _head(Entry.select().order_by(Entry.number.desc()).first())
        if db.table_exists("entry")
        else JournalHead()
    )


def holds(head: JournalHead) -> bool:
    """Whether the archive holds this very entry."""
    return (
        not head.number or Entry.select().where(Entry.number == head.number, Entry.hash == head.hash).exists()
    )


def compare(typed: str) -> HeadVerdict:
    """Whether the archive holds the entry of a code that somebody typed from a paper. ``Refusal`` when it is no code."""
    number, digits = read_head_code(typed)
    here, last = Entry.get_or_none(Entry.number == number), head_now()
    if here is None:
        return HeadVerdict(
            False,
            f"不一致：纸上是第{number}条，本库的操作日志只到第{last.number}条（{last.moment or '空的'}）。"
            "本库比纸上的旧：放回了旧的档案库，或者从旧备份恢复过。",
        )
    if here.hash.startswith(digits):
        told = f"第{number}条是{here.user}在 {_head(here).moment} 做的“{here.title}”"
        if faults := journal.chain_faults():
            return HeadVerdict(
                False, f"不一致：第{number}条的核对码对得上，但日志本身不完整：{'；'.join(faults[:3])}。"
            )
        return HeadVerdict(True, f"一致：{told}，从第1条到这一条都和出纸时一样。")
    return HeadVerdict(
        False,
        f"不一致：本库的第{number}条核对码是 {_head(here).code}（{_head(here).moment}）。日志被改写过，或者放回旧档案库以后又接着做了；也请再看一遍是否抄错。",
    )


def read_head_code(typed: str) -> tuple[int, str]:
    """Number and digits of the hash, in small letters."""
    found = CODE.search(typed.strip())
    if found is None:
        raise Refusal(NO_HEAD_CODE)
    return int(found[1]), re.sub(r"[^0-9a-f]", "", found[2].lower())


def _head(entry: Entry | None) -> JournalHead:
    return JournalHead(entry.number, entry.at, entry.hash) if entry is not None else JournalHead()
