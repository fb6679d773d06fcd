"""Capital money 大写, an amount written in characters: 壹仟贰佰元整, 一千二百."""

from __future__ import annotations

import re
from decimal import Decimal

PLACES = (
    {each: value for value, each in enumerate("零壹贰叁肆伍陆柒捌玖")}
    | {each: value for value, each in enumerate("〇一二三四五六七八九")}
    | {"两": 2, "貳": 2, "參": 3, "陸": 6, "弍": 2, "叄": 3}
)
CAPITAL_UNITS = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}
CHARACTERS = "".join(PLACES) + "".join(CAPITAL_UNITS) + "万萬"
AMOUNT = re.compile(
    rf"(?:人民币)?[:：]?([{CHARACTERS}]+)(?:[元圆圓](?:([{CHARACTERS}])角)?(?:零?([{CHARACTERS}])分)?)?[整正]?"
)
TELLING = re.compile(r"[元圆圓]|[壹贰叁肆伍陆柒捌玖].*[拾佰仟万]")


def capital_amount(words: str) -> Decimal | None:
    """The yuan that characters say, exact to the fen; None when they are none of these, or say no place (一二)."""
    found = AMOUNT.fullmatch(words.replace(" ", ""))
    if found is None or not TELLING.search(words):
        return None
    whole = _whole(found[1])
    if whole is None:
        return None
    tenths, hundredths = (PLACES.get(each or "零") for each in (found[2], found[3]))
    if tenths is None or hundredths is None:
        return None
    return Decimal(whole) + Decimal(tenths) / 10 + Decimal(hundredths) / 100


def _whole(words: str) -> int | None:
    high, wan, low = words.replace("萬", "万").partition("万")
    parts = [_below_ten_thousand(part) for part in ((high, low) if wan else ("", high))]
    if parts[0] is None or parts[1] is None:
        return None
    return parts[0] * 10_000 + parts[1]


def _below_ten_thousand(words: str) -> int | None:
    total, digit, last = 0, None, 10_000
    for each in words:
        if each in CAPITAL_UNITS:
            if CAPITAL_UNITS[each] >= last:
                return None
            last = CAPITAL_UNITS[each]
            total += (1 if digit is None else digit) * last
            digit = None
        elif each in PLACES and (digit is None or digit == 0):
            digit = PLACES[each]
        else:
            return None
    return total + (digit or 0)
