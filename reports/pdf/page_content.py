"""The content of pages read back: what our own writer drew, as operations that a printer can be given (ISO 32000-1, annex A).

The file is what was previewed, so it is what is printed. Only what our writer writes is understood; a page of another
origin, as a scanned paper, raises ``OtherHand``, and is printed as a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, cast

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

TOKENS = re.compile(
    rb"<<.*?>>|<(?P<codes>[0-9A-F]*)>|/(?P<name>[^\s/<>\[\]]+)|(?P<number>-?\d+\.?\d*)|(?P<operator>[A-Za-z*]+)|(?P<other>\S)"
)
# How many operands each operator has that our writer writes; marks of structure draw nothing.
OPERATORS = {
    "q": 0, "Q": 0, "cm": 6, "w": 1, "m": 2, "l": 2, "re": 4, "S": 0, "f": 0, "g": 1, "rg": 3, "Do": 1, "BT": 0, "ET": 0,
    "Tf": 2, "Tc": 1, "Tm": 6, "Tj": 1,
}  # fmt: skip
STRUCTURE = {"BDC", "BMC", "EMC"}

Operand = float | str | bytes


class OtherHand(Exception):
    """A page that our own writer did not write."""


class Operation(NamedTuple):
    """An operator and its operands: numbers, a name without its slash, or the codes of a string."""

    operator: str
    operands: tuple[Operand, ...]


class FontProgram(NamedTuple):
    """An embedded face: the TrueType file, and of each code its glyph and its width in thousandths of the size."""

    data: bytes
    glyphs: tuple[int, ...]
    widths: tuple[float, ...]


class Things:
    """What pages draw by name: faces, forms and pictures, each read when first asked for."""

    def __init__(self, resources: DictionaryObject) -> None:
        self.resources = resources
        self.fonts: dict[str, FontProgram] = {}
        self.forms: dict[str, list[Operation]] = {}

    def font(self, name: str) -> FontProgram:
        if name not in self.fonts:
            self.fonts[name] = _program(self._of("/Font", name))
        return self.fonts[name]

    def form(self, name: str) -> list[Operation] | None:
        """The operations of a form; None when it is a picture."""
        if name not in self.forms:
            found = self._of("/XObject", name)
            if found.get("/Subtype") != "/Form":
                return None
            if not isinstance(found, StreamObject) or "/Matrix" in found or "/Group" in found:
                raise OtherHand(name)
            self.forms[name] = list(operations(found.get_data()))
        return self.forms[name]

    def picture(self, name: str) -> bytes:
        """A picture as the JPEG that it is."""
        found = self._of("/XObject", name)
        if not isinstance(found, StreamObject) or found.get("/Filter") != "/DCTDecode":
            raise OtherHand(name)
        return bytes(found._data)

    def _of(self, kind: str, name: str) -> DictionaryObject:
        among = self.resources.get(kind)
        found = among.get_object().get(f"/{name}") if among is not None else None
        if found is None or not isinstance(found := found.get_object(), DictionaryObject):
            raise OtherHand(f"{kind} {name}")
        return found


class PageContents:
    """A PDF file, page by page. ``OtherHand`` when it cannot be read at all."""

    def __init__(self, file: Path | BytesIO) -> None:
        self.file = file
        self._things: dict[int, Things] = {}

    @cached_property
    def _reader(self) -> PdfReader:
        try:
            return PdfReader(self.file)
        except (PyPdfError, OSError, ValueError) as error:
            raise OtherHand(str(error)) from error

    def page(self, number: int) -> tuple[list[Operation], Things]:
        """The operations of a page, counted from 0, and what they name."""
        try:
            page = self._reader.pages[number]
            contents = page.get_contents()
            return list(operations(contents.get_data() if contents is not None else b"")), self._named(page)
        except OtherHand:
            raise
        except Exception as error:  # whatever strangers' files make the reader stumble over
            raise OtherHand(str(error)) from error

    def _named(self, page: PageObject) -> Things:
        found = page.raw_get("/Resources") if "/Resources" in page else None
        if not isinstance(found, IndirectObject) or page.get("/Rotate") or "/Annots" in page:
            raise OtherHand("a page of another kind")
        if found.idnum not in self._things:
            named = found.get_object()
            if not isinstance(named, DictionaryObject):
                raise OtherHand("a page of another kind")
            self._things[found.idnum] = Things(named)
        return self._things[found.idnum]


def operations(content: bytes) -> Iterator[Operation]:
    """The operations of a content stream that draw something."""
    operands: list[Operand] = []
    for token in TOKENS.finditer(content):
        kind, word = token.lastgroup, token[0]
        if kind == "number":
            operands.append(float(word))
        elif kind == "codes":
            operands.append(bytes.fromhex(token["codes"].decode("ascii")))
        elif kind == "name":
            operands.append(token["name"].decode("ascii"))
        elif kind == "operator":
            operator = word.decode("ascii")
            if operator not in STRUCTURE:
                if OPERATORS.get(operator) != len(operands):
                    raise OtherHand(operator)
                yield Operation(operator, tuple(operands))
            operands.clear()
        elif kind == "other":
            raise OtherHand(word.decode("latin-1"))


def _program(font: DictionaryObject) -> FontProgram:
    try:
        descendants = cast(ArrayObject, font["/DescendantFonts"])
        below = cast(DictionaryObject, descendants[0].get_object())
        descriptor = cast(DictionaryObject, below["/FontDescriptor"])
        data = cast(StreamObject, descriptor["/FontFile2"]).get_data()
        glyphs = cast(StreamObject, below["/CIDToGIDMap"]).get_data()
        first, widths = cast(ArrayObject, below["/W"])
        known = (*[0.0] * int(first), *map(float, widths))
        pairs = tuple(int.from_bytes(glyphs[at : at + 2], "big") for at in range(0, len(glyphs), 2))
    except (KeyError, AttributeError, TypeError, ValueError, IndexError) as error:
        raise OtherHand("a face of another kind") from error
    if font.get("/Encoding") != "/Identity-H" or len(known) != len(pairs):
        raise OtherHand("a face of another kind")
    return FontProgram(data, pairs, known)
