"""Months in words: a span of several (1-3月, 一季度), the month that a sheet's name says, a column for each month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from models.core.dates import PartDate
from models.core.words import bare_heading, half_width

CHINESE_MONTHS = {
    words: number
    for number, words in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1
    )
} | {"元": 1, "正": 1, "腊": 12}
MONTH = r"(0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])"
MONTH_YEAR = r"(?:((?:19|20)\d{2})\s*[年./-]?\s*度?)?"
TO = r"\s*(?:月份?)?\s*[-~—–～至到、,]+\s*"
SPAN = re.compile(rf"{MONTH_YEAR}{MONTH}{TO}(?:{MONTH_YEAR}{MONTH}{TO})*{MONTH_YEAR}{MONTH}\s*月(?:份)?")
DOTTED = re.compile(
    r"((?:19|20)\d{2})[年./-]?(0?[1-9]|1[0-2])月?\s*[-~—–～至到]+\s*((?:19|20)\d{2})[年./-]?(0?[1-9]|1[0-2])月?份?"
)
LISTED = re.compile(r"[、,]")
QUARTER = re.compile(rf"{MONTH_YEAR}第?([一二三四1-4])季度?")
HALF = re.compile(rf"{MONTH_YEAR}(上半年|下半年|全年|年度|全年度)")
ONE_MONTH = re.compile(rf"(?<![\d.-]){MONTH_YEAR}{MONTH}\s*月(?:份)?(?!\s*\d+\s*[日号]|日|\s*[-~—至到])")
COMPACT = re.compile(r"(?<!\d)(20\d{2})[./-]?(0[1-9]|1[0-2])(?!\d)")
COLUMN = re.compile(rf"{MONTH_YEAR}{MONTH}月(?:份)?(?:发放|补助|补贴|应发|实发)?(?:金额|额|数)?(?:\(元\))?")
SPAN_MONEY = re.compile(r"(发放|补助|补贴|应发|实发)?(金额|额|数)?(\(元\))?$")
COLUMN_DOTTED = re.compile(r"(20\d{2})[./年-](0?[1-9]|1[0-2])月?")


class MonthSpan(NamedTuple):
    """The first and the last of several months."""

    first: PartDate
    last: PartDate

    def chinese(self) -> str:
        """2020年1月至3月; with both years where they differ."""
        last = f"{self.last.month}月" if self.first.year == self.last.year else self.last.chinese()
        return f"{self.first.chinese()}至{last}"


def month_number(words: str) -> int:
    return int(words) if words.isdecimal() else CHINESE_MONTHS[words]


def month_span(words: str, year: int | None, whole: bool = True) -> MonthSpan | None:
    """The span that words are (``whole``) or hold; None when they name none, or no year is known."""
    text = half_width(words).strip()
    find = re.Pattern.fullmatch if whole else re.Pattern.search
    if found := find(DOTTED, text):
        return _span(int(found[1]), int(found[2]), int(found[3]), int(found[4]))
    if (found := find(SPAN, text)) and _without_gap(found[0]):
        first_year = int(found[1]) if found[1] else year
        last_year = int(found[5]) if found[5] else first_year
        return _span(first_year, month_number(found[2]), last_year, month_number(found[6]))
    if found := find(QUARTER, text):
        own, quarter = int(found[1]) if found[1] else year, month_number(found[2])
        return _span(own, quarter * 3 - 2, own, quarter * 3)
    if (found := find(HALF, text)) and found[2] != "年度":
        own = int(found[1]) if found[1] else year
        first, last = {"上半年": (1, 6), "下半年": (7, 12)}.get(found[2], (1, 12))
        return _span(own, first, own, last)
    return None


def without_span(text: str) -> str:
    """Words without the span of months in them, of which the first month is no day: 2020年1-3月."""
    for pattern in (DOTTED, SPAN):
        text = pattern.sub(lambda found: found[1] + "年" if found[1] else "", text)
    return text


def month_named(words: str, year: int | None) -> PartDate | None:
    """The one month that the name of a sheet or of a file says; None when it says none, or several."""
    text = half_width(words)
    if month_span(text, year or 2000, whole=False):
        return None
    found = {(int(own) if own else year, month_number(month)) for own, month in ONE_MONTH.findall(text)}
    found |= {(int(own), int(month)) for own, month in COMPACT.findall(text)} if not found else set()
    if len(found) != 1:
        return None
    own, month = found.pop()
    return PartDate(own, month) if own else None


def month_of_heading(heading: str, year: int | None) -> PartDate | None:
    """The month of which a column is: 3月, 三月份, 2020年3月; None for another column or without a year."""
    bare = bare_heading(heading)
    found = COLUMN.fullmatch(bare) or COLUMN_DOTTED.fullmatch(bare)
    own = (int(found[1]) if found[1] else year) if found else None
    return PartDate(own, month_number(found[2])) if found and own else None


def is_month_heading(heading: str) -> bool:
    return month_of_heading(heading, 2000) is not None


def span_of_heading(heading: str, year: int | None) -> MonthSpan | None:
    """The several months of which a column is: 一季度, 上半年金额; None for another column or without a year."""
    return month_span(SPAN_MONEY.sub("", bare_heading(heading)), year)


def are_periods(headings: Sequence[str]) -> bool:
    """Whether columns are one amount each for quarters or halves of the year, none within another."""
    spans = [span_of_heading(heading, 2000) for heading in headings]
    lengths = {(span.last.month - span.first.month) for span in spans if span}
    return len(spans) > 1 and None not in spans and len(set(spans)) == len(spans) and len(lengths) == 1


def _without_gap(words: str) -> bool:
    """Whether months told one by one follow each other: 1、2、3月 is a span, 1、3月 is none."""
    if not LISTED.search(words):
        return True
    told = [month_number(each) for each in re.findall(MONTH, words)]
    return all(after - before == 1 for before, after in pairwise(told))


def _span(first_year: int | None, first: int, last_year: int | None, last: int) -> MonthSpan | None:
    if first_year is None or last_year is None or (first_year, first) >= (last_year, last):
        return None
    return MonthSpan(PartDate(first_year, first), PartDate(last_year, last))
