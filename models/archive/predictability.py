"""The predictability of a password: what somebody who wants in tries first, before he guesses anything.

Reckoned without a list of other people's passwords: words that offices and lovers use (``resources/password_words.csv``), the
user's own name and its pinyin, walks over the keyboard, runs, dates and numbers count little or nothing; what is left counts
by how many choices there were.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import resources
from models.core.pinyin import pinyin_keys

HARD_TO_GUESS = 14  # seven letters by chance, four syllables, four characters or three of the usual words
LETTER_POINTS, SYLLABLE_POINTS, WORD_POINTS, HAN_POINTS, SIGN_POINTS = 2, 4, 5, 4, 2
MOST_DIGITS = 4  # that count, one each: longer numbers are dates, telephones and identity numbers
LOOKS_LIKE = str.maketrans("@4301$57!", "aaeolsstl")  # p@ssw0rd
WALKS = (
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik", "9ol", "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm",
)  # fmt: skip
SHORTEST_WALK = 3
REPEATED = re.compile(r"(.+?)\1{2,}")
KNOWN_NUMBER = re.compile(r"\d{6,}|(?:19|20)\d\d(?!\d)")
SOUND = re.compile(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]ang|iong|[aeo]ng|ian|iao|ua[in]|ing|i[aeun]|u[aoine]|ve|a[ion]|ei|ou|e[nr]|[aoeiuv])"
)


def predictable(user: str, password: str) -> bool:
    """Whether the password is soon guessed by somebody who knows the user and the country."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    return any(_choices(user, each) < HARD_TO_GUESS for each in (plain, plain.translate(LOOKS_LIKE)))


def _choices(user: str, plain: str) -> int:
    """How much of a password was chosen freely, in units of which a letter is worth two."""
    rest = REPEATED.sub(r"\1", "".join(plain.split()))
    found: set[str] = set()

    def take(match: re.Match[str]) -> str:
        found.add(match.group())
        return " "

    rest = _names(user).sub(" ", rest)
    rest = KNOWN_NUMBER.sub(" ", rest)
    rest = _words().sub(take, rest)
    rest = _walks().sub(" ", rest)
    usual = sum(WORD_POINTS for each in found if not each.isdigit())
    return usual + _left(rest)


def _left(rest: str) -> int:
    """What the pieces are worth that are no word, walk, name or number."""
    sounds = SOUND.findall(rest)
    rest = SOUND.sub(" ", rest)
    letters = sum(each.isascii() and each.isalpha() for each in rest)
    han = len({each for each in rest if each.isalpha() and not each.isascii()})
    digits = min(MOST_DIGITS, sum(each.isdigit() for each in rest))
    signs = len({each for each in rest if not each.isalnum() and not each.isspace()})
    return (
        sum(min(SYLLABLE_POINTS, LETTER_POINTS * len(each)) for each in sounds)
        + LETTER_POINTS * letters
        + HAN_POINTS * han
        + digits
        + SIGN_POINTS * signs
    )


@cache
def _words() -> re.Pattern[str]:
    with resources.path("password_words.csv").open(encoding="utf-8", newline="") as file:
        return _any_of({row["word"] for row in csv.DictReader(file)})


@cache
def _walks() -> re.Pattern[str]:
    return _any_of(set(_stretches()))


def _stretches() -> Iterator[str]:
    """Every stretch of every walk, there and back."""
    for walk in (*WALKS, *(each[::-1] for each in WALKS)):
        for start in range(len(walk) - SHORTEST_WALK + 1):
            for end in range(start + SHORTEST_WALK, len(walk) + 1):
                yield walk[start:end]


def _names(user: str) -> re.Pattern[str]:
    """The user's name as it is written and as it sounds; initials too where there are three."""
    name = "".join(unicodedata.normalize("NFKC", user).casefold().split())
    keys = pinyin_keys(name)
    return _any_of({each for each in (name, *keys.full, *keys.initials) if len(each) > 1})


def _any_of(words: set[str]) -> re.Pattern[str]:
    """The longest first; what matches nothing where there are none."""
    ordered = sorted(words, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")
