"""The papers that this program prints for a person's volume: 登记表, the forms of each identity, and what happened since.

Each is a piece of the volume with pages of its own. What happened since stands below the facts of the identities where that
saves a sheet, so that no page is nearly empty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from models.office.settings import Office
from reports.paper.forms import title
from reports.paper.layout import Gaps, Strip
from reports.paper.page_breaks import Placed, paginate
from reports.person import opinions, registration, what_happened
from reports.person.identity_forms import form_of, information_of
from reports.person.person_file import Material, PersonFile

REGISTRATION, IDENTITY = "登记表", "身份"
RECORDS = ("待遇", "走访", "医疗", "变更")
PAPER_SECTIONS = (REGISTRATION, IDENTITY, *RECORDS)


class Wanted(NamedTuple):
    """Which papers, and how much of them: pay month by month instead of year by year, tables in which nothing stands."""

    sections: Collection[str] = PAPER_SECTIONS
    months: bool = False
    empty_tables: bool = False


class PrintedPaper(NamedTuple):
    """A paper on its pages: the two letters of its mark, what the catalogue calls it, its pages."""

    code: str
    title: str
    pages: Sequence[Sequence[Placed]]

    def piece(self, author: str, day: str) -> Material:
        """As the catalogue names it."""
        return Material("", author, self.title, day, str(len(self.pages)), "")


def printed_papers(file: PersonFile, office: Office, wanted: Wanted, gaps: Gaps) -> list[PrintedPaper]:
    """The papers of one person in their order."""
    made = []
    if REGISTRATION in wanted.sections:
        strips = registration.registration_strips(file, office.name, gaps)
        made.append(PrintedPaper("DJ", "优抚对象登记表", paginate(strips)))
    facts = list(_identities(file, office, gaps, made)) if IDENTITY in wanted.sections else []
    records = list(_records(file, wanted, gaps))
    return [*made, *_together(facts, records, wanted)]


def _identities(file: PersonFile, office: Office, gaps: Gaps, made: list[PrintedPaper]) -> Iterator[Strip]:
    """A paper for each identity approved here, put to ``made``; of the others the facts, for a sheet of their own."""
    for kind, facts in file.identities:
        known = {**file.facts, **facts, "office": office.name, "name": file.name}
        if opinions.is_signed(facts):
            form = form_of(kind)
            made.append(PrintedPaper("SF", form.title, paginate(form.strips(known, gaps, file.photo))))
        else:
            yield from information_of(kind).strips(known, gaps, file.photo)


def _records(file: PersonFile, wanted: Wanted, gaps: Gaps) -> Iterator[Strip]:
    """The tables of what happened, one after another; empty ones where they are wished, or nothing else is."""
    empty = wanted.empty_tables or not set(wanted.sections) - set(RECORDS)
    pay = what_happened.payments if wanted.months else what_happened.years_of_pay
    for name, rows, table in (
        ("待遇", file.payments, pay),
        ("走访", file.visits, what_happened.visits),
        ("医疗", file.aids, what_happened.aid_strips),
        ("变更", file.states, what_happened.state_strips),
        ("变更", file.changes, what_happened.field_strips),
    ):
        if name in wanted.sections and (rows or empty):
            yield from table(file, gaps)


def _together(facts: list[Strip], records: list[Strip], wanted: Wanted) -> Iterator[PrintedPaper]:
    """The facts of identities and the records on as few sheets as they need."""
    told = [name for name in RECORDS if name in wanted.sections]
    words = f"{'、'.join(told[:-1])}及{told[-1]}记录" if len(told) > 1 else f"{''.join(told)}记录"
    named = [title(words)] if len(told) == len(RECORDS) and records else []
    sheets = ("SF", "身份登记信息表", facts), ("JL", words, [*named, *records])
    apart = [(code, name, paginate(strips)) for code, name, strips in sheets if strips]
    if facts and records:
        joined = paginate([*facts, *records])
        if len(joined) < sum(len(pages) for _, _, pages in apart):
            yield PrintedPaper("SF", f"身份登记信息表、{words}", joined)
            return
    for code, name, pages in apart:
        yield PrintedPaper(code, name, pages)
