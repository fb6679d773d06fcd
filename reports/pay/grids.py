"""Standards on paper and as a workbook: a list with its sources, and two years side by side; unconfirmed ones are marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from models.pay.standards.grids import Pair
from models.pay.standards.standards import Standard
from reports.tables.register import CENTRE, END, START, Heading, Register, numbered

NOT_CONFIRMED = "未确认"
LISTED = (
    Heading("序号", 11), Heading("层级", 13), Heading("对象", 58, START), Heading("标准(元)", 24, END),
    Heading("计发单位", 24), Heading("自", 18), Heading("至", 18), Heading("文号和依据", 66, START), Heading("确认", 17),
    Heading("说明", 30, START),
)  # fmt: skip
SIGNED = ("制表：", "审核：")


def register(found: Iterable[Standard], words: str, practice: bool = False) -> Register:
    """The list of standards; ``words`` say which."""
    rows = [
        (
            each.layer, each.whom(), each.amount, each.unit, each.begins, each.ends or "", _paper(each),
            "是" if each.confirmed else NOT_CONFIRMED, each.notes,
        )
        for each in found
    ]  # fmt: skip
    unsure = sum(1 for row in rows if row[7] == NOT_CONFIRMED)
    above = (f"范围：{words}",) + ((f"其中{unsure}条未确认，不用于计算",) if unsure else ())
    return Register(
        "优抚对象补助标准表", LISTED, numbered(rows), above, "条", signed=SIGNED, practice=practice
    )


def comparison(pairs: Sequence[Pair], older: int, newer: int, practice: bool = False) -> Register:
    """Two years of standards side by side."""
    headings = (
        Heading("序号", 11), Heading("层级", 13), Heading("对象", 60, START), Heading("计发单位", 24),
        Heading(f"{older}年末(元)", 32, END), Heading(f"{newer}年末(元)", 32, END), Heading("增加(元)", 24, END),
        Heading("增幅", 18, CENTRE), Heading("依据", 62, START),
    )  # fmt: skip
    rows = [
        (
            pair.any.layer, pair.any.whom(), pair.any.unit, _amount(pair.older), _amount(pair.newer), pair.more,
            pair.percent, _paper(pair.newer) if pair.newer is not None else "",
        )
        for pair in pairs
    ]  # fmt: skip
    title = f"{older}年与{newer}年补助标准对照表"
    return Register(title, headings, numbered(rows), (), "项", signed=SIGNED, practice=practice)


def _amount(standard: Standard | None) -> str:
    if standard is None:
        return "无"
    return f"{standard.amount or Decimal(0):,.2f}" + ("" if standard.confirmed else f"（{NOT_CONFIRMED}）")


def _paper(standard: Standard) -> str:
    return "；".join(filter(None, (standard.document, standard.source)))
