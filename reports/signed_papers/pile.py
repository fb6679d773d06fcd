"""A pile of scanned pages 扫描归档: read, each page filed by its code or queued, and what is missing told.

Written in parts, an entry each. Who breaks off keeps what was read; done again, it goes on there: a page is known by the hash
of its file and its place in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from models.archive import scans
from models.core import journal
from models.core.jobs import Job, Step
from models.core.record import Refusal, new_uid
from models.people.person import Person
from models.signed_papers.filing import ArrivedPage, file_page
from models.signed_papers.returned_card import ReturnedCard, cards_of_sources
from models.signed_papers.signed_page import FILING, PrintedSheet, pages_of_sources, sheets_back
from models.signed_papers.waiting_page import WaitingPage, WaitingReason, waiting_of_sources
from reports.paper.page_mark import CARD_FORM, FORMS
from reports.signed_papers.current_prints import missing_sheets
from reports.signed_papers.page_pictures import PagePicture, pages_in, scan_files
from reports.signed_papers.recognition import Recognized, Recognizer

PART = 200  # pages of an entry


class PageTold(NamedTuple):
    """What became of a page: its file and place there, whose it is (身份证号), which form and sheet of how many."""

    file: str
    page: int
    number: str = ""
    form: str = ""
    sheet: int | None = None
    of: int | None = None
    reason: str = ""


class MissingTold(NamedTuple):
    """The sheets of somebody's form that did not come back."""

    number: str
    form: str
    sheets: list[int]
    name: str = ""


@dataclass
class ScannedIn:
    """What came of a pile: filed, out of date, unknown; what is missing of whom; how many of them were known before."""

    filed: list[PageTold] = field(default_factory=list)
    stale: list[PageTold] = field(default_factory=list)
    unknown: list[PageTold] = field(default_factory=list)
    missing: list[MissingTold] = field(default_factory=list)
    again: int = 0

    @property
    def unread(self) -> list[PageTold]:
        """The unknown ones that do not wait for an officer: files and pages that could not be read at all."""
        return [each for each in self.unknown if each.reason not in set(WaitingReason)]

    @property
    def partly(self) -> bool:
        return bool(self.stale or self.unknown or self.missing)


class Read(NamedTuple):
    """A page that was read and waits to be written."""

    page: PagePicture
    kept: scans.Kept
    told: Recognized
    place: int


def scan_in(paths: Sequence[Path], user: str) -> Job[ScannedIn]:
    """Read and file the pages of files and folders. Raises ``Refusal`` for what is not there; a broken file is told."""
    pile = _Pile(user)
    pages = list(pile.open(scan_files(paths)))
    try:
        for number, page in enumerate(pages):
            yield Step(number, len(pages), f"{page.file.name}　第{page.page}页")
            pile.take(page, number)
    finally:  # broken off as well: what was read is kept
        pile.write()
    yield Step(len(pages), len(pages))
    pile.result.missing = list(pile.missing())
    return pile.result


