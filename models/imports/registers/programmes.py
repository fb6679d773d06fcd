"""Under which programme of the yearly report a payment falls: by its item, the sheet's name, the title, the file's name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache

import resources
from models.core import codes
from models.core.words import bare_heading

# Items that say little: what the sheet is about goes before them.
WEAK = frozenset(["慰问金", "临时救助", "医疗救助", "定期抚恤补助"])
PLAIN = re.compile(r"(生活)?(补助|补贴|救助|奖励|报销|慰问)(金|费|款)?")


@cache
def _patterns() -> list[tuple[str, re.Pattern[str], int]]:
    with resources.path("programmes.csv").open(encoding="utf-8", newline="") as lines:
        return [
            (row["programme"], re.compile(row["pattern"]), int(row["rank"])) for row in csv.DictReader(lines)
        ]


def programme_named(words: str) -> str:
    """The one programme that some words name; '' when they name none, or several alike."""
    text = bare_heading(words)
    if exact := codes.table("programme").read(text):
        return exact
    found = [(rank, programme) for programme, pattern, rank in _patterns() if pattern.search(text)]
    best = {programme for rank, programme in found if rank == min(found)[0]}
    return best.pop() if len(best) == 1 else ""


def programme_of(item: str, around: Iterable[str]) -> str:
    """The programme of a payment; '' when nothing names one. ``around`` is said nearest first: sheet, title, file."""
    own = programme_named(item)
    if own and own not in WEAK:
        return own
    if own and not PLAIN.fullmatch(bare_heading(item)) and own != "慰问金":
        return own
    return next((other for words in around if (other := programme_named(words))), own)
