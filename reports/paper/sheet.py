"""Sheets of paper in a PDF: words, lines, pictures, and forms that are drawn once and used on every sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import IO, TYPE_CHECKING, NamedTuple

from reportlab.lib.units import mm

from reports.paper.qr_modules import QrModules
from reports.paper.words import CellWords, Mark, Style, WordSetter, in_reading_order
from reports.pdf.conformance import PRODUCER, add_conformance
from reports.pdf.pdf_file import PageTree, PdfFile, text_string
from reports.pdf.structure import FIGURE, LABEL_CELL, PARAGRAPH, REPEATED, VALUE_CELL, StructureTree

if TYPE_CHECKING:
    from PIL import Image

    from reports.pdf.taken_pages import TakenPage

WIDTH, HEIGHT = 210 * mm, 297 * mm  # A4
MIDDLE_OF_CHARACTER = 0.38  # of the size: how far the middle of a Chinese character lies above the base line
LARGEST = (900, 1260)  # dots of a photo that a form needs: 650 to the inch
PHOTO_WORDS = "照片"
RULE_EDGE = 3  # points that a rule may stand out of its form


class Rule(NamedTuple):
    """A straight line and its weight, in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


class Print(NamedTuple):
    """What is the same on many sheets: drawn once as a form of the PDF, and used by its place."""

    width: float
    height: float
    rules: tuple[Rule, ...]
    marks: tuple[Mark, ...]
    ink: str = ""  # operators drawn first: bands and shades


class Said(NamedTuple):
    """What a strip is to those who listen: its role, or the table of which it is a row."""

    role: str = PARAGRAPH
    table: object = None
    blanks: tuple[tuple[float, float], ...] = ()  # left edge and middle of the row's empty cells


class Marked(str):
    """Operators of what the sheet says, which stand in pieces of the structure."""

    __slots__ = ()