class _Pile:
    """A pile on its way into the archive."""

    def __init__(self, user: str) -> None:
        self.user, self.batch = user, new_uid()
        self.result = ScannedIn()
        self.recognizer = Recognizer()
        self.waiting: list[Read] = []
        self.people: dict[int, Person] = {}
        self.sources: set[str] = set()

    def open(self, files: Iterable[Path]) -> Iterator[PagePicture]:
        for file in files:
            try:
                yield from pages_in(file)
            except Refusal as refusal:
                self.result.unknown.append(PageTold(file.name, 1, reason=str(refusal)))

    def take(self, page: PagePicture, place: int) -> None:
        """Read a page, unless it is known; write a part when it is full."""
        if page.source in self.sources or self._known(page):
            self.result.again += 1
            return
        self.sources.add(page.source)
        try:
            told = self.recognizer.page(page)
            self.waiting.append(Read(page, scans.keep_scan(page.content()), told, place))
        except Refusal as refusal:
            self.result.unknown.append(PageTold(page.file.name, page.page, reason=str(refusal)))
        if len(self.waiting) >= PART:
            self.write()

    def write(self) -> None:
        """Write what was read, as one entry."""
        if not self.waiting:
            return
        filed = sum(not each.told.reason for each in self.waiting)
        left = len(self.waiting) - filed
        title = f"{FILING}：归入{filed}页" + (f"，待处理{left}页" if left else "")
        with journal.entry(title, self.user):
            for each in self.waiting:
                self._write(each)
        self.waiting.clear()

    def missing(self) -> Iterator[MissingTold]:
        """What is missing of those of whom something was filed."""
        for person in self.people.values():
            prints = self.recognizer.prints(person.id)
            for of, seen in sheets_back(person.id).items():
                lost: dict[str, list[int]] = {}
                for each in missing_sheets(seen, of, prints.layout(seen, of)):
                    lost.setdefault(each.form, []).append(each.sheet)
                for form, sheets in lost.items():
                    yield MissingTold(number_of(person), FORMS.get(form, form), sheets, person.name)

    def _write(self, read: Read) -> None:
        page, told = read.page, read.told
        arrived = ArrivedPage(read.kept, page.file.name, page.page, page.source, self.batch, read.place)
        if told.reason is not None:
            _queue(arrived, told)
            self._tell(page, told.person, told.sheet, told.reason)
        elif told.cards:
            self._write_cards(arrived, told)
        else:
            assert told.person is not None
            assert told.sheet is not None
            file_page(arrived, told.person, told.sheet, FORMS.get(told.sheet.form, told.sheet.form))
            self._tell(page, told.person, told.sheet)

    def _write_cards(self, arrived: ArrivedPage, told: Recognized) -> None:
        for row, cuts in told.cards:
            card = ReturnedCard(
                planned=row, sha256=arrived.kept.sha256, media=arrived.kept.media, file_name=arrived.file_name,
                ticks=scans.keep_scan(cuts.ticks).sha256, writing=scans.keep_scan(cuts.writing).sha256,
                source=arrived.source, batch=arrived.batch, place=arrived.place,
            )  # fmt: skip
            card.save()
            self.result.filed.append(PageTold(arrived.file_name, arrived.page, row.number, CARD_FORM, 1, 1))

    def _known(self, page: PagePicture) -> bool:
        """Whether the page came before; what became of it then is told again."""
        if (signed := pages_of_sources([page.source]).get(page.source)) is not None:
            self._tell(page, signed.person, PrintedSheet(signed.form, signed.sheet or 0, signed.of or 0))
        elif (waits := waiting_of_sources([page.source]).get(page.source)) is not None:
            sheet = PrintedSheet(waits.form, waits.sheet, waits.of or 0) if waits.sheet else None
            self._tell(page, waits.person, sheet, WaitingReason(waits.reason))
        else:
            cards = cards_of_sources([page.source]).get(page.source, [])
            told = (
                PageTold(page.file.name, page.page, card.planned.number, CARD_FORM, 1, 1) for card in cards
            )
            self.result.filed += told
            return bool(cards)
        return True

    def _tell(
        self,
        page: PagePicture,
        person: Person | None,
        sheet: PrintedSheet | None,
        reason: WaitingReason | None = None,
    ) -> None:
        told = PageTold(page.file.name, page.page, number_of(person), reason=reason or "")
        if sheet is not None:
            told = told._replace(form=FORMS.get(sheet.form, sheet.form), sheet=sheet.sheet, of=sheet.of)
        if reason is None:
            assert person is not None
            self.people[person.id] = person
        list_of = {None: self.result.filed, WaitingReason.STALE: self.result.stale}
        list_of.get(reason, self.result.unknown).append(told)


def number_of(person: Person | None) -> str:
    """The number by which commands call a person."""
    return "" if person is None else person.number or person.file_no


def _queue(arrived: ArrivedPage, told: Recognized) -> None:
    """Let a page wait with what is known of it, inside an entry."""
    sheet = told.sheet or PrintedSheet("", 0, 0)
    WaitingPage(
        person=told.person, reason=told.reason, form=sheet.form, sheet=sheet.sheet or None, of=sheet.of or None,
        print=sheet.print, sha256=arrived.kept.sha256, media=arrived.kept.media, file_name=arrived.file_name,
        page=arrived.page, source=arrived.source, batch=arrived.batch, place=arrived.place,
    ).save()  # fmt: skip
