"""Grids of standards on paper and as a workbook: a list with its sources, and two years side by side; unconfirmed ones marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from models.pay.standards.grids import Pair
from models.pay.standards.standards import Standard
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register

NOT_CONFIRMED = "未确认"


def _amount(standard: Standard | None) -> str:
    if standard is None:
        return "无"
    return f"{standard.amount or Decimal(0):,.2f}" + ("" if standard.confirmed else f"（{NOT_CONFIRMED}）")


def _unsure(standard: Standard) -> str:
    return f"{NOT_CONFIRMED}（推算）" if standard.derived_by else NOT_CONFIRMED


def _paper(standard: Standard | None) -> str:
    return "；".join(filter(None, (standard.document, standard.source))) if standard is not None else ""


STANDARD_LIST = Listing(
    Standard,
    (
        ListColumn("layer", 56, 13),
        ListColumn("whom", paper=58, align=START, heading="对象", words=lambda standard: standard.whom()),
        ListColumn("kind", 130),
        ListColumn("category", 120, heading="类别"),
        ListColumn("grade", 56, heading="等级"),
        ListColumn("nature", 56, heading="性质"),
        ListColumn("period", 80, heading="时期"),
        ListColumn("household", 56, heading="户籍"),
        ListColumn("amount", 100, 24, END),
        ListColumn("unit", 96, 24),
        ListColumn("begins", 76, 18, heading="自"),
        ListColumn("ends", 76, 18, heading="至"),
        ListColumn("document", 150),
        ListColumn("source", 240),
        ListColumn("paper", paper=66, align=START, heading="文号和依据", words=_paper),
        ListColumn(
            "confirmed", 110, 17, heading="确认", order=Standard.confirmed,
            words=lambda standard: "已确认" if standard.confirmed else _unsure(standard),
            on_paper=lambda standard: "是" if standard.confirmed else _unsure(standard),
        ),
        ListColumn("derived_by", 260),
        ListColumn("notes", 200, 30, START),
    ),
    first=("confirmed", "kind", "category", "grade", "nature", "period", "household", "amount", "unit", "layer"),
    number=11,
)  # fmt: skip
COMPARED_LIST = Listing(
    None,
    (
        ListColumn("layer", 56, 13, heading="层级", field="any.layer"),
        ListColumn("whom", 250, 60, START, "对象", words=lambda pair: pair.any.whom()),
        ListColumn("unit", 90, 24, heading="计发单位", field="any.unit"),
        ListColumn("older", 150, 32, END, "原标准(元)", words=lambda pair: _amount(pair.older)),
        ListColumn("newer", 150, 32, END, "新标准(元)", words=lambda pair: _amount(pair.newer)),
        ListColumn("more", 100, 24, END, "增加(元)", summed=True),
        ListColumn("percent", 80, 18, heading="增幅", window=END),
        ListColumn(
            "paper", 240, 62, START, "新标准依据", printed="依据", on_paper=lambda pair: _paper(pair.newer),
            words=lambda pair: pair.newer and (pair.newer.document or pair.newer.source),
        ),
    ),
    first=("whom",), number=11, counted="项",
)  # fmt: skip
STANDARDS_SIGNATURES = ("制表：", "审核：")


def standards_register(found: Iterable[Standard], words: str, practice: bool = False) -> Register:
    """The list of standards; ``words`` say which."""
    listed = list(found)
    unsure = sum(not each.confirmed for each in listed)
    above = (f"范围：{words}",) + ((f"其中{unsure}条未确认，不用于计算",) if unsure else ())
    return STANDARD_LIST.register("优抚对象补助标准表", listed, above, practice, STANDARDS_SIGNATURES)


def comparison(pairs: Sequence[Pair], older: int, newer: int, practice: bool = False) -> Register:
    """Two years of standards side by side."""
    paper = COMPARED_LIST.named({"older": f"{older}年末(元)", "newer": f"{newer}年末(元)"})
    return paper.register(f"{older}年与{newer}年补助标准对照表", pairs, (), practice, STANDARDS_SIGNATURES)
