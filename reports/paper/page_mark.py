"""The mark on every printed page, as a QR code: whose it is, which form, which page, and what stood on it.

Text of the code (alphanumeric mode, so that it stays small and its modules large)::

    YF:6301030100012:DJ:2/8:7A3F9C:K7QM2XWPD4HA
       archive number form page/pages print sign

``print`` is a fingerprint of the words on the page: the same facts give the same print, so that a page that comes back
signed can be told from one printed before a change. ``sign`` proves that this archive printed the code
(``models.archive.code_signs``). Pages of earlier versions, and those made while no archive is open, carry no sign but
``check_digits``, which guard the mark against a misreading and against nobody's will.

A visit card's code says its row of the plan and how far down its room for the pen begins: ``YFZF:1A2B3C4D5E6F:64:sign``.
"""

from __future__ import annotations

import hashlib
import math
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from models.archive.code_signs import SIGN_PLACES, CodeStanding, code_sign, sign_standing
from models.visit_plans.card_marks import CARD_MARK, ROW_PLACES
from reports.paper.qr_modules import QrModules

SIGN = "YF"
# Of 29 modules a side (version 3 of ISO/IEC 18004): the strongest correction in which so many characters have room.
CORRECTIONS = (("H", 35), ("Q", 47), ("M", 61))
MODULE = 0.5  # mm; three pixels of a scan at 150 dpi, so that it reads back also when it lies askew
QUIET_MODULES = 4  # modules of white around the code (ISO/IEC 18004)
UNNUMBERED = "0"  # of pages of earlier versions, whose files had no number
WITHOUT_NUMBER, UID_PLACES = "U", 12  # before the last places of the uid, where a file has no number yet
FORMS = {
    "FM": "封面",
    "ML": "目录",
    "DJ": "登记表",
    "SF": "身份",
    "JL": "待遇走访变更记录",
    "CY": "查阅",
    "BK": "备考",
}
CARD_FORM = "走访卡"
PAGE_TEXT = re.compile(rf"{SIGN}:([^:]+):([^:]+):(\d{{1,4}})/(\d{{1,4}}):([^:]+)")
CARD_TEXT = re.compile(rf"{CARD_MARK}([0-9A-F]{{{ROW_PLACES}}})(?::(\d{{1,3}}))?")
SHORT_LETTERS, SHORT_PLACES = (
    "23456789ABCDEFGHJKMNPQRSTVWXYZ",
    6,
)  # none that is taken for another when read aloud


@dataclass(frozen=True, slots=True)
class PageMark:
    """What the code of one page says."""

    archive: str  # 一人一档编号, or what ``mark_without_number`` says
    form: str  # two letters, see the sections of ``reports.person.sheets``
    page: int
    pages: int
    print: str

    def __str__(self) -> str:
        """The text of the code without a sign, guarded by check digits."""
        return f"{self.body}:{check_digits(self.body)}"

    @property
    def body(self) -> str:
        return f"{SIGN}:{self.archive}:{self.form}:{self.page}/{self.pages}:{self.print}"

    @property
    def code(self) -> str:
        """The text that is printed: signed by the open archive."""
        sign = code_sign(self.body)
        return f"{self.body}:{sign}" if sign else str(self)

    @property
    def form_words(self) -> str:
        """What an officer calls the form."""
        return FORMS.get(self.form, self.form)

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
        """The mark that a scanner read. ``ValueError`` when it is none of ours, was misread, or has a wrong sign."""
        found = read_code(text)
        if not isinstance(found.mark, PageMark) or found.standing not in TRUSTED:
            raise ValueError(text)
        return found.mark


@dataclass(frozen=True, slots=True)
class CardMark:
    """What the code of a visit card says: its row of the plan, and where its room for the pen begins."""

    row: str  # the last twelve places of the row's uid, in capitals
    top: int = 0  # mm below the card's upper edge; 0 on cards printed before codes were signed

    @property
    def code(self) -> str:
        """The text that is printed: signed by the open archive."""
        body = f"{CARD_MARK}{self.row}:{self.top}"
        sign = code_sign(body)
        return f"{body}:{sign}" if sign else f"{CARD_MARK}{self.row}"


def mark_without_number(uid: str) -> str:
    """What the marks of a file without a number carry, so that its pages find home: U1A2B3C4D5E6F, of its uid's last places."""
    return f"{WITHOUT_NUMBER}{uid[-UID_PLACES:].upper()}" if uid else UNNUMBERED


def uid_ending(archive: str) -> str:
    """The last places of the uid that such a mark carries; '' of any other."""
    ending = archive.removeprefix(WITHOUT_NUMBER)
    return ending.lower() if archive.startswith(WITHOUT_NUMBER) and len(ending) == UID_PLACES else ""


class ReadCode(NamedTuple):
    """A code that was read, and what its sign proves."""

    mark: PageMark | CardMark
    standing: CodeStanding


TRUSTED = (CodeStanding.OWN, CodeStanding.UNSIGNED)


def read_code(text: str) -> ReadCode:
    """What a code of paper says. ``ValueError`` when it is none of ours or was misread."""
    body, _, last = text.rpartition(":")
    if found := CARD_TEXT.fullmatch(text):
        return ReadCode(CardMark(found[1]), CodeStanding.UNSIGNED)
    if len(last) == SIGN_PLACES:
        return ReadCode(_mark_of(body), sign_standing(body, last))
    if check_digits(body) != last:
        raise ValueError(text)
    return ReadCode(_mark_of(body), CodeStanding.UNSIGNED)


def _mark_of(body: str) -> PageMark | CardMark:
    if page := PAGE_TEXT.fullmatch(body):
        return PageMark(page[1], page[2], int(page[3]), int(page[4]), page[5])
    if card := CARD_TEXT.fullmatch(body):
        return CardMark(card[1], int(card[2] or 0))
    raise ValueError(body)


def check_digits(body: str) -> str:
    """Four hexadecimal places of the CRC-32."""
    return f"{zlib.crc32(body.encode()) & 0xFFFF:04X}"


def fingerprint(words: Iterable[str]) -> str:
    """Six hexadecimal places of the SHA-256 of the words of a page, in their order."""
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:6].upper()


def modules(text: str) -> QrModules:
    """The QR code that says a text."""
    import zxingcpp  # when wanted

    level = next((name for name, room in CORRECTIONS if len(text) <= room), CORRECTIONS[-1][0])
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    shades = memoryview(code.to_image(add_quiet_zones=False)).tobytes()  # type: ignore[arg-type]  # a buffer
    return QrModules(math.isqrt(len(shades)), shades)
