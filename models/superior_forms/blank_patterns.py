"""Patterns of blanks 空格样式: an answer put into what a form prints in its place: 　年　月　日, □男 □女, 姓名：____."""

from __future__ import annotations

import re

from models.superior_forms.answers import Written
from models.superior_forms.asked import BLANK_ALONE, AskedFact
from models.superior_forms.day_styles import DayStyle

BOXED = re.compile(r"([□☐○◯])(\s*)([^□☐○◯\s]+)")
TICKED = "☑"
YEAR_MONTH_DAY = re.compile(r"[\s_＿]*年[\s_＿]*月([\s_＿]*日)?[\s_＿]*")


def boxed_options(before: str) -> tuple[str, ...]:
    """The words behind boxes to be ticked; none where there are no two of them."""
    found = tuple(each.rstrip("，,、；;/") for _, _, each in BOXED.findall(before))
    return found if len(found) > 1 else ()


def day_in_pattern(before: str) -> DayStyle | None:
    """How a printed 　年　月　日 wants the day; None where nothing of the kind is printed."""
    found = YEAR_MONTH_DAY.fullmatch(before) if before.strip() else None
    return DayStyle(3 if found[1] else 2, "年", False) if found else None


def composed(words: str, facts: list[tuple[AskedFact, Written]]) -> str:
    """What stands in a cell with the answers put in where their blanks are; the rest of its words stays."""
    for fact, value in sorted(facts, key=lambda each: -each[0].part[0]):
        if fact.part != BLANK_ALONE:
            start, end = fact.part
            words = f"{words[:start]}{value}{_room_behind(words, end)}{words[end:]}"
        elif boxed_options(words):
            words = BOXED.sub(lambda found, value=value: _ticked(found, str(value)), words)  # type: ignore[misc]
        else:
            words = str(value)
    return words


def _room_behind(words: str, end: int) -> str:
    """A space before the next label of the same cell."""
    return "　" if words[end:].strip() else ""


def _ticked(found: re.Match[str], value: str) -> str:
    return f"{TICKED}{found[2]}{found[3]}" if found[3].rstrip("，,、；;/") == value else found[0]
