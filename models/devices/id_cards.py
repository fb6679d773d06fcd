"""ID cards 居民身份证: the text and the photo that the chip of one holds.

The text is 256 bytes in UTF-16LE, fields of fixed length (GA 450, 居民身份证机读信息): name 15 characters, sex 1, ethnic
group 2, birth 8, address 35, number 18, authority 15, valid from 8, to 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from models.core import codes
from models.core.citizen_number import CitizenNumber
from models.core.dates import PartDate
from models.core.record import Refusal
from models.people.photos import SMALLEST

FIELDS = (("name", 15), ("sex", 1), ("ethnic", 2), ("born", 8), ("address", 35), ("number", 18))
CARD_TEXT_LENGTH = 256  # bytes
UNREADABLE = "读到的内容不像身份证，请把证放平再读一次"


@dataclass(frozen=True)
class IdCard:
    """One card; ``photo`` is a picture file's content, empty when the reader gave none."""

    number: str
    name: str
    sex: str
    ethnic: str
    born: PartDate | None
    address: str
    photo: bytes = b""

    @property
    def facts(self) -> dict[str, object]:
        """What a person's form takes from it, by the names of the fields; what the card does not tell is left out."""
        told = {
            "name": self.name,
            "sex": self.sex,
            "ethnic": self.ethnic,
            "born": self.born,
            "household_address": self.address,
        }
        return {name: value for name, value in told.items() if value}


def read_id_card(text: bytes, photo: bytes = b"") -> IdCard:
    """The card of what a reader gave. Raises ``Refusal`` when that is no card."""
    told = dict(_cut(text))
    try:
        number = CitizenNumber.read(told["number"]).number
    except ValueError as error:
        raise Refusal(UNREADABLE) from error
    if not told["name"]:
        raise Refusal(UNREADABLE)
    sex, ethnic = codes.table("sex").read(told["sex"]), codes.table("ethnic").read(told["ethnic"])
    return IdCard(
        number, told["name"], sex or "", ethnic or "", _day(told["born"]), told["address"], enlarged(photo)
    )


def enlarged(photo: bytes) -> bytes:
    """The chip's portrait, 102 × 126 points, made large enough to be printed; empty when it cannot be read."""
    try:
        with Image.open(BytesIO(photo), formats=("BMP", "JPEG", "PNG")) as picture:
            times = -(-max(SMALLEST) * 2 // min(picture.size))
            large = picture.convert("RGB").resize(
                (picture.width * times, picture.height * times), Image.Resampling.LANCZOS
            )
    except OSError:
        return b""
    made = BytesIO()
    large.save(made, "PNG")
    return made.getvalue()


def _cut(text: bytes) -> list[tuple[str, str]]:
    if len(text) < CARD_TEXT_LENGTH:
        raise Refusal(UNREADABLE)
    words = text.decode("utf-16-le", errors="replace")
    places = [sum(length for _, length in FIELDS[:i]) for i in range(len(FIELDS))]
    return [
        (name, words[at : at + length].strip("\0 　"))
        for (name, length), at in zip(FIELDS, places, strict=True)
    ]


def _day(digits: str) -> PartDate | None:
    try:
        return PartDate(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
