"""A text of law 法规文本: one edition of it, from the day on which it came into force to the day on which another replaced it.

All are in ``resources/law/texts.csv``. Days are ISO text, which sorts as days do.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import resources
from models.law import office_law
from models.law.law_memory import remembers_law
from models.law.office_law import OfficeText

LONG_AGO, STILL = "0001-01-01", "9999-12-31"
TEXT_IN_WORDS = re.compile(r"《([^《》]+)》(?:（([^（）]+)）)?|(民发〔\d{4}〕\d+号)")


class LawText(NamedTuple):
    """One edition of a law, a regulation or a notice."""

    code: str
    name: str  # as it is cited, with 《》 where it is not a number
    edition: str
    number: str
    begins: str  # the first day in force
    ends: str  # the last one
    numbered: str  # the code of the edition whose articles it has; its own where it says nothing else
    replaces: str  # the code of a text of another name whose place it took
    source: str

    def title(self) -> str:
        """``《军人抚恤优待条例》（2024年修订）`` or ``民发〔2011〕110号``."""
        return f"{self.name}（{self.edition}）" if self.edition else self.name

    @property
    def replaced(self) -> bool:
        """Whether another one has taken its place, or a day is known on which it will."""
        return self.ends < STILL

    def in_force(self, day: str) -> bool:
        """Whether it is in force on all of a day, a month or a year, as far as that is known."""
        first, last = span_of(day)
        return self.begins <= first and last <= self.ends


@remembers_law
def law_texts() -> Mapping[str, LawText]:
    """All editions by code, the older ones of a name first: those that the program carries, as the office's confirmed ones correct them."""
    rows = {row["code"]: row for row in (*law_rows("texts"), *office_law.confirmed_rows(OfficeText))}
    texts = [
        LawText(
            row["code"], row["name"], row["edition"], row["number"], row["from"] or LONG_AGO, row["until"] or STILL,
            row["numbered"] or row["code"], row["replaces"], row["source"],
        )
        for row in rows.values()
    ]  # fmt: skip
    return {each.code: _ended(each, texts) for each in sorted(texts, key=lambda each: each.begins)}


def _ended(text: LawText, texts: list[LawText]) -> LawText:
    """A text without a last day ends on the eve of the edition that took its place."""
    later = (
        t.begins for t in texts if (t.name == text.name or t.replaces == text.code) and t.begins > text.begins
    )
    first = min(later, default=STILL)
    if text.replaced or first == STILL:
        return text
    return text._replace(ends=(date.fromisoformat(first) - timedelta(1)).isoformat())


def texts_of_day(day: str) -> tuple[LawText, ...]:
    """The editions that were in force on a day."""
    return tuple(each for each in law_texts().values() if each.in_force(day))


def later_text(text: LawText) -> LawText | None:
    """The text that took another one's place, of the same name or of a new one; None where none did."""
    same = (t for t in law_texts().values() if t.name == text.name or t.replaces == text.code)
    later = (t for t in same if t.begins > text.ends)
    return min(later, key=lambda each: each.begins, default=None)


def earlier_text(text: LawText) -> LawText | None:
    """The text whose place another one took; None where it is the first of its name and replaces none."""
    return next((old for old in law_texts().values() if later_text(old) == text), None)


def texts_named(words: str, day: str) -> Iterator[LawText]:
    """The editions that a sentence names; one named without its edition is that of the day.

    An edition may be written as the year alone (``2024``) or with what else it is called (``2024年修订``).
    """
    for name, edition, number in TEXT_IN_WORDS.findall(words):
        same = [t for t in law_texts().values() if (f"《{name}》" in t.name if name else t.name == number)]
        exact = [t for t in same if edition and t.edition == edition]
        like = [t for t in same if edition and t.edition.startswith(edition[:4])]
        found = exact or like or [t for t in same if t.in_force(day)]
        yield from found[-1:]


def span_of(day: str) -> tuple[str, str]:
    """The first and the last day that a date known in part can mean."""
    if len(day) == len("2024-09"):
        return f"{day}-01", f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]}"
    return day + LONG_AGO[len(day) :], day + STILL[len(day) :]


@cache
def law_rows(name: str) -> list[dict[str, str]]:
    """The lines of a file of ``resources/law``."""
    with resources.path(f"law/{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
