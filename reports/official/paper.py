"""An official document as a PDF of A4 sheets to be printed on both sides and bound on the left (GB/T 9704-2012).

The text stands on a grid of 22 lines of 28 characters. Typefaces are the PC's own 小标宋, 仿宋, 黑体, 楷体 where it has
them; ``fonts.stand_ins`` says for which of them a shipped face is printed instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.units import mm

from reports.charts.paper import as_print
from reports.official import (
    Annex,
    Diagram,
    Official,
    Piece,
    Table,
    annex_label,
    annex_lines,
    is_heading,
    pieces,
)
from reports.official.pictures import drawing
from reports.official.setting import (
    BODY,
    BREADTH,
    FOOT,
    HEIGHT,
    INDENT,
    LINES,
    PITCH,
    TIGHT,
    TITLE,
    broken,
    justified,
    marks,
    text_width,
    title_lines,
)
from reports.paper import fonts
from reports.paper.binding import band, frames, water
from reports.paper.fonts import FANGSONG, HEITI, SERIF, SONG_TITLE, Missing
from reports.paper.forms import NONE
from reports.paper.layout import BOTTOM, CENTRE, HEAVY, PAD, Box, Gaps, Row, Strip, breadth, place_lines
from reports.paper.page_breaks import paginate
from reports.paper.sheet import HEIGHT as SHEET
from reports.paper.sheet import MIDDLE, Mark, Paper, Style
from reports.paper.whole_files import whole

BOUND, OUTER = 28 * mm, 26 * mm  # 订口; the outer margin is what 版心 leaves (5.2.1)
LOW = 35 * mm  # 297 - 37 (天头) - 225
NUMBER_BELOW = 7 * mm  # the dash beside the page's number, below the text (7.5)
HANGING = 2  # lines of text that go along when the signature needs a page of its own
CELL = Style(SERIF, 10.5, 13)
LEAST = 7 * mm  # of a table's row
CAPTION = Style(HEITI, 12, 18)


class Line(NamedTuple):
    """A line of the grid: what stands in it (``y`` from its middle), and whether the next must follow on the page."""

    marks: tuple[Mark, ...] = ()
    keeps: bool = False


class Written(NamedTuple):
    """What was written: how many pages, and the characters that no font has."""

    pages: int
    missing: tuple[Missing, ...]


def write(document: Official, out: Path) -> Written:
    """Write the document as a PDF; ``Refusal`` when the file cannot be written."""
    gaps = Gaps(document.title.replace("\n", ""))
    with whole(out) as stream:
        sheets = _Sheets(Paper(stream, document.title.replace("\n", ""), document.signed), document.practice)
        for page in pages(lines(document, gaps)):
            sheets.text(page)
        for number, annex in enumerate(document.annexes, start=1):
            sheets.annex(_strips(annex, annex_label(number, len(document.annexes)), gaps), annex.title)
        sheets.paper.close()
    return Written(sheets.count, tuple(gaps.found))


def write_annex(annex: Annex, author: str, out: Path, practice: bool = False) -> Written:
    """Write tables and charts by themselves, laid out as an annex."""
    gaps = Gaps(annex.title)
    with whole(out) as stream:
        sheets = _Sheets(Paper(stream, annex.title, author), practice)
        sheets.annex(_strips(annex, "", gaps), annex.title)
        sheets.paper.close()
    return Written(sheets.count, tuple(gaps.found))


def lines(document: Official, gaps: Gaps) -> list[Line]:
    """The text on the grid: title, paragraphs, 附件说明, signature and date."""
    _note(document, gaps)
    laid = [Line()]
    for words in title_lines(document.title, SONG_TITLE):
        line = [Piece(SONG_TITLE, words)]
        start = (BREADTH - text_width(line, TITLE, 0.0)) / 2
        laid.append(Line(tuple(marks(line, start, -MIDDLE * TITLE, TITLE, 0.0)), keeps=True))
    laid.append(Line(keeps=True))
    for paragraph in document.paragraphs:
        laid += _paragraph(paragraph)
    held = [*laid[-HANGING:], Line(), *_annexes(document.annexes), *_signature(document)]
    return [*laid[:-HANGING], *(line._replace(keeps=True) for line in held[:-1]), held[-1]]


def _note(document: Official, gaps: Gaps) -> None:
    for face, text in [
        (SONG_TITLE, document.title),
        (FANGSONG, document.signed),
        *(piece for paragraph in document.paragraphs for piece in pieces(paragraph)),
    ]:
        gaps.note(character for character in fonts.face(face).look(text).lacking if character.isprintable())


def _paragraph(text: str) -> Iterator[Line]:
    """A paragraph, its first line two characters in."""
    first, *more = pieces(text)
    found = broken([first._replace(text=INDENT + first.text), *more])
    heading = is_heading(text)
    for number, line in enumerate(found, start=1):
        yield Line(
            tuple(justified(line, 0, -MIDDLE * BODY, last=number == len(found))),
            keeps=heading or (number == 1 and len(found) > 1),
        )


def _annexes(annexes: Sequence[Annex]) -> Iterator[Line]:
    """附件说明: two characters in; a title's further lines stand under its first character (7.3.4)."""
    if not annexes:
        return
    for text in annex_lines(annexes):
        lead = text[: len(text) - len(text.lstrip("　"))] or text[: text.index("：") + 1]
        inner = text_width([Piece(FANGSONG, INDENT + lead)]) + TIGHT
        rest = text[len(lead) :]
        for number, line in enumerate(broken([Piece(FANGSONG, rest)], BREADTH - inner)):
            words = [Piece(FANGSONG, INDENT + lead), *line] if number == 0 else line
            yield Line(tuple(marks(words, 0 if number == 0 else inner, -MIDDLE * BODY, BODY, TIGHT)))
    yield Line()


