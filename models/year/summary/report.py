"""The report on a year or on its first half 年度总结: the text with the archive's figures, and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.office import settings
from models.year.figures.period import LAST_MONTH, last_day_counted
from models.year.summary import doubts, prose, sentences, texts
from models.year.summary.doubts import SummaryDoubt
from models.year.summary.prose import Prose
from models.year.summary.template import read_template
from models.year.summary.told_figures import HALF_YEAR, Quoted, Told, everything_told
from models.year.summary.told_words import PEOPLES_NAMES
from models.year.summary.typed import Typed, typed

BREAK = "／"  # in the title: a new line


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary as it stands now."""

    kind: str
    year: int
    day: date
    office: str
    told: Mapping[str, Quoted]
    prose: Prose
    typed: tuple[Typed, ...]
    doubts: tuple[SummaryDoubt, ...]

    @property
    def title(self) -> str:
        return sentences.text(self.prose.title).replace(BREAK, "\n")

    @property
    def paragraphs(self) -> list[str]:
        return [sentences.text(spans) for spans in self.prose.paragraphs]

    @property
    def figures(self) -> list[Told]:
        """The figures themselves, in the order of the report."""
        return [each for each in self.told.values() if isinstance(each, Told)]


class Asked(NamedTuple):
    """What the archive tells for a summary: slow among many records, the same for every edit of the text."""

    kind: str
    year: int
    told: dict[str, Quoted]


def ask(kind: str, year: int) -> Asked:
    """Ask the archive."""
    told = everything_told(year, HALF_YEAR if kind == texts.HALF_YEARLY_SUMMARY else LAST_MONTH)
    return Asked(kind, year, told)


def write_summary(asked: Asked, text: str, tell_zero: bool = False, names_people: bool = False) -> Summary:
    """The summary in that text; people are named only where somebody chose so, and never in a copy for the public."""
    kind, year, told = asked
    office = settings.office().name
    half = kind == texts.HALF_YEARLY_SUMMARY
    day = last_day_counted(year, HALF_YEAR if half else LAST_MONTH)
    words = {"单位": office, "年度": str(year), "上年": str(year - 1), **_period_words(half, year, day)}
    unsaid = () if names_people else (PEOPLES_NAMES,)
    filled = prose.fill_prose(read_template(text), told, words, tell_zero, texts.frame(), unsaid)
    marked = tuple(typed((filled.title, *filled.paragraphs), told, texts.places()))
    found = tuple(doubts.doubts_of(told, filled, marked))
    return Summary(kind, year, day, office, told, filled, marked, found)


def _period_words(half: bool, year: int, day: date) -> dict[str, str]:
    """How the time that is told of is called, and its end."""
    end = "6月末" if half else "年末"
    return {
        "期间": "上半年" if half else "全年",
        "期末": end if day == date(year, *((6, 30) if half else (12, 31))) else "目前",
    }


def summary_of(kind: str, year: int) -> Summary:
    """The summary in the office's present text."""
    kept = texts.summary_text_of(kind, year)
    return write_summary(ask(kind, year), kept.text, bool(kept.tell_zero), bool(kept.names_people))
