"""The report on a year or on its first half 年度总结, and the other documents that tell of it: the text with the archive's figures, and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.core.jobs import Job
from models.office import settings
from models.year.figures.period import last_day_counted
from models.year.proposals.expected_need import expected_need
from models.year.proposals.plans import coming_time
from models.year.summary import doubts, prose, sentences, texts
from models.year.summary.document_kinds import DOCUMENT_KINDS, HALF_YEAR
from models.year.summary.doubts import SummaryDoubt
from models.year.summary.prose import Prose
from models.year.summary.template import read_template
from models.year.summary.texts import AS_USUAL, TextChoices
from models.year.summary.told_besides import BESIDES, plans_told, problems_told, quoted_besides
from models.year.summary.told_figures import Quoted, Told, everything_told
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
        """The figures of the report, in its order; what is lacking and what is planned has no place in its table."""
        told = (each for each in self.told.values() if isinstance(each, Told))
        return [each for each in told if each.figure.section not in BESIDES]


class Asked(NamedTuple):
    """What the archive tells for a summary: slow among many records, the same for every edit of the text."""

    kind: str
    year: int
    told: dict[str, Quoted]


def ask(kind: str, year: int, text: str = "") -> Asked:
    """Ask the archive; of what is no figure of the report only what the text quotes."""
    until = DOCUMENT_KINDS[kind].until
    told = everything_told(year, until)
    return Asked(kind, year, told | quoted_besides(text, told, year, until))


def ask_proposals(asked: Asked) -> Asked:
    """The same with all that the sentences of 存在问题 and 下一步打算 can quote, but for what takes long (``ask_need``)."""
    kind, year, told = asked
    until = DOCUMENT_KINDS[kind].until
    return asked._replace(told=told | problems_told(told, year, until) | plans_told(told, year, until))


def ask_need(asked: Asked) -> Job[Asked]:
    """The same with the money that the time ahead is expected to take, for which everybody's pay is reckoned."""
    until = DOCUMENT_KINDS[asked.kind].until
    needs = yield from expected_need(coming_time(asked.year, until))
    return asked._replace(told=asked.told | needs)


def write_summary(asked: Asked, text: str, choices: TextChoices = AS_USUAL) -> Summary:
    """The summary in that text; people are named only where somebody chose so, and never in a copy for the public."""
    kind, year, told = asked
    office = settings.office().name
    until = DOCUMENT_KINDS[kind].until
    day = last_day_counted(year, until)
    words = {"单位": office, "年度": str(year), "上年": str(year - 1), **_period_words(year, until, day)}
    filled = prose.fill_prose(
        read_template(text), told, words, choices.tell_zero, texts.frame(), choices.unsaid
    )
    marked = tuple(typed((filled.title, *filled.paragraphs), told, texts.places()))
    found = tuple(doubts.doubts_of(told, filled, marked))
    return Summary(kind, year, day, office, told, filled, marked, found)


def _period_words(year: int, until: int, day: date) -> dict[str, str]:
    """How the time that is told of is called, its end, and what follows it."""
    half = until == HALF_YEAR
    ended = day == date(year, *((6, 30) if half else (12, 31)))
    return {
        "期间": "上半年" if half else "全年",
        "期末": ("6月末" if half else "年末") if ended else "目前",
        "止日": f"{day.month}月{day.day}日",
        "下期": coming_time(year, until).name,
    }


def summary_of(kind: str, year: int) -> Summary:
    """The summary in the office's present text."""
    kept = texts.summary_text_of(kind, year)
    asked = ask(kind, year, kept.text)
    return write_summary(asked, kept.text, kept.choices)
