"""The mark on every printed page, as a QR code: whose it is, which form, which page, and what stood on it.

Text of the code (alphanumeric mode, so that it stays small and its modules large)::

    YF:6301030100012:DJ:2/8:7A3F9C:4217
       archive number form page/pages print check

``print`` is a fingerprint of the words on the page: the same facts give the same print, so that a page that comes back
signed can be told from one printed before a change. ``check_digits`` guards the mark itself against a misreading.
"""

from __future__ import annotations

import hashlib
import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import zxingcpp

SIGN = "YF"
LEVEL = "M"  # a code that is torn or stained by 15 % still reads
MODULE = 0.45  # mm; not below 0.4, so that a scan of the printed page at 200 dpi reads back
QUIET_MODULES = 4  # modules of white around the code (ISO/IEC 18004)
UNNUMBERED = "0"
SHORT_LETTERS, SHORT_PLACES = (
    "23456789ABCDEFGHJKMNPQRSTVWXYZ",
    6,
)  # none that is taken for another when read aloud


@dataclass(frozen=True, slots=True)
class PageMark:
    """What the code of one page says."""

    archive: str  # 一人一档编号; "0" when the file has none yet
    form: str  # two letters, see the sections of ``reports.person.sheets``
    page: int
    pages: int
    print: str

    def __str__(self) -> str:
        body = f"{SIGN}:{self.archive}:{self.form}:{self.page}/{self.pages}:{self.print}"
        return f"{body}:{check_digits(body)}"

    @property
    def short(self) -> str:
        """纸码, six letters at the foot of the page, by which an officer names a sheet: of the same words, so of the same page."""
        number = int.from_bytes(hashlib.sha256(str(self).encode()).digest()[:8])
        places = []
        for _ in range(SHORT_PLACES):
            number, place = divmod(number, len(SHORT_LETTERS))
            places.append(SHORT_LETTERS[place])
        return "".join(places)

    @classmethod
    def read(cls, text: str) -> PageMark:
        """The mark that a scanner read. ``ValueError`` when it is none of ours or was misread."""
        body, _, given = text.rpartition(":")
        parts = body.split(":")
        if len(parts) != 5 or parts[0] != SIGN or check_digits(body) != given:
            raise ValueError(text)
        page, _, pages = parts[3].partition("/")
        return cls(parts[1], parts[2], int(page), int(pages), parts[4])


def check_digits(body: str) -> str:
    """Four hexadecimal places of the CRC-32."""
    return f"{zlib.crc32(body.encode()) & 0xFFFF:04X}"


def fingerprint(words: Iterable[str]) -> str:
    """Six hexadecimal places of the SHA-256 of the words of a page, in their order."""
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:6].upper()


def modules(text: str) -> list[memoryview]:
    """The rows of the QR code from the top, one byte a module: 0 is black. Without the quiet zone."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    picture = memoryview(code.to_image(add_quiet_zones=False))  # type: ignore[arg-type]  # it has the buffer protocol
    side = math.isqrt(picture.nbytes)
    flat = picture.cast("B")
    return [flat[row * side : (row + 1) * side] for row in range(side)]
