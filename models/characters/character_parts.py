"""Parts 部件 of Chinese characters: how one that no keyboard types is found by what it is put together of.

The tables are in ``resources/characters``, which tells where they come from.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache

import resources
from models.characters.characters import MOST_STROKES, one_form, strokes

MOST_CHARACTERS = 120
BY_CODE = re.compile(r"(?:U\+?)?([0-9A-Fa-f]{4,5})")
HIGHEST = 0x323AF  # the last character of the extension H


def characters_of(parts: str) -> list[str]:
    """The characters that are put together of these, the likeliest first; at most ``MOST_CHARACTERS``.

    A part may be a part of a part, and may be typed as the character that it stems from (水 for 氵, 页 for 頁). A later
    character, of whose parts only the radical is known, is found by its radical and as many strokes as the other parts
    have. A code such as ``2CC56`` or ``U+2CC56`` finds its character.
    """
    if code := BY_CODE.fullmatch(parts.strip()):
        return [chr(int(code[1], 16))] if int(code[1], 16) <= HIGHEST else []
    wanted = sorted(_written(each) for each in parts if not each.isspace())
    if not wanted:
        return []
    held = frozenset.intersection(*(_holding(each) for each in dict.fromkeys(wanted)))
    whole = {each for each in held if _own_parts(each) == wanted}
    others = sorted(held - whole, key=lambda each: (len(_parts()[each]), strokes(each), each))
    return [
        *sorted(whole, key=lambda each: (strokes(each), each)),
        *sorted(_by_radical(wanted) - held),
        *others,
    ][:MOST_CHARACTERS]


def _own_parts(character: str) -> list[str]:
    return sorted(map(_written, _parts()[character]))


@cache
def _holding(part: str) -> frozenset[str]:
    """Every character that has a part, or has it in one of its parts."""
    found, open_ones = set[str](), list(_forms_of().get(part, ()))
    while open_ones:
        for character in _used_in().get(open_ones.pop(), ()):
            if character not in found:
                found.add(character)
                open_ones.append(character)
    return frozenset(found)


def _by_radical(wanted: list[str]) -> set[str]:
    """Characters of one of the parts as their radical, with as many strokes beside it as the others have."""
    found = set[str]()
    for at, radical in enumerate(wanted):
        beside = sum(strokes(each) for each in wanted[:at] + wanted[at + 1 :])
        if 0 < beside < MOST_STROKES:
            found |= _radicals().get((radical, beside), set())
    return found


def _written(part: str) -> str:
    """A part as parts are compared: as the standard form of the character that it stems from."""
    return one_form(_part_forms().get(part, part))


@cache
def _parts() -> dict[str, str]:
    with resources.path("characters/parts.csv").open(encoding="utf-8", newline="") as file:
        return {row["character"]: row["parts"] for row in csv.DictReader(file)}


@cache
def _used_in() -> dict[str, list[str]]:
    """A part, and the characters that have it as one of their own."""
    found: dict[str, list[str]] = defaultdict(list)
    for character, parts in _parts().items():
        for part in parts:
            found[part].append(character)
    return found


@cache
def _forms_of() -> dict[str, list[str]]:
    """A part as it is compared, and the forms in which characters have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in _used_in():
        found[_written(part)].append(part)
    return found


@cache
def _radicals() -> dict[tuple[str, int], set[str]]:
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    with resources.path("characters/radicals.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[_written(row["radical"]), int(row["strokes"])] |= set(row["characters"])
    return found


@cache
def _part_forms() -> dict[str, str]:
    with resources.path("characters/part_forms.csv").open(encoding="utf-8", newline="") as file:
        return {row["form"]: row["part"] for row in csv.DictReader(file)}
