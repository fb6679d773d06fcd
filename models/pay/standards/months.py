"""Months as whole numbers, so that they can be counted, and a month's part of a yearly amount."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from models.core.dates import PartDate
from models.core.record import Refusal

Month: TypeAlias = int  # twelve times the year and the month from 0: 2020-08 is 24247

NEVER: Month = 2200 * 12  # later than every month of the archive
BEFORE_ALL_MONTHS: Month = 1800 * 12  # earlier than every month of the archive
DAYS_REMEMBERED = 60_000  # more than there are days on which anybody of an archive can be born or approved


def month(year: int, number: int) -> Month:
    """A month of the calendar as one number, so that months can be counted."""
    return year * 12 + number - 1


def month_of(day: PartDate) -> Month:
    """The month of a day; of a year alone its January."""
    return month(day.year, day.month or 1)


@lru_cache(maxsize=DAYS_REMEMBERED)
def first_in(text: str | None) -> Month | None:
    """The first month that a date of the file (ISO text) can mean; None when there is no date."""
    return month(int(text[:4]), int(text[5:7] or 1)) if text else None


@lru_cache(maxsize=DAYS_REMEMBERED)
def last_in(text: str | None) -> Month | None:
    """The last month that a date of the file (ISO text) can mean: of a year alone its December."""
    return month(int(text[:4]), int(text[5:7] or 12)) if text else None


def part(number: Month) -> PartDate:
    """The month as records have it."""
    return PartDate(number // 12, number % 12 + 1)


@lru_cache(maxsize=DAYS_REMEMBERED)
def iso(number: Month) -> str:
    """The month as the file has it: 2020-08."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


@lru_cache(maxsize=DAYS_REMEMBERED)
def month_words(number: Month) -> str:
    """The month as it is said: 2020年8月."""
    return f"{number // 12}年{number % 12 + 1}月"


@lru_cache(maxsize=DAYS_REMEMBERED)
def day_words(text: str | None) -> str:
    """A date of the file (ISO text) as it is written in a sentence."""
    return PartDate(*map(int, text.split("-"))).chinese() if text else ""


def span_words(first: Month, last: Month) -> str:
    """``2021年8月`` or ``2021年8月至10月`` or ``2021年12月至2022年1月``."""
    if first == last:
        return month_words(first)
    return f"{month_words(first)}至{month_words(last) if first // 12 != last // 12 else f'{last % 12 + 1}月'}"


def read_month(text: str) -> Month:
    """A month as it is typed; ``Refusal`` when it is none or names a whole year or a day."""
    try:
        day = PartDate.parse(text)
    except ValueError:
        day = None
    if day is None or day.known != 2:
        raise Refusal(f"月份“{text}”写法不对，请写成 2021-09 这样")
    return month_of(day)


def share(yearly: int, number: Month) -> int:
    """The part of a yearly amount (fen) that falls on a month: round(Y·m/12) − round(Y·(m−1)/12), half up.

    Twelve of them are exactly the year (the national texts name no rounding).
    """
    m = number % 12 + 1
    return half_up(yearly * m, 12) - half_up(yearly * (m - 1), 12)


def half_up(dividend: int, divisor: int) -> int:
    """The quotient rounded to a whole number, halves away from zero for what is not negative."""
    return (2 * dividend + divisor) // (2 * divisor)
