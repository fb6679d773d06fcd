"""A PDF file that is written while it is drawn (ISO 32000-1), so that ten thousand pages take no more memory than ten.

reportlab's canvas keeps every page until it is saved. Here each object goes to the file as soon as it is whole, and only
its place is kept: eight bytes. Many small ones go together in a stream (7.5.7). Nothing in the file tells when or where it
was made: the same facts give the same bytes.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import IO

KIDS = 64  # pages under one node of the page tree
# An object's place is its line of the table of places (7.5.8.3): one byte for its sort, five, and two.
IN_FILE, IN_STREAM = 1 << 56, 2 << 56
LEVEL_OF_PAGES, LEVEL_OF_GROUPS = 4, 3  # of compression: the better levels take longer and save little here
FREE = 0xFFFF  # object 0, the head of the list of free ones


class PdfFile:
    """The objects of one PDF, in the order in which they are finished."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.places = array("Q", [FREE])  # of each object, by its number; 0 is not yet written
        self.length = 0
        self.signature = hashlib.md5(usedforsecurity=False)
        self._write(b"%PDF-1.7\n%\xe4\xbc\x98\xe6\x8a\x9a\n")

    def _write(self, piece: bytes) -> None:
        self.file.write(piece)
        self.length += len(piece)

    def reserve(self) -> int:
        """The number of an object that will be written later."""
        self.places.append(0)
        return len(self.places) - 1

    def add(self, words: str | bytes, number: int = 0) -> str:
        """Write an object and return the reference to it."""
        number = number or self.reserve()
        self.places[number] = IN_FILE | self.length << 16
        body = words.encode("latin-1") if isinstance(words, str) else words
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return f"{number} 0 R"

    def next_number(self) -> int:
        """The number of the object that is reserved next."""
        return len(self.places)

    def add_group(self, bodies: Sequence[str]) -> None:
        """Write small objects packed together (7.5.7), numbered from ``next_number`` on."""
        first = len(self.places)
        stream = first + len(bodies)
        start = IN_STREAM | stream << 16
        self.places.extend(range(start, start + len(bodies)))
        places = accumulate([len(body) + 1 for body in bodies], initial=0)
        head = (
            " ".join([f"{number} {at}" for number, at in zip(range(first, stream), places, strict=False)])
            + "\n"
        )
        packed = zlib.compress((head + "\n".join(bodies)).encode("latin-1"), LEVEL_OF_GROUPS)
        entries = f"/Type /ObjStm /N {len(bodies)} /First {len(head)} /Filter /FlateDecode"
        self.add_packed(packed, entries)

    def add_stream(self, content: bytes, entries: str = "") -> str:
        """Write a compressed stream; ``entries`` stand in its dictionary besides what every stream has."""
        self.signature.update(content)
        return self.add_packed(zlib.compress(content, LEVEL_OF_PAGES), f"/Filter /FlateDecode {entries}")

    def add_packed(self, content: bytes, entries: str) -> str:
        """Write a stream whose content is compressed already, by the filter that ``entries`` name."""
        return self.add(
            b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries.encode("latin-1"), content)
        )

    def name(self) -> str:
        """What names this file among all: of what was written so far."""
        return self.signature.hexdigest()

    def finish(self, catalog: str, information: str) -> None:
        """Write the table of places, whose dictionary is the trailer (7.5.8)."""
        start, number = self.length, self.reserve()
        self.places[number] = IN_FILE | start << 16
        if sys.byteorder == "little":
            self.places.byteswap()
        entries = (
            f"/Type /XRef /Size {len(self.places)} /W [1 5 2] /Root {catalog} /Info {information} "
            f"/ID [<{self.name()}> <{self.name()}>] /Filter /FlateDecode"
        )
        packed = zlib.compress(self.places.tobytes())
        self._write(f"{number} 0 obj\n<< /Length {len(packed)} {entries} >>\nstream\n".encode())
        self._write(packed)
        self._write(f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode())


class PageTree:
    """The pages and the outline (bookmarks) of a PDF, of which only numbers are kept."""

    def __init__(self, pdf: PdfFile) -> None:
        self.pdf = pdf
        self.root = pdf.reserve()
        self.node = pdf.reserve()
        self.count = 0
        self.kids: list[int] = []
        self.nodes: list[int] = []
        self.marked: list[tuple[bytes, int]] = []  # title in UTF-16, number of the page

    def add(
        self,
        contents: str,
        resources: str,
        size: tuple[float, float],
        bookmark: str = "",
        number: int = 0,
        entries: str = "",
    ) -> None:
        """Write a page of ``size`` points, as object ``number`` when it was reserved; ``entries`` stand in it besides."""
        number = number or self.pdf.reserve()
        self.pdf.add(
            f"<< /Type /Page /Parent {self.node} 0 R /MediaBox [0 0 {size[0]:.2f} {size[1]:.2f}] "
            f"/Resources {resources} /Contents {contents}{entries} >>",
            number,
        )
        self.kids.append(number)
        self.count += 1
        if bookmark:
            self.marked.append((bookmark.encode("utf-16-be"), number))
        if len(self.kids) == KIDS:
            self._close_node()

    def _close_node(self) -> None:
        kids = " ".join(f"{number} 0 R" for number in self.kids)
        words = f"<< /Type /Pages /Parent {self.root} 0 R /Count {len(self.kids)} /Kids [{kids}] >>"
        self.pdf.add(words, self.node)
        self.nodes.append(self.node)
        self.kids.clear()
        self.node = self.pdf.reserve()

    def close(self) -> str:
        """Write what is left of the tree, and the outline; return their entries for the catalog."""
        if self.kids or not self.nodes:
            self._close_node()
        self.pdf.add("null", self.node)
        nodes = " ".join(f"{number} 0 R" for number in self.nodes)
        self.pdf.add(f"<< /Type /Pages /Count {self.count} /Kids [{nodes}] >>", self.root)
        outline = f" /Outlines {self._outline()} /PageMode /UseOutlines" if self.marked else ""
        return f"/Pages {self.root} 0 R{outline}"

    def _outline(self) -> str:
        numbers = [self.pdf.reserve() for _ in range(len(self.marked) + 1)]
        root, entries = numbers[0], numbers[1:]
        for place, (title, page) in enumerate(self.marked):
            before = f"/Prev {entries[place - 1]} 0 R " if place else ""
            after = f"/Next {entries[place + 1]} 0 R " if place + 1 < len(entries) else ""
            words = f"/Title <FEFF{title.hex().upper()}> /Parent {root} 0 R {before}{after}/Dest [{page} 0 R /XYZ null null null]"
            self.pdf.add(f"<< {words} >>", entries[place])
        words = f"/Type /Outlines /Count {len(entries)} /First {entries[0]} 0 R /Last {entries[-1]} 0 R"
        return self.pdf.add(f"<< {words} >>", root)


def text_string(words: str) -> str:
    """A string for people, in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"
