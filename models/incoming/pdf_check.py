"""The check of a PDF 扫描件里的 PDF: whole, open, with no more pages, dots and unpacked bytes than a scanned paper can have."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from models.core.record import Refusal
from models.incoming.paper_check import (
    BROKEN_PDF,
    LOCKED_PDF,
    MOST_PDF_PAGES,
    PICTURE_TOO_LARGE,
    PIXELS,
    TOO_MANY_PAGES,
)

MOST_UNPACKED = 300 << 20  # bytes of all streams but pictures; pypdf lets one have 75 MB
DRAWS = re.compile(rb"/([^\s/<>()\[\]{}%]+)\s+Do\b")
RUNNING_ACTS = {"/JavaScript", "/Launch"}
RUNNING_PDF = "PDF 里带着会自己运行的脚本或程序，没有收。请把它打印出来扫描，或用“打印为 PDF”另存一份再收"
SWOLLEN_PDF = "PDF 解开后大得不合常理，为保护电脑没有收。请重新扫描，或向提供人重新索取"

# what the reader thinks of a PDF's small faults is no news for the officer
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def count_pdf_pages(paper: bytes) -> int:
    """How many pages a PDF has. Raises ``Refusal`` when it cannot be kept."""
    if b"%%EOF" not in paper[-2048:]:
        raise Refusal(BROKEN_PDF)
    try:
        reader = PdfReader(BytesIO(paper))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise Refusal(LOCKED_PDF)
        pages = _count_leaves(reader.root_object["/Pages"])
        _refuse_swollen(reader)
        _refuse_programs(reader)
    except Refusal:
        raise
    except LimitReachedError as error:
        raise Refusal(SWOLLEN_PDF) from error
    except Exception as error:  # whatever the reader stumbles over, the file is broken
        raise Refusal(BROKEN_PDF) from error
    if not pages:
        raise Refusal("PDF 里一页也没有，请重新扫描")
    return pages


def refuse_bomb(content: bytes) -> None:
    """Raise ``Refusal`` for a PDF that unpacks without end, before it is given to a reader that would let it; others pass, broken or not."""
    try:
        _refuse_swollen(PdfReader(BytesIO(content)))
    except Refusal:
        raise
    except LimitReachedError as error:
        raise Refusal(SWOLLEN_PDF) from error
    except Exception:  # told by whoever reads it next
        return


def _count_leaves(root: Any) -> int:
    """How many pages stand below a node (ISO 32000-1, 7.7.3): each is found, none decoded. A node that is met twice is no tree's."""
    waiting, nodes, pages = [root], set[int](), 0
    while waiting:
        node = waiting.pop().get_object()
        if id(node) in nodes:
            raise Refusal(BROKEN_PDF)
        if "/Kids" in node:
            nodes.add(id(node))
            waiting += list.__iter__(node["/Kids"])
        else:
            pages += 1
        if len(waiting) + pages > MOST_PDF_PAGES:
            raise Refusal(TOO_MANY_PAGES)
    return pages


def _refuse_programs(reader: PdfReader) -> None:
    """No paper has anything that runs (ISO 32000-1, 12.6.4.5 and 12.6.4.16), wherever it is called."""
    waiting: list[Any] = list(_objects(reader))
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            if each.get("/S") in RUNNING_ACTS:
                raise Refusal(RUNNING_PDF)
            waiting += dict.values(each)
        elif isinstance(each, list):
            waiting += list.__iter__(each)


def _refuse_swollen(reader: PdfReader) -> None:
    """A picture may not ask for more dots than one that comes alone; all else is unpacked and counted, as often as it is drawn."""
    unpacked, known = 0, dict[int, int]()
    for found in _objects(reader):
        if not isinstance(found, StreamObject):
            drawn = _drawn_bytes(found, _contents(found), known) if found.get("/Type") == "/Page" else 0
        elif found.get("/Subtype") == "/Image" and isinstance(found.get("/Filter", ""), str):
            drawn = 0
            if int(found.get("/Width", 0)) * int(found.get("/Height", 0)) > PIXELS:
                raise Refusal(PICTURE_TOO_LARGE)
        else:
            unpacked += len(found.get_data())
            drawn = _form_bytes(found, known)
        if max(unpacked, drawn) > MOST_UNPACKED:
            raise Refusal(SWOLLEN_PDF)


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary and stream of the file once; what cannot be read is none."""
    numbers = {number for each in reader.xref.values() for number in each} | set(reader.xref_objStm)
    for number in sorted(numbers):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(found, DictionaryObject):
            yield found


def _contents(page: DictionaryObject) -> bytes:
    told = page.get("/Contents", [])
    parts = [each.get_object() for each in (told if isinstance(told, list) else [told])]
    return b"\n".join(each.get_data() for each in parts if isinstance(each, StreamObject))


def _drawn_bytes(holder: DictionaryObject, content: bytes, known: dict[int, int]) -> int:
    """How long a content is when each form that it draws is written out in its place (ISO 32000-1, 8.10)."""
    shown = holder.get("/Resources", {}).get("/XObject", {})
    calls = Counter(f"/{name.decode('latin-1')}" for name in DRAWS.findall(content))
    called = ((shown[name].get_object(), times) for name, times in calls.items() if name in shown)
    return len(content) + sum(_form_bytes(form, known) * times for form, times in called)


def _form_bytes(form: StreamObject, known: dict[int, int]) -> int:
    """The same of a form; nothing of another stream, and of a form that draws itself, which is not drawn again."""
    number = form.indirect_reference.idnum if form.indirect_reference else 0
    if form.get("/Subtype") != "/Form":
        return 0
    if number not in known:
        known[number] = 0
        known[number] = _drawn_bytes(form, form.get_data(), known)
    return known[number]
