"""Sheets of paper in a PDF: words, lines, pictures, and forms that are drawn once and used on every sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import IO, NamedTuple

from PIL import Image, ImageOps
from reportlab.lib.units import mm

from reports.paper import fonts
from reports.paper.embedding import EmbeddedFace, Uncovered
from reports.paper.fonts import Face
from reports.paper.pdf import PageTree, PdfFile, text_string

WIDTH, HEIGHT = 210 * mm, 297 * mm  # A4
MIDDLE_OF_CHARACTER = 0.38  # of the size: how far the middle of a Chinese character lies above the base line
LARGEST = (900, 1260)  # dots of a photo that a form needs: 650 to the inch
RULE_EDGE = 3  # points that a rule may stand out of its form


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


class Paper:
    """The sheets of one PDF, each written to the file as soon as it is full."""

    def __init__(
        self, file: IO[bytes], title: str, author: str, size: tuple[float, float] = (WIDTH, HEIGHT)
    ) -> None:
        self.size = size  # breadth and height of every sheet, in points
        self.pdf = PdfFile(file)
        self.tree = PageTree(self.pdf)
        self.information = f"<< /Title {text_string(title)} /Author {text_string(author)} /Creator {text_string('优抚一人一档')} >>"
        self.resources, self.letters = (
            self.pdf.reserve(),
            self.pdf.reserve(),
        )  # of sheets; of forms: fonts only
        self.faces: dict[str, EmbeddedFace] = {}
        self.drawn: dict[str, str] = {}  # name of a form or picture → reference
        self.prints: dict[
            int, tuple[str, Print]
        ] = {}  # id → name; the print is kept, so that its id stays its own
        self.pictured: tuple[bytes | None, str, int, int] = (
            None,
            "",
            1,
            1,
        )  # the last picture: one person has several forms
        self.operators: list[str] = []

    # words

    def words(self, groups: Iterable[tuple[float, float, Iterable[Mark]]]) -> None:
        """Set groups of lines, each group moved to the right and up from where its lines say."""
        self.operators.append(self._words(groups))

    def _words(self, groups: Iterable[tuple[float, float, Iterable[Mark]]]) -> str:
        out, boxes, style, codes = ["BT"], [], None, None
        for right, up, marks in groups:
            for x, y, wanted, text in marks:
                if wanted is not style or codes is None:
                    style, face = wanted, self._embedded(fonts.face(wanted.face))
                    codes = face.codes
                    out.append(f"{face.name} {style.size:g} Tf {style.space:g} Tc")
                try:
                    out.append(f"1 0 0 1 {x + right:.2f} {y + up:.2f} Tm <{text.translate(codes)}> Tj")
                except Uncovered:
                    boxes.append(self._mixed(out, x + right, y + up, style, text))
        out.append("ET")
        return "\n".join(out + boxes)

    def _mixed(self, out: list[str], x: float, y: float, style: Style, text: str) -> str:
        """Set a line in several faces; returns the boxes for what no font has, to be drawn after the words."""
        boxes = []
        home = fonts.face(style.face)
        for face, piece in home.runs(text):
            if face is None:
                boxes.append(_crossed_box(x, y, style.size))
            else:
                used = self._embedded(face)
                codes = piece.translate(used.codes)
                out.append(f"{used.name} {style.size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj")
            x += sum(map(home.width, piece)) * style.size / 1000 + style.space * len(piece)
        out.append(f"{self._embedded(home).name} {style.size:g} Tf")
        return "\n".join(boxes)

    def _embedded(self, face: Face) -> EmbeddedFace:
        if face.name not in self.faces:
            self.faces[face.name] = EmbeddedFace(face, f"/T{len(self.faces) + 1}")
        return self.faces[face.name]

    # shapes

    def frame(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        self.operators.append(f"{weight:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def code(self, rows: Iterable[memoryview], x: float, top: float, module: float) -> None:
        """A QR code as one path of black runs, its upper left corner at ``x``, ``top``."""
        out = [f"q {module:.4f} 0 0 {-module:.4f} {x:.2f} {top:.2f} cm"]
        for y, row in enumerate(rows):
            white = [i for i, value in enumerate(row) if value]
            start = 0
            for end in (*white, len(row)):
                if end > start:
                    out.append(f"{start} {y} {end - start} 1 re")
                start = end + 1
        self.operators.append(" ".join((*out, "f Q")))

    def place(self, thing: Print, x: float, y: float) -> None:
        """Put a print with its lower left corner at ``x``, ``y``; it is drawn when first used."""
        known = self.prints.get(id(thing))
        if known is None:
            known = self.prints[id(thing)] = (self._draw(thing), thing)
        self.operators.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {known[0]} Do Q")

    def _draw(self, thing: Print) -> str:
        lines: dict[float, list[str]] = {}
        for x1, y1, x2, y2, weight in thing.rules:
            lines.setdefault(weight, []).append(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l")
        rules = [f"{weight:g} w {' '.join(paths)} S" for weight, paths in lines.items()]
        words = [self._words([(0, 0, thing.marks)])] if thing.marks else []
        content = "\n".join(([thing.ink] if thing.ink else []) + rules + words)
        box = f"[{-RULE_EDGE} {-RULE_EDGE} {thing.width + RULE_EDGE:.2f} {thing.height + RULE_EDGE:.2f}]"
        entries = f"/Type /XObject /Subtype /Form /BBox {box} /Resources {self.letters} 0 R"
        return self._keep(self.pdf.add_stream(content.encode("latin-1"), entries))

    def _keep(self, reference: str) -> str:
        name = f"/X{len(self.drawn) + 1}"
        self.drawn[name] = reference
        return name

    def picture(self, image: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture as large as fits into the box, in its middle. ``OSError`` when it is no picture."""
        if self.pictured[0] is not image:
            with Image.open(io.BytesIO(image)) as opened:
                entries, content, across, down = _packed(opened, image)
            self.pictured = (image, self._keep(self.pdf.add_packed(content, entries)), across, down)
        _, name, across, down = self.pictured
        scale = min(width / across, height / down)
        w, h = across * scale, down * scale
        left, low = x + (width - w) / 2, y + (height - h) / 2
        self.operators.append(f"q {w:.2f} 0 0 {h:.2f} {left:.2f} {low:.2f} cm {name} Do Q")

    # sheets

    def turn(self, bookmark: str = "") -> None:
        """The sheet is full: write it and take a fresh one."""
        contents = self.pdf.add_stream("\n".join(self.operators).encode("latin-1"))
        self.tree.add(contents, f"{self.resources} 0 R", self.size, bookmark)
        self.operators.clear()

    def close(self) -> None:
        """Write fonts, page tree and outline. The file itself stays open."""
        used = " ".join(f"{face.name} {face.write(self.pdf)}" for face in self.faces.values())
        drawn = " ".join(f"{name} {reference}" for name, reference in self.drawn.items())
        self.pdf.add(f"<< /Font << {used} >> /XObject << {drawn} >> >>", self.resources)
        self.pdf.add(f"<< /Font << {used} >> >>", self.letters)
        catalog = self.pdf.add(f"<< /Type /Catalog /Lang (zh-CN) {self.tree.close()} >>")
        self.pdf.finish(catalog, self.pdf.add(self.information))


