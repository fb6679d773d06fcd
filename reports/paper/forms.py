"""The house document: the vocabulary of forms and tables (form, ledger, title, heading, caption, note)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportlab.lib.units import mm

from reports.paper import fonts
from reports.paper.layout import (  # fmt: skip
    AIR,
    BODY,
    CENTRE,
    FINE,
    HEADING,
    LABEL,
    NOTE,
    PAD,
    ROW,
    SMALL,
    START,
    TITLE,
    VALUE,
    Box,
    Gaps,
    Picture,
    Row,
    Strip,
    breadth,
    even_lines,
    fit,
    place_lines,
)
from reports.paper.line_breaks import wrap
from reports.paper.penned_rows import StaticRow
from reports.paper.sheet import Mark, Print, Rule, Style
from reports.pdf.structure import HEADING_ROLE, TITLE_ROLE

FORM_TRACKS = (
    22,
    33,
    22,
    38,
    20,
    30,
)  # mm: label, value, label, value, and beside a photo nothing, else label, value
PHOTO = (35 * mm, 49 * mm)  # 2寸, the usual size of the photo in these forms
PHOTO_ROOM = 52 * mm  # least height of the rows beside it
SECTION = 13 * mm
NONE = "无"


class Field(NamedTuple):
    """A label and the fact that stands beside it; ``span`` tracks broad, the label taking the first."""

    label: str
    key: str
    span: int = 2
    align: str = "natural"


class Photo(NamedTuple):
    """Rows of a form that leave room for the photo at the right."""

    rows: tuple[tuple[Field, ...], ...]


class Section(NamedTuple):
    """A heading across a form."""

    text: str


FormLine = tuple[Field, ...] | Photo | StaticRow | Section


def _row(
    fields: Sequence[Field], tracks: Sequence[float], height: float, style: Style, underlined: float = 0.0
) -> Row:
    labels, boxes, track, x = [], [], 0, 0.0
    for name, _, span, align in fields:
        label = tracks[track] * mm
        value = sum(tracks[track + 1 : track + span]) * mm
        labels.append((Box(x, label), name))
        chosen = START if align == "natural" and value > 95 * mm else align
        boxes.append(Box(x + label, value, chosen))
        x += label + value
        track += span
    return Row(boxes, labels, height, style, underlined=underlined)


class Form:
    """A ruled form: its lines in paper order, into which a person's facts are set."""

    def __init__(
        self,
        *lines: FormLine,
        tracks: Sequence[float] = FORM_TRACKS,
        height: float = ROW,
        style: Style = VALUE,
    ) -> None:
        self.lines: list[tuple[Row, tuple[str, ...], int] | StaticRow | Section] = []
        for line in lines:
            if isinstance(line, Photo):
                for n, fields in enumerate(line.rows, start=1):
                    under = BODY if n == len(line.rows) else 0.0
                    row = _row(fields, tracks, max(height, PHOTO_ROOM / len(line.rows)), style, under)
                    self.lines.append((row, tuple(f.key for f in fields), len(line.rows) - n + 1))
            elif isinstance(line, StaticRow | Section):
                self.lines.append(line)
            else:
                self.lines.append((_row(line, tracks, height, style), tuple(f.key for f in line), 0))

    def printed_facts(self, height: float, style: Style) -> Form:
        """The same form without the cells that are penned, its rows so low and its words so small."""
        made = Form()
        for line in self.lines:
            if isinstance(line, Section):
                made.lines.append(line)
            elif not isinstance(line, StaticRow):
                row, keys, to_go = line
                lowest = row.lowest if to_go else height  # beside the photo they stay as high as it is
                lower = Row(row.boxes, row.labels, lowest, style, underlined=row.underlined)
                made.lines.append((lower, keys, to_go))
        return made

    def asked(self) -> tuple[str, ...]:
        """The facts that it asks for."""
        return tuple(
            key for line in self.lines if not isinstance(line, StaticRow | Section) for key in line[1]
        )

    def strips(
        self, facts: Mapping[str, str], gaps: Gaps, photo: bytes | None = None, table: object = None
    ) -> list[Strip]:
        """The lines with their facts, as a table of its own or as a part of another."""
        table = table or self
        strips: list[Strip] = []
        beside: list[Strip] = []
        for line in self.lines:
            if isinstance(line, StaticRow):
                strips.append(line.filled(facts, table, gaps))
            elif isinstance(line, Section):
                strips.append(section(line.text, table))
            else:
                row, keys, to_go = line
                laid = row.strips([facts.get(key, "") for key in keys], gaps, table)
                if not to_go:
                    strips += laid
                    continue
                beside += laid
                if to_go == 1:
                    strips += _with_photo(beside, photo)
                    beside = []
        return strips


