"""A sample 抽样 of people, drawn so that the same archive, seed and number give the same people to whoever draws again.

Lots are no chance of the PC: each person's is the SHA-256 of the seed and the person's uid, and the lowest are drawn. So anybody can draw
again, and a larger sample of the same seed holds the smaller one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Any, NamedTuple

from peewee import fn

from models.core.journal import journal_head
from models.core.record import Refusal
from models.pay.runs.runs import TO_BANK, PayLine, PayRun, RunState
from models.payments.payment import REGULAR, Payment, payments
from models.people import search
from models.people.person import Person

MOST_DRAWN = 500


class Sample(NamedTuple):
    """Who was drawn of how many, by which seed; ``entry`` and ``head`` say which state of the archive it was drawn of."""

    seed: int
    number: int
    words: str
    year: int | None
    shown_year: int | None  # whose months are shown: the one asked for, else the newest that was paid for
    among: int
    people: tuple[int, ...]  # in the order of the files
    entry: int
    head: str

    def told(self) -> str:
        """How it was drawn, in a sentence."""
        scope = "、".join(
            filter(
                None,
                (
                    f"{self.year}年发过定期待遇" if self.year else "",
                    f"符合“{self.words}”" if self.words else "",
                ),
            )
        )
        return f"从{scope + '的' if scope else '全部'}{self.among:,}人中抽取{len(self.people)}人，种子{self.seed}"


def draw(number: int, seed: int, words: str = "", year: int | None = None) -> Sample:
    """Draw ``number`` of the people whom the words find and, with a year, who were paid in it.

    Raises ``Refusal`` when the number is no number of people, or nobody fits.
    """
    if not 1 <= number <= MOST_DRAWN:
        raise Refusal(f"抽查人数应为1至{MOST_DRAWN}")
    found = _fitting(words, year)
    if not found:
        raise Refusal("没有符合条件的人，请换一个年度或词再抽")
    drawn = sorted(found, key=lambda each: lot(seed, each[1]))[:number]
    chosen = {person for person, _ in drawn}
    shown = year or next(iter(years_sent()), None)
    ordered = tuple(person for person, _ in found if person in chosen)
    return Sample(seed, number, words.strip(), year, shown, len(found), ordered, *journal_head())


def lot(seed: int, uid: str) -> str:
    """What decides who is drawn, the lowest first."""
    return hashlib.sha256(f"{seed}:{uid}".encode()).hexdigest()


def _fitting(words: str, year: int | None) -> list[tuple[int, str]]:
    """Id and uid of those who may be drawn, in the order of their files."""
    query: Any = search.find_people(words).select(Person.id, Person.uid).order_by(Person.file_no, Person.id)
    paid = None if year is None else _paid_in(year)
    return [(person, uid) for person, uid in query.tuples() if paid is None or person in paid]


def years_sent() -> list[int]:
    """The years for whose months regular payments were sent or entered, the newest first."""
    told: Any = Payment.select(fn.SUBSTR(Payment.month, 1, 4).coerce(False)).where(
        Payment.programme == REGULAR
    )
    sent: Any = (
        PayLine.select(fn.SUBSTR(PayLine.month, 1, 4).coerce(False))
        .join(PayRun)
        .where(PayRun.state != RunState.DRAWN, PayLine.kind.in_(TO_BANK))
    )
    found = {year for query in (told, sent) for (year,) in query.distinct().tuples() if year}
    return sorted(map(int, found), reverse=True)


def _paid_in(year: int) -> Collection[int]:
    """Who was paid for months of the year, or stands in a run for them that was checked."""
    told: Any = payments(year=year).where(Payment.programme == REGULAR, Payment.person.is_null(False))
    sent: Any = (
        PayLine.select(PayLine.person)
        .join(PayRun)
        .where(
            PayRun.state != RunState.DRAWN, PayLine.kind.in_(TO_BANK), PayLine.month.startswith(f"{year}-")
        )
    )
    found = (told.select(Payment.person).order_by(), sent)
    return {person for query in found for (person,) in query.distinct().tuples()}
