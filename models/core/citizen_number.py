"""Citizen numbers 公民身份号码 (GB 11643-1999): 18 places, and 15 in old papers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from models.core import codes
from models.core.dates import PartDate, this_day
from models.core.words import half_width

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
SLIPS_SHOWN = 10  # more possible slips than these help nobody
SHAPE = re.compile(r"\d{17}[\dX]|\d{15}")


def check_digit(body: str) -> str:
    """The eighteenth character of a citizen number, from its first seventeen (GB 11643-1999)."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


@dataclass(frozen=True, slots=True)
class CitizenNumber:
    """A citizen number: the text as found and the 18-place form it stands for."""

    found: str
    number: str

    @classmethod
    def read(cls, text: str) -> CitizenNumber:
        """Strip spaces and marks, widen 15 places to 18; ``ValueError`` when the shape is wrong."""
        bare = re.sub(r"[\s'’‘`-]", "", half_width(text)).upper()
        if not SHAPE.fullmatch(bare):
            raise ValueError(bare)
        if len(bare) == 15:  # until 1999: two-digit years of the twentieth century, no check digit
            body = f"{bare[:6]}19{bare[6:]}"
            return cls(text, body + check_digit(body))
        return cls(text, bare)

    @property
    def born(self) -> PartDate | None:
        """The birth date in places 7 to 14; None when there is no such day."""
        return birth_in(self.number)

    @property
    def sex(self) -> str:
        """男 when the seventeenth place is odd, 女 when it is even."""
        return sex_in(self.number)

    @property
    def right(self) -> bool:
        return is_right(self.number)


def birth_in(number: str) -> PartDate | None:
    """The day in places 7 to 14; None when there is no such day."""
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    try:
        return PartDate(year, month, day) if month and day else None
    except ValueError:
        return None


def sex_in(number: str) -> str:
    return "男" if int(number[16]) % 2 else "女"


def is_right(number: str) -> bool:
    return check_digit(number[:17]) == number[17]


def plausible(number: str) -> bool:
    """Whether a number is right and its birth date can be that of a living memory."""
    born = birth_in(number)
    return is_right(number) and born is not None and born.year >= 1890 and born.earliest() <= this_day()


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of the pen that would explain a wrong number: its places (from 1), and the right number."""

    places: tuple[int, ...]
    number: str

    def __str__(self) -> str:
        if len(self.places) == 2:
            return f"第{self.places[0]}、{self.places[1]}位颠倒"
        return f"第{self.places[0]}位应为{self.number[self.places[0] - 1]}"


def slips(number: str) -> list[Slip]:
    """Every one changed digit, and every two swapped neighbours, that would make the number right."""
    changed = [
        Slip((place + 1,), number[:place] + digit + number[place + 1 :])
        for place in range(18)
        for digit in ("0123456789" if place < 17 else CHECKS)
        if digit != number[place]
    ]
    swapped = [
        Slip((place + 1, place + 2), number[:place] + number[place + 1] + number[place] + number[place + 2 :])
        for place in range(17)
        if number[place] != number[place + 1] and number[place + 1] != "X"
    ]
    return [slip for slip in swapped + changed if plausible(slip.number)]


def likeliest(number: str, born: PartDate | None = None, sex: str = "") -> list[Slip]:
    """The slips that explain a wrong number best; among equals those first that leave the address part alone.

    Evidence, strongest first: the file's own birth date, the file's sex, an address part (places 1 to 6) that
    is one of the codes of ``resources/codes/place.csv``.
    """

    def against(slip: Slip) -> tuple[bool, bool, bool]:
        birth = birth_in(slip.number)
        return (
            born is not None and birth is not None and not birth.agrees(born),
            bool(sex) and sex_in(slip.number) != sex,
            slip.number[:6] not in known_areas(),
        )

    found = slips(number)
    least = min(map(against, found), default=None)
    best = [slip for slip in found if against(slip) == least]
    return sorted(best, key=lambda slip: slip.number[:6] != number[:6])


@cache
def known_areas() -> frozenset[str]:
    """The six-place administrative codes that the archive knows."""
    return frozenset(entry.code for entry in codes.table("place").codes if len(entry.code) == 6)


def doubt(number: str, born: PartDate | None = None, sex: str = "") -> str:
    """What is doubtful in an 18-place number, in one sentence; empty when nothing is."""
    if not is_right(number):
        slip_words = "；".join(str(slip) for slip in likeliest(number, born, sex)[:SLIPS_SHOWN])
        return "身份证号校验码不符" + (f"，可能是：{slip_words}" if slip_words else "，请对照证件核对")
    birth = birth_in(number)
    if birth is None:
        return f"身份证号中的出生日期{number[6:14]}不存在"
    if birth.earliest() > this_day():
        return f"身份证号中的出生日期{birth.chinese()}晚于今天"
    if birth.year < 1890:
        return f"身份证号中的出生年{birth.year}过早"
    return ""


def is_near(one: str, other: str) -> bool:
    """Whether one slip turns one number into the other: a place wrong, missing, too many, or two neighbours swapped."""
    if len(one) == len(other):
        wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(wrong) == 1:
            return True
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return swapped and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
