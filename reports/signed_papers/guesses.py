"""Guesses 猜测 of what a waiting page is: what its code said, then the sheets that are still missing of those whose pages lay beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from models.people.person import Person
from models.signed_papers.signed_page import PrintedSheet, SignedPage, sheets_back
from models.signed_papers.waiting_page import WaitingPage, WaitingReason
from reports.paper.page_mark import FORMS
from reports.signed_papers.current_prints import CurrentPrints, missing_sheets

BESIDE = 3  # pages before and after
MOST_GUESSES = 9  # one key each
NO_SHEETS_OF_OURS = {
    WaitingReason.FOREIGN,
    WaitingReason.NO_ROW,
}  # whatever is missing beside them, it is not these


class Guess(NamedTuple):
    """Whose page it may be, and which."""

    person: Person
    sheet: PrintedSheet

    @property
    def form_words(self) -> str:
        return FORMS.get(self.sheet.form, self.sheet.form)

    @property
    def words(self) -> str:
        number = self.person.number or self.person.file_no
        return f"{self.person.name}　{number}　{self.form_words}　第{self.sheet.sheet}页 共{self.sheet.of}页"


def guesses(waiting: WaitingPage) -> list[Guess]:
    """What the page may be, the likeliest first; empty where nothing is known."""
    found = dict.fromkeys(islice(_likely(waiting), 4 * MOST_GUESSES))
    return list(found)[:MOST_GUESSES]


def _likely(waiting: WaitingPage) -> Iterator[Guess]:
    if waiting.person is not None and waiting.form and waiting.sheet:
        yield Guess(waiting.person, PrintedSheet(waiting.form, waiting.sheet, waiting.of or 0))
    if waiting.reason in NO_SHEETS_OF_OURS:
        return
    for person in _people_beside(waiting):
        prints = CurrentPrints(person)
        for of, seen in sheets_back(person.id).items():
            for sheet in missing_sheets(seen, of, prints.layout(seen, of)):
                if sheet.form:
                    yield Guess(person, sheet)


def _people_beside(waiting: WaitingPage) -> list[Person]:
    """Whose pages lay beside it in the pile, the nearest first."""
    place = waiting.place or 0
    beside = SignedPage.select(SignedPage, Person).join(Person).where(
        SignedPage.batch == waiting.batch, SignedPage.place.between(place - BESIDE, place + BESIDE)
    )  # fmt: skip
    nearest = sorted(beside, key=lambda page: abs((page.place or 0) - place))
    return list({page.person_id: page.person for page in nearest}.values())
