"""What a workbook that strangers made may not do: not be one, hide behind a password, grow without end."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
import zlib
from array import array
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from models.workbook_ods import ContentScan
from models.workbook_parts import (
    BLOCK,
    DAMAGED,
    REST,
    TOO_LARGE,
    TOO_WORDY,
    WORDS,
    CarefulScan,
    Elements,
    Facts,
    QuickScan,
    Unfit,
)
from models.workbook_records import OTHERS, PASSWORD, read_sheets

PIECE = 1 << 20
FILE = 200 << 20  # bytes on the disk; photographs in it count too
COMPOUND = 80 << 20  # the same of an .xls, which is looked at in memory
UNPACKED = 600 << 20  # bytes of all parts; a million formatted rows of ten columns take 270 MB
STRINGS = 200 << 20  # bytes of the table of texts, which calamine holds whole
SHARED_TEXT = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")
STRING_CELL = re.compile(rb't="s"[^>]*>\s*<(?:\w+:)?v>(\d{1,9})<')
MARKS = 16  # bytes that a shared text's marks take at least
RATIO = 300  # of unpacked to packed; office programs reach 30, deflate's limit is 1032
PARTS = 20_000
WORDY = 200  # bytes of text to one mark, from where a piece counts as text

SAVE_AS = "请用Excel或WPS打开它，另存为.xlsx后再选"
PICTURE = "是图片，不是电子表格。请选.xlsx、.xls或.ods文件"
ARCHIVE = "是压缩包，不是电子表格。请先解压，再选其中的表格"
WEB_PAGE = f"的内容是网页或XML文本，不是真正的电子表格（有些系统导出的“.xls”就是这样）。{SAVE_AS}"
TEXT = f"的内容是文本（如CSV），不是电子表格。{SAVE_AS}"
UNKNOWN = "不是电子表格。请选.xlsx、.xls或.ods文件"
LARGE_FILE = "超过{}MB，太大了。请删去其中的图片，或只把名册内容复制到新工作簿，保存后再选"
BOMB = "解压后大得不合常理，为保护电脑没有读取。请向提供人重新索取，或只把名册内容复制到新工作簿再选"
SIGNATURES = (
    (b"%PDF", "是PDF文件，不是电子表格。请向提供人索取原来的表格文件"),
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG", PICTURE),
    (b"GIF8", PICTURE),
    (b"BM", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"{\\rtf", OTHERS["WordDocument"]),
)
ZIP_KINDS = (
    ("xl/workbook.bin", f"是二进制工作簿（.xlsb），本程序不读取这种格式。{SAVE_AS}"),
    ("word/document.xml", OTHERS["WordDocument"]),
    ("ppt/presentation.xml", OTHERS["PowerPoint Document"]),
)
ZIP_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    *(struct.error, ValueError, LookupError, OverflowError),  # what a broken directory makes of zipfile
)


def inspect(stream: BinaryIO) -> list[Facts]:
    """The facts of every sheet in the workbook's order; ``Unfit`` when calamine must not be given this file."""
    head = stream.read(4096)
    size = stream.seek(0, 2)
    stream.seek(0)
    if size == 0:
        raise Unfit("是空文件（0字节），多半没有复制完整。请重新复制或向提供人索取")
    if size > FILE:
        raise Unfit(LARGE_FILE.format(FILE >> 20))
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if size > COMPOUND:
            raise Unfit(LARGE_FILE.format(COMPOUND >> 20))
        return read_sheets(stream.read())
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inspect_zip(stream)
    raise Unfit(_what_else(head))


def _what_else(head: bytes) -> str:
    """What a file is that is no workbook, and what to do about it."""
    for signature, words in SIGNATURES:
        if head.startswith(signature):
            return words
    if not head.strip(b"\0"):
        return DAMAGED
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TEXT
    if b"\0" in head:
        return UNKNOWN
    if re.match(rb"(\xef\xbb\xbf)?\s*<(\?xml|!doctype|!--|html|head|meta|table|style)", head, re.IGNORECASE):
        return WEB_PAGE
    return TEXT


@contextmanager
def _zip_errors() -> Iterator[None]:
    try:
        yield
    except ZIP_ERRORS as error:
        raise Unfit(DAMAGED) from error
    except RuntimeError as error:  # how zipfile says that a part is encrypted
        raise Unfit(PASSWORD) from error


def _inspect_zip(stream: BinaryIO) -> list[Facts]:
    with _zip_errors(), zipfile.ZipFile(stream) as archive:
        package = Package(archive)
        for name, words in ZIP_KINDS:
            if name in package.parts:
                raise Unfit(words)
        if "xl/workbook.xml" in package.parts and "content.xml" not in package.parts:
            return SheetParts(package).facts()
        if "content.xml" in package.parts and "xl/workbook.xml" not in package.parts:
            return _inspect_ods(package)
        raise Unfit(UNKNOWN if package.parts.keys() & {"[content_types].xml", "mimetype"} else ARCHIVE)


