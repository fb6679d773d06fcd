"""The recognition of pages: what the codes on a page say of it, and what the archive says to that."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PIL import Image

from models.archive.code_signs import CodeStanding
from models.people.person import MergedFile, Person
from models.signed_papers.signed_page import PrintedSheet
from models.signed_papers.waiting_page import WaitingReason
from models.visit_plans.planned_visits import PlannedVisit
from reports.paper.page_mark import UNNUMBERED, CardMark, PageMark, uid_ending
from reports.signed_papers.card_cuts import CardCuts, cut_card
from reports.signed_papers.code_reading import FoundCode, codes_on
from reports.signed_papers.current_prints import CurrentPrints
from reports.signed_papers.page_pictures import PagePicture

PEOPLE_KEPT = 300  # whose prints are held while a pile is read
WHY = {
    CodeStanding.UNSIGNED: WaitingReason.UNSIGNED,
    CodeStanding.FOREIGN: WaitingReason.FOREIGN,
    CodeStanding.ALTERED: WaitingReason.ALTERED,
}


class CardFound(NamedTuple):
    """A card of a planned visit on a page, with what was cut out of it."""

    row: PlannedVisit
    cuts: CardCuts


class Recognized(NamedTuple):
    """What a page is: whose and which, or cards; why it cannot be filed by itself, if it cannot."""

    person: Person | None = None
    sheet: PrintedSheet | None = None
    reason: WaitingReason | None = None
    cards: tuple[CardFound, ...] = ()


class Recognizer:
    """Recognises pages one after another; what it learnt of a person it keeps, for pages of one person come together."""

    def __init__(self) -> None:
        self.person = lru_cache(PEOPLE_KEPT)(_person_of)
        self.prints = lru_cache(PEOPLE_KEPT)(_prints_of)

    def page(self, page: PagePicture) -> Recognized:
        """What a page is. Raises ``Refusal`` where it cannot be opened."""
        for picture in page.pictures():
            if codes := codes_on(picture):
                return self._told(codes, picture)
        return Recognized(reason=WaitingReason.NO_CODE)

    def _told(self, codes: list[FoundCode], picture: Image.Image) -> Recognized:
        own = [each for each in codes if each.read.standing == CodeStanding.OWN]
        if not own:
            return self._distrusted(codes[0])
        marks = {each.read.mark for each in own}
        pages = [mark for mark in marks if isinstance(mark, PageMark)]
        if not pages:
            return _cards(own, picture)
        return self._page(pages[0]) if len(marks) == 1 else Recognized(reason=WaitingReason.SEVERAL)

    def _distrusted(self, code: FoundCode) -> Recognized:
        """Of a page of an earlier version it is told what it says; what another archive or a forger says counts for nothing."""
        mark, reason = code.read.mark, WHY[code.read.standing]
        if reason != WaitingReason.UNSIGNED or not isinstance(mark, PageMark):
            return Recognized(reason=reason)
        return Recognized(self.person(mark.archive), _sheet_of(mark), reason)

    def _page(self, mark: PageMark) -> Recognized:
        person = self.person(mark.archive)
        if person is None:
            return Recognized(None, _sheet_of(mark), WaitingReason.NOBODY)
        current = self.prints(person.id).has(mark.form, mark.print)
        return Recognized(person, _sheet_of(mark), None if current else WaitingReason.STALE)


def _cards(codes: list[FoundCode], picture: Image.Image) -> Recognized:
    found = []
    for code in codes:
        mark = code.read.mark
        assert isinstance(mark, CardMark)
        row = PlannedVisit.get_or_none(PlannedVisit.uid.endswith(mark.row.lower()))
        if row is None:
            return Recognized(reason=WaitingReason.NO_ROW)
        found.append(CardFound(row, cut_card(picture, code.corners, mark.top)))
    return Recognized(cards=tuple(found))


def _sheet_of(mark: PageMark) -> PrintedSheet:
    return PrintedSheet(mark.form, mark.page, mark.pages, mark.print)


def _person_of(archive: str) -> Person | None:
    """Whose file has that 一人一档编号, or has taken in the one that had it; or had none when it was printed."""
    if archive == UNNUMBERED:
        return None
    if ending := uid_ending(archive):
        return Person.get_or_none(Person.uid.endswith(ending))
    found: Person | None = Person.get_or_none(Person.file_no == archive)
    if found is None and (merged := MergedFile.get_or_none(MergedFile.file_no == archive)) is not None:
        found = merged.person
    return found


def _prints_of(person: int) -> CurrentPrints:
    return CurrentPrints(Person.get_by_id(person))
