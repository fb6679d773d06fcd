"""Places in fixed words of a bank's file: what changes from run to run (months, days, sums) is written as {月份} and the like."""

from __future__ import annotations

import re
from decimal import Decimal

from models.pay.templates.bank_lines import (
    COUNT_PLACE,
    DAY_PLACE,
    DIGITS_PLACE,
    FEN_PLACE,
    MONTH_PLACE,
    MONTHS_PLACE,
    RUN_PLACE,
    SUM_PLACE,
)

MONTH_WORDS = re.compile(r"20\d\d年\d{1,2}月(份)?(?!\d{1,2}日)(至(20\d\d年)?\d{1,2}月(份)?)?")
DAY_IN_WORDS = re.compile(r"(?<!\d)20\d\d-(0\d|1[0-2])-([0-2]\d|3[01])(?!\d)")
DAY_DIGITS = re.compile(r"(?<!\d)20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
RUN_IN_WORDS = re.compile(r"(?<!\d)20\d\d(0[1-9]|1[0-2])-\d{1,2}(?![\d-])")
MONTH_DIGITS = re.compile(r"(?<!\d)20\d\d(0[1-9]|1[0-2])(?!\d)")
NUMBER_IN_WORDS = re.compile(r"(?<![\d.])\d[\d,]*(\.\d+)?(?![\d.])")


def with_places(words: str) -> str:
    """Words with months and days of the example as places."""
    words = MONTH_WORDS.sub(f"{{{MONTHS_PLACE}}}", words)
    words = DAY_IN_WORDS.sub(f"{{{DAY_PLACE}}}", words)
    words = RUN_IN_WORDS.sub(f"{{{RUN_PLACE}}}", words)
    words = DAY_DIGITS.sub(f"{{{DIGITS_PLACE}}}", words)
    return MONTH_DIGITS.sub(f"{{{MONTH_PLACE}}}", words)


def with_sums(words: str, count: int, total: Decimal) -> str:
    """Words above or below the rows, with the number of rows and their sum as places too."""

    def place(found: re.Match[str]) -> str:
        number = Decimal(found[0].replace(",", ""))
        if number == total and total != count:
            return f"{{{SUM_PLACE}}}"
        if number == total * 100 and "." not in found[0]:
            return f"{{{FEN_PLACE}}}"
        return f"{{{COUNT_PLACE}}}" if number == count and "." not in found[0] else found[0]

    pieces = re.split(r"(\{[^{}]+\})", with_places(words))
    return "".join(piece if piece.startswith("{") else NUMBER_IN_WORDS.sub(place, piece) for piece in pieces)
