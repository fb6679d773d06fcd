"""What a title tells of all rows below it: the year, the day, the occasion, and whether money is in 万元."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.core import codes
from models.core.dates import PartDate
from models.core.words import half_width
from models.imports.registers.month_words import MonthSpan, month_span, without_span

CHINESE_YEAR_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
CHINESE_YEAR = re.compile(r"[一二][〇○零一二三四五六七八九]{3}(?=\s*年)")
YEAR_IN_TITLE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?=\s*(?:年|[-—~至]\s*(?:19|20)\d{2}\s*年))|(?<![\d.-])(20\d{2})(?![\d])"
)
DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*(?:[月./-]\s*(\d{1,2})\s*日?|月)")
IN_WAN = re.compile(r"单位\s*[::]\s*(人民币)?\s*万元|\(万元\)")


@dataclass(frozen=True, slots=True)
class Title:
    """The words above a table, and what they say."""

    words: str

    def year(self) -> int | None:
        """The first year it names."""
        return next(iter(years_in(self.words)), None)

    def day(self) -> PartDate | None:
        """The day it names, as far as it says one: 发放日期：2020年7月25日, 2020年8月, 2020年."""
        if found := DAY.search(without_span(_plain(self.words))):
            try:
                return PartDate(*(int(part) for part in found.groups() if part))
            except ValueError:
                return None
        year = self.year()
        return PartDate(year) if year else None

    def span(self) -> MonthSpan | None:
        """The several months that it names: 2020年1-3月."""
        return month_span(_plain(self.words), self.year(), whole=False)

    def occasion(self) -> str:
        """The one occasion it names; '' when it names none, or several."""
        names = {
            entry.name
            for entry in codes.table("occasion").codes
            for way in (entry.name, *entry.others)
            if way in self.words
        }
        return names.pop() if len(names) == 1 else ""

    def in_wan(self) -> bool:
        return bool(IN_WAN.search(half_width(self.words)))


def years_in(words: str) -> list[int]:
    """The years that some words name, in their order."""
    return [int(first or second) for first, second in YEAR_IN_TITLE.findall(_plain(words))]


def year_named(words: str) -> int | None:
    """The first year that some words name."""
    return next(iter(years_in(words)), None)


def _plain(words: str) -> str:
    text = half_width(words)
    return CHINESE_YEAR.sub(lambda found: found[0].translate(CHINESE_YEAR_DIGITS), text)
