"""Told rates: the rates 百分百指标 of a year as a sentence, and how many of them one may call 100%."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from models.year.figures import Standing
from models.year.summary.prose import chinese

IN_CHINESE_WORDS, COUNTED_APART = "汉字", "分列"
PART_OF_RATE = re.compile(r"(.+)[（(](城市|农村|城镇)[）)]")
FULL_RATES_KEY, RATES_KEY, SHORT_RATES_KEY = "rates.full", "rates.told", "rates.short"


@dataclass(frozen=True, slots=True)
class RatesTold:
    """The rates of a year as a sentence, and how many of them are full."""

    standings: tuple[Standing, ...]
    as_sentence: bool

    @property
    def full(self) -> list[Standing]:
        return [each for each in self.standings if each.due and each.done >= each.due]

    @property
    def _all_full(self) -> bool:
        return len(self.full) == sum(bool(each.due) for each in self.standings)

    def claims(self, form: str = "") -> int:
        """How many rates are full: one that is kept apart for town and country is one, and full where both are.

        Counted apart (``分列``) they only are where nothing is doubtful.
        """
        if form == COUNTED_APART:
            return len(self.full) if self._all_full else 0
        short = {_whole(each.name) for each in self.standings if each.due and each.done < each.due}
        return len({_whole(each.name) for each in self.full} - short)

    @property
    def is_nothing(self) -> bool:
        return not (self.standings if self.as_sentence else self.claims())

    def said(self, form: str) -> str | None:
        if self.as_sentence:
            return None if form else self._sentence()
        if form not in ("", IN_CHINESE_WORDS, COUNTED_APART):
            return None
        count = self.claims(form)
        return f"{count}个" if not form else in_chinese(count, "个")

    def _sentence(self) -> str:
        """甲率、乙率均达到100%，丙率达到98.5%."""
        pieces = []
        if names := merged(each.name for each in self.full):
            pieces.append(f"{'、'.join(names)}{'均' if len(self.full) > 1 else ''}达到100%")
        pieces += [
            f"{each.name}达到{each.shown}" for each in self.standings if each.due and each.done < each.due
        ]
        return "，".join(pieces)

    def retold(self, clause: str, number: str) -> bool | None:
        """Whether a clause that names some of the rates before a percentage tells them rightly; None where it names none."""
        told = self.as_sentence and number.endswith(("%", "％"))
        named = list(_named_in(clause, self.standings)) if told else []
        return all(each.shown == number.replace("％", "%") for each in named) if named else None

    def wordings(self, form: str) -> Collection[str]:
        if self.as_sentence:
            return {each.shown for each in self.standings}
        count = self.claims(form)
        return (f"{count}个", in_chinese(count, "个") or "")


def rates_told(standings: Iterable[Standing]) -> dict[str, RatesTold]:
    """What a text can quote of the rates of a year: how many are full, all of them, and those that are not full."""
    every = tuple(standings)
    short = tuple(each for each in every if each.due and each.done < each.due)
    return {
        FULL_RATES_KEY: RatesTold(every, False),
        RATES_KEY: RatesTold(every, True),
        SHORT_RATES_KEY: RatesTold(short, True),
    }


def _named_in(clause: str, standings: Iterable[Standing]) -> Iterator[Standing]:
    """The rates that a clause names; of one that is kept apart for town and country both, unless it says of which."""
    apart: dict[str, list[Standing]] = {}
    for each in standings:
        apart.setdefault(_whole(each.name), []).append(each)
    for whole in sorted(apart, key=len, reverse=True):
        if whole not in clause:
            continue
        clause = clause.replace(whole, "", 1)  # a shorter name may be a part of it
        parts = ((each, PART_OF_RATE.fullmatch(each.name)) for each in apart[whole])
        said = [each for each, part in parts if part and part[2] in clause]
        yield from said or apart[whole]


def _whole(name: str) -> str:
    """The name of a rate without the town or country for which it is kept apart."""
    found = PART_OF_RATE.fullmatch(name)
    return found[1] if found else name


def merged(names: Iterable[str]) -> list[str]:
    """Names of rates, one that is kept apart for town and country said once: 城市和农村义务兵家属优待金按标准发放率."""
    parts: dict[str, list[str]] = {}
    for name in names:
        found = PART_OF_RATE.fullmatch(name)
        parts.setdefault(found[1] if found else name, []).append(found[2] if found else "")
    return [f"{'和'.join(filter(None, where))}{name}" for name, where in parts.items()]


def in_chinese(value: object, unit: str) -> str | None:
    """A small number in Chinese before its measure word: 五个, 两次; None where figures are usual."""
    if not isinstance(value, int) or not 0 < value < 100:
        return None
    return f"{'两' if value == 2 else chinese(value)}{unit}"
