"""The words of a file 文件里的字, of whatever kind it is: what it holds decides, not its name."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from models.core.files import cause
from models.core.record import Refusal
from models.imports.workbooks.safety import ZIP_ERRORS
from models.incoming.packed_files import unpacked
from reports.disclosure.office_words import office_words
from reports.disclosure.pdf_words import pdf_words
from reports.disclosure.picture_words import BEGINS_A_PICTURE, loose_words, picture_words
from reports.disclosure.said import Inside, SaidWords

DEEPEST = 5  # files inside files
MOST_UNPACKED = 200 << 20  # bytes of one packed file
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")  # as JSON writes what is not ASCII
PLAIN_ENCODINGS = "utf-8-sig", "utf-16", "gb18030"


def file_words(path: Path) -> Iterator[SaidWords]:
    """All words of a file, or of every file of a folder. Raises ``Refusal`` when one cannot be read."""
    for file in sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]:
        yield SaidWords("文件名", file.name)
        try:
            content = file.read_bytes()
        except OSError as error:
            raise Refusal(f"读不了“{file}”：{cause(error)}") from error
        for where, words in words_in(content):
            yield SaidWords(f"{file.name} {where}" if path.is_dir() else where, words)


def words_in(content: bytes, depth: int = 0) -> Iterator[SaidWords]:
    """All words of a file's content. Raises ``Refusal`` for what is packed deeper or larger than can be looked through."""
    if depth > DEEPEST:
        raise Refusal("文件里套的文件太深，没法全部检查，请先拆开再查")
    for each in _read(content):
        if isinstance(each, SaidWords):
            yield each
        else:
            yield SaidWords(f"{each.name} 名称", each.name)
            yield from (
                SaidWords(f"{each.name} {where}", words) for where, words in words_in(each.content, depth + 1)
            )


def _read(content: bytes) -> Iterator[SaidWords | Inside]:
    if content[:1024].find(b"%PDF-") >= 0:
        return pdf_words(content)
    if content.startswith(BEGINS_A_PICTURE):
        return picture_words(content)
    if zipfile.is_zipfile(BytesIO(content)):
        return _packed(content)
    return _plain(content)


def _packed(content: bytes) -> Iterator[SaidWords | Inside]:
    """A workbook or Word file, which are packed XML, or any other packed folder. Raises ``Refusal`` for a broken one."""
    try:
        yield from _of_parts(content)
    except (*ZIP_ERRORS, RuntimeError) as error:  # the last: a part behind a password
        raise Refusal("压缩文件损坏或加了密码，没法检查里面有没有号码") from error


def _of_parts(content: bytes) -> Iterator[SaidWords | Inside]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
            raise Refusal("文件解开后太大，没法检查，请分开再查")
        yield SaidWords("压缩包的注释", packed.comment.decode("utf-8", "replace"))
        if "[Content_Types].xml" in packed.namelist():
            yield from office_words(packed)
        else:
            yield from (
                Inside(each, unpacked(packed, each, MOST_UNPACKED))
                for each in packed.namelist()
                if not each.endswith("/")
            )


def _plain(content: bytes) -> Iterator[SaidWords | Inside]:
    """Text line by line, in the first encoding that fits it; of anything else the digits that stand in it."""
    for encoding in PLAIN_ENCODINGS if content.count(b"\0") * 4 < len(content) else ("utf-16",):
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "utf-16" or "\ufeff" in words or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield SaidWords("正文", ESCAPED.sub(lambda found: chr(int(found[1], 16)), words))
            return
    yield from loose_words(content)
