"""The words of a PDF 文件里的字: its pages, seen or not, what their codes say, and every text that any of its objects holds.

So bookmarks, properties, notes, fields of forms, names of attachments and what is read aloud instead of a picture are all
read, whether we know of them or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from models.core.record import Refusal
from reports.disclosure.picture_words import code_words, loose_words
from reports.disclosure.said import Inside, SaidWords
from reports.pdf.drawn_pages import drawn, opened_pdf

CODES_SEEN_AT = 150  # dots to the inch of a page drawn, at which a code of 12 mm can still be read
SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(?:\((?P<plain>(?:\\.|[^)])*)\)|<(?P<codes>[0-9A-Fa-f\s]*)>)")
PDF_PLACES = {
    "/Title": "书签或标题", "/Author": "文件属性", "/Subject": "文件属性", "/Keywords": "文件属性", "/Contents": "批注", "/V": "表单栏目",
    "/DV": "表单栏目", "/ActualText": "朗读文字", "/Alt": "朗读文字", "/F": "附件名称", "/UF": "附件名称", "/Desc": "附件说明",
}  # fmt: skip
PICTURE_FILTERS = {"/DCTDecode", "/JPXDecode"}


def pdf_words(content: bytes) -> Iterator[SaidWords | Inside]:
    """All that a PDF says. Raises ``Refusal`` when it is damaged or locked, so that nobody can say what it holds."""
    try:
        with opened_pdf(content) as document:
            for number in range(len(document)):
                yield from _page_words(document[number], f"第{number + 1}页")
        reader = PdfReader(BytesIO(content))
        yield from _object_words(reader)
    except (pypdfium2.PdfiumError, PyPdfError, ValueError, KeyError) as error:
        raise Refusal("这份PDF损坏或加了密码，没法检查里面有没有号码") from error
    yield from _behind_the_end(content)


def _page_words(page: pypdfium2.PdfPage, where: str) -> Iterator[SaidWords]:
    """The text of a page, and what the codes say that it shows."""
    text = page.get_textpage()
    yield SaidWords(where, text.get_text_range())
    text.close()
    picture = drawn(page, CODES_SEEN_AT, grayscale=True)
    yield from (SaidWords(f"{where} {place}", words) for place, words in code_words(picture))
    page.close()


def _object_words(reader: PdfReader) -> Iterator[SaidWords | Inside]:
    """Every text of every object, and the streams that hold words, pictures or files."""
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if found is not None:
            yield from _texts(found, "其他")
        if isinstance(found, StreamObject):
            yield from _stream_words(found)


def _texts(found: Any, place: str) -> Iterator[SaidWords]:
    """The texts in an object itself; what it points to is an object of its own."""
    if isinstance(found, DictionaryObject):
        for key in found:
            yield from _texts(found.raw_get(key), PDF_PLACES.get(key, place))
    elif isinstance(found, ArrayObject):
        for each in found:
            yield from _texts(each, place)
    elif isinstance(found, TextStringObject):
        yield SaidWords(place, str(found))
    elif isinstance(found, ByteStringObject):
        yield from loose_words(bytes(found), place)


def _stream_words(stream: StreamObject) -> Iterator[SaidWords | Inside]:
    filters = stream.get("/Filter", "")
    names = [filters] if isinstance(filters, str) else list(filters)
    if PICTURE_FILTERS.intersection(names):
        yield Inside("图片", stream._data)
    elif stream.get("/Type") == "/EmbeddedFile":
        yield Inside("附件", stream.get_data())
    elif stream.get("/Type") == "/Metadata":
        yield SaidWords("文件属性（XMP）", stream.get_data().decode("utf-8", "replace"))
    elif stream.get("/Subtype") not in ("/Image", "/OpenType", "/TrueType") and "/Length1" not in stream:
        yield from (SaidWords("朗读文字", each) for each in _spoken(stream.get_data()))


def _spoken(content: bytes) -> Iterator[str]:
    """What is to be read aloud in place of what a page draws."""
    for found in SPOKEN.finditer(content):
        raw = bytes.fromhex(found["codes"].decode()) if found["codes"] is not None else found["plain"]
        yield raw.decode("utf-16" if raw[:2] == b"\xfe\xff" else "latin-1", "replace")


def _behind_the_end(content: bytes) -> Iterator[SaidWords]:
    yield from loose_words(content[content.rfind(b"%%EOF") :], "文件末尾之后")
