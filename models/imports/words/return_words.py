"""What a bank's word of result means: the office's own words, then ``resources/return_words.csv``. What neither knows is a question."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import resources
from models.core.words import bare_heading

AROUND = re.compile(r"^[\s。.!！,，;；、\-—]+|[\s。.!！,，;；、\-—]+$")
SAYS_NOTHING = frozenset(["", "/", "\\", "无", "空", "NULL", "NONE", "N/A", "NA", "#N/A"])
FLAGS = frozenset(["0", "1"])
_own: dict[str, BankAnswer] = {}  # bare word → meaning, as the office has said


class BankAnswer(StrEnum):
    """What the bank says of one payment; of pending and unknown ones nothing is entered."""

    PAID = "paid"
    FAILED = "failed"
    PENDING = "pending"
    UNKNOWN = "unknown"


def answer_in(words: str, heading: str = "码") -> BankAnswer:
    """The meaning of a word of result; unknown where no line fits it.

    A single 0 or 1 is a code of success only below a heading of codes: 成功标志 0 means the contrary.
    """
    text = bare_result(words)
    if text in FLAGS and text not in _own and "码" not in heading:
        return BankAnswer.UNKNOWN
    return meaning_of(words) or BankAnswer.UNKNOWN


def meaning_of(words: str) -> BankAnswer | None:
    """What the office says that a word means, else the first line of the table that fits it whole; None where none does."""
    text = bare_result(words)
    own = _own.get(text.upper())
    return own or next((answer for answer, pattern in _answers() if pattern.fullmatch(text)), None)


def says_nothing(words: str) -> bool:
    """Whether a cell of result or reason is empty, or a mark that stands for empty."""
    return bare_result(words).upper() in SAYS_NOTHING


def bare_result(words: str) -> str:
    """A word of result as it is compared: without blanks and marks around it."""
    return AROUND.sub("", bare_heading(words))


def learn_answers(own: Mapping[str, BankAnswer]) -> None:
    """Let what the office says of words go before the table, until it says otherwise."""
    _own.clear()
    _own.update({bare_result(words).upper(): answer for words, answer in own.items()})


@cache
def _answers() -> tuple[tuple[BankAnswer, re.Pattern[str]], ...]:
    with resources.path("return_words.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            (BankAnswer(row["meaning"]), re.compile(row["pattern"], re.IGNORECASE))
            for row in csv.DictReader(lines)
        )
