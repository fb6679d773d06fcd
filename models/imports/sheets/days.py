"""A day in a cell, in any spelling of the office: with its weekday, in characters, without the year that a title says."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from models.core.dates import PartDate
from models.core.words import half_width
from models.imports.sheets.cells import Unreadable, is_unsaid, shown
from models.imports.words.old_calendars import old_day

SHORT_YEAR = re.compile(r"[’']?(\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?")
SHORT_DAY = re.compile(r"(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?")
SHORT_MONTH = re.compile(r"(\d{1,2})\s*月份?")
DAY_SPAN = re.compile(r"(.*?\d[日号月]?)\s*(?:[—~–～至到]+|-{1,2}(?=\d{1,2}[日号月]))\s*\d.*")
WEEKDAY = re.compile(r"\s*\(?(星期|周)[一二三四五六日天]\)?$")
CHINESE_DAY = re.compile(
    r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?"
)
CHINESE_DIGITS = {each: value for value, each in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def day_of(cell: Any) -> PartDate | None:
    """A date in any habit; None for a blank one."""
    if is_unsaid(cell):
        return None
    try:
        return PartDate.read(half_width(cell) if isinstance(cell, str) else cell)
    except ValueError as error:
        if not isinstance(cell, str):
            raise Unreadable(shown(cell)) from error
    return _in_words(cell)


def _in_words(cell: str) -> PartDate:
    """A day with its weekday behind it, or one in characters: 二〇一九年七月二十八日."""
    words = WEEKDAY.sub("", half_width(shown(cell)))
    if found := CHINESE_DAY.fullmatch(words):
        return _in_characters(words, *found.groups())
    try:
        return PartDate.read(words)
    except ValueError as error:
        if (old := old_day(words)) is not None:
            return old
        raise Unreadable(shown(cell)) from error


def day_in(year: int | None) -> Callable[[Any], PartDate | None]:
    """Read a day; one written without its year, as 1月17日, lies in the year that the title says.

    Of several days, as 1月12日至14日, the first counts.
    """

    def read(cell: Any) -> PartDate | None:
        try:
            return day_of(cell)
        except Unreadable:
            if not isinstance(cell, str):
                raise
            words = WEEKDAY.sub("", half_width(shown(cell)))
            if span := DAY_SPAN.fullmatch(words):
                return read(span[1])
            if year and (old := old_day(words, year)):
                return old
            if year and (found := SHORT_YEAR.fullmatch(words)) and int(found[1]) == year % 100:
                return _date(words, year, int(found[2]), int(found[3]))
            if year and (found := SHORT_DAY.fullmatch(words)):
                return _date(words, year, int(found[1]), int(found[2]))
            raise

    return read


def month_in(year: int | None) -> Callable[[Any], PartDate | None]:
    """Read a month; the day in it, if one is said, is left out."""
    day = day_in(year)

    def read(cell: Any) -> PartDate | None:
        if isinstance(cell, (date, datetime)):
            whole = PartDate.read(cell)
            return PartDate(whole.year, whole.month)
        words = half_width(shown(cell))
        if year and (found := SHORT_MONTH.fullmatch(words) or re.fullmatch(r"(\d{1,2})", words)):
            return _date(words, year, int(found[1]), 0)
        found_day = day(cell)
        if found_day is not None and not found_day.month:
            raise Unreadable(words)
        return PartDate(found_day.year, found_day.month) if found_day else None

    return read


def year_of(cell: Any) -> int | None:
    """A year, alone or in a date."""
    day = day_of(cell.removesuffix("度") if isinstance(cell, str) else cell)
    return day.year if day else None


def _in_characters(words: str, year: str, month: str, day: str | None) -> PartDate:
    try:
        whole = int("".join(str(CHINESE_DIGITS[each]) for each in year))
        return PartDate(whole, _counted(month), _counted(day or ""))
    except (KeyError, ValueError) as error:
        raise Unreadable(words) from error


def _counted(words: str) -> int:
    """A number below a hundred in characters: 十 is 10, 二十八 is 28; nothing is none."""
    tens, ten, ones = words.partition("十")
    if not ten:
        return CHINESE_DIGITS[words] if words else 0
    return 10 * (CHINESE_DIGITS[tens] if tens else 1) + (CHINESE_DIGITS[ones] if ones else 0)


def _date(words: str, year: int, month: int, day: int) -> PartDate:
    try:
        return PartDate(year, month, day)
    except ValueError as error:
        raise Unreadable(words) from error
