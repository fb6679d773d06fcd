"""Taken pages: those of others as they are: letters, pictures and their packing unchanged, as forms of the PDF that is written.

What belongs to their file and not to the sheet, as links, scripts, attachments and its own structure, stays behind.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from reports.pdf.fitting_pages import at, reachable, why_unfit
from reports.pdf.pdf_file import PdfFile

# Of the file that they come from, or for other programs than those that show the sheet.
LEFT_BEHIND = {
    "/Parent", "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/Interpolate", "/Group",
    "/Alternates", "/OPI", "/Length", "/ProcSet",
}  # fmt: skip
PACKET_SAYS = re.compile(rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*[123]")
MARKS_OF_STRUCTURE = {b"BDC", b"BMC", b"EMC", b"DP", b"MP"}
UNREADABLE = "PDF的结构有损坏"
LOCKED = "PDF设有密码或限制"


class TakenPage(NamedTuple):
    """A page that may stand as it is: its size in points as it is seen, and where it comes from."""

    page: PageObject
    width: float
    height: float
    turned: int  # degrees clockwise
    copies: dict[int, int]  # what of its file was written already: number there → number here

    @property
    def across(self) -> bool:
        """Whether it is broader than high."""
        return self.width > self.height

    @property
    def written(self) -> bool:
        """Whether it has letters that can be found."""
        return any(
            at(each, "/Type") == "/Font"
            for each in reachable(at(self.page, "/Resources", DictionaryObject()))
        )


class PagesOfOthers:
    """A PDF of others: which of its pages may be taken over."""

    def __init__(self, content: bytes) -> None:
        self.copies: dict[int, int] = {}
        self.said = False
        self.pages: list[PageObject] = []
        self.why = ""  # why none may
        try:
            reader = PdfReader(BytesIO(content))
            self.why = LOCKED if reader.is_encrypted else ""
            self.pages = [] if reader.is_encrypted else list(reader.pages)
            packet = None if reader.is_encrypted else at(reader.root_object, "/Metadata")
            self.said = packet is not None and PACKET_SAYS.search(packet.get_data()) is not None
        except Exception:  # whatever the reader stumbles over in files of strangers
            self.why = UNREADABLE

    def page(self, number: int) -> TakenPage | str:
        """A page, counted from 0, or why it cannot be taken over."""
        if self.why:
            return self.why
        try:
            page = self.pages[number]
            if why := why_unfit(page, self.said):
                return why
            box, turned = page.cropbox, page.rotation % 360
            size = float(box.width), float(box.height)
            return TakenPage(page, *(size if turned % 180 == 0 else size[::-1]), turned, self.copies)
        except Exception:  # as above
            return UNREADABLE


def write_form(pdf: PdfFile, taken: TakenPage) -> str:
    """Write a page as a form whose lower left corner is the origin; returns its reference."""
    copier = _Copier(pdf, taken.copies)
    resources = copier.words(at(taken.page, "/Resources", DictionaryObject()))
    box = " ".join(f"{float(edge):.4f}" for edge in taken.page.cropbox)
    matrix = " ".join(f"{each:.4f}" for each in _matrix(taken))
    entries = f"/Type /XObject /Subtype /Form /BBox [{box}] /Matrix [{matrix}] /Resources {resources.decode('latin-1')}"
    reference = pdf.add_stream(_drawing(taken.page), entries)
    copier.finish()
    return reference


def _matrix(taken: TakenPage) -> tuple[float, ...]:
    """How the page is turned and moved so that it stands upright on the origin."""
    left, low, right, high = (float(edge) for edge in taken.page.cropbox)
    return {
        0: (1, 0, 0, 1, -left, -low), 90: (0, -1, 1, 0, -low, right), 180: (-1, 0, 0, -1, right, high),
        270: (0, 1, -1, 0, high, -left),
    }[taken.turned]  # fmt: skip


def _drawing(page: PageObject) -> bytes:
    """The operators of a page, without the marks of a structure that stays behind."""
    contents = page.get_contents()
    if contents is None:
        return b""
    if any(operator in MARKS_OF_STRUCTURE for _, operator in contents.operations):
        plain = ContentStream(None, None)
        plain.operations = [each for each in contents.operations if each[1] not in MARKS_OF_STRUCTURE]
        return bytes(plain.get_data())
    return bytes(contents.get_data())


class _Copier:
    """What a page names, copied from its file; shared by the pages of one file, so that each thing goes over once."""

    def __init__(self, pdf: PdfFile, copies: dict[int, int]) -> None:
        self.pdf, self.copies = pdf, copies
        self.waiting: list[IndirectObject] = []

    def words(self, value: Any) -> bytes:
        """A value as it is written here."""
        if isinstance(value, IndirectObject):
            return self._reference(value)
        if isinstance(value, DictionaryObject):
            kept = [each for each in value if each not in LEFT_BEHIND]
            pairs = [self._plain(NameObject(each)) + b" " + self.words(value.raw_get(each)) for each in kept]
            return b"<< " + b" ".join(pairs) + b" >>"
        if isinstance(value, ArrayObject):
            return b"[" + b" ".join([self.words(each) for each in list.__iter__(value)]) + b"]"
        return self._plain(value)

    def finish(self) -> None:
        """Write everything that was named and is not written yet."""
        while self.waiting:
            reference = self.waiting.pop()
            found, number = reference.get_object(), self.copies[reference.idnum]
            words = self.words(found)
            if isinstance(found, StreamObject):
                data = bytes(found._data)
                words = b"<< /Length %d %b\nstream\n%b\nendstream" % (len(data), words[3:], data)
            self.pdf.add(words, number)

    def _reference(self, value: IndirectObject) -> bytes:
        if value.idnum not in self.copies:
            self.copies[value.idnum] = self.pdf.reserve()
            self.waiting.append(value)
        return b"%d 0 R" % self.copies[value.idnum]

    @staticmethod
    def _plain(value: Any) -> bytes:
        out = BytesIO()
        value.write_to_stream(out)
        return out.getvalue()