class Package:
    """The parts of a zip by lower-case name, unpacked piece by piece and counted as they come."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._unpacked = self._words = 0
        infos = [info for info in archive.infolist() if not info.is_dir()]
        self.parts = {info.filename.replace("\\", "/").lower(): info for info in infos}
        if len(infos) > PARTS or len(self.parts) != len(infos):
            raise Unfit(DAMAGED)  # two parts of one name: each reader may take another

    def unpack(self, name: str) -> Iterator[bytes]:
        """Yield the part's bytes, believing nothing that the zip says of their number."""
        info = self.parts[name]
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unfit(DAMAGED)
        info.file_size = 2 * UNPACKED  # or zipfile would stop where the header says, and calamine would not
        done = 0
        with self._archive.open(info) as part:
            while piece := part.read(PIECE):
                done += len(piece)
                self._count(piece, done > RATIO * info.compress_size + 32 * PIECE)
                yield piece

    def _count(self, piece: bytes, too_dense: bool) -> None:
        self._unpacked += len(piece)
        if too_dense or self._unpacked > UNPACKED:
            raise Unfit(BOMB)
        if piece.lstrip()[:1] == b"<" or b"</" in piece:  # not a picture
            self._words += len(piece) if piece.count(b"<") * WORDY < len(piece) else 0
        if self._words > WORDS:
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
                raise Unfit(DAMAGED)
        return Elements(pieces).found


class SheetParts:
    """The sheets of an .xlsx: every part is unpacked once and looked at; few are parsed as well."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._listed = self._list_sheets()
        self._scans: dict[str, QuickScan] = {}
        self._strings = array("I")  # bytes of each shared text, its marks included

    def facts(self) -> list[Facts]:
        """The facts of each listed sheet; those that are no worksheet have no cells."""
        self._package.forget()
        for name in self._package.parts:
            self._look(name)
        found = {name: scan.close() for name, scan in self._scans.items()}
        if sum(self._block(found, name) for name in self._listed) > BLOCK:
            doubtful = set(found)
        else:
            doubtful = {name for name, scan in self._scans.items() if scan.irregular}
        self._package.forget()
        found |= {name: self._parse(name) for name in doubtful}
        if sum(self._block(found, name) for name in self._listed) > BLOCK:
            raise Unfit(TOO_LARGE)
        self._check_words(sum(found[name].cells for name in self._listed if name in found))
        return [found.get(name, Facts()) for name in self._listed]

    @staticmethod
    def _block(found: dict[str, Facts], name: str) -> int:
        facts = found.get(name, Facts())
        return max(facts.rows * facts.columns, facts.cells)

    def _list_sheets(self) -> list[str]:
        """The part of each sheet, in the workbook's order (ECMA-376 part 1, 18.2.19 and part 2, 9.3)."""
        relations = {
            attributes.get("Id", ""): posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))[
                1:
            ]
            for tag, attributes in self._package.small("xl/_rels/workbook.xml.rels")
            if tag == "Relationship"
        }
        return [
            relations.get(next((v for k, v in attributes.items() if k.endswith(":id")), ""), "").lower()
            for tag, attributes in self._package.small("xl/workbook.xml")
            if tag == "sheet"
        ]

    def _look(self, name: str) -> None:
        if name == "xl/sharedstrings.xml":
            return self._measure_strings(name)
        scan, before = QuickScan(), b""
        for piece in self._package.unpack(name):
            if b"<!DOCTYPE" in piece:
                raise Unfit(DAMAGED)
            if name in self._scans:
                scan.feed(piece)
            elif b"sheetData" in (before := before[-16:] + piece):
                self._scans[name] = scan
                scan.feed(before)
        return None

    def _measure_strings(self, name: str) -> None:
        rest, lengths = b"", array("I")
        for piece in self._package.unpack(name):
            *texts, rest = SHARED_TEXT.split(rest + piece)
            lengths.extend(map(len, texts))
            if b"<!DOCTYPE" in piece or len(rest) > REST:
                raise Unfit(TOO_WORDY)
        lengths.append(len(rest))
        self._strings = lengths[1:]  # the first is what stands before all texts
        if sum(lengths) > STRINGS:
            raise Unfit(TOO_WORDY)

    def _parse(self, name: str) -> Facts:
        scan = CarefulScan()
        for piece in self._package.unpack(name):
            scan.feed(piece)
            if scan.facts.cells > BLOCK:
                raise Unfit(TOO_LARGE)
        return scan.close()

    def _check_words(self, cells: int) -> None:
        """One long text may stand in millions of cells: count those texts, unless they cannot be too long."""
        if cells * (max(self._strings, default=0) - MARKS) <= WORDS:
            return
        self._package.forget()
        words, known = 0, len(self._strings)
        for name in self._listed:
            for piece in self._package.unpack(name) if name in self._scans else ():
                indices = map(int, STRING_CELL.findall(piece))
                words += sum(self._strings[index] for index in indices if index < known)
                if words > WORDS:
                    raise Unfit(TOO_WORDY)


def _inspect_ods(package: Package) -> list[Facts]:
    kind = b"".join(package.unpack("mimetype")) if "mimetype" in package.parts else b""
    if not kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Unfit(UNKNOWN)
    if any(tag == "encryption-data" for tag, _ in package.small("meta-inf/manifest.xml")):
        raise Unfit(PASSWORD)
    package.forget()
    for name in package.parts:
        if name != "content.xml":
            deque(package.unpack(name), maxlen=0)  # only counted
    tables = ContentScan(package.unpack("content.xml")).tables
    if sum(2 * facts.rows * facts.columns for facts in tables) > BLOCK:  # calamine lays formulas out too
        raise Unfit(TOO_LARGE)
    return tables
