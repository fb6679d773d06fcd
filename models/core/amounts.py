"""Amounts of money as they are written: in figures, and in words 大写 as vouchers and rosters want them.

The words follow 支付结算办法 annex 1, 正确填写票据和结算凭证的基本规定.
"""

from __future__ import annotations

import re
from decimal import Decimal

FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
FORMAL_PLACES = ("", "拾", "佰", "仟")
FORMAL_GROUPS = ("", "万", "亿", "万亿")
LARGEST_AMOUNT = Decimal("9999999999999999.99")


def yuan(amount: Decimal | None) -> str:
    """The amount as 1,610.30 in yuan; nothing where none is known."""
    return "" if amount is None else f"{amount:,.2f}"


def in_words(amount: Decimal) -> str:
    """The amount as 壹仟陆佰捌拾元零叁角贰分; ``ValueError`` for less than nothing, parts of a fen, or more than 16 places."""
    fen = Decimal(amount).scaleb(2)
    if not 0 <= amount <= LARGEST_AMOUNT or fen != fen.to_integral_value():
        raise ValueError(amount)
    yuan, rest = divmod(int(fen), 100)
    jiao, left = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan else ""
    if not rest:
        return f"{words or '零元'}整"
    if words and (not jiao or yuan % 10 == 0):
        words += "零"
    return words + (f"{FORMAL_DIGITS[jiao]}角" if jiao else "") + (f"{FORMAL_DIGITS[left]}分" if left else "")


def _whole(number: int) -> str:
    """A whole number; a run of noughts between other digits is one 零."""
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    words = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group:
            gap = "零" if words and (group < 1000 or groups[place + 1] == 0) else ""
            words += gap + _group(group) + FORMAL_GROUPS[place]
    return words


def _group(number: int) -> str:
    """Four places: 1005 is 壹仟零伍."""
    digits = f"{number:04d}"
    words = "".join(
        FORMAL_DIGITS[int(digit)] + (FORMAL_PLACES[3 - place] if digit != "0" else "")
        for place, digit in enumerate(digits)
    )
    return re.sub("零+", "零", words).strip("零")