def _with_photo(rows: list[Strip], photo: bytes | None) -> list[Strip]:
    """The rows kept together, the photo (or the place for it) in the middle of the room at their right."""
    first = rows[0]
    left = first.print.width if first.print else 0.0
    height = sum(row.height for row in rows)
    low = first.height - height
    width, tall = PHOTO
    x, y = left + (BODY - left - width) / 2, low + (height - tall) / 2
    if photo is not None:
        first = first._replace(picture=Picture(photo, x, y, width, tall))
    else:
        words = place_lines(("照", "片"), LABEL._replace(leading=24), Box(left, BODY - left, CENTRE), height)
        first = first._replace(
            marks=(*first.marks, *(mark._replace(x=mark.x, y=mark.y + low) for mark in words))
        )
    return [row._replace(keeps=True) for row in (first, *rows[1:-1])] + rows[-1:]


@lru_cache(maxsize=256)
def section(text: str, table: object, height: float = 8 * mm) -> Strip:
    """A heading across a form, shaded; never the last on a page."""
    style = LABEL._replace(space=2.0)
    words = place_lines((text,), style, Box(0, BODY, CENTRE), height)
    ink = f"0.94 g 0 0 {BODY:.2f} {height:.2f} re f 0 g"
    return Strip(
        height, Print(BODY, height, (Rule(0, 0, BODY, 0, FINE),), tuple(words), ink), table=table, keeps=True
    )


class LedgerColumn(NamedTuple):
    """A column of a table: heading, breadth in mm, and how its cells stand."""

    heading: str
    width: float
    align: str = "natural"


class Ledger:
    """A table whose heading is repeated on every page that it runs to."""

    def __init__(
        self, *columns: LedgerColumn, style: Style = SMALL, height: float = ROW, least: float = ROW
    ) -> None:
        boxes, x = [], 0.0
        for column in columns:
            boxes.append(Box(x, column.width * mm, column.align))
            x += column.width * mm
        labels = [(Box(box.x, box.width), column.heading) for box, column in zip(boxes, columns, strict=True)]
        self.head = Row([], labels, height)
        self.row = Row(boxes, (), least, style)
        self.empty = Row([Box(0, BODY, CENTRE)], (), least, VALUE)

    def strips(self, rows: Sequence[Sequence[str]], gaps: Gaps, table: object = None) -> list[Strip]:
        """Head and rows, as a table of its own or as a part of another; an empty table says 无."""
        table = table or self
        head = self.heading(table)
        body = [strip for row in rows for strip in self.row.strips(row, gaps, table, (head,))]
        return [head, *(body or self.empty.strips([NONE], gaps, table))]

    def heading(self, table: object = None) -> Strip:
        return self.head.blank(table or self)._replace(keeps=True)

    def blank(self) -> Strip:
        return self.row.blank(self, (self.heading(),))


@lru_cache(maxsize=256)
def title(text: str, across: float = BODY, air: float = 5 * mm) -> Strip:
    """The title of a form, as large as one line allows, else in even lines; ``air`` is what is kept around it."""
    for size, space in ((22, 4.0), (22, 2.0), (20, 1.0), (18, 0.5)):
        style = TITLE._replace(size=size, space=space)
        if breadth(text, style) <= across:
            lines = [text]
            break
    else:
        style = TITLE._replace(size=18, space=0.5, leading=26)
        lines = even_lines(text, style, across)
    height = air + len(lines) * style.leading
    words = place_lines(lines, style, Box(-PAD, across + 2 * PAD, CENTRE), height)
    return Strip(height, Print(across, height, (), tuple(words)), keeps=True, role=TITLE_ROLE)


@lru_cache(maxsize=256)
def heading(text: str, above: float = 0.0, own: float = SECTION) -> Strip:
    """The heading of a table, which never stands alone at the foot; ``own`` is its height without what is kept above."""
    height = own + above
    words = place_lines((text,), HEADING, Box(-PAD, BODY + 2 * PAD, CENTRE), own)
    return Strip(height, Print(BODY, height, (), tuple(words)), keeps=True, role=HEADING_ROLE)


def caption(left: str, right: str, gaps: Gaps) -> Strip:
    """Small words above a table, at the left and at the right; the left ones take as many lines as they need."""
    gap = 4 * mm if right else 0
    gaps.note(fonts.face(NOTE.face).look(right).lacking)
    if breadth(right, NOTE) > BODY / 2:
        left, right, gap = f"{left}　{right}", "", 0
    lines = fit(left, NOTE, BODY - breadth(right, NOTE) - gap, gaps)
    height = 2.4 * mm + len(lines) * NOTE.leading
    words = place_lines(lines, NOTE, Box(-PAD, BODY, START), height)
    if right:
        words.append(Mark(BODY - breadth(right, NOTE), words[-1].y, NOTE, right))
    return Strip(height, None, tuple(words), keeps=True)


@lru_cache(maxsize=64)
def note(text: str) -> Strip:
    """Small words under a table."""
    lines = wrap(text, fonts.face(NOTE.face), NOTE.size, BODY)
    height = len(lines) * NOTE.leading + 2 * AIR
    return Strip(
        height, Print(BODY, height, (), tuple(place_lines(lines, NOTE, Box(-PAD, BODY, START), height)))
    )
