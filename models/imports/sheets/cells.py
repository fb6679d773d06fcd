"""A spreadsheet's cell, read as what its column is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from peewee import Field

from models.core import codes
from models.core.dates import PartDate
from models.core.masks import Secret
from models.core.record import Count, Day, Flag, Text, Yuan
from models.core.words import half_width, personal_name, plain

EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number and spoils the rest
SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d{1,3}")
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
UNSAID = frozenset(
    ["/", "\\", "-", "--", "—", "——", "–", "无", "暂无", "没有", "空"]
)  # where a fact should be: a blank
ONE_PHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|\d{7,8}")
NATURES = ("因战", "因公", "因病")


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
        return (
            str(int(cell)) if cell.is_integer() and abs(cell) < EXACT else f"{cell:.15g}".replace("e+", "E+")
        )
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
        if not abs(cell) < EXACT or cell != int(cell):
            raise Spoilt(shown(cell))
        return str(int(cell))
    text = half_width(shown(cell)).replace(" ", "").lstrip("'’‘`")
    if text in UNSAID:
        return ""
    if SCIENTIFIC.fullmatch(text):
        raise Spoilt(text)
    if re.fullmatch(r"\d+\.0+", text):
        text = text.partition(".")[0]
        if len(text) > 15:
            raise Spoilt(text)
    return text


def phones_of(cell: Any) -> str:
    """A phone number; several in one cell are told apart and joined by 、."""
    if not isinstance(cell, str):
        return digits(cell)
    whole = digits(cell).removeprefix("+86")
    if ONE_PHONE.fullmatch(bare := re.sub(r"[-()]", "", whole)):
        return bare if bare.startswith("1") else whole.replace("(", "").replace(")", "-")
    parts = [
        part.removeprefix("+86") for part in re.split(r"[/\\、,;\s]+", half_width(cell.replace("；", ";")))
    ]
    several = [part for part in parts if part]
    return "、".join(several) if all(ONE_PHONE.fullmatch(part) for part in several) else whole


def grade_and_nature(words: str) -> tuple[str, str]:
    """The two facts of ``因公七级`` or ``7级（因战）``; the words as they stand, and '', when they are not these."""
    natures = [nature for nature in NATURES if nature in words]
    rest = codes.table("grade").read(re.sub(r"因[战公病](致残)?|[残伤疾()、,]", "", half_width(words)))
    return (rest, "".join(natures)) if rest and len(natures) < 2 else (words, "")


def text_of(cell: Any) -> str:
    words = shown(cell)
    if words in ERRORS:
        raise Unreadable(words)
    return words


def day_of(cell: Any) -> PartDate | None:
    """A date in any habit; None for a blank one."""
    if _unsaid(cell):
        return None
    try:
        return PartDate.read(half_width(cell) if isinstance(cell, str) else cell)
    except ValueError as error:
        raise Unreadable(shown(cell)) from error


def _unsaid(cell: Any) -> bool:
    """Whether the cell holds but a stroke, or 无, where a fact should be."""
    return isinstance(cell, str) and half_width(shown(cell)) in UNSAID


def flag_of(cell: Any) -> bool | None:
    if isinstance(cell, bool):
        return cell
    answer = codes.table("yesno").read(shown(cell))
    if answer is None and _unsaid(cell):
        return None
    if answer is None:
        raise Unreadable(shown(cell))
    return answer == "是"


def count_of(cell: Any) -> int | None:
    if _unsaid(cell):
        return None
    text = half_width(shown(cell))
    found = re.fullmatch(r"(\d{1,6})(\.0+)?\s*[年人间口个岁]?", text)
    if not found:
        raise Unreadable(text)
    return int(found[1])


def yuan_of(cell: Any) -> Decimal | None:
    """An amount of yuan, exact to the fen; ``1.2万元`` is 12000."""
    if _unsaid(cell):
        return None
    text = re.sub(r"[,\s]|^[¥￥]|元$", "", half_width(shown(cell)))
    try:
        amount = Decimal(text.removesuffix("万")) * (10_000 if text.endswith("万") else 1)
    except InvalidOperation as error:
        raise Unreadable(text) from error
    if not amount.is_finite() or abs(amount) >= 10**12 or amount != amount.quantize(Decimal("0.01")):
        raise Unreadable(text)
    return amount


def coded(name: str) -> Callable[[Any], str]:
    """Read by a code table: its standard name, or the words as they stand when the table has none for them."""
    read = codes.table(name).read

    def reader(cell: Any) -> str:
        words = text_of(cell)
        return read(words) or ("" if words in UNSAID else words)

    return reader


def name_of(cell: Any) -> str:
    name = personal_name(text_of(cell))
    return "" if name in UNSAID else name


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
    assert isinstance(field, Text)
    if field.secret is Secret.PHONE:
        return phones_of
    if field.digits:
        return digits
    if field.personal:
        return name_of
    return coded(field.codes) if field.codes else text_of
