"""Signed pages 签回页: which page of which printed form a scan in the file is, beside what the program prints anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from peewee import ForeignKeyField

from models.core.record import Count, Record, Text
from models.core.rights import PAPERS
from models.people.materials import Scan
from models.people.person import Person

SIGNED_ENDING = "（签回件）"  # of the title of a paper whose scans are signed pages
FILING = "扫描归档"  # the beginning of what the journal calls it


class PrintedSheet(NamedTuple):
    """A page of somebody's printed file: the form in two letters, which page of how many, the fingerprint of its words."""

    form: str
    sheet: int
    of: int
    print: str = ""


class SignedPage(Record):
    """One page that came back, with the scan that shows it."""

    NOUN = "签回页"
    NAMED_BY = "form"
    RIGHT = PAPERS
    TIMELESS = "随扫描件"

    person_id: int
    person = ForeignKeyField(Person, backref="signed_pages", on_delete="RESTRICT")
    scan_id: int
    scan = ForeignKeyField(Scan, backref="signed_pages", on_delete="CASCADE")
    form = Text("部分")
    sheet = Count("第几页")
    of = Count("共几页")
    print = Text("内容指纹")
    source = Text("来源", index=True)  # hash of the file and the page in it, so that none is filed twice
    batch = Text("批次", index=True)
    place = Count("批中顺序")


def sheets_back(person: int) -> dict[int, dict[int, str]]:
    """The sheets of a person that came back: by how many pages the print had, which sheet is of which form."""
    found: dict[int, dict[int, str]] = {}
    query: Any = SignedPage.select(SignedPage.of, SignedPage.sheet, SignedPage.form)
    for of, sheet, form in query.where(SignedPage.person == person).tuples():
        found.setdefault(of or 0, {})[sheet or 0] = form
    return found


def pages_of_sources(sources: Iterable[str]) -> dict[str, SignedPage]:
    """The pages that were filed from these places of files."""
    query = SignedPage.select(SignedPage, Person).join(Person)
    return {page.source: page for page in query.where(SignedPage.source.in_(list(sources)))}
