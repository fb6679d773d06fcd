"""A clause 条款: what an article of a text says of a matter, and about whom; asked for by the day of the fact.

They are in ``resources/law/clauses.csv``, corrected by what the office has confirmed (``office_law``). The day of the fact is the day of the approval, of the discharge, of the death, of the
stop: what was decided under a text stands on that text. Where the day is known in part and two texts may be meant, none is cited.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from models.core.dates import PartDate, this_day
from models.law import office_law
from models.law.law_memory import remembers_law
from models.law.office_law import OfficeClause
from models.law.texts import LONG_AGO, STILL, LawText, law_rows, law_texts, span_of

READ = "是"
JOINED = "、"


class LawClause(NamedTuple):
    """One article of one edition, about one matter."""

    matter: str
    whom: tuple[str, ...]  # kinds and categories; empty: everybody
    text: LawText
    article: str  # empty where the text has no articles
    begins: str  # the first day on which it holds for the matter
    ends: str
    what: str  # what it says, in short
    read: bool  # whether its number was read, and not reckoned from another edition
    source: str

    def cited(self) -> str:
        """Text and article; the text alone where the article's number was not read."""
        return self.text.title() + (self.article if self.read else "")

    def fits(self, whom: tuple[str, ...]) -> bool:
        return not self.whom or not whom or any(each in self.whom for each in whom)


def clauses_of(matter: str, day: str, *whom: str) -> tuple[LawClause, ...]:
    """The clauses that held for a matter on a day (ISO text, as far as it is known), the nearest to the person first.

    ``whom``: the person's kind and category; without it, those about anybody.
    """
    first, last = span_of(day)
    return tuple(
        each
        for each in _by_matter().get(matter, ())
        if each.begins <= first and last <= each.ends and each.fits(whom)
    )


def clauses_between(matter: str, first: str, last: str, *whom: str) -> tuple[LawClause, ...]:
    """The clauses that held for a matter at some time between two days, the newest text first."""
    found = [e for e in _by_matter().get(matter, ()) if e.begins <= last and first <= e.ends and e.fits(whom)]
    return tuple(sorted(found, key=lambda each: each.begins, reverse=True))


def clause_matters() -> list[str]:
    """The matters of which some clause says something."""
    return sorted(_by_matter())


def citations(matter: str, day: str, *whom: str) -> tuple[str, ...]:
    """The citations of a matter on a day, one for each text: ``《军人抚恤优待条例》（2024年修订）第二十七条、第二十八条``."""
    return _citations(matter, one_day_of(matter, day), *whom)


@remembers_law
def _citations(matter: str, day: str, *whom: str) -> tuple[str, ...]:
    return tuple(_joined(list(some)) for some in _by_text(clauses_of(matter, day, *whom)))


def cite(matter: str, day: str, *whom: str) -> str:
    """The citation nearest to the person; empty where no text was found or two may be meant."""
    return next(iter(citations(matter, day, *whom)), "")


def clause_told(matter: str, day: str, *whom: str) -> str:
    """The same with what the clause says: ``…第二十七条第二款：评定残疾等级的，从批准当月起发``."""
    return _clause_told(matter, one_day_of(matter, day), *whom)


@remembers_law
def _clause_told(matter: str, day: str, *whom: str) -> str:
    found = next(iter(_by_text(clauses_of(matter, day, *whom))), [])
    says = [each.what for each in found if each.read] or [each.what for each in found]
    return f"{_joined(found)}：{says[0]}" if found else ""


def day_text(day: date | PartDate | None) -> str:
    """A day as clauses are asked for by it; today where there is none."""
    return str(day) if day is not None else this_day().isoformat()


def _joined(found: list[LawClause]) -> str:
    articles = dict.fromkeys(each.article for each in found if each.read and each.article)
    return found[0].text.title() + JOINED.join(articles)


def _by_text(found: tuple[LawClause, ...]) -> list[list[LawClause]]:
    """The clauses of each text together, in their order; of one text only those as near to the person as its first."""
    order = {each.text.code: place for place, each in reversed(list(enumerate(found)))}
    texts = groupby(sorted(found, key=lambda e: order[e.text.code]), key=lambda each: each.text.code)
    return [[e for e in some if e.whom == some[0].whom] for some in (list(group) for _, group in texts)]


def one_day_of(matter: str, day: str) -> str:
    """One day of the time in which a matter's clauses do not change, so that answers are remembered by it."""
    days = _days_of_change(matter)
    first, last = span_of(day)
    place = bisect_right(days, first)
    return days[place - 1] if place and place == bisect_right(days, last) else day


@remembers_law
def _days_of_change(matter: str) -> list[str]:
    """The first days of all times between two changes of a matter's clauses."""
    found = _by_matter().get(matter, ())
    after = (date.fromisoformat(e.ends) + timedelta(1) for e in found if e.ends < STILL)
    return sorted({LONG_AGO, *(each.begins for each in found), *(day.isoformat() for day in after)})


@remembers_law
def _by_matter() -> Mapping[str, tuple[LawClause, ...]]:
    found: dict[str, list[LawClause]] = {}
    for row in _rows_of_clauses():
        whom = tuple(filter(None, row["whom"].split("|")))
        for text in (t for t in law_texts().values() if t.numbered == row["text"]):
            begins, ends = max(row["from"], text.begins), min(row["until"] or text.ends, text.ends)
            clause = LawClause(
                row["matter"], whom, text, row["article"], begins, ends, row["what"], row["read"] == READ, row["source"],
            )  # fmt: skip
            found.setdefault(row["matter"], []).append(clause)
    return {matter: tuple(some) for matter, some in found.items()}


def _rows_of_clauses() -> list[dict[str, str]]:
    """The lines that the program carries, as the office's confirmed ones correct them.

    The same article about the same people is replaced, and so is one whose number was only reckoned.
    """
    own = office_law.confirmed_rows(OfficeClause)
    same = {_what_it_is(row) for row in own}
    read = {_what_it_is(row)[:3] for row in own}
    carried = [row for row in law_rows("clauses") if _what_it_is(row) not in same]
    return [*(row for row in carried if row["read"] == READ or _what_it_is(row)[:3] not in read), *own]


def _what_it_is(row: Mapping[str, str]) -> tuple[str, ...]:
    return row["matter"], "|".join(sorted(row["whom"].split("|"))), row["text"], row["article"]
