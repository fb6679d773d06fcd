"""A spreadsheet's cell, read as what its column is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from models.core import codes
from models.core.words import half_width, personal_name, plain_text

EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number and spoils the rest
SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d{1,3}")
CELL_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
UNSAID = frozenset(
    ["/", "\\", "-", "--", "—", "——", "–", "无", "暂无", "没有", "空"]
)  # where a fact should be: a blank
ONE_PHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|\d{7,8}")
FORMULA_OF_TEXT = re.compile(r'="?"?([^"]*)"{1,2}')
HIDDEN_DIGITS = re.compile(r"[^0-9Xx*?]")
COUNT_WORDS = re.compile(
    r"([+-]?\d{1,12})(?:\.0+)?\s*(人次|人|名|家|个|支|册|本|幅|副|对|场|次|户|位|套|张)?"
)
QUANTITY = re.compile(r"([+-]?\d{1,9})(?:\.0+)?\s*([^\d\s.,()+-]{0,4})")
NATURES = ("因战", "因公", "因病")


class Unreadable(Exception):
    """The cell does not say what its column is about; it is kept as a note and told."""


class Spoilt(Exception):
    """A spreadsheet program has destroyed digits of a number; nobody can know them."""


def shown(cell: Any) -> str:
    """A cell's value as the officer sees it, in one line."""
    if isinstance(cell, str):
        return plain_text(cell)
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


def unwrapped(cell: Any) -> Any:
    """A text without what a spreadsheet puts around it to keep it a text: a leading apostrophe, ``="…"``."""
    if isinstance(cell, str) and cell[:1] in ("'", "="):
        return found[1] if (found := FORMULA_OF_TEXT.fullmatch(cell.strip())) else cell.lstrip("'")
    return cell


def text_of(cell: Any) -> str:
    words = shown(cell)
    if words in CELL_ERRORS:
        raise Unreadable(words)
    return words


def is_unsaid(cell: Any) -> bool:
    """Whether the cell holds but a stroke, or 无, where a fact should be."""
    return isinstance(cell, str) and half_width(shown(cell)) in UNSAID


def flag_of(cell: Any) -> bool | None:
    if isinstance(cell, bool):
        return cell
    answer = codes.table("yesno").read(shown(cell))
    if answer is None and is_unsaid(cell):
        return None
    if answer is None:
        raise Unreadable(shown(cell))
    return answer == "是"


def count_of(cell: Any) -> int | None:
    if is_unsaid(cell):
        return None
    text = half_width(shown(cell))
    found = re.fullmatch(r"(\d{1,6})(\.0+)?\s*[年人间口个岁]?", text)
    if not found:
        raise Unreadable(text)
    return int(found[1])


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


def account_of(cell: Any) -> str:
    """A bank account as it is compared: without spaces and hyphens."""
    return digits(cell).replace("-", "")


def masked_number_of(cell: Any) -> str:
    """A citizen number as far as it can be read; question marks for hidden digits become stars; '' for what is none."""
    text = HIDDEN_DIGITS.sub("", half_width(digits(cell))).upper().replace("?", "*")
    return text if len(text) >= 14 else ""


def quantity_of(cell: Any) -> tuple[int, str] | None:
    """A number of things and its measure: 2块 is two of 块."""
    found = _counted(QUANTITY, cell)
    return (int(found[1]), found[2]) if found else None


def number_of(cell: Any) -> int | None:
    """A number of people, units, books."""
    found = _counted(COUNT_WORDS, cell)
    return int(found[1]) if found else None


def _counted(pattern: re.Pattern[str], cell: Any) -> re.Match[str] | None:
    words = half_width(shown(cell)).replace(",", "")
    if words in UNSAID or not words:
        return None
    if (found := pattern.fullmatch(words)) is None:
        raise Unreadable(shown(cell))
    return found
