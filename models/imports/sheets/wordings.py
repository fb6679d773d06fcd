"""Wordings of a stranger's sheet that no code table spells: read by what they hold, and told once."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import resources
from models.core import codes
from models.core.words import bare_heading
from models.imports.sheets.cells import UNSAID, text_of


@cache
def _patterns() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    known: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    with resources.path("register_words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            known.setdefault(row["table"], []).append((row["name"], re.compile(row["pattern"])))
    return known


def standard_name(table: str, words: str) -> tuple[str, bool]:
    """The standard name that some words mean, and whether the table knows it; the words themselves when nothing fits."""
    if exact := codes.table(table).read(words):
        return exact, True
    text = re.sub(r"[“”\"]", "", bare_heading(words))
    for name, pattern in _patterns().get(table, []):
        if pattern.search(text):
            return name, True
    return words, False


def name_around(table: str, around: Iterable[str]) -> str:
    """The one name that the words around a table speak of, the nearest first; '' when none of them names just one."""
    for words in around:
        text = re.sub(r"[“”\"]", "", bare_heading(words))
        found = {name for name, pattern in _patterns().get(table, []) if pattern.search(text)}
        found |= {entry.name for entry in codes.table(table).codes if entry.name in text}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def worded(table: str) -> Callable[[Any], str]:
    """Read cells by a code table, or by what the words hold; the words as they stand when neither knows them."""

    def reader(cell: Any) -> str:
        words = text_of(cell)
        return "" if words in UNSAID else standard_name(table, words)[0]

    return reader
