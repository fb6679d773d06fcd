"""Money in a cell: ``￥1,610.30``, ``1610.3元``, ``人民币1 200元整``, ``1.2万元``; exact to the fen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from models.core.words import half_width
from models.imports.sheets.cells import UNSAID, Unreadable, is_unsaid, shown
from models.imports.sheets.row_kinds import is_total
from models.imports.words.capital_money import capital_amount

YUAN_OF_WAN = 10_000
TOTAL_STANDS = 3  # columns from the left in which a row says that it is a total
RECKONED = re.compile(r"\d\.\d{5,}(元|圆)?$")  # what a formula reckoned, written out as text
MOST, WHOLE_FEN = 10**12, Decimal("0.01")
AROUND_MONEY = re.compile(r"[,\s]|^(人民币|RMB|CNY)?[:¥￥]*|(元整|元正|圆整|圆|元)$", re.IGNORECASE)


def yuan_of(cell: Any) -> Decimal | None:
    """An amount of yuan, exact to the fen; ``1.2万元`` is 12000."""
    if is_unsaid(cell):
        return None
    if isinstance(cell, str) and (said := capital_amount(half_width(shown(cell)))) is not None:
        return said
    text = AROUND_MONEY.sub("", re.sub(r"[,\s]", "", half_width(shown(cell))))
    try:
        amount = Decimal(text.removesuffix("万")) * (YUAN_OF_WAN if text.endswith("万") else 1)
    except InvalidOperation as error:
        raise Unreadable(shown(cell)) from error
    if (isinstance(cell, float) or RECKONED.search(text)) and amount.is_finite() and abs(amount) < MOST:
        amount = amount.quantize(
            WHOLE_FEN, ROUND_HALF_UP
        )  # a sheet shows two places of what a formula reckons
    if not amount.is_finite() or abs(amount) >= MOST or amount != amount.quantize(Decimal("0.01")):
        raise Unreadable(text)
    return amount


def summing_columns(rows: Sequence[Sequence[Any]]) -> frozenset[int]:
    """The columns whose amounts come to what a row of totals below them says."""
    sums: dict[int, Decimal] = defaultdict(Decimal)
    found: set[int] = set()
    for row in rows:
        amounts = {index: amount for index, cell in enumerate(row) if (amount := amount_or_none(cell))}
        if any(isinstance(cell, str) and is_total(cell) for cell in row[:TOTAL_STANDS]):
            found |= {index for index, amount in amounts.items() if sums[index] == amount}
        else:
            for index, amount in amounts.items():
                sums[index] += amount
    return frozenset(found)


def amount_or_none(cell: Any) -> Decimal | None:
    """The yuan that a cell says; None for a blank and for what is no amount."""
    try:
        return yuan_of(cell)
    except Unreadable:
        return None


def money_in(wan: bool) -> Callable[[Any], Decimal | None]:
    """Read an amount of yuan, or of 万元 where the heading or the title says so and the cell does not."""

    def read(cell: Any) -> Decimal | None:
        words = half_width(shown(cell))
        if wan and not words.endswith(("元", "万")):
            return _in_wan(cell, words)
        return yuan_of(cell)

    return read


def _in_wan(cell: Any, words: str) -> Decimal | None:
    bare = re.sub(r"[,\s¥￥]", "", words)
    if not bare or bare in UNSAID:
        return None
    try:
        amount = Decimal(bare) * YUAN_OF_WAN
    except InvalidOperation as error:
        raise Unreadable(shown(cell)) from error
    return yuan_of(f"{amount:f}")


def rounded_words(cell: Any, amount: Any) -> str:
    """What to tell of a number of more than two places; '' when nothing of it was rounded."""
    if not isinstance(amount, Decimal) or (isinstance(cell, float) and cell == float(amount)):
        return ""
    if not isinstance(cell, float) and not (isinstance(cell, str) and RECKONED.search(cell.strip())):
        return ""
    text = AROUND_MONEY.sub("", re.sub(r"[,\s]", "", half_width(shown(cell))))
    said = Decimal(text)
    return (
        ""
        if amount in (said, said * YUAN_OF_WAN)
        else f"单元格里是{shown(cell)}，按{amount:.2f}元登记，请核对"
    )
