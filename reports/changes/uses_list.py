"""The uses as a list 使用记录: who read, printed, saved or took out what, and where it went; printings and uses in one."""

from __future__ import annotations

from collections.abc import Iterable

from models.heads import journal_heads
from models.uses.uses import ToldUse
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register

USES_TITLE = "使用记录"
USES_LIST = Listing(
    None,
    (
        ListColumn("moment", paper=32, heading="时间"),
        ListColumn("user", paper=24, heading="用户"),
        ListColumn("deed", paper=26, heading="做了什么"),
        ListColumn("title", paper=80, align=START, heading="内容"),
        ListColumn("people", paper=14, align=END, heading="人数"),
        ListColumn("place", paper=88, align=START, heading="去向"),
    ),
    number=12.5, counted="条",
)  # fmt: skip


def uses_register(found: Iterable[ToldUse], range_words: str, practice: bool = False) -> Register:
    """These uses as a register, in their order; ``range_words`` say what was asked for."""
    above = f"范围：{range_words}", journal_heads.head_now().words()
    return USES_LIST.register(USES_TITLE, found, above, practice, ("导出人：", "核对人：", "日期："))
