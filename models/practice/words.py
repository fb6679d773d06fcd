"""Chance and words: what names, numbers and days of invented people are made of (``resources/invented.json``)."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import resources

MAN, WOMAN = "男", "女"


@cache
def invented_words() -> dict[str, Any]:
    """The lists to choose from, by their headings."""
    found: dict[str, Any] = json.loads(resources.path("invented.json").read_text("utf-8"))
    return found


class Chance(random.Random):
    """One source of chance: the same seed gives the same people, and nothing unique is given twice."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.taken: set[str] = set()

    def likely(self, share: float) -> bool:
        return self.random() < share

    def word(self, heading: str) -> str:
        """One of a list of words."""
        return str(self.choice(invented_words()[heading]))

    def digits(self, places: int) -> str:
        return f"{self.randrange(10**places):0{places}d}"

    def day(self, first: date, last: date) -> date:
        """A day from the first to the last; the first when they are the wrong way round."""
        return first + timedelta(days=self.randint(0, max(0, (last - first).days)))

    def fresh(self, make: Callable[[], str]) -> str:
        """What ``make`` gives, made again until it is something new."""
        while (made := make()) in self.taken:
            pass
        self.taken.add(made)
        return made

    def dealt(self, shares: Mapping[str, int], count: int) -> list[str]:
        """So many words in the proportion of their shares, shuffled."""
        deck = [word for word, many in apportioned(shares, count).items() for _ in range(many)]
        self.shuffle(deck)
        return deck


def apportioned(shares: Mapping[str, int], count: int) -> dict[str, int]:
    """The shares scaled to sum up to ``count``, the largest remainders rounded up."""
    whole = sum(shares.values())
    exact = {word: divmod(share * count, whole) for word, share in shares.items()}
    left = count - sum(many for many, _ in exact.values())
    nearest = sorted(exact, key=lambda word: -exact[word][1])[:left]
    return {word: many + (word in nearest) for word, (many, _) in exact.items()}


def years_after(day: date, years: int) -> date:
    """The same day so many years later, or earlier when negative; 29 February becomes the 28th."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap_day else day.day)


def invented_name(chance: Chance, ethnic: str, sex: str, surname: str = "") -> str:
    """A name as people of that group bear them; of the family of that surname, if any."""
    if ethnic == "藏族" or (ethnic == "土族" and not surname and chance.likely(0.25)):
        return _of_two(chance, "tibetan", sex, "·" if chance.likely(0.15) else "")
    if ethnic == "蒙古族":
        return _of_two(chance, "mongol", sex, "")
    surname = surname or chance.choice(invented_words()["surnames"][ethnic])
    if (ethnic == "回族" and chance.likely(0.25)) or (ethnic == "撒拉族" and chance.likely(0.6)):
        return _muslim(chance, ethnic, sex, surname)
    return surname + _given(chance, sex)


def surname_of(name: str, ethnic: str) -> str:
    """The surname that a parent and a child share; empty where people bear none."""
    known = invented_words()["surnames"].get(ethnic, ())
    return next((start for start in (name[:2], name[:1]) if start in known), "")


def _given(chance: Chance, sex: str) -> str:
    first, second = (chance.choice(part) for part in invented_words()["given"][sex])
    return str(second if first == second or chance.likely(0.12) else first + second)


def _muslim(chance: Chance, ethnic: str, sex: str, surname: str) -> str:
    given = chance.choice(invented_words()["muslim"][sex])
    if ethnic == "撒拉族" and chance.likely(0.3):
        return f"{given}·{chance.choice(invented_words()['muslim'][MAN])}"
    return f"{surname}{given}"


def _of_two(chance: Chance, people: str, sex: str, dot: str) -> str:
    first, second = (chance.choice(part) for part in invented_words()[people][sex])
    while first == second:
        second = chance.choice(invented_words()[people][sex][1])
    return f"{first}{dot}{second}"
