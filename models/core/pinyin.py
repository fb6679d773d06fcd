"""Pinyin 拼音 of personal names: how a name is found by what is typed on a keyboard.

Every reading of every character counts, because an officer types what he or she believes it to be;
the reading that a character has as a surname (``resources/surnames.csv``) comes before the others.
"""

from __future__ import annotations

import csv
import os
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import resources
from models.core.words import half_width, personal_name

MOST_SPELLINGS = 24  # combinations of one name: one with many readings loses its least likely ones
CHARACTER = re.compile(r"[a-z0-9]+|[^\W\d_]")
RUN = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
UNTYPED = re.compile(r"[\s'’‘·]")

Readings = tuple[str, ...]


class PinyinKeys(NamedTuple):
    """The ways to spell a name: in full (``zengguofan``) and by initials (``zgf``), the likeliest first."""

    full: Readings
    initials: Readings


def pinyin_keys(name: str) -> PinyinKeys:
    """All spellings of a name, at most ``MOST_SPELLINGS`` of each kind, without tones, spaces or middle dots.

    ü is spelt both ``v`` and ``u``. A character without a known reading is left out.
    """
    characters = _characters(name)
    return PinyinKeys(_spellings(characters)[0], _spellings(_initials(characters))[0])


def read_aloud(name: str) -> list[tuple[str, str]]:
    """Each character of a name with its likeliest reading, toned; dots are left out, what has no reading has ''."""
    characters = [each for each in name if not UNTYPED.match(each)]
    surname = (
        _toned_surnames().get("".join(characters[:2])) or _toned_surnames().get("".join(characters[:1])) or ()
    )
    read = [*surname, *(_toned(each) for each in characters[len(surname) :])]
    return list(zip(characters, read, strict=True))


@lru_cache(maxsize=65536)
def sound_of(name: str) -> str:
    """How a name sounds: its likeliest spelling without tones, character by character; '' when a character has no reading."""
    readings = [_sound(reading) for _, reading in read_aloud(half_width(personal_name(name)))]
    return " ".join(readings) if all(readings) else ""


def usual_spellings(name: str) -> list[str]:
    """The spellings of a name, and of its parts, with the likeliest reading of each character alone; a surname has all of its own."""
    characters = [each[:1] for each in _characters(name)]
    for place, own in enumerate(_own_readings(name)[: len(characters)]):
        characters[place] = own
    full = (word for words in _spellings(characters) for word in words)
    runs = (word for words in _spellings(_initials(characters))[:-1] for word in words)
    return list(dict.fromkeys([*full, *runs]))


def search_words(name: str) -> str:
    """The name and its spellings as one text for a narrow search table, e.g. `` 李勇 liyong yong ly``.

    Each spelling stands behind a space, also from the second and later characters on. So what
    ``sought`` makes of a typed piece is contained in it just when that piece is a part of the name,
    or begins the pinyin of one of its characters, or is a run of initials.
    """
    characters = _characters(name)
    full = (word for words in _spellings(characters) for word in words)
    runs = (word for words in _spellings(_initials(characters))[:-1] for word in words)
    return " ".join(dict.fromkeys(["", _bare(name), *full, *runs]))


def sought(piece: str) -> Readings:
    """The strings that must all be in a name's ``search_words`` for a typed piece to find it.

    ``曾gf`` gives ``曾`` and `` gf``; ``lyu``, as passports have it, is ``lv``. A piece with a digit
    in it is no pinyin and may stand anywhere, so that numbers and certificates can share the text.
    """
    runs = RUN.findall(_bare(piece))
    return tuple(f" {run.replace('lyu', 'lv')}" if run.isascii() and run.isalpha() else run for run in runs)


def _bare(text: str) -> str:
    """Lower case, half-width, ü as v; without space, apostrophe and middle dot."""
    return UNTYPED.sub("", half_width(personal_name(text)).lower().replace("ü", "v"))


def _characters(name: str) -> list[Readings]:
    """The readings of each character (or run of Latin letters), the likeliest first."""
    found = CHARACTER.findall(half_width(personal_name(name)).lower())
    readings = [_readings(character) for character in found]
    for place, own in enumerate(_own_readings(name)):
        readings[place] = tuple(dict.fromkeys(own + readings[place]))
    return [each for each in readings if each]


def _own_readings(name: str) -> list[Readings]:
    """The readings of the surname, where it is not read as the dictionary has it first."""
    found = CHARACTER.findall(half_width(personal_name(name)).lower())
    return _surnames().get("".join(found[:2])) or _surnames().get("".join(found[:1])) or []


def _initials(characters: list[Readings]) -> list[Readings]:
    return [tuple(dict.fromkeys(reading[0] for reading in readings)) for readings in characters]


def _spellings(characters: list[Readings]) -> list[Readings]:
    """The joined readings of the whole name, of the name from its second character on, and so forth.

    The likeliest first: a reading counts by its place among the readings of its character.
    """
    found = []
    tails = [(0, "")]
    for readings in reversed(characters):
        joined = [(far + place, word + tail) for place, word in enumerate(readings) for far, tail in tails]
        tails = sorted(joined, key=lambda each: each[0])[:MOST_SPELLINGS] if len(readings) > 1 else joined
        found.append(tuple(dict.fromkeys(tail for _, tail in tails)))
    return found[::-1] or [()]


@cache
def _readings(character: str) -> Readings:
    """The readings of one character, the commonest first; Latin letters and digits read as themselves."""
    return (character,) if character.isascii() else _typed(_dictionary(character))


@cache
def _toned(character: str) -> str:
    """The commonest reading of one character, with its tone; '' where there is none."""
    if character.isascii():
        return ""
    return next((reading for several in _dictionary(character) for reading in several), "")


@cache
def _sound(reading: str) -> str:
    return _typed([[reading]])[0] if reading else ""


def _dictionary(character: str) -> list[list[str]]:
    # Readings of whole phrases say nothing about names, and loading them takes longer than all the rest.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    return pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")


def _typed(readings: Iterable[Iterable[str]]) -> Readings:
    """Readings as they are typed: without tone, and ü both as v and as u."""
    typed: list[str] = []
    for reading in (reading for several in readings for reading in several):
        letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        typed += [plain, plain.replace("v", "u")]
    return tuple(dict.fromkeys(typed))


@cache
def _surnames() -> dict[str, list[Readings]]:
    """The readings of each character of the surnames that are not read as the dictionary has it first."""
    return {surname: _by_character(readings) for surname, readings in _read_surnames().items()}


@cache
def _toned_surnames() -> dict[str, list[str]]:
    """The likeliest reading of each character of those surnames, with its tone."""
    return {surname: readings.split("/")[0].split() for surname, readings in _read_surnames().items()}


@cache
def _read_surnames() -> dict[str, str]:
    with resources.path("surnames.csv").open(encoding="utf-8", newline="") as file:
        return {row["surname"]: row["readings"] for row in csv.DictReader(file)}


def _by_character(readings: str) -> list[Readings]:
    """``qín/tán`` and ``yù chí`` as lists of readings, one list for each character."""
    several = zip(*(reading.split() for reading in readings.split("/")), strict=True)
    return [_typed([each]) for each in several]
