"""An official document on paper: a PDF of A4 sheets, printed on both sides and bound on the left (GB/T 9704-2012).

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
    Remark,
    Table,
    annex_label,
    annex_lines,
    is_heading,
    pieces,
)
from reports.official.pictures import drawing
from reports.official.setting import (
    BODY_SIZE,
    FOOT_SIZE,
    LINES_OF_PAGE,
    PARAGRAPH_INDENT,
    PITCH,
    TEXT_BREADTH,
    TEXT_HEIGHT,
    TIGHT,
    TITLE_SIZE,
    broken_lines,
    justified,
    marks,
    text_width,
    title_lines,
)
from reports.paper import fonts
from reports.paper.binding import COPY_MARK, COPY_MARK_LINE, place_band, water
from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import FANGSONG, HEITI, SERIF, SONG_TITLE, Missing
from reports.paper.forms import NONE, note
from reports.paper.layout import BOTTOM, CENTRE, PAD, Box, Gaps, Row, Strip, breadth, place_lines
from reports.paper.page_breaks import paginate
from reports.paper.sheet import MIDDLE_OF_CHARACTER, Mark, Paper, Said, Style
from reports.paper.whole_files import whole
from reports.pdf.structure import PARAGRAPH, TITLE_ROLE

BOUND, OUTER = 28 * mm, 26 * mm  # 订口; the outer margin is what 版心 leaves (5.2.1)
LOWER_EDGE = 35 * mm  # 297 - 37 (天头) - 225
NUMBER_BELOW = 7 * mm  # the dash beside the page's number, below the text (7.5)
HANGING = 2  # lines of text that go along when the signature needs a page of its own
TABLE_CELL_STYLE = Style(SERIF, 10.5, 13)
LEAST_TABLE_ROW = 7 * mm  # of a table's row
CAPTION_STYLE = Style(HEITI, 12, 18)


class GridLine(NamedTuple):
    """A line of the grid: what stands in it (``y`` from its middle), and whether the next must follow on the page."""

    marks: tuple[Mark, ...] = ()
    keeps: bool = False
    role: str = PARAGRAPH


class OfficialWritten(NamedTuple):
    """What was written: how many pages, and the characters that no font has."""

    pages: int
    missing: tuple[Missing, ...]


def write_official_pdf(document: Official, out: Path) -> OfficialWritten:
    """Write the document as a PDF; ``Refusal`` when the file cannot be written."""
    return write_official_pdfs([document], out)


def write_official_pdfs(documents: Sequence[Official], out: Path) -> OfficialWritten:
    """Write documents of one kind into one PDF, each on sheets of its own with its own numbers; ``Refusal`` as above."""
    title = documents[0].title.replace("\n", "")
    gaps, count = Gaps(title), 0
    with whole(out) as stream:
        paper = Paper(stream, title, documents[0].signed)
        for document in documents:
            count += _draw(document, paper, gaps)
        paper.close()
    return OfficialWritten(count, tuple(gaps.found))


def _draw(document: Official, paper: Paper, gaps: Gaps) -> int:
    """Draw one document; returns how many pages it has."""
    sheets = _Sheets(paper, document.practice, document.mark)
    for page in pages(lines(document, gaps)):
        sheets.text(page)
    for number, annex in enumerate(document.annexes, start=1):
        sheets.annex(_strips(annex, annex_label(number, len(document.annexes)), gaps), annex.title)
    return sheets.count


def write_annex(annex: Annex, author: str, out: Path, practice: bool = False) -> OfficialWritten:
    """Write tables and charts by themselves, laid out as an annex."""
    gaps = Gaps(annex.title)
    with whole(out) as stream:
        sheets = _Sheets(Paper(stream, annex.title, author), practice)
        sheets.annex(_strips(annex, "", gaps), annex.title)
        sheets.paper.close()
    return OfficialWritten(sheets.count, tuple(gaps.found))


def lines(document: Official, gaps: Gaps) -> list[GridLine]:
    """The text on the grid: title, paragraphs, 附件说明, signature and date."""
    _note(document, gaps)
    laid = [GridLine()]
    for words in title_lines(document.title, SONG_TITLE):
        line = [Piece(SONG_TITLE, words)]
        start = (TEXT_BREADTH - text_width(line, TITLE_SIZE, 0.0)) / 2
        laid.append(
            GridLine(
                tuple(marks(line, start, -MIDDLE_OF_CHARACTER * TITLE_SIZE, TITLE_SIZE, 0.0)),
                keeps=True,
                role=TITLE_ROLE,
            )
        )
    laid.append(GridLine(keeps=True))
    for paragraph in document.paragraphs:
        laid += _paragraph(paragraph)
    held = [*laid[-HANGING:], GridLine(), *_annexes(document.annexes), *_signature(document)]
    return [*laid[:-HANGING], *(line._replace(keeps=True) for line in held[:-1]), held[-1]]


def _note(document: Official, gaps: Gaps) -> None:
    for face, text in [
        (SONG_TITLE, document.title),
        (FANGSONG, document.signed),
        *(piece for paragraph in document.paragraphs for piece in pieces(paragraph)),
    ]:
        gaps.note(character for character in fonts.face(face).look(text).lacking if character.isprintable())


def _paragraph(text: str) -> Iterator[GridLine]:
    """A paragraph, its first line two characters in."""
    first, *more = pieces(text)
    found = broken_lines([first._replace(text=PARAGRAPH_INDENT + first.text), *more])
    heading = is_heading(text)
    for number, line in enumerate(found, start=1):
        yield GridLine(
            tuple(justified(line, 0, -MIDDLE_OF_CHARACTER * BODY_SIZE, last=number == len(found))),
            keeps=heading or (number == 1 and len(found) > 1),
        )


def _annexes(annexes: Sequence[Annex]) -> Iterator[GridLine]:
    """附件说明: two characters in; a title's further lines stand under its first character (7.3.4)."""
    if not annexes:
        return
    for text in annex_lines(annexes):
        lead = text[: len(text) - len(text.lstrip("　"))] or text[: text.index("：") + 1]
        inner = text_width([Piece(FANGSONG, PARAGRAPH_INDENT + lead)]) + TIGHT
        rest = text[len(lead) :]
        for number, line in enumerate(broken_lines([Piece(FANGSONG, rest)], TEXT_BREADTH - inner)):
            words = [Piece(FANGSONG, PARAGRAPH_INDENT + lead), *line] if number == 0 else line
            yield GridLine(
                tuple(
                    marks(
                        words, 0 if number == 0 else inner, -MIDDLE_OF_CHARACTER * BODY_SIZE, BODY_SIZE, TIGHT
                    )
                )
            )
    yield GridLine()


