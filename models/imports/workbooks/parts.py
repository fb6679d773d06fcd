"""The parts of a workbook file, what is to be found in them, and how much of it is too much.

calamine tells only values, and lays them out in one dense block; so what it does not tell, and how large
that block will be, is found first, without ever holding a part in memory.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from models.incoming.packed_files import USUAL_PACKING

BLOCK = 16_000_000  # cells of all sheets' used areas together; half a gigabyte in calamine
MOST_CELL_TEXT = 300 << 20  # bytes of text in cells
UNPACKED = 600 << 20  # bytes of all parts; a million formatted rows of ten columns take 270 MB
RATIO = 300  # of unpacked to packed; office programs reach 30, deflate's limit is 1032
PIECE = 1 << 20
REST = 4 * PIECE  # what may wait for the next piece; no cell is as long
PARTS = 20_000
WORDY = 200  # bytes to one mark, from where a piece counts as text

WORKBOOK_DAMAGED = "已损坏或不完整。请向提供人重新索取，或用Excel、WPS打开后另存为.xlsx再选"
NOT_A_WORKBOOK = "不是电子表格。请选.xlsx、.xls或.ods文件"
PASSWORD = "设有打开密码。请先在Excel或WPS中打开它，取消密码后另存，再选"
SHEET_TOO_LARGE = (
    "用到的范围大得不合常理（多半是很远处误填了内容）。请只把有内容的行列复制到新工作簿，保存后再选"
)
TOO_WORDY = "里的文字多得不合常理。请只把名册内容复制到新工作簿，保存后再选"
BOMB = "解压后大得不合常理，为保护电脑没有读取。请向提供人重新索取，或只把名册内容复制到新工作簿再选"


class Unfit(Exception):
    """Why a file cannot be read: the rest of a Chinese sentence that begins with its name."""


class Merge(NamedTuple):
    """A merged area, corners included: rows from 1, columns from 0, on the sheet."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class SheetFacts:
    """What calamine does not tell of one sheet; places are (row from 1, column from 0)."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    formulas: int = 0
    unsolved: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: set[tuple[int, int]] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)  # of .ods; of others calamine knows them

    def reach(self, row: int, column: int) -> None:
        """Let the used area go as far as this place."""
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column + 1)


def column_number(letters: str | bytes) -> int:
    """A → 0, AB → 27."""
    number = 0
    for letter in letters.upper() if isinstance(letters, bytes) else letters.upper().encode():
        number = number * 26 + letter - 64
    return number - 1


class XmlScan:
    """Parses XML piece by piece; a document type declaration (the door to entity bombs) is refused."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self.start
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype

    def feed(self, piece: bytes, last: bool = False) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            raise Unfit(WORKBOOK_DAMAGED) from error

    def start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def _refuse_doctype(self, *declaration: object) -> None:
        raise Unfit(WORKBOOK_DAMAGED)


class Elements(XmlScan):
    """The elements of a small part in order, as (name without prefix, attributes)."""

    def __init__(self, part: Iterable[bytes]) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        for piece in part:
            self.feed(piece)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.found.append((name.rpartition(":")[2], attributes))


class Package:
    """The parts of a zip by lower-case name, unpacked piece by piece and counted as they come."""

    def __init__(self, archive: zipfile.ZipFile, most: int = 0) -> None:
        """``most`` bytes of all parts together; 0: what a workbook may have."""
        self._archive, self._most = archive, most or UNPACKED
        self._unpacked = self._words = 0
        infos = [info for info in archive.infolist() if not info.is_dir()]
        self.parts = {info.filename.replace("\\", "/").lower(): info for info in infos}
        if len(infos) > PARTS or len(self.parts) != len(infos):
            raise Unfit(WORKBOOK_DAMAGED)  # two parts of one name: each reader may take another

    def unpack(self, name: str) -> Iterator[bytes]:
        """Yield the part's bytes, believing nothing that the zip says of their number."""
        info = self.parts[name]
        if info.compress_type not in USUAL_PACKING:
            raise Unfit(WORKBOOK_DAMAGED)
        info.file_size = 2 * UNPACKED  # or zipfile would stop where the header says, and calamine would not
        done = 0
        with self._archive.open(info) as part:
            while piece := part.read(PIECE):
                done += len(piece)
                self._count(piece, done > RATIO * info.compress_size + 32 * PIECE)
                yield piece

    def _count(self, piece: bytes, too_dense: bool) -> None:
        self._unpacked += len(piece)
        if too_dense or self._unpacked > self._most:
            raise Unfit(BOMB)
        if b"</" in piece and piece.count(b"<") * WORDY < len(piece):
            self._words += len(piece)
        if self._words > MOST_CELL_TEXT:
            raise Unfit(TOO_WORDY)

    def forget(self) -> None:
        """Count from nothing again, for a second look at parts that are known to be harmless."""
        self._unpacked = self._words = 0

    def small(self, name: str) -> list[tuple[str, dict[str, str]]]:
        """The elements of a part that is small in every honest workbook; none when there is no such part."""
        if name not in self.parts:
            return []
        pieces: list[bytes] = []
        for piece in self.unpack(name):
            pieces.append(piece)
            if len(pieces) > 16:
                raise Unfit(WORKBOOK_DAMAGED)
        return Elements(pieces).found
