"""Binding: the parts of one person after another's on numbered sheets, with head, foot and mark, into one PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import IO, TYPE_CHECKING, NamedTuple

from reportlab.lib.units import mm

from models.core.past_day import past_day
from reports.paper import fonts, page_mark
from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import BOLD, SANS, SERIF
from reports.paper.layout import BODY, CENTRE, LEFT, PAD, RIGHT, Box, breadth, place_lines
from reports.paper.line_breaks import wrap
from reports.paper.page_breaks import Placed
from reports.paper.sheet import HEIGHT, WIDTH, Mark, Paper, Print, Said, Style

if TYPE_CHECKING:
    from reports.pdf.taken_pages import TakenPage

RUNNING_HEAD = Style(SANS, 8.5, 12)
RUNNING_FOOT = Style(SERIF, 10, 14)
SENTENCE = Style(SERIF, 14, 24)
SCAN_EDGE, SCAN_FOOT = 5 * mm, 6 * mm  # what office printers cannot reach, and the room of the foot
BAND = Style(SANS, 9, 12, 1)
WATER = Style(BOLD, 150, 150, 20)
PRACTICE = "演练　虚构人员，仅供练习，不得作为任何凭证"
MASKED = "（脱敏副本）"
FOOT_LINE = 11 * mm
SHEET_CODE = Style(SANS, 7, 9)
COPY_MARK, COPY_MARK_LINE = Style(SERIF, 7, 9), 6 * mm
HEAD_LINE = HEIGHT - 19.5 * mm
HEAD_ROOM = BODY - 20 * mm
STAMP_LEFT, STAMP_FOOT = BODY - 66 * mm, HEIGHT - 22.5 * mm  # of a stamp of 45 × 16 mm, left of the code
CODE_TOP = HEIGHT - 8 * mm
PRACTICE_ORANGE, PAST_BLUE = "0.85 0.33 0", "0.16 0.36 0.55"
BAND_HEIGHT = 5 * mm
PALE = "1 0.93 0.86"


class Stamped(NamedTuple):
    """What is stamped at the head of a page: what is the same on many, and what is set in it."""

    print: Print
    marks: tuple[Mark, ...]


class BoundPart(NamedTuple):
    """What begins on a page of its own: two letters for the page's mark, its pages, their feet, the stamp of the first.

    A part without feet carries no page numbers, as cover, catalogue and remarks of a volume. ``name`` is what the print
    ledger calls it.
    """

    code: str
    pages: Sequence[Sequence[Placed]]
    feet: Sequence[str] = ()
    stamp: Stamped | None = None
    name: str = ""


class ScannedPage(NamedTuple):
    """A scanned sheet that is bound as it lies: a picture or page, or the sentence why there is none; its foot, and a bookmark."""

    image: bytes | TakenPage | None
    words: str  # what it is, for those who listen; where there is no picture, what stands on the sheet
    foot: str = ""
    bookmark: str = ""
    across: bool = False


class Owner(NamedTuple):
    """Whose sheets they are: the number that the marks carry, the words of the head, and the bookmark."""

    archive: str
    head: str
    bookmark: str


class BoundPages(NamedTuple):
    """A part as it was bound: its pages, counted from the PDF's first, the version of what is said, each page's short code."""

    name: str
    first: int
    last: int
    facts: str
    codes: tuple[str, ...]


class Binder:
    """One PDF in the making: sheets of one person after another."""

    def __init__(
        self,
        file: IO[bytes],
        title: str,
        office: str,
        practice: bool = False,
        double_sided: bool = False,
        masked: bool = False,
        mark: str = "",
    ) -> None:
        self.paper = Paper(file, title, office)
        self.practice = practice
        self.double_sided = double_sided
        self.running = f"{office}　优抚对象档案{MASKED if masked else ''}"
        self.mark = mark  # of a copy that is given away, in small type at the foot of every sheet
        self.pages = 0

    def add(
        self, owner: Owner, parts: Iterable[BoundPart], scans: Iterable[ScannedPage] = ()
    ) -> list[BoundPages]:
        """Draw the parts of one person, and return on which pages; printed on both sides, the file's are made even.

        Scans of papers that were taken in stand where those lie in the volume, before the first part with numbered pages;
        marks and numbers of the printed sheets stay as they are on paper.
        """
        bound, waiting = list(parts), iter(scans)
        total = sum(len(part.pages) for part in bound)
        made, number, scanned = [], 0, 0
        for part in bound:
            if part.feet:
                scanned += self._bind_scans(waiting)
            first, codes = number + 1, []
            said = [_said(page) for page in part.pages]
            for n, words in enumerate(said):
                number += 1
                codes.append(self._turn(owner, part, n, words, (number, total)))
            before = self.pages + scanned
            version = _version(owner, part, said)
            made.append(BoundPages(part.name, before + first, before + number, version, tuple(codes)))
        if self.double_sided and total % 2:
            self.paper.turn()  # the back of the last sheet carries nothing
        scanned += self._bind_scans(waiting)
        self.pages += scanned + total + (total % 2 if self.double_sided else 0)
        return made

    def _bind_scans(self, scans: Iterable[ScannedPage]) -> int:
        """Draw scanned sheets, upright or across as they lie; returns how many."""
        count = 0
        for scan in scans:
            count += 1
            width, height = (HEIGHT, WIDTH) if scan.across else (WIDTH, HEIGHT)
            self._place_scan(scan, width, height)
            if scan.foot:
                middle = (width - breadth(scan.foot, RUNNING_FOOT)) / 2
                self.paper.words([(0, 0, (Mark(middle, SCAN_EDGE, RUNNING_FOOT, scan.foot),))])
            place_band(self.paper, self.practice, width, height)
            self.paper.turn(scan.bookmark, (width, height))
        return count

    def _place_scan(self, scan: ScannedPage, width: float, height: float) -> None:
        """Put a scan on a sheet of that size, above its foot."""
        place = SCAN_EDGE, SCAN_EDGE + SCAN_FOOT, width - 2 * SCAN_EDGE, height - 2 * SCAN_EDGE - SCAN_FOOT
        if scan.image is None:
            self._say(scan.words)
        elif isinstance(scan.image, bytes):
            self.paper.picture(scan.image, *place, scan.words, sharp=True)
        else:
            self.paper.take(scan.image, *place, scan.words)

    def _say(self, words: str) -> None:
        """A sentence in the place of a sheet."""
        lines = wrap(words, fonts.face(SENTENCE.face), SENTENCE.size, BODY)
        marks = place_lines(lines, SENTENCE, Box(LEFT, BODY), HEIGHT)
        self.paper.tell(None, marks, 0, 0, Said())

    def close(self) -> None:
        self.paper.close()

    def _turn(
        self, owner: Owner, part: BoundPart, n: int, said: Sequence[str], place: tuple[int, int]
    ) -> str:
        """Draw page ``n`` of a part, whose words are known, in its ``place`` of all pages; returns its short code."""
        number, total = place
        # bound on the same edge of the sheet
        left = RIGHT if self.double_sided and number % 2 == 0 else LEFT
        mark = page_mark.PageMark(owner.archive, part.code, number, total, page_mark.fingerprint(said))
        self._page(part.pages[n], left)
        self._furnish(owner, left, part.feet[n] if part.feet else "", part.stamp if n == 0 else None)
        short = mark.short
        self._foot_code(short, left)
        self._code(mark.code, left)
        self.paper.turn(owner.bookmark if number == 1 else "")
        return short

    def _page(self, page: Sequence[Placed], left: float) -> None:
        if self.practice:
            self.paper.place(water(), 0, 0)
        draw_strips(self.paper, page, left, BODY)

    def _furnish(self, owner: Owner, left: float, foot: str, stamp: Stamped | None) -> None:
        """Head and foot of a page, and the stamp between the words of the head and the code."""
        room = HEAD_ROOM if stamp is None else STAMP_LEFT - 2 * mm
        lines = (*head_lines(owner.head, room), self.running)
        words = [
            Mark(left, HEAD_LINE + n * 4.3 * mm, RUNNING_HEAD, line) for n, line in enumerate(reversed(lines))
        ]
        if foot:
            words.append(Mark(left + (BODY - breadth(foot, RUNNING_FOOT)) / 2, FOOT_LINE, RUNNING_FOOT, foot))
        if self.mark:
            words.append(Mark(left, COPY_MARK_LINE, COPY_MARK, self.mark))
        self.paper.words([(0, 0, words)])
        if stamp is not None:
            self.paper.place(stamp.print, left + STAMP_LEFT, STAMP_FOOT)
            self.paper.words([(left + STAMP_LEFT, STAMP_FOOT, stamp.marks)])
        place_band(self.paper, self.practice)

    def _foot_code(self, short: str, left: float) -> None:
        """The short code at the outer end of the foot, for whoever is asked which sheet was the last good one."""
        words = f"纸码 {short}"
        place = Mark(left + BODY - breadth(words, SHEET_CODE), FOOT_LINE, SHEET_CODE, words)
        self.paper.words([(0, 0, (place,))])

    def _code(self, mark: str, left: float) -> None:
        modules = page_mark.modules(mark)
        right, module = left + BODY, page_mark.MODULE * mm
        self.paper.code(modules, right - modules.side * module, CODE_TOP, module)


def bound_pages(parts: Iterable[BoundPart]) -> Iterator[tuple[str, str]]:
    """The form of each page and the fingerprint of its words, as its mark would say them."""
    return ((part.code, page_mark.fingerprint(_said(page))) for part in parts for page in part.pages)


def version_of(owner: Owner, part: BoundPart) -> str:
    """The version of what a part says of its owner, twelve hexadecimal places: its words, numbers, photo and stamp."""
    return _version(owner, part, [_said(page) for page in part.pages])


def _version(owner: Owner, part: BoundPart, said: Iterable[Sequence[str]]) -> str:
    """The version of a part whose pages say these words."""
    told = hashlib.sha256(f"{owner.archive}\x1e{owner.head}\x1e{part.code}".encode())
    for page, words in zip(part.pages, said, strict=True):
        told.update("\x1f".join(words).encode() + b"\x1e")
        for _, strip in page:
            if strip.picture is not None:
                told.update(strip.picture.image)
    stamped = part.stamp.marks if part.stamp else ()
    told.update("\x1f".join((*part.feet, *(mark.text for mark in stamped))).encode())
    return told.hexdigest()[:12]


def _said(page: Sequence[Placed]) -> list[str]:
    """The words of a page, in their order."""
    return [mark.text for _, strip in page for mark in strip.marks]


@lru_cache(maxsize=8)
def head_lines(text: str, room: float = HEAD_ROOM) -> tuple[str, ...]:
    """The words of the head beside the code; more than two lines would run into the page's edge."""
    lines = wrap(text, fonts.face(RUNNING_HEAD.face), RUNNING_HEAD.size, room)
    return tuple(lines) if len(lines) <= 2 else (lines[0].split("　")[0], lines[0].split("　")[1])


