"""The book of sheets that are given back as a file: who made it, and no green corners at numbers that are text.

openpyxl knows no ``ignoredErrors`` (ECMA-376 part 1, 18.3.1.50); they are put in while the finished sheets pass by.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from reports.tables.book_files import BOOK_LANGUAGE, BOOK_MAKER, WHOLE_PAGE

IN_MEMORY = 8 * 1024 * 1024  # bytes of a book before it is packed; a larger one waits on the disk
PASSED_AT_ONCE = 1024 * 1024  # bytes of a sheet looked at
END_OF_ROW = b"</row>"
BEHIND_IGNORED = re.compile(  # what follows ignoredErrors in a sheet (CT_Worksheet)
    rb"<(?:smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|/worksheet)[ />]"
)
APPLICATION = re.compile(rb"<Application>[^<]*</Application>")
IGNORED = f'<ignoredErrors><ignoredError sqref="{WHOLE_PAGE}" numberStoredAsText="1"/></ignoredErrors>'


class GivenBackBook(Workbook):
    """A workbook of ours that openpyxl writes row by row."""

    def __init__(self, title: str) -> None:
        super().__init__(write_only=True)
        about = self.properties
        about.creator = about.lastModifiedBy = BOOK_MAKER
        about.title, about.language = title, BOOK_LANGUAGE


def save_given_back(book: GivenBackBook, stream: IO[bytes]) -> None:
    """Write the book as .xlsx."""
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as raw:
        ExcelWriter(book, zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED)).save()
        raw.seek(0)
        with zipfile.ZipFile(raw) as read, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
            for part in read.namelist():
                with read.open(part) as source, packed.open(part, "w", force_zip64=True) as out:
                    for piece in _finished(part, source):
                        out.write(piece)


def _finished(part: str, source: IO[bytes]) -> Iterator[bytes]:
    """A part as it is to stand in the file, piece by piece."""
    if part.startswith("xl/worksheets/sheet"):
        yield from _finished_sheet(source)
    elif part == "docProps/app.xml":
        yield APPLICATION.sub(f"<Application>{BOOK_MAKER}</Application>".encode(), source.read())
    else:
        yield source.read()


def _finished_sheet(source: IO[bytes]) -> Iterator[bytes]:
    """A sheet in pieces that end with a row; its end says what is no error."""
    rest = b""
    while more := source.read(PASSED_AT_ONCE):
        rest += more
        cut = rest.rfind(END_OF_ROW) + len(END_OF_ROW)
        if cut >= len(END_OF_ROW):
            yield rest[:cut]
            rest = rest[cut:]
    found = BEHIND_IGNORED.search(rest)
    place = found.start() if found else len(rest)
    yield rest[:place] + IGNORED.encode() + rest[place:]
