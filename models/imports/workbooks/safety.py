"""Safety from workbooks that strangers made: they may not be something else, hide behind a password, grow without end."""

from __future__ import annotations

import errno
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from models.imports.workbooks.ods import inspect_tables
from models.imports.workbooks.parts import (
    NOT_A_WORKBOOK,
    PASSWORD,
    WORKBOOK_DAMAGED,
    Package,
    SheetFacts,
    Unfit,
)
from models.imports.workbooks.xls import OTHER_PROGRAMS, read_sheets
from models.imports.workbooks.xlsx import SheetParts

FILE = 200 << 20  # bytes on the disk; photographs in it count too
COMPOUND = 80 << 20  # the same of an .xls, which is looked at in memory

SAVE_AS = "请用Excel或WPS打开它，另存为.xlsx后再选"
PICTURE = "是图片，不是电子表格。请选.xlsx、.xls或.ods文件"
ARCHIVE = "是压缩包，不是电子表格。请先解压，再选其中的表格"
LARGE_FILE = "超过{}MB，太大了。请删去其中的图片，或只把名册内容复制到新工作簿，保存后再选"
COMPOUND_FILE, ZIP_FILE = b"\xd0\xcf\x11\xe0", (b"PK\x03\x04", b"PK\x05\x06")
SIGNATURES = (
    (b"%PDF", "是PDF文件，不是电子表格。请向提供人索取原来的表格文件"),
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"{\\rtf", OTHER_PROGRAMS["WordDocument"]),
)
ZIP_KINDS = (
    ("xl/workbook.bin", f"是二进制工作簿（.xlsb），本程序不读取这种格式。{SAVE_AS}"),
    ("ppt/presentation.xml", OTHER_PROGRAMS["PowerPoint Document"]),
)
ZIP_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    *(struct.error, ValueError, LookupError, OverflowError),  # what a broken directory makes of zipfile
)


def inspect(stream: BinaryIO) -> list[SheetFacts]:
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
    if head.startswith(ZIP_FILE):
        return _inspect_zip(stream)
    raise Unfit(_what_else(head))


def _what_else(head: bytes) -> str:
    """What a file is that is no workbook, and what to do about it."""
    told = (words for signature, words in SIGNATURES if head.startswith(signature))
    return next(told, NOT_A_WORKBOOK if head.strip(b"\0") else WORKBOOK_DAMAGED)


@contextmanager
def _zip_errors() -> Iterator[None]:
    try:
        yield
    except ZIP_ERRORS as error:
        raise Unfit(WORKBOOK_DAMAGED) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a jump to before the file's beginning; others are the disk's
            raise
        raise Unfit(WORKBOOK_DAMAGED) from error
    except RuntimeError as error:  # how zipfile says that a part is encrypted
        raise Unfit(PASSWORD) from error


@contextmanager
def open_package(stream: BinaryIO, most: int = 0) -> Iterator[Package]:
    """The parts of a zip that a stranger made, to be unpacked with care; ``Unfit`` for one that is broken, or larger."""
    with _zip_errors(), zipfile.ZipFile(stream) as archive:
        yield Package(archive, most)


def _inspect_zip(stream: BinaryIO) -> list[SheetFacts]:
    with open_package(stream) as package:
        for name, words in ZIP_KINDS:
            if name in package.parts:
                raise Unfit(words)
        if "xl/workbook.xml" in package.parts and "content.xml" not in package.parts:
            return SheetParts(package).facts()
        if "content.xml" in package.parts and "xl/workbook.xml" not in package.parts:
            return inspect_tables(package)
        raise Unfit(NOT_A_WORKBOOK if package.parts.keys() & {"[content_types].xml", "mimetype"} else ARCHIVE)
