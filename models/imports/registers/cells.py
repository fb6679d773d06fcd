"""A cell of a register, read as its field is: days without a year, money in 万元, quantities with their measure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from models.core.dates import PartDate
from models.core.words import half_width
from models.imports.registers import wordings
from models.imports.sheets.cells import (
    UNSAID,
    Unreadable,
    day_of,
    digits,
    flag_of,
    name_of,
    phones_of,
    shown,
    text_of,
    yuan_of,
)

TEN_THOUSAND = 10_000
SHORT_YEAR = re.compile(r"[’']?(\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?")
SHORT_DAY = re.compile(r"(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?")
SHORT_MONTH = re.compile(r"(\d{1,2})\s*月份?")
SPAN = re.compile(r"(.*?\d[日号月]?)\s*(?:[—~–～至到]+|-{1,2}(?=\d{1,2}[日号月]))\s*\d.*")
WEEKDAY = re.compile(r"\s*\(?(星期|周)[一二三四五六日天]\)?$")
CHINESE_DAY = re.compile(
    r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?"
)
DIGITS = {each: value for value, each in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
QUANTITY = re.compile(r"([+-]?\d{1,9})(?:\.0+)?\s*([^\d\s.,()+-]{0,4})")
COUNT = re.compile(r"([+-]?\d{1,9})(?:\.0+)?\s*(人次|人|名|家|个|支|册|本|幅|副|对|场|次|户|位|套|张)?")
MONEY = re.compile(r"^(人民币|RMB|CNY)|(元整|元正|圆整|圆|元)$", re.IGNORECASE)


def day_in(year: int | None) -> Callable[[Any], PartDate | None]:
    """Read a day; one written without its year, as 1月17日, lies in the year that the title says.

    Of several days, as 1月12日至14日, the first counts.
    """

    def read(cell: Any) -> PartDate | None:
        try:
            return day_of(WEEKDAY.sub("", cell) if isinstance(cell, str) else cell)
        except Unreadable:
            words = WEEKDAY.sub("", half_width(shown(cell)))
            if not isinstance(cell, str):
                raise
            if found := CHINESE_DAY.fullmatch(words):
                return _in_characters(words, *found.groups())
            if span := SPAN.fullmatch(words):
                return read(span[1])
            if year and (found := SHORT_YEAR.fullmatch(words)) and int(found[1]) == year % 100:
                return _date(words, year, int(found[2]), int(found[3]))
            if year and (found := SHORT_DAY.fullmatch(words)):
                return _date(words, year, int(found[1]), int(found[2]))
            raise

    return read


def _in_characters(words: str, year: str, month: str, day: str | None) -> PartDate:
    """A date in characters: 二〇一九年七月二十八日."""
    try:
        whole = int("".join(str(DIGITS[each]) for each in year))
        return PartDate(whole, _counted(month), _counted(day or ""))
    except (KeyError, ValueError) as error:
        raise Unreadable(words) from error


def _counted(words: str) -> int:
    """A number below a hundred in characters: 十 is 10, 二十八 is 28; nothing is none."""
    tens, ten, ones = words.partition("十")
    if not ten:
        return DIGITS[words] if words else 0
    return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)


def month_in(year: int | None) -> Callable[[Any], PartDate | None]:
    """Read a month; the day in it, if one is said, is left out."""
    day = day_in(year)

    def read(cell: Any) -> PartDate | None:
        if isinstance(cell, (date, datetime)):
            return PartDate(cell.year, cell.month)
        words = half_width(shown(cell))
        if year and (found := SHORT_MONTH.fullmatch(words) or re.fullmatch(r"(\d{1,2})", words)):
            return _date(words, year, int(found[1]), 0)
        found_day = day(cell)
        if found_day is not None and not found_day.month:
            raise Unreadable(words)
        return PartDate(found_day.year, found_day.month) if found_day else None

    return read


def _date(words: str, year: int, month: int, day: int) -> PartDate:
    try:
        return PartDate(year, month, day)
    except ValueError as error:
        raise Unreadable(words) from error


def year_of(cell: Any) -> int | None:
    """A year, alone or in a date."""
    day = day_of(cell.removesuffix("度") if isinstance(cell, str) else cell)
    return day.year if day else None


def money_in(wan: bool) -> Callable[[Any], Decimal | None]:
    """Read an amount of yuan, or of 万元 where the heading or the title says so and the cell does not."""

    def read(cell: Any) -> Decimal | None:
        words = half_width(shown(cell))
        if wan and not words.endswith(("元", "万")):
            return _in_wan(cell, words)
        if isinstance(cell, str):
            words = MONEY.sub("", re.sub(r"[\s,]", "", words).lstrip("¥￥").strip())
            return yuan_of(words)
        return yuan_of(cell)

    return read


def _in_wan(cell: Any, words: str) -> Decimal | None:
    bare = re.sub(r"[,\s¥￥]", "", words)
    if not bare or bare in UNSAID:
        return None
    try:
        amount = Decimal(bare) * TEN_THOUSAND
    except InvalidOperation as error:
        raise Unreadable(shown(cell)) from error
    return yuan_of(f"{amount:f}")


def quantity_of(cell: Any) -> tuple[int, str] | None:
    """A number of things and its measure: 2块 is two of 块."""
    words = half_width(shown(cell)).replace(",", "")
    if words in UNSAID or not words:
        return None
    if (found := QUANTITY.fullmatch(words)) is None:
        raise Unreadable(shown(cell))
    return int(found[1]), found[2]


def number_of(cell: Any) -> int | None:
    """A number of people, units, books."""
    words = half_width(shown(cell)).replace(",", "")
    if words in UNSAID or not words:
        return None
    if (found := COUNT.fullmatch(words)) is None:
        raise Unreadable(shown(cell))
    return int(found[1])


def worded(table: str) -> Callable[[Any], str]:
    """Read by a code table, or by what the words hold; the words as they stand when neither knows them."""

    def read(cell: Any) -> str:
        words = text_of(cell)
        return "" if words in UNSAID else wordings.read(table, words)[0]

    return read


def reader(reads: str, year: int | None, wan: bool) -> Callable[[Any], Any]:
    """How the cells of a field are read; readers raise ``Unreadable`` or ``Spoilt``."""
    if reads.startswith("code:"):
        return worded(reads.removeprefix("code:"))
    return {
        "text": text_of, "name": name_of, "number": digits, "digits": digits, "phone": phones_of, "flag": flag_of,
        "count": number_of, "quantity": quantity_of, "day": day_in(year), "month": month_in(year), "year": year_of,
        "yuan": money_in(wan),
    }[reads]  # fmt: skip