def _signature(document: Official) -> Iterator[GridLine]:
    """署名 over the date, whose last character is four from the right (7.3.5.1, a document with a seal)."""
    day, signed = [Piece(FANGSONG, document.day_in_words())], [Piece(FANGSONG, document.signed)]
    start = TEXT_BREADTH - 4 * (BODY_SIZE + TIGHT) - text_width(day)
    middle = start + text_width(day) / 2
    left = max(0.0, min(middle - text_width(signed) / 2, TEXT_BREADTH - text_width(signed)))
    for line, x in ((signed, left), (day, start)):
        yield GridLine(tuple(marks(line, x, -MIDDLE_OF_CHARACTER * BODY_SIZE, BODY_SIZE, TIGHT)))


def pages(laid: Sequence[GridLine]) -> list[list[GridLine]]:
    """The lines shared out, 22 to a page; what must be followed by the next line goes over with it."""
    shared: list[list[GridLine]] = [[]]
    for number, line in enumerate(laid):
        held = 1
        while held < LINES_OF_PAGE and number + held < len(laid) and laid[number + held - 1].keeps:
            held += 1
        if shared[-1] and len(shared[-1]) + held > LINES_OF_PAGE:
            shared.append([])
        shared[-1].append(line)
    return shared


class _Sheets:
    """The sheets in the making: text areas and annexes, each with its number at the outer edge."""

    def __init__(self, paper: Paper, practice: bool, mark: str = "") -> None:
        self.paper, self.practice, self.mark, self.count = paper, practice, mark, 0

    def text(self, page: Sequence[GridLine]) -> None:
        left = self._begin()
        middles = (LOWER_EDGE + TEXT_HEIGHT - (number + 0.5) * PITCH for number in range(LINES_OF_PAGE))
        for y, line in zip(middles, page, strict=False):
            self.paper.tell(None, line.marks, left, y, Said(line.role))
        self._end("正文" if self.count == 1 else "")

    def annex(self, strips: Sequence[Strip], bookmark: str) -> None:
        for number, page in enumerate(paginate(strips, body=TEXT_HEIGHT)):
            left = self._begin()
            placed = [each._replace(y=each.y - BOTTOM + LOWER_EDGE) for each in page]
            draw_strips(self.paper, placed, left, TEXT_BREADTH)
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
        style = Style(SERIF, FOOT_SIZE, PITCH)
        odd = self.count % 2
        x = BOUND + TEXT_BREADTH - FOOT_SIZE - breadth(words, style) if odd else OUTER + FOOT_SIZE
        self.paper.words(
            [(x, LOWER_EDGE - NUMBER_BELOW - MIDDLE_OF_CHARACTER * FOOT_SIZE, [Mark(0, 0, style, words)])]
        )
        if self.mark:
            self.paper.words([(0, 0, (Mark(BOUND if odd else OUTER, COPY_MARK_LINE, COPY_MARK, self.mark),))])
        place_band(self.paper, self.practice)
        self.paper.turn(bookmark)


