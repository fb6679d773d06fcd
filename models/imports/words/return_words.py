"""What a bank's word of result means: ``resources/return_words.csv``. A word that is not known is a question, never a guess."""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from functools import cache

import resources
from models.core.words import bare_heading

AROUND = re.compile(r"^[\s。.!！,，;；、\-]+|[\s。.!！,，;；、\-]+$")


class BankAnswer(StrEnum):
    """What the bank says of one payment; of pending and unknown ones nothing is entered."""

    PAID = "paid"
    FAILED = "failed"
    PENDING = "pending"
    UNKNOWN = "unknown"


def answer_in(words: str) -> BankAnswer:
    """The meaning of a word of result; the first line of the table that fits it whole."""
    text = AROUND.sub("", bare_heading(words))
    return next((answer for answer, pattern in _answers() if pattern.fullmatch(text)), BankAnswer.UNKNOWN)


@cache
def _answers() -> tuple[tuple[BankAnswer, re.Pattern[str]], ...]:
    with resources.path("return_words.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            (BankAnswer(row["meaning"]), re.compile(row["pattern"], re.IGNORECASE))
            for row in csv.DictReader(lines)
        )
