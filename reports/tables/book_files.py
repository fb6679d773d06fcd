"""A book as a file: who made it, sums that show what they come to, and no green corners at numbers that are text.

openpyxl writes a formula without its value, so that a preview, a phone or another program shows nothing there, and
knows no ``ignoredErrors`` (ECMA-376 part 1, 18.3.1.50). Both are put in while the finished sheets pass by.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

BOOK_MAKER = "优抚一人一档"
BOOK_LANGUAGE = "zh-CN"
IN_MEMORY = 8 * 1024 * 1024  # bytes of a book before it is packed; a larger one waits on the disk
PASSED_AT_ONCE = 1024 * 1024  # bytes of a sheet looked at
END_OF_ROW = b"</row>"
SUM_CELL = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)')
BEHIND_IGNORED = re.compile(  # what follows ignoredErrors in a sheet (CT_Worksheet)
    rb"<(?:smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|/worksheet)[ />]"
)
APPLICATION = re.compile(rb"<Application>[^<]*</Application>")


class Book(Workbook):
    """A workbook of ours: knows what its sums come to, by sheet and cell."""

    def __init__(self, title: str, write_only: bool = False) -> None:
        super().__init__(write_only=write_only)
        about = self.properties
        about.creator = about.lastModifiedBy = BOOK_MAKER
        about.title, about.language = title, BOOK_LANGUAGE
        self.come_to: defaultdict[str, dict[bytes, Decimal | int]] = defaultdict(dict)


def put_sum(cell: Any, formula: str, value: Decimal | int) -> None:
    """A formula, as ``SUM(B4:B9)``, in a cell of a ``Book``, with what it comes to."""
    cell.value = f"={formula}"
    cell.parent.parent.come_to[cell.parent.title][cell.coordinate.encode()] = value


def save_book(book: Book, stream: IO[bytes]) -> None:
    """Write the book as .xlsx."""
    titles = {f"xl/worksheets/sheet{n}.xml": page.title for n, page in enumerate(book.worksheets, start=1)}
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as raw:
        ExcelWriter(book, zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED)).save()
        raw.seek(0)
        with zipfile.ZipFile(raw) as read, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
            for part in read.namelist():
                with read.open(part) as source, packed.open(part, "w", force_zip64=True) as out:
                    for piece in _finished(part, source, book, titles):
                        out.write(piece)


def _finished(part: str, source: IO[bytes], book: Book, titles: dict[str, str]) -> Iterator[bytes]:
    """A part as it is to stand in the file, piece by piece."""
    if part in titles:
        yield from _finished_sheet(source, book.come_to.get(titles[part], {}))
    elif part == "docProps/app.xml":
        yield APPLICATION.sub(f"<Application>{BOOK_MAKER}</Application>".encode(), source.read())
    else:
        yield source.read()


def _finished_sheet(source: IO[bytes], come_to: dict[bytes, Decimal | int]) -> Iterator[bytes]:
    """A sheet with the values of its sums, in pieces that end with a row; its end says what is no error."""
    rest = b""
    while more := source.read(PASSED_AT_ONCE):
        rest += more
        cut = rest.rfind(END_OF_ROW) + len(END_OF_ROW)
        if cut >= len(END_OF_ROW):
            yield _with_values(rest[:cut], come_to)
            rest = rest[cut:]
    found = BEHIND_IGNORED.search(rest)
    place = found.start() if found else len(rest)
    yield rest[:place] + _ignored() + rest[place:]


def _with_values(rows: bytes, come_to: dict[bytes, Decimal | int]) -> bytes:
    def with_value(found: re.Match[bytes]) -> bytes:
        value = come_to.get(found[2])
        return found[0] if value is None else found[1] + f"<v>{value}</v>".encode()

    return SUM_CELL.sub(with_value, rows) if come_to else rows


def _ignored() -> bytes:
    """Numbers of people, of accounts and of telephones are text on purpose, everywhere on a sheet."""
    return b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