def _strips(annex: Annex, label: str, gaps: Gaps) -> list[Strip]:
    """An annex: 附件 at the left in 黑体, the title on the third line (7.3.7), then its tables and charts."""
    strips = []
    if label:
        words = Mark(0, PITCH / 2 - MIDDLE_OF_CHARACTER * BODY_SIZE, Style(HEITI, BODY_SIZE, PITCH), label)
        strips += [Strip(PITCH, None, (words,), keeps=True), Strip(PITCH, keeps=True)]
    for line in title_lines(annex.title, SONG_TITLE):
        style = Style(SONG_TITLE, TITLE_SIZE, PITCH)
        placed = place_lines((line,), style, Box(-PAD, TEXT_BREADTH + 2 * PAD, CENTRE), 1.5 * PITCH)
        strips.append(Strip(1.5 * PITCH, None, tuple(placed), keeps=True))
    for part in annex.parts:
        if isinstance(part, Remark):
            strips.append(note(part.words))
        else:
            strips += _table(part, gaps) if isinstance(part, Table) else _chart(part)
    return strips


def _table(table: Table, gaps: Gaps) -> Iterator[Strip]:
    boxes, x = [], 0.0
    unit = TEXT_BREADTH / sum(column.share for column in table.columns)
    for _, share, align in table.columns:
        boxes.append(Box(x, share * unit, align))
        x += share * unit
    labels = [(box, column.heading) for box, column in zip(boxes, table.columns, strict=True)]
    head = Row([], labels, across=TEXT_BREADTH).blank(table)._replace(keeps=True)
    row = Row(boxes, (), LEAST_TABLE_ROW, TABLE_CELL_STYLE, across=TEXT_BREADTH)
    yield head
    for texts in table.rows:
        gaps.whose = texts[table.named]
        yield from row.strips(texts, gaps, table, (head,))
    if not table.rows:
        yield from Row(
            [Box(0, TEXT_BREADTH, CENTRE)], (), LEAST_TABLE_ROW, TABLE_CELL_STYLE, across=TEXT_BREADTH
        ).strips([NONE], gaps, table)
    yield Strip(PITCH / 2)


def _chart(chart: Diagram) -> Iterator[Strip]:
    height = 9 * mm
    words = place_lines(
        (f"{chart.title}（单位：{chart.unit}）",), CAPTION_STYLE, Box(-PAD, TEXT_BREADTH, CENTRE), height
    )
    yield Strip(height, None, tuple(words), keeps=True)
    drawn = drawing(chart)
    yield Strip(drawn.height, as_print(drawn))
    yield Strip(PITCH / 2)
