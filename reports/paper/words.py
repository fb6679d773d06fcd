"""Words of a page as the operators that set them (ISO 32000-1, 9.4), in the faces that the document embeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from reports.paper import fonts
from reports.paper.embedding import Codes, EmbeddedFace, Uncovered
from reports.paper.fonts import Face

APART = 2.0  # times the size: lines farther from each other stand in cells of their own
SAME_ROW = 6  # points that the middles of one row's cells may lie apart


class Style(NamedTuple):
    """How words are set: face, size and leading in points, space added after each character in points."""

    face: str
    size: float
    leading: float
    space: float = 0.0


class Mark(NamedTuple):
    """A line of words and where it stands: left end and base line in points, from the lower left corner."""

    x: float
    y: float
    style: Style
    text: str
    cell: float | None = None  # the left edge of the cell that it stands in, if it stands in one


class CellWords(NamedTuple):
    """What a cell says: its left edge, the height of its middle, its role in the structure, and the operators in the order in which it is read.

    ``boxes`` are drawn after the words, for what no font has.
    """

    x: float
    y: float
    role: str
    operators: str
    boxes: str


class WordSetter:
    """The faces of one document, and marks as operators in them."""

    def __init__(self) -> None:
        self.faces: dict[str, EmbeddedFace] = {}
        self.styles: dict[Style, tuple[str, Codes]] = {}

    def embedded(self, face: Face) -> EmbeddedFace:
        if face.name not in self.faces:
            self.faces[face.name] = EmbeddedFace(face, f"/T{len(self.faces) + 1}")
        return self.faces[face.name]

    def text(self, groups: Iterable[tuple[float, float, Iterable[Mark]]]) -> str:
        """A text object: groups of marks, each moved to the right and up from where its marks say."""
        out, boxes = ["BT"], []
        for right, up, marks in groups:
            operators, box = self.lines(marks, right, up)
            out.append(operators)
            boxes += [box] if box else []
        out.append("ET")
        return "\n".join(out + boxes)

    def lines(self, marks: Iterable[Mark], right: float = 0.0, up: float = 0.0) -> tuple[str, str]:
        """Marks as operators inside a text object, and the boxes to be drawn after it."""
        out: list[str] = []
        boxes: list[str] = []
        style, codes = None, None
        for x, y, wanted, text, _ in marks:
            if wanted is not style or codes is None:
                style, (begin, codes) = wanted, self.styles.get(wanted) or self._begin(wanted)
                out.append(begin)
            try:
                out.append(f"1 0 0 1 {x + right:.2f} {y + up:.2f} Tm <{text.translate(codes)}> Tj")
            except Uncovered:
                boxes += self._mixed(out, x + right, y + up, style, text)
        return "\n".join(out), "\n".join(boxes)

    def _begin(self, style: Style) -> tuple[str, Codes]:
        """The operators that take up a style, and the codes of its face."""
        face = self.embedded(fonts.face(style.face))
        known = self.styles[style] = (f"{face.name} {style.size:g} Tf {style.space:g} Tc", face.codes)
        return known

    def cells(self, marks: Sequence[Mark], role: str) -> list[CellWords]:
        """Marks parted by the cells that they stand in, each cell from its upper line to its lower one."""
        found: list[list[Mark]] = []
        last, above = None, 0.0
        for mark in marks:
            x, y, style, _, edge = mark
            if edge is None:
                edge = x
            if edge == last and abs(above - y) < APART * style.size:
                found[-1].append(mark)
            else:
                found.append([mark])
            last, above = edge, y
        return [self._cell(inside, role) for inside in found]

    def _cell(self, marks: list[Mark], role: str) -> CellWords:
        x, first, _, _, edge = marks[0]
        last = marks[-1][1]
        if first < last:
            marks.reverse()
        operators, boxes = self.lines(marks)
        return CellWords(x if edge is None else edge, (first + last) / 2, role, operators, boxes)

    def _mixed(self, out: list[str], x: float, y: float, style: Style, text: str) -> list[str]:
        """Set a line in several faces; returns the boxes for what no font has, to be drawn after the words."""
        boxes = []
        home = fonts.face(style.face)
        for face, piece in home.runs(text):
            if face is None:
                boxes.append(_crossed_box(x, y, style.size))
            else:
                used = self.embedded(face)
                codes = piece.translate(used.codes)
                out.append(f"{used.name} {style.size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj")
            x += sum(map(home.width, piece)) * style.size / 1000 + style.space * len(piece)
        out.append(f"{self.embedded(home).name} {style.size:g} Tf")
        return boxes


def in_reading_order(cells: list[CellWords]) -> list[CellWords]:
    """Cells from the left to the right; where some stand above others, row by row."""
    cells.sort(key=_left_edge)
    edges = [cell.x for cell in cells]
    if len(set(edges)) == len(edges):
        return cells
    rows: list[list[CellWords]] = []
    for cell in sorted(cells, key=_height, reverse=True):
        if rows and rows[-1][0].y - cell.y < SAME_ROW:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [cell for row in rows for cell in sorted(row, key=_left_edge)]


_left_edge: Callable[[CellWords], float] = itemgetter(0)
_height: Callable[[CellWords], float] = itemgetter(1)


def _crossed_box(x: float, y: float, size: float) -> str:
    """The box for a character that no font has, as large as a Chinese character."""
    left, low, side = x + 0.08 * size, y - 0.04 * size, 0.84 * size
    right, high = left + side, low + side
    cross = f"{left:.2f} {low:.2f} m {right:.2f} {high:.2f} l {left:.2f} {high:.2f} m {right:.2f} {low:.2f} l"
    return f"0.6 w {left:.2f} {low:.2f} {side:.2f} {side:.2f} re {cross} S"