class Paper:
    """The sheets of one PDF, each written to the file as soon as it is full."""

    def __init__(
        self, file: IO[bytes], title: str, author: str, size: tuple[float, float] = (WIDTH, HEIGHT)
    ) -> None:
        self.size = size  # breadth and height of every sheet, in points
        self.pdf = PdfFile(file)
        self.tree = PageTree(self.pdf)
        self.structure = StructureTree(self.pdf)
        self.title, self.author = title, author
        self.resources, self.letters = (
            self.pdf.reserve(),
            self.pdf.reserve(),
        )  # of sheets; of forms: fonts only
        self.setter = WordSetter()
        self.told = lru_cache(maxsize=1 << 11)(self._row_words)  # what many people have alike is set once
        self.drawn: dict[str, str] = {}  # name of a form or picture → reference
        # by id; the print is kept, so that its id stays its own
        self.prints: dict[int, tuple[str, Print]] = {}
        self.ruled: dict[int, tuple[str, Print]] = {}
        self.labels: dict[int, tuple[tuple[CellWords, ...], Print]] = {}
        self.pictured: tuple[bytes | None, str, int, int] = (
            None,
            "",
            1,
            1,
        )  # the last picture: one person has several forms
        self.operators: list[str] = []

    # words

    def words(self, groups: Iterable[tuple[float, float, Iterable[Mark]]]) -> None:
        """Set groups of lines, each group moved to the right and up from where its lines say.

        These belong to the sheet and not to what it says: the running head, the page's number.
        """
        self.operators.append(self.setter.text(groups))

    def tell(self, thing: Print | None, marks: Sequence[Mark], x: float, y: float, said: Said) -> None:
        """Set what a strip says, its labels and values in the order in which they are read; ``rules`` draws the rest."""
        if said.role == REPEATED:
            self.words([(x, y, (*(thing.marks if thing else ()), *marks))])
        elif said.table is not None:
            self._tell_row(self._labels(thing) if thing else (), marks, x, y, said)
        else:
            self._tell_block((*(thing.marks if thing else ()), *marks), x, y, said)

    def _tell_block(self, marks: Sequence[Mark], x: float, y: float, said: Said) -> None:
        operators, boxes = self.setter.lines(marks)
        if operators:
            piece = self.structure.block(said.role)
            words = f"/{said.role} <</MCID {piece}>> BDC\n{operators}\nEMC"
            self.operators.append(Marked(f"q 1 0 0 1 {x:.2f} {y:.2f} cm BT\n{words}\nET{_artifact(boxes)} Q"))

    def _tell_row(
        self, labels: tuple[CellWords, ...], marks: Sequence[Mark], x: float, y: float, said: Said
    ) -> None:
        roles, words = self.told(labels, tuple(marks), said.blanks)
        if roles:
            piece = self.structure.row(said.table, roles)
            told = words % tuple(range(piece, piece + len(roles)))
            self.operators.append(Marked(f"q 1 0 0 1 {x:.2f} {y:.2f} cm BT\n{told} Q"))

    def _row_words(
        self,
        labels: tuple[CellWords, ...],
        marks: tuple[Mark, ...],
        blanks: tuple[tuple[float, float], ...],
    ) -> tuple[tuple[str, ...], str]:
        """The roles of a row's cells in reading order, and its operators with ``%d`` for the number of each piece."""
        cells = self.setter.cells(marks, VALUE_CELL)
        cells += [CellWords(edge, middle, VALUE_CELL, "", "") for edge, middle in blanks]
        if (cells and labels) or blanks:
            cells = in_reading_order([*labels, *cells])
        cells = cells or list(labels)
        told = "\n".join([f"/{cell.role} <</MCID %d>> BDC\n{cell.operators}\nEMC" for cell in cells])
        boxes = "\n".join([cell.boxes for cell in cells if cell.boxes])
        return tuple([cell.role for cell in cells]), f"{told}\nET{_artifact(boxes)}"

    def _labels(self, thing: Print) -> tuple[CellWords, ...]:
        """The labels of a print, set once in the whole document and kept as operators."""
        known = self.labels.get(id(thing))
        if known is None:
            known = self.labels[id(thing)] = (
                tuple(in_reading_order(self.setter.cells(thing.marks, LABEL_CELL))),
                thing,
            )
        return known[0]

    # shapes

    def frame(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        self.operators.append(f"{weight:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def code(self, modules: QrModules, x: float, top: float, module: float) -> None:
        """A QR code as one path of black runs, its upper left corner at ``x``, ``top``."""
        self.operators.append(f"q {module:.4f} 0 0 {-module:.4f} {x:.2f} {top:.2f} cm {modules.path} f Q")

    def place(self, thing: Print, x: float, y: float) -> None:
        """Put a print with its lower left corner at ``x``, ``y``; it is drawn when first used."""
        self._put(self.prints, thing, x, y, thing.marks)

    def rules(self, thing: Print, x: float, y: float) -> None:
        """Put what a print draws and not what it says, which ``tell`` sets among the values."""
        if thing.rules or thing.ink:
            self._put(self.ruled, thing, x, y, ())

    def _put(
        self, known: dict[int, tuple[str, Print]], thing: Print, x: float, y: float, marks: Sequence[Mark]
    ) -> None:
        found = known.get(id(thing))
        if found is None:
            found = known[id(thing)] = (self._draw(thing, marks), thing)
        self.operators.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {found[0]} Do Q")

    def _draw(self, thing: Print, marks: Sequence[Mark]) -> str:
        lines: dict[float, list[str]] = {}
        for x1, y1, x2, y2, weight in thing.rules:
            lines.setdefault(weight, []).append(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l")
        rules = [f"{weight:g} w {' '.join(paths)} S" for weight, paths in lines.items()]
        words = [self.setter.text([(0, 0, marks)])] if marks else []
        content = "\n".join(([thing.ink] if thing.ink else []) + rules + words)
        box = f"[{-RULE_EDGE} {-RULE_EDGE} {thing.width + RULE_EDGE:.2f} {thing.height + RULE_EDGE:.2f}]"
        entries = f"/Type /XObject /Subtype /Form /BBox {box} /Resources {self.letters} 0 R"
        return self._keep(self.pdf.add_stream(content.encode("latin-1"), entries))

    def _keep(self, reference: str) -> str:
        name = f"/X{len(self.drawn) + 1}"
        self.drawn[name] = reference
        return name

    def picture(
        self,
        image: bytes,
        x: float,
        y: float,
        width: float,
        height: float,
        words: str = PHOTO_WORDS,
        sharp: bool = False,
    ) -> None:
        """A picture as large as fits into the box, in its middle, and what it is in ``words``.

        A ``sharp`` one, as a scanned paper, keeps all its dots. Raises ``OSError`` when it is no picture.
        """
        from PIL import Image  # when wanted

        if self.pictured[0] is not image:
            with Image.open(io.BytesIO(image)) as opened:
                entries, content, across, down = _packed(opened, image, None if sharp else LARGEST)
            self.pictured = (image, self._keep(self.pdf.add_packed(content, entries)), across, down)
        _, name, across, down = self.pictured
        scale = min(width / across, height / down)
        w, h = across * scale, down * scale
        left, low = x + (width - w) / 2, y + (height - h) / 2
        drawn = f"q {w:.2f} 0 0 {h:.2f} {left:.2f} {low:.2f} cm {name} Do Q"
        piece = self.structure.block(FIGURE, f"/Alt {text_string(words)}")
        self.operators.append(Marked(f"/{FIGURE} <</MCID {piece}>> BDC\n{drawn}\nEMC"))

    def take(self, page: TakenPage, x: float, y: float, width: float, height: float, words: str) -> None:
        """A page of others as it is, as large as fits into the box, in its middle; without letters it is a picture of ``words``."""
        from reports.pdf.taken_pages import write_form  # when wanted

        name = self._keep(write_form(self.pdf, page))
        scale = min(width / page.width, height / page.height)
        left, low = x + (width - page.width * scale) / 2, y + (height - page.height * scale) / 2
        role, more = (PARAGRAPH, "") if page.written else (FIGURE, f"/Alt {text_string(words)}")
        drawn = f"q {scale:.5f} 0 0 {scale:.5f} {left:.2f} {low:.2f} cm {name} Do Q"
        piece = self.structure.block(role, more)
        self.operators.append(Marked(f"/{role} <</MCID {piece}>> BDC\n{drawn}\nEMC"))

    # sheets

    def turn(self, bookmark: str = "", size: tuple[float, float] | None = None) -> None:
        """The sheet is full: write it, of another size where one is given, and take a fresh one."""
        number = self.pdf.reserve()
        contents = self.pdf.add_stream("\n".join(_parted(self.operators)).encode("latin-1"))
        entries = self.structure.turn(number, bookmark)
        self.tree.add(contents, f"{self.resources} 0 R", size or self.size, bookmark, number, entries)
        self.operators.clear()

    def close(self) -> None:
        """Write fonts, page tree, outline and structure. The file itself stays open."""
        used = " ".join(f"{face.name} {face.write(self.pdf)}" for face in self.setter.faces.values())
        drawn = " ".join(f"{name} {reference}" for name, reference in self.drawn.items())
        self.pdf.add(f"<< /Font << {used} >> /XObject << {drawn} >> >>", self.resources)
        self.pdf.add(f"<< /Font << {used} >> >>", self.letters)
        entries = f"{self.tree.close()} {self.structure.close()} {add_conformance(self.pdf, self.title, self.author)}"
        shown = "/ViewerPreferences << /DisplayDocTitle true >>"
        catalog = self.pdf.add(f"<< /Type /Catalog /Lang (zh-CN) {shown} {entries} >>")
        creator = f"/Creator {text_string(PRODUCER)} /Producer {text_string(PRODUCER)}"
        information = f"<< /Title {text_string(self.title)} /Author {text_string(self.author)} {creator} >>"
        self.pdf.finish(catalog, self.pdf.add(information))


def _parted(operators: Iterable[str]) -> Iterator[str]:
    """The operators, those that say nothing marked as belonging to the sheet alone (14.8.2.2)."""
    for told, drawn in groupby(operators, lambda each: isinstance(each, Marked)):
        words = "\n".join(drawn)
        yield words if told else f"/Artifact BMC\n{words}\nEMC"


def _artifact(boxes: str) -> str:
    return f"\n/Artifact BMC\n{boxes}\nEMC" if boxes else ""


def _packed(
    opened: Image.Image, image: bytes, largest: tuple[int, int] | None
) -> tuple[str, bytes, int, int]:
    """A picture's entries, content and size: a small plain JPEG as it is; others made one, upright, without notes."""
    from PIL import ImageOps  # when wanted

    small = largest is None or (opened.width <= largest[0] and opened.height <= largest[1])
    if not (opened.format == "JPEG" and opened.mode in ("RGB", "L") and small and not opened.getexif()):
        grey = opened.mode in ("1", "L", "LA")
        opened = ImageOps.exif_transpose(opened).convert("L" if grey else "RGB")
        if largest is not None:
            opened.thumbnail(largest)
        file = io.BytesIO()
        opened.save(file, "JPEG", quality=90)
        image = file.getvalue()
    size = f"/Width {opened.width} /Height {opened.height}"
    space = "/DeviceGray" if opened.mode == "L" else "/DeviceRGB"
    entries = (
        f"/Type /XObject /Subtype /Image {size} /BitsPerComponent 8 /ColorSpace {space} /Filter /DCTDecode"
    )
    return entries, image, opened.width, opened.height


__all__ = ["HEIGHT", "MIDDLE_OF_CHARACTER", "WIDTH", "Mark", "Paper", "Print", "Rule", "Said", "Style"]
