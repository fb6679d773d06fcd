"""Tables that are plain text: a .csv or .txt of any encoding and separator, or what was pasted; every cell stays a text."""

from __future__ import annotations

import csv
from pathlib import Path

from models.core.files import plain_words
from models.core.record import Refusal
from models.imports.workbooks.sheet import Cell, Sheet

TEXT_SUFFIXES = (".csv", ".txt")
SEPARATORS = "|,\t;，"
ENCODINGS = ("utf-8-sig", "gb18030")
LARGEST_TEXT = 80 << 20  # bytes
NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how workbooks begin, whatever their name
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text_table(file: Path) -> Sheet:
    """The one sheet of a text file; ``Refusal`` when it is not to be read as one."""
    with plain_words(file):
        data = file.read_bytes()
    if len(data) > LARGEST_TEXT:
        raise Refusal(f"“{file.name}”超过{LARGEST_TEXT >> 20}MB，太大了。请分成几个文件再选")
    text = _decoded(data)
    if text is None:
        raise Refusal(f"“{file.name}”的字符编码读不懂，请存为 UTF-8 或 GBK")
    try:
        return text_sheet(text, max(SEPARATORS, key=text.count), file.stem, csv.QUOTE_MINIMAL)
    except csv.Error as error:
        raise Refusal(f"“{file.name}”不是一份可读的文本表格") from error


def is_text_table(file: Path) -> bool:
    """Whether a file is to be read as text: by its name, and by what it does not begin with."""
    if file.suffix.lower() not in TEXT_SUFFIXES:
        return False
    with file.open("rb") as stream:
        return not stream.read(4).startswith(NO_TEXT)


def text_sheet(text: str, separator: str = "\t", name: str = "", quoting: int = csv.QUOTE_NONE) -> Sheet:
    """A text as a sheet: a row for each line, or as quotation marks say."""
    lines = csv.reader(text.splitlines(keepends=True), delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
    rows: list[list[Cell]] = [list(cells) for cells in lines]
    return Sheet(name, False, rows, 1, 0, (), frozenset(), 0)


def _decoded(data: bytes) -> str | None:
    for encoding in ("utf-16",) if data.startswith(UTF16) else ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
