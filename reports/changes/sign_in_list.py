"""The sign-ins as a list 登录记录: who opened the archive when and on which PC, and who tried in vain."""

from __future__ import annotations

from collections.abc import Iterable

from models.heads import journal_heads
from models.office.sign_ins import SignIn
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import START, Register

SIGN_INS_TITLE = "登录记录"
SIGN_IN_LIST = Listing(
    SignIn,
    (
        ListColumn("at", 150, 34, words=lambda row: row.at[:16].replace("T", " ")),
        ListColumn("user", 100, 28),
        ListColumn("deed", 110, 30),
        ListColumn("words", 300, 98, START),
        ListColumn("pc", 130, 42),
        ListColumn("system", 110, 32),
    ),
    number=12.5, counted="条",
)  # fmt: skip


def sign_ins_register(found: Iterable[SignIn], range_words: str, practice: bool = False) -> Register:
    """These sign-ins as a register, in their order; ``range_words`` say what was asked for."""
    above = f"范围：{range_words}", journal_heads.head_now().words()
    return SIGN_IN_LIST.register(SIGN_INS_TITLE, found, above, practice, ("导出人：", "核对人：", "日期："))
