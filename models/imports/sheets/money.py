"""Money in a cell: ``￥1,610.30``, ``1610.3元``, ``人民币1 200元整``, ``1.2万元``; exact to the fen."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from models.core.words import half_width
from models.imports.sheets.cells import UNSAID, Unreadable, is_unsaid, shown

YUAN_OF_WAN = 10_000
AROUND_MONEY = re.compile(r"[,\s]|^(人民币|RMB|CNY)?[:¥￥]*|(元整|元正|圆整|圆|元)$", re.IGNORECASE)


def yuan_of(cell: Any) -> Decimal | None:
    """An amount of yuan, exact to the fen; ``1.2万元`` is 12000."""
    if is_unsaid(cell):
        return None
    text = AROUND_MONEY.sub("", re.sub(r"[,\s]", "", half_width(shown(cell))))
    try:
        amount = Decimal(text.removesuffix("万")) * (YUAN_OF_WAN if text.endswith("万") else 1)
    except InvalidOperation as error:
        raise Unreadable(text) from error
    if not amount.is_finite() or abs(amount) >= 10**12 or amount != amount.quantize(Decimal("0.01")):
        raise Unreadable(text)
    return amount


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
