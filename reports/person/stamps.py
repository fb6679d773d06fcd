"""The stamp of an archived paper, printed at the head of its first page where the office does not stamp by hand.

归档章 is that of DA/T 22-2015: 45 × 16 mm, six equal cells (全宗号, 年度, 件号; 机构（问题）, 保管期限, 页数). 档号章 says the
number of the volume, and the number and the pages of the paper in it.
"""

from __future__ import annotations

from functools import cache

from reportlab.lib.units import mm

from models.office.settings import Office
from reports.paper.binding import Stamped
from reports.paper.fonts import SANS, SERIF
from reports.paper.layout import CENTRE, FINE, Box, breadth, place_lines
from reports.paper.sheet import Mark, Print, Rule, Style
from reports.person.volume_papers import VolumePiece

STAMP_WIDTH, STAMP_HEIGHT = 45 * mm, 16 * mm
ARCHIVED, VOLUME_NUMBER = "归档章", "档号章"
STAMPS = (ARCHIVED, VOLUME_NUMBER)
ABOUT = "优抚"  # 机构（问题）
CELL_LABEL = Style(SANS, 5.5, 7)
CELL_WORDS = Style(SERIF, 8, 9)
SMALLEST = 5.0  # points
LINE = STAMP_HEIGHT / 2
LABEL_UP, WORDS_UP = (
    2.6 * mm,
    3.0 * mm,
)  # of a cell's label below its upper edge; of its words above the lower one


def stamp(kind: str, office: Office, volume: str, piece: VolumePiece) -> Stamped:
    """The stamp of one paper; what is not assigned yet is left for the pen."""
    paper = piece.paper
    words: tuple[str, ...]
    if kind == ARCHIVED:
        words = (office.fonds_number, paper.day[:4], str(piece.number), ABOUT, office.retention, paper.pages)
    else:
        words = (office.archive_number(volume), str(piece.number), piece.pages)
    boxes = [box for _, box in _cells(kind)]
    marks = [
        _set(text, box, line) for (line, box), text in zip(_placed(kind, boxes), words, strict=True) if text
    ]
    return Stamped(_print(kind), tuple(marks))


def _cells(kind: str) -> list[tuple[str, Box]]:
    third, half = STAMP_WIDTH / 3, STAMP_WIDTH / 2
    if kind == ARCHIVED:
        names = ("全宗号", "年度", "件号", "机构（问题）", "保管期限", "页数")
        return [(name, Box(n % 3 * third, third, CENTRE)) for n, name in enumerate(names)]
    return [
        ("档号", Box(0, STAMP_WIDTH, CENTRE)),
        ("件号", Box(0, half, CENTRE)),
        ("页号", Box(half, half, CENTRE)),
    ]


def _placed(kind: str, boxes: list[Box]) -> list[tuple[int, Box]]:
    """Each cell with its line, the upper one being 1."""
    upper = 3 if kind == ARCHIVED else 1
    return [(1 if n < upper else 0, box) for n, box in enumerate(boxes)]


def _set(text: str, box: Box, line: int) -> Mark:
    """The words of a cell, made smaller until they have room."""
    style = CELL_WORDS
    while breadth(text, style) > box.width - 1 * mm and style.size > SMALLEST:
        style = style._replace(size=style.size - 0.5)
    (mark,) = place_lines((text,), style, box, LINE)
    return mark._replace(y=line * LINE + WORDS_UP - 1.8 * mm)


@cache
def _print(kind: str) -> Print:
    cells = _cells(kind)
    placed = _placed(kind, [box for _, box in cells])
    marks = []
    for (name, box), (line, _) in zip(cells, placed, strict=True):
        (mark,) = place_lines((name,), CELL_LABEL, box, LINE)
        marks.append(mark._replace(y=(line + 1) * LINE - LABEL_UP))
    edges = {(box.x, line) for line, box in placed if box.x > 0}
    rules = [Rule(x, line * LINE, x, (line + 1) * LINE, FINE) for x, line in sorted(edges)]
    rules.append(Rule(0, LINE, STAMP_WIDTH, LINE, FINE))
    for y in (0.0, STAMP_HEIGHT):
        rules.append(Rule(0, y, STAMP_WIDTH, y, FINE))
    for x in (0.0, STAMP_WIDTH):
        rules.append(Rule(x, 0, x, STAMP_HEIGHT, FINE))
    return Print(STAMP_WIDTH, STAMP_HEIGHT, tuple(rules), tuple(marks))
