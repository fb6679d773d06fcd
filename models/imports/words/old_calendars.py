"""Old calendars in a cell: 农历 (农历一九四八年八月十五, 腊月初八) and 民国 (民国三十七年) days, converted, the words kept beside.

The lunar calendar is borax's, which holds the years 1900 to 2100 of GB/T 33661-2017; 民国元年 is 1912.
"""

from __future__ import annotations

import re
from typing import Any

from borax.calendars.lunardate import LunarDate

from models.core.dates import PartDate
from models.core.words import half_width, plain_text

FIRST_REPUBLICAN, MOST_REPUBLICAN = 1911, 60  # the year before 民国元年; later ones are no dates of ours
DIGITS = {each: value for value, each in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
CALENDAR = re.compile(r"[(（]?(农历|阴历|旧历|古历|夏历)[)）]?[:：]?")
COUNT = r"[〇零○一二三四五六七八九十廿卅元]{1,4}"
OLD_DAY = re.compile(
    rf"(?:(?P<republic>民国)\s*(?P<count>\d{{1,2}}|{COUNT})\s*[年.]|(?P<year>\d{{4}}|[一二][〇○零一二三四五六七八九]{{3}})\s*[年./-])?\s*"
    rf"(?:(?P<leap>闰)?(?P<month>正|冬|腊|元|\d{{1,2}}|{COUNT})\s*(?:月份?|[./-]|$))?\s*"
    rf"(?:(?P<day>初?[一二三四五六七八九十]{{1,3}}|[廿卅][一二三四五六七八九十]?|\d{{1,2}})\s*[日号]?)?"
)
LUNAR_SIGN = re.compile(r"闰|正月|冬月|腊月|月初|月廿|月卅")
OLD_SIGN = re.compile(rf"{CALENDAR.pattern}|民国|{LUNAR_SIGN.pattern}")
LUNAR_TOLD = "“{}”是农历，按公历{}登记，请核对"
REPUBLICAN_TOLD = "“{}”是民国纪年，按{}登记，请核对"


def old_day(words: str, year: int | None = None) -> PartDate | None:
    """The day of our calendar that some words of an old one mean; None when they are none, or there is no such day.

    A lunar day without its year is the one that lies in ``year``. A lunar month alone tells no month of ours: of it the
    year is kept, where it lies in one.
    """
    text = half_width(words).strip()
    if not OLD_SIGN.search(text):
        return None
    lunar = bool(CALENDAR.search(text) or LUNAR_SIGN.search(text))
    found = OLD_DAY.fullmatch(CALENDAR.sub("", text).strip())
    if found is None or not (found["month"] or found["republic"] or found["year"]):
        return None
    own = _year(found)
    month, day = _month(found["month"]), _count(found["day"] or "")
    try:
        if not lunar or month is None:
            return PartDate(own, month or 0, day or 0) if own and month is not None else None
        return _of_lunar(own, year, month, bool(found["leap"]), day or 0)
    except ValueError:
        return None


def is_old_calendar(cell: Any) -> bool:
    """Whether a cell's day is told by an old calendar."""
    return isinstance(cell, str) and OLD_SIGN.search(cell) is not None


def converted_words(cell: Any, value: Any) -> str:
    """What to tell of a day that was converted; '' for any other value."""
    if not isinstance(value, PartDate) or not is_old_calendar(cell):
        return ""
    lunar = CALENDAR.search(cell) or LUNAR_SIGN.search(cell)
    return (LUNAR_TOLD if lunar else REPUBLICAN_TOLD).format(plain_text(cell), value.chinese())


def _of_lunar(own: int | None, year: int | None, month: int, leap: bool, day: int) -> PartDate | None:
    if month == 0:
        return PartDate(own) if own else None
    if own:
        return _solar(own, month, leap, day)
    if not year or not day:
        return None
    near = [_solar(each, month, leap, day) for each in (year - 1, year)]
    within = [each for each in near if each.year == year]
    return within[0] if len(within) == 1 else None


def _solar(year: int, month: int, leap: bool, day: int) -> PartDate:
    """The day of our calendar; of a month alone its year. ``ValueError`` when there is none, or the month lies in two."""
    first = LunarDate(year, month, day or 1, int(leap)).to_solar_date()
    if day:
        return PartDate.of(first)
    last = LunarDate(year, month, 29, int(leap)).to_solar_date()
    if first.year != last.year:
        raise ValueError(year)
    return PartDate(first.year)


def _year(found: re.Match[str]) -> int | None:
    if found["republic"]:
        count = _count(found["count"])
        return FIRST_REPUBLICAN + count if count and count <= MOST_REPUBLICAN else None
    words = found["year"]
    return int("".join(each if each.isdecimal() else str(DIGITS[each]) for each in words)) if words else None


def _month(words: str | None) -> int | None:
    """The month's number; 0 when none is said, None when it is none. That a year has twelve, the calendars know."""
    return LUNAR_MONTHS.get(words) or _count(words) or None if words else 0


def _count(words: str) -> int | None:
    """A number up to 99: 三十七, 初八, 廿三, 37; 0 for nothing, None when it is none."""
    if words.isdecimal() and words.isascii():
        return int(words)
    text = words.removeprefix("初").replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if len(ones) > 1 or len(tens) > 1 or any(each not in DIGITS for each in tens + ones):
        return None
    if not ten:
        return DIGITS[tens] if tens else 0
    return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)
