"""Dates as the papers have them: whole, year and month, or a year alone."""

from __future__ import annotations

import calendar
import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models.core.past_day import past_day

# Excel counts days from here; the year 1900 that it takes for a leap year lies before every date of ours.
EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_RANGE = range(3654, 73052)  # 1910-01-02 … 2100-01-01: below, a number is a year or an amount

# Written as text, five digits can only be such a count; 19683 and 20123 may as well be a month without its zero.
SERIAL_IN_TEXT = re.compile(r"(?!19|20)([1-7]\d{4})(\.0)?")
BETWEEN = r"(?:\s*[-/.,、。—–年月]\s*|\s+)"
HABITS = [
    re.compile(rf"(\d{{4}}){BETWEEN}(\d{{1,2}}){BETWEEN}(\d{{1,2}})\s*[日号]?[.。]?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
    re.compile(rf"(\d{{4}}){BETWEEN}(\d{{1,2}})\s*(?:月份?)?[.。]?"),
    re.compile(r"(\d{4})(\d{2})"),
    re.compile(r"(\d{4})\s*年?"),
]
TIME_OF_DAY = re.compile(
    r"[T ]\s*(上午|下午)?\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:([AP]M)|(Z|(?:GMT|UTC)?[+-]\d{2}:?\d{2}))?(?:\s*\(.*\))?$"
)
# Sat Aug 15 1948 00:00:00 GMT+0800, as JavaScript writes a day that nobody gave another form.
NAMED_MONTH = re.compile(r"(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) (\d{1,2}),? (\d{4})(?= |$)")
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# JavaScript counts China's time before 1901 as +08:05:43, and some exporters write every day so much too early:
# 23:59:17 or 23:54:17 of the day before.
BEFORE_MIDNIGHT = timedelta(minutes=10)
UTC_OF_CHINA = timedelta(hours=8)


def this_day() -> date:
    """Today, as the office's rules and papers understand it: the only place where the program asks the clock for a day.

    While a past day is looked at, that day is today.
    """
    looked_at = past_day()
    return looked_at.today if looked_at else date.today()


@dataclass(frozen=True, slots=True, order=True)
class PartDate:
    """A day, a month or a year: old papers with only a part keep what they have (0 = not known)."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 1800 <= self.year <= 2199:
            raise ValueError(f"year {self.year}")
        date(self.year, self.month or 1, self.day or 1)
        if self.day and not self.month:
            raise ValueError("a day without a month")

    def __str__(self) -> str:
        """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        parts = [f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}"]
        return "-".join(parts[: self.known])

    @property
    def known(self) -> int:
        """How many of year, month and day are known: 1 to 3."""
        return 3 if self.day else 2 if self.month else 1

    @classmethod
    def of(cls, day: date) -> PartDate:
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> PartDate:
        """Read a date in any habit of the office; ``ValueError`` when it is none."""
        text = NAMED_MONTH.sub(_with_number, text.strip(), count=1)
        time = TIME_OF_DAY.search(text)
        bare = text[: time.start()] if time else text
        for habit in HABITS:
            if found := habit.fullmatch(bare):
                day = cls(*(int(part) for part in found.groups()))
                return day._at(time) if time and day.day else day
        raise ValueError(text)

    def _at(self, time: re.Match[str]) -> PartDate:
        """The day that is meant by this day with a time behind it."""
        hour = int(time[2])
        if time[1] or time[4]:
            hour = hour % 12 + 12 * (time[1] == "下午" or time[4] == "PM")
        moment = datetime(self.year, self.month, self.day, hour, int(time[3]))
        return PartDate.of(day_meant(moment + UTC_OF_CHINA - _offset(time[5]) if time[5] else moment))

    @classmethod
    def read(cls, cell: Any) -> PartDate:
        """Read a spreadsheet's cell: text, a date, or the serial number that stands for one.

        ``ValueError`` for what is no date, and for a number such as 1953.1, which may be January or October.
        """
        if isinstance(cell, datetime):
            cell = day_meant(cell)
        if isinstance(cell, date):
            return cls.of(cell)
        if isinstance(cell, (int, float)) and not isinstance(cell, bool) and math.isfinite(cell):
            if int(cell) in EXCEL_RANGE:
                return cls.of(EXCEL_EPOCH + timedelta(days=int(cell + BEFORE_MIDNIGHT / timedelta(days=1))))
            if cell == int(cell):
                return cls.parse(str(int(cell)))
            if str(cell).endswith(".1"):  # 1953.1 and 1953.10 are one number
                raise ValueError(cell)
        words = str(cell).strip()
        if serial := SERIAL_IN_TEXT.fullmatch(words):
            return cls.read(int(serial[1]))
        return cls.parse(words)

    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def agrees(self, other: PartDate) -> bool:
        """Whether both can be the same day, as far as each is known."""
        return all(
            not mine or not theirs or mine == theirs
            for mine, theirs in (
                (self.year, other.year),
                (self.month, other.month),
                (self.day, other.day),
            )
        )

    def before(self, other: PartDate) -> bool:
        """Whether this is surely earlier than the other."""
        return self.latest() < other.earliest()

    def eve(self) -> PartDate:
        """What comes just before it, as far as it is known: the day before, the month before, the year before."""
        day = self.earliest() - timedelta(days=1)
        return PartDate(day.year, self.month and day.month, self.day and day.day)

    def chinese(self) -> str:
        """``1953年8月1日``, without the parts that are not known."""
        words = f"{self.year}年"
        if self.month:
            words += f"{self.month}月"
        if self.day:
            words += f"{self.day}日"
        return words


def _with_number(found: re.Match[str]) -> str:
    """A day whose month is named, with its number; as it stands when nobody knows that name."""
    if found[1] not in ENGLISH_MONTHS:
        return found[0]
    return f"{found[3]}-{ENGLISH_MONTHS.index(found[1]) + 1}-{found[2]}"


def _offset(words: str) -> timedelta:
    """How far a clock is ahead of UTC: Z, +08:00, GMT+0800."""
    if words == "Z":
        return timedelta()
    clock = re.sub(r"[A-Z:]", "", words)
    ahead = timedelta(hours=int(clock[1:3]), minutes=int(clock[3:5]))
    return -ahead if clock.startswith("-") else ahead


def day_meant(moment: datetime) -> date:
    """The day that a moment stands for: minutes before midnight are the next day, counted a little too early."""
    return (moment + BEFORE_MIDNIGHT).date()


def age_on(born: PartDate, day: date) -> int:
    """Full years (周岁) on a day; with a part of the birth date unknown, the least they can be.

    Who was born on 29 February is older on 1 March of a common year: the last day of the years is 28 February, which has to
    end first (民法典 art. 202 and 203).
    """
    birth = born.latest()
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
