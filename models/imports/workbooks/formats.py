"""The format of a file by what it holds, not by its name: Word tables, web pages, XML and text are read here, workbooks are not."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import BinaryIO

from models.imports.workbooks.encodings import decoded, said_charset
from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.safety import COMPOUND_FILE, SIGNATURES, ZIP_ERRORS, ZIP_FILE
from models.imports.workbooks.sheet import Sheet
from models.imports.workbooks.text_tables import FROM_TEXT, TEXT_SUFFIXES, read_text
from models.imports.workbooks.web_pages import PAGE_START, read_page
from models.imports.workbooks.word_tables import DOCUMENT, read_document
from models.imports.workbooks.xml_sheets import XML_START, read_xml_sheets

LOOKED_AT_HEAD = 4096
LARGEST_TEXT = 80 << 20  # bytes
TOO_MUCH_TEXT = f"超过{LARGEST_TEXT >> 20}MB，太大了。请分成几个文件再选"
NO_TABLE_IN_TEXT = "的内容是文本，看不出里面的表格。请向提供人索取原来的表格文件"
UNKNOWN_ENCODING = (
    "的字符编码读不懂。请用记事本打开它，文字看着对了，再用“另存为”把编码选成UTF-8；"
    "不要用Excel、WPS打开后保存，那样身份证号、银行账号的末几位会变成0"
)


def read_other_format(file: Path, stream: BinaryIO) -> tuple[Sheet, ...] | None:
    """The sheets of a file that is no workbook; None for one that may be. ``Unfit`` when it is neither."""
    head = stream.read(LOOKED_AT_HEAD)
    stream.seek(0)
    if head.startswith(ZIP_FILE):
        return read_document(stream, file.stem) if _is_document(stream) else None
    by_name = file.suffix.lower() in TEXT_SUFFIXES
    if head.startswith(COMPOUND_FILE) or (not by_name and (not head.strip(b"\0") or _is_binary(head))):
        return None
    data = stream.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise Unfit(TOO_MUCH_TEXT)
    return _read_text(file.stem, data, by_name)


def is_text_file(file: Path) -> bool:
    """Whether a file is text by its name and by how it begins."""
    with file.open("rb") as stream:
        return file.suffix.lower() in TEXT_SUFFIXES and not _is_binary(stream.read(LOOKED_AT_HEAD))


def _is_binary(head: bytes) -> bool:
    """Whether a file begins as no text does."""
    if head.startswith((COMPOUND_FILE, *(signature for signature, _ in SIGNATURES))):
        return True
    if b"\0" not in head:
        return False
    cut = (head,) if len(head) < LOOKED_AT_HEAD else (head, head[:-2])  # perhaps within a character
    return all(decoded(part) is None for part in cut)


def _is_document(stream: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(stream) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    except (*ZIP_ERRORS, OSError, RuntimeError):  # told by who reads it as a workbook
        names = set()
    stream.seek(0)
    return DOCUMENT in names


def _read_text(name: str, data: bytes, by_name: bool) -> tuple[Sheet, ...]:
    text = _by_charset(data) or decoded(data)
    if text is None:
        raise Unfit(UNKNOWN_ENCODING)
    if XML_START.match(text) and "<html" not in text[:4096].lower():
        return read_xml_sheets(data)
    if PAGE_START.match(text) or XML_START.match(text):
        return read_page(text, name)
    sheet = read_text(text, name, () if by_name else (FROM_TEXT,))
    if not by_name and all(len(row) < 2 for row in sheet.rows):
        raise Unfit(NO_TABLE_IN_TEXT)
    return (sheet,)


def _by_charset(data: bytes) -> str | None:
    """The text as the page itself says; pages that call themselves gb2312 hold more."""
    said = said_charset(data) if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" else ""
    try:
        return data.decode("gb18030" if said in ("gb2312", "gbk") else said) if said else None
    except (UnicodeDecodeError, LookupError):
        return None
