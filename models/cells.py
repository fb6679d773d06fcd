"""A spreadsheet's cell, read as what its column is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from peewee import Field

from models import codes
from models.base import Count, Day, Flag, Text, Yuan
from models.dates import PartDate
from models.words import half_width, personal_name, plain

EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number and spoils the rest
SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d{1,3}")
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
NUMBERS = frozenset(
    ["number", "phone", "other_phone", "postcode", "insurance_no", "pension_no", "certificate", "account", "discharge_no", "veteran_card", "employer_phone", "fallen_certificate", "household_area", "residence_area"]
)  # texts made of digits: spaces and full-width forms are slips, and a number too long for a cell is spoilt
NAMES = frozenset({"name", "fallen_name", "holder"})


class Unreadable(Exception):
    """The cell does not say what its column is about; it is kept as a note and told."""


class Spoilt(Exception):
    """A spreadsheet program has destroyed digits of a number; nobody can know them."""


def shown(cell: Any) -> str:
    """A cell's value as the officer sees it, in one line."""
    if isinstance(cell, str):
        return plain(cell)
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < EXACT else f"{cell:.15g}".replace("e+", "E+")
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, (date, time, timedelta, int)):
        return str(cell)
    return str(cell)


def digits(cell: Any) -> str:
    """A number that is a name (身份证号, 账号, 电话): its characters, with nothing lost on the way.

    Raises ``Spoilt`` for a number of more than fifteen places that a cell kept as a number, for ``6.30103E+17``,
    and for the like of them written out as text.
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if abs(cell) >= EXACT or cell != int(cell):
            raise Spoilt(shown(cell))
        return str(int(cell))
    text = half_width(shown(cell)).replace(" ", "").lstrip("'’‘`")
    if SCIENTIFIC.fullmatch(text):
        raise Spoilt(text)
    if re.fullmatch(r"\d+\.0+", text):
        text = text.partition(".")[0]
        if len(text) > 15:
            raise Spoilt(text)
    return text


def text_of(cell: Any) -> str:
    words = shown(cell)
    if words in ERRORS:
        raise Unreadable(words)
    return words


def day_of(cell: Any) -> PartDate | None:
    """A date in any habit; None for a blank one."""
    try:
        return PartDate.read(half_width(cell) if isinstance(cell, str) else cell)
    except ValueError as error:
        raise Unreadable(shown(cell)) from error


def flag_of(cell: Any) -> bool:
    if isinstance(cell, bool):
        return cell
    answer = codes.table("yesno").read(shown(cell))
    if answer is None:
        raise Unreadable(shown(cell))
    return answer == "是"


def count_of(cell: Any) -> int:
    text = half_width(shown(cell))
    found = re.fullmatch(r"(\d{1,6})(\.0+)?\s*[年人间口个岁]?", text)
    if not found:
        raise Unreadable(text)
    return int(found[1])


def yuan_of(cell: Any) -> Decimal:
    """An amount of yuan, exact to the fen; ``1.2万元`` is 12000."""
    text = half_width(shown(cell)).replace(",", "").replace(" ", "").removeprefix("¥").removesuffix("元")
    try:
        amount = Decimal(text.removesuffix("万")) * (10_000 if text.endswith("万") else 1)
    except InvalidOperation as error:
        raise Unreadable(text) from error
    if not amount.is_finite() or amount != amount.quantize(Decimal("0.01")) or abs(amount) >= 10**12:
        raise Unreadable(text)
    return amount


def coded(name: str) -> Callable[[Any], str]:
    """Read by a code table: its standard name, or the words as they stand when the table has none for them."""
    read = codes.table(name).read

    def reader(cell: Any) -> str:
        words = text_of(cell)
        return read(words) or words

    return reader


def name_of(cell: Any) -> str:
    return personal_name(text_of(cell))


def reader_for(field: Field) -> Callable[[Any], Any]:
    """How the cells of a field's column are read; readers raise ``Unreadable`` or ``Spoilt``."""
    if isinstance(field, Day):
        return day_of
    if isinstance(field, Flag):
        return flag_of
    if isinstance(field, Count):
        return count_of
    if isinstance(field, Yuan):
        return yuan_of
    if field.name in NUMBERS:
        return digits
    if field.name in NAMES:
        return name_of
    return coded(field.codes) if isinstance(field, Text) and field.codes else text_of
