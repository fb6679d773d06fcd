"""The check of a head 日志核对: an archive was other than this PC had seen it, and somebody said why.

It is a record, so that the answer is an entry of the journal itself; from then on the PC knows the archive as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.archive import seen_heads
from models.archive.opened import Archive
from models.archive.seen_heads import HeadDoubt
from models.core import journal
from models.core.record import Record, Text
from models.core.rights import ACCOUNTS


class HeadCheck(Record):
    """One answer: what the PC had seen, what the archive held, and why."""

    NOUN = "日志核对"
    NAMED_BY = "reason"
    RIGHT = ACCOUNTS  # who may have put back an older archive does not explain it away himself
    TIMELESS = "哪天写明的写在操作日志里"

    seen = Text("这台电脑见过的末条")
    found = Text("档案库里的末条")
    reason = Text("原因")

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.reason:
            yield "reason", "请写明原因，例如：从某月某日的备份恢复"


def explain(archive: Archive, doubt: HeadDoubt, reason: str, user: str) -> None:
    """Write down why the archive is other than it was seen, and know it as it is from now on."""
    with journal.entry(f"核对操作日志：{doubt.words}原因：{reason.strip()}", user):
        HeadCheck(seen=doubt.seen.code, found=doubt.now.code, reason=reason.strip()).save()
    seen_heads.accept_head(archive)