def _crossed_box(x: float, y: float, size: float) -> str:
    """The box for a character that no font has, as large as a Chinese character."""
    left, low, side = x + 0.08 * size, y - 0.04 * size, 0.84 * size
    right, high = left + side, low + side
    cross = f"{left:.2f} {low:.2f} m {right:.2f} {high:.2f} l {left:.2f} {high:.2f} m {right:.2f} {low:.2f} l"
    return f"0.6 w {left:.2f} {low:.2f} {side:.2f} {side:.2f} re {cross} S"


def _packed(opened: Image.Image, image: bytes) -> tuple[str, bytes, int, int]:
    """A picture's entries, content and size: a small plain JPEG as it is; others made one, upright, without notes."""
    small = opened.width <= LARGEST[0] and opened.height <= LARGEST[1]
    if not (opened.format == "JPEG" and opened.mode == "RGB" and small and not opened.getexif()):
        opened = ImageOps.exif_transpose(opened).convert("RGB")
        opened.thumbnail(LARGEST)
        file = io.BytesIO()
        opened.save(file, "JPEG", quality=90)
        image = file.getvalue()
    size = f"/Width {opened.width} /Height {opened.height}"
    entries = (
        f"/Type /XObject /Subtype /Image {size} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode"
    )
    return entries, image, opened.width, opened.height