def _signature(document: Official) -> Iterator[Line]:
    """署名 over the date, whose last character is four from the right (7.3.5.1, a document with a seal)."""
    day, signed = [Piece(FANGSONG, document.day_in_words())], [Piece(FANGSONG, document.signed)]
    start = BREADTH - 4 * (BODY + TIGHT) - text_width(day)
    middle = start + text_width(day) / 2
    left = max(0.0, min(middle - text_width(signed) / 2, BREADTH - text_width(signed)))
    for line, x in ((signed, left), (day, start)):
        yield Line(tuple(marks(line, x, -MIDDLE * BODY, BODY, TIGHT)))


def pages(laid: Sequence[Line]) -> list[list[Line]]:
    """The lines shared out, 22 to a page; what must be followed by the next line goes over with it."""
    shared: list[list[Line]] = [[]]
    for number, line in enumerate(laid):
        held = 1
        while held < LINES and number + held < len(laid) and laid[number + held - 1].keeps:
            held += 1
        if shared[-1] and len(shared[-1]) + held > LINES:
            shared.append([])
        shared[-1].append(line)
    return shared


class _Sheets:
    """The sheets in the making: text areas and annexes, each with its number at the outer edge."""

    def __init__(self, paper: Paper, practice: bool) -> None:
        self.paper, self.practice, self.count = paper, practice, 0

    def text(self, page: Sequence[Line]) -> None:
        left = self._begin()
        middles = (LOW + HEIGHT - (number + 0.5) * PITCH for number in range(LINES))
        self.paper.words(
            [(left, y, line.marks) for y, line in zip(middles, page, strict=False) if line.marks]
        )
        self._end("正文" if self.count == 1 else "")

    def annex(self, strips: Sequence[Strip], bookmark: str) -> None:
        for number, page in enumerate(paginate(strips, body=HEIGHT)):
            left = self._begin()
            placed = [each._replace(y=each.y - BOTTOM + LOW) for each in page]
            for y, strip in placed:
                if strip.print is not None:
                    self.paper.place(strip.print, left, y)
            for low, high in frames(placed):
                self.paper.frame(left, low, BREADTH, high - low, HEAVY)
            self.paper.words([(left, y, strip.marks) for y, strip in placed if strip.marks])
            self._end(bookmark if number == 0 else "")

    def _begin(self) -> float:
        """Take the next sheet side; returns where its text begins."""
        self.count += 1
        if self.practice:
            self.paper.place(water(), 0, 0)
        return BOUND if self.count % 2 else OUTER

    def _end(self, bookmark: str) -> None:
        """The page's number, one character from the outer edge of the text (7.5)."""
        words = f"— {self.count} —"
        style = Style(SERIF, FOOT, PITCH)
        odd = self.count % 2
        x = BOUND + BREADTH - FOOT - breadth(words, style) if odd else OUTER + FOOT
        self.paper.words([(x, LOW - NUMBER_BELOW - MIDDLE * FOOT, [Mark(0, 0, style, words)])])
        if self.practice:
            self.paper.place(band(), 0, SHEET - 5 * mm)
        self.paper.turn(bookmark)


def _strips(annex: Annex, label: str, gaps: Gaps) -> list[Strip]:
    """An annex: 附件 at the left in 黑体, the title on the third line (7.3.7), then its tables and charts."""
    strips = []
    if label:
        words = Mark(0, PITCH / 2 - MIDDLE * BODY, Style(HEITI, BODY, PITCH), label)
        strips += [Strip(PITCH, None, (words,), keeps=True), Strip(PITCH, keeps=True)]
    for line in title_lines(annex.title, SONG_TITLE):
        style = Style(SONG_TITLE, TITLE, PITCH)
        placed = place_lines((line,), style, Box(-PAD, BREADTH + 2 * PAD, CENTRE), 1.5 * PITCH)
        strips.append(Strip(1.5 * PITCH, None, tuple(placed), keeps=True))
    for part in annex.parts:
        strips += _table(part, gaps) if isinstance(part, Table) else _chart(part)
    return strips


def _table(table: Table, gaps: Gaps) -> Iterator[Strip]:
    boxes, x = [], 0.0
    unit = BREADTH / sum(column.share for column in table.columns)
    for _, share, align in table.columns:
        boxes.append(Box(x, share * unit, align))
        x += share * unit
    labels = [(box, column.heading) for box, column in zip(boxes, table.columns, strict=True)]
    head = Row([], labels, across=BREADTH).blank(table)._replace(keeps=True)
    row = Row(boxes, (), LEAST, CELL, across=BREADTH)
    yield head
    for texts in table.rows:
        gaps.whose = texts[table.named]
        yield from row.strips(texts, gaps, table, (head,))
    if not table.rows:
        yield from Row([Box(0, BREADTH, CENTRE)], (), LEAST, CELL, across=BREADTH).strips([NONE], gaps, table)
    yield Strip(PITCH / 2)


def _chart(chart: Diagram) -> Iterator[Strip]:
    height = 9 * mm
    words = place_lines(
        (f"{chart.title}（单位：{chart.unit}）",), CAPTION, Box(-PAD, BREADTH, CENTRE), height
    )
    yield Strip(height, None, tuple(words), keeps=True)
    drawn = drawing(chart)
    yield Strip(drawn.height, as_print(drawn))
    yield Strip(PITCH / 2)
