"""The embedding of fonts in a PDF: only the characters used, in one composite font a face (ISO 32000-1, 9.7).

reportlab reads the TrueType files and cuts the subsets. Its own way of setting text is not used: one-byte subsets of 256
characters make every Chinese string change fonts several times, and its ToUnicode tables are wrong beyond U+FFFF, so that
the rarest names could neither be searched for nor copied.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reports.paper.fonts import Face
from reports.pdf.pdf_file import PdfFile


class Uncovered(Exception):
    """A face was asked to set a character it does not have."""


class Codes(dict[int, str]):
    """For ``str.translate``: a character's code in the document, as four hexadecimal places."""

    def __init__(self, face: EmbeddedFace) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, code: int) -> str:
        if (
            code not in self.face.face.glyphs
        ):  # not a LookupError: translate would leave the character as it is
            raise Uncovered(chr(code))
        self[code] = words = f"{self.face.code(code):04X}"
        return words


class EmbeddedFace:
    """A face as one document uses it: a two-byte code for each character, in the order of first use.

    Characters that share a glyph, as 方 and the radical ⽅, have codes of their own: what was written is what is found.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name  # as the operators of a page call it
        self.codes = Codes(self)
        self.characters: list[int] = []  # of each code, from code 1

    def code(self, character: int) -> int:
        """A new code for a character, which ``Codes`` remembers."""
        self.characters.append(character)
        return len(self.characters)

    def glyphs(self) -> bytes:
        """The glyph of each code in the subset, from code 0, two bytes each: the subset has each glyph once."""
        seen: dict[int, int] = {0: 0}
        found = (seen.setdefault(self.face.glyphs[code], len(seen)) for code in self.characters)
        return b"".join(glyph.to_bytes(2, "big") for glyph in (0, *found))

    def write(self, pdf: PdfFile) -> str:
        """Write the font's objects and return the reference to it."""
        name = f"{_tag(self.characters)}+{self.face.file.name.decode('ascii')}"
        widths = " ".join(f"{self.face.widths[chr(code)]:g}" for code in self.characters)
        glyphs = pdf.add_stream(self.glyphs())
        descendant = pdf.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap {glyphs} "
            f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/FontDescriptor {self._descriptor(pdf, name)} /DW 1000 /W [1 [{widths}]] >>"
        )
        meaning = pdf.add_stream(to_unicode(self.characters).encode("ascii"))
        return pdf.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant}] /ToUnicode {meaning} >>"
        )

    def _descriptor(self, pdf: PdfFile, name: str) -> str:
        file = self.face.file
        outlines = file.makeSubset(self.characters)  # its glyphs stand in the order of the codes
        program = pdf.add_stream(outlines, f"/Length1 {len(outlines)}")
        box = " ".join(f"{edge:g}" for edge in file.bbox)
        return pdf.add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle {file.italicAngle:g} "
            f"/Ascent {file.ascent:g} /Descent {file.descent:g} /CapHeight {file.capHeight:g} /StemV {file.stemV:g} "
            f"/FontFile2 {program} >>"
        )


def to_unicode(characters: Iterable[int]) -> str:
    """What each code means, from code 1 on, as a CMap of UTF-16 (ISO 32000-1, 9.10.3)."""
    pairs = [
        f"<{n:04X}> <{chr(c).encode('utf-16-be').hex().upper()}>" for n, c in enumerate(characters, start=1)
    ]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}endcmap\n"
        "CMapName currentdict /CMap defineresource pop end end\n"
    )


def _tag(characters: Iterable[int]) -> str:
    """Six letters that name a subset (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(repr(list(characters)).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
