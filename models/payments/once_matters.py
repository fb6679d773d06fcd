"""Once matters: what somebody is owed once only, in a life, a year or a month, and which event a payment of it is for.

How often a kind of payment is owed says the column ``once`` of ``resources/aid/items.csv``; a kind that is owed as often as
it arises (次) is no matter here. A register names its items freely: where its programme has one kind only, it is that one.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import resources
from models.core.dates import PartDate
from models.core.words import half_width

PER_YEAR, PER_LIFETIME, PER_MONTH, PER_DEATH, PER_TIME = "年", "终身", "月", "去世", "次"
LIFE = "终身"  # the event of what is owed once in a life; a death is one, too
FUNERAL = "丧葬补助"  # as a one-off payment, and as what goes on for the family after a death (去世后续发)
# Words that tell an instalment from the whole: the two halves of a year's money are not the same paid twice.
PART_WORDS = re.compile(
    r"[上下]半年|第?[一二三四1-4]季度|第[一二三四五六七八九十\d]+次|首次|首付|余款|尾款|增发|补发|补差|差额"
)
SPAN_NOTED = re.compile(r"所属月份：([^；]+)")


class OnceMatter(NamedTuple):
    """A kind of payment that one gets once: its name, its programme, and once in what."""

    name: str
    programme: str
    once: str

    def event(self, year: int | None, month: PartDate | None) -> str:
        """What a payment of it is for, as text: the life, the year ``2020`` or the month ``2020-03``.

        Of what is owed once for a death, its day is the part of the claim (``death_key``): who does not say it means any.
        """
        if self.once in (PER_LIFETIME, PER_DEATH):
            return LIFE
        if self.once == PER_MONTH and month is not None:
            return f"{month.year:04d}-{month.month or 0:02d}"
        return f"{year or 0:04d}"


class OnceKey(NamedTuple):
    """What is owed once: of which matter, for which event, and which part of it (empty: the whole)."""

    matter: str
    event: str
    part: str = ""

    def words(self) -> str:
        """``2020年度门诊医疗补助``."""
        year, _, month = self.event.partition("-")
        when = "" if self.event == LIFE else f"{year}年{int(month)}月" if month else f"{year}年度"
        named = self.part and not self.part.isdigit()  # a number is that of an identity
        return f"{when}{self.matter}{f'（{self.part}）' if named else ''}"


@cache
def once_matters() -> Mapping[str, OnceMatter]:
    """All kinds that are owed once, by name."""
    with resources.path("aid/items.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = (OnceMatter(row["item"], row["programme"], row["once"]) for row in rows)
    return {each.name: each for each in found if each.once != PER_TIME}


@cache
def once_programmes() -> Mapping[str, tuple[OnceMatter, ...]]:
    """The kinds that are owed once, by programme."""
    found: dict[str, list[OnceMatter]] = defaultdict(list)
    for each in once_matters().values():
        found[each.programme].append(each)
    return {programme: tuple(some) for programme, some in found.items()}


def matter_of(item: str, programme: str) -> OnceMatter | None:
    """The matter that a payment is of, by its item and programme; None for what is owed as often as it arises."""
    if item in once_matters():
        return once_matters()[item]
    some = once_programmes().get(programme, ())
    if len(some) == 1:
        return some[0]
    bare = half_width(item).strip()
    fitting = [each for each in some if bare and (bare in each.name or each.name.rstrip("费") in bare)]
    return fitting[0] if len(fitting) == 1 else None


def funeral_key(identity: int) -> OnceKey:
    """Of the one death of a person, what the right of one identity leaves to the family."""
    return OnceKey(FUNERAL, LIFE, str(identity))


def death_key(matter: OnceMatter, died: PartDate | None) -> OnceKey:
    """Of what one heir is owed once for one death: the day tells it from another death, where it is known."""
    return OnceKey(matter.name, LIFE, str(died) if died is not None else "")


def part_of(*words: str) -> str:
    """Which part of what is owed a payment says that it is, by its own words; empty for the whole."""
    for said in words:
        if found := SPAN_NOTED.search(said) or PART_WORDS.search(said):
            return found[found.lastindex or 0].strip()
    return ""


def keys_of_months(matter: OnceMatter, first: PartDate, count: int) -> Iterator[OnceKey]:
    """The keys of something that is owed each month, for so many months from one on."""
    begin = first.year * 12 + (first.month or 1) - 1
    for number in range(begin, begin + max(count, 1)):
        yield OnceKey(matter.name, matter.event(None, PartDate(number // 12, number % 12 + 1)))
