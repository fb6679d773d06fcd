"""Amounts of money as they are written: in figures, and in words 大写 as vouchers and rosters want them.

The words follow 支付结算办法 annex 1, 正确填写票据和结算凭证的基本规定.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import Any, NamedTuple

from peewee import Field

from models.core.dates import PartDate, this_day
from models.core.record import db

FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
FORMAL_PLACES = ("", "拾", "佰", "仟")
FORMAL_GROUPS = ("", "万", "亿", "万亿")
TIMES_USUAL = 10  # from which on an amount is asked about
FEWEST_USUAL = 3  # amounts of which the middle one is usual
YEARS_BACK = 3  # what was usual before is not any more
NAMES_OF_LARGE = 5  # of others it is said how many they are
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


def usual_amounts(what: Field, amount: Field, day: Field, wanted: Collection[str]) -> dict[str, Decimal]:
    """What records of the last years usually come to in yuan, by what they are for, of these; the fields are of one kind."""
    since = PartDate(this_day().year - YEARS_BACK)
    query: Any = what.model.select(what, amount).where(what.in_(list(wanted)), amount > 0, day >= since)
    found: dict[str, list[int]] = defaultdict(list)
    for name, fen in db.execute(query):
        found[name].append(fen)
    return {
        name: Decimal(median(each)).scaleb(-2) for name, each in found.items() if len(each) >= FEWEST_USUAL
    }


class AskedAmount(NamedTuple):
    """What somebody is to get: by name, for what, and how much."""

    name: str
    what: str
    amount: Decimal


def large_amounts(
    asked: Iterable[AskedAmount], usual: Mapping[str, Decimal], times: int = TIMES_USUAL
) -> list[str]:
    """Whose amount is so many times what is usual for the same, a sentence for each kind; nothing is refused.

    ``usual`` is by kind; of a kind that it does not know, the middle one of those asked is usual, where they are a few.
    """
    alike: dict[str, list[AskedAmount]] = defaultdict(list)
    for each in asked:
        alike[each.what].append(each)
    return [
        words for what, found in alike.items() if (words := _told_large(what, found, usual.get(what), times))
    ]


def _told_large(what: str, found: Sequence[AskedAmount], usual: Decimal | None, times: int) -> str:
    if usual is None and len(found) >= FEWEST_USUAL:
        usual = median(each.amount for each in found)
    large = [each for each in found if usual and each.amount >= usual * times]
    if not large or usual is None:
        return ""
    names = "、".join(f"{each.name}{yuan(each.amount)}元" for each in large[:NAMES_OF_LARGE])
    more = f"等{len(large)}人" if len(large) > NAMES_OF_LARGE else ""
    total = sum((each.amount for each in large), Decimal(0))
    return f"{what}有{len(large)}人的金额是平常的{times}倍以上（平常{yuan(usual)}元）：{names}{more}，合计{yuan(total)}元"
