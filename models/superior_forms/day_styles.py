"""Styles of days 日期写法: 2020.01, 2020-01-02, 二〇二〇年一月, as a form shows them or asks for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.core.dates import PartDate
from models.core.words import bare_heading, half_width

FIGURES = "〇一二三四五六七八九"
IN_FIGURES = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)")
IN_WORDS = re.compile(r"(?<!\d)(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
TOGETHER = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?(?!\d)")
IN_CHINESE = re.compile(
    r"[一二][〇○零Ｏ一二三四五六七八九]{3}年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?)?"
)
DAY_LETTERS = (
    (re.compile(r"y{4}|[xX×]{4}|年{4}"), "2020"), (re.compile(r"m{2}|(?<=年)[x×]{1,2}(?=月)"), "01"), (re.compile(r"d{2}|(?<=月)[x×]{1,2}(?=日)"), "02"),
)  # fmt: skip
TO_THE_MONTH = re.compile(r"年月(?!日)|月份")
TO_THE_YEAR = re.compile(r"年[份度]$|^.{0,4}年$")


@dataclass(frozen=True, slots=True)
class DayStyle:
    """How a day is written: how much of it (3 to the day, 2 the month, 1 the year), and with what between."""

    parts: int = 3
    between: str = "-"  # 年 for 2020年1月2日, '' for 20200102
    noughts: bool = True
    chinese: bool = False

    def words(self, day: PartDate) -> str:
        """The day so written, as far as it is known."""
        parts = min(self.parts, day.known)
        numbers = [day.year, day.month, day.day][:parts]
        if self.chinese:
            return _chinese(numbers)
        said = [f"{each:02d}" if self.noughts else str(each) for each in numbers]
        if self.between == "年":
            return "".join(f"{each}{unit}" for each, unit in zip(said, "年月日", strict=False))
        return self.between.join(said)

    def loses(self, day: PartDate) -> bool:
        """Whether the form wants more than is known of the day."""
        return day.known < self.parts


def style_shown(words: str) -> DayStyle | None:
    """The style of the first day that some words show, as 如2020.01, yyyy/mm/dd or XXXX年XX月; None when they show none."""
    text = half_width(words)
    lower = text.lower()
    for letters, figures in DAY_LETTERS:
        lower = letters.sub(figures, lower)
    for pattern, made in ((IN_WORDS, _of_words), (IN_FIGURES, _of_figures), (TOGETHER, _of_together)):
        if found := pattern.search(lower):
            return made(found)
    if found := IN_CHINESE.search(text):
        return DayStyle(1 + sum(each is not None for each in found.groups()), "年", False, True)
    return None


def style_of(heading: str, example: str = "") -> DayStyle:
    """The style that a column wants, by an example or by its heading; whole days with strokes when neither tells."""
    shown = style_shown(example) or style_shown(heading)
    if shown is not None:
        return shown
    bare = bare_heading(heading)
    parts = 2 if TO_THE_MONTH.search(bare) else 1 if TO_THE_YEAR.search(bare) else 3
    return DayStyle(parts)


def _of_words(found: re.Match[str]) -> DayStyle:
    known = [each for each in found.groups() if each is not None]
    return DayStyle(len(known), "年", all(len(each) > 1 for each in known[1:]) and len(known) > 1)


def _of_figures(found: re.Match[str]) -> DayStyle:
    known = [each for each in (found[3], found[4]) if each is not None]
    return DayStyle(1 + len(known), found[2], all(len(each) == 2 for each in known))


def _of_together(found: re.Match[str]) -> DayStyle:
    return DayStyle(3 if found[3] else 2, "")


def _chinese(numbers: list[int]) -> str:
    year = "".join(FIGURES[int(each)] for each in str(numbers[0]))
    rest = [f"{_counted(each)}{unit}" for each, unit in zip(numbers[1:], "月日", strict=False)]
    return f"{year}年{''.join(rest)}"


def _counted(number: int) -> str:
    """1 to 31 in Chinese numerals: 十, 二十一."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{FIGURES[tens]}十"
    return ten + (FIGURES[ones] if ones else "")
