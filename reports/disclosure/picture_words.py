"""The words of a picture 图片里的字: what camera and programs wrote beside it (EXIF, XMP, text, notes) and what its codes say.

What is only drawn in its points is not read: a photographed page says its number to people, not to this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import zxingcpp
from PIL import Image

from models.incoming.paper_check import picture_refusal, refuse_huge
from reports.disclosure.said import Inside, SaidWords

BEGINS_A_PICTURE = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
# digits in a row do not come by chance where points are packed; those of text do
LOOSE = re.compile(rb"\+?[0-9][0-9 ()\-]{5,40}[0-9Xx]")
LEAST_LOOSE = 11  # digits


def picture_words(content: bytes) -> Iterator[SaidWords | Inside]:
    """What a picture's file says beside its points, and its codes. Raises ``Refusal`` for one too large to be looked through."""
    yield from loose_words(content, "图片附带的信息")
    try:
        with Image.open(BytesIO(content)) as picture:
            refuse_huge(picture)
            picture.load()
            for name, value in picture.info.items():
                yield SaidWords("图片附带的信息", f"{name} {_text(value)}")
            for value in picture.getexif().values():
                yield SaidWords("图片附带的信息", _text(value))
            yield from code_words(picture)
    except Image.DecompressionBombError as error:
        raise picture_refusal(error) from error
    except (
        OSError,
        ValueError,
        SyntaxError,
    ):  # no picture that we can show: what it says loosely was read above
        return


def code_words(picture: Image.Image) -> Iterator[SaidWords]:
    """What the QR and bar codes of a picture or of a drawn page say."""
    for code in zxingcpp.read_barcodes(picture.convert("L")):
        yield SaidWords("二维码或条码", code.text)


def loose_words(content: bytes, where: str = "文件内容") -> Iterator[SaidWords]:
    """Long rows of digits anywhere in a file, in ASCII or UTF-16."""
    for found in LOOSE.findall(content.replace(b"\0", b"")):
        if sum(chr(each).isdigit() for each in found) >= LEAST_LOOSE:
            yield SaidWords(where, found.decode("ascii"))


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.replace(b"\0", b"").decode("utf-8", "replace")
    return str(value)