@lru_cache(maxsize=2)
def water(width: float = WIDTH, height: float = HEIGHT) -> Print:
    """演练 across the sheet, pale enough to read over."""
    words = place_lines(("演练",), WATER, Box(-PAD, width + 2 * PAD, CENTRE), height)
    return Print(width, height, (), tuple(words), f"{PALE} rg")


def band_words(practice: bool) -> str:
    """What the head of every sheet must say of the archive that it comes from: a practice one, one of a past day; else nothing."""
    day = past_day()
    return "　".join(filter(None, (PRACTICE if practice else "", day.words() if day else "")))


def place_band(paper: Paper, practice: bool, width: float = WIDTH, height: float = HEIGHT) -> None:
    """The coloured band at the head of such a sheet."""
    if words := band_words(practice):
        paper.place(_band(words, PRACTICE_ORANGE if practice else PAST_BLUE, width), 0, height - BAND_HEIGHT)


@lru_cache(maxsize=8)
def _band(text: str, colour: str, width: float) -> Print:
    words = place_lines((text,), BAND, Box(0, width, CENTRE), BAND_HEIGHT)
    return Print(
        width, BAND_HEIGHT, (), tuple(words), f"{colour} rg 0 0 {width:.2f} {BAND_HEIGHT:.2f} re f 1 g"
    )
