"""Policies 写法 of a copy: what each column says whole, masked, by initials or not at all, by what the copy is for.

The defaults stand in ``resources/disclosure.csv``, each with its source; an officer chooses otherwise for his copy.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import resources
from models.core import masks
from models.core.states import State
from models.imports.evidence.surnames import DOT, OF_TWO
from models.own_fields.own_fields import OwnField, all_own_fields


class CopyPurpose(State):
    """What a copy is for."""

    PUBLIC = "公示"
    OUTSIDE = "外送"
    OWN = "留存"


class Policy(State):
    """How a column is written."""

    WHOLE = "全部"
    MASKED = "遮盖"
    INITIALS = "只写姓"
    NONE = "不列"


class Sort(State):
    """What kind of secret a column holds."""

    NUMBER = "号码"
    ACCOUNT = "账号"
    PHONE = "电话"
    NAME = "姓名"
    WORDS = "文字"


class NumberMask(State):
    """Which places of a citizen number a superior wants hidden."""

    MIDDLE_EIGHT = "遮中间八位（出生年月日）"
    BIRTH_SIX = "遮生日六位"
    MIDDLE_SIX = "遮中间六位"
    LAST_FOUR = "遮后四位"
    LAST_SIX = "遮后六位"
    LAST_EIGHT = "遮后八位"
    BUT_LAST_FOUR = "只留后四位"

    def hide(self, number: str) -> str:
        """A number so written; one of a length that no number has is hidden as everywhere."""
        bare = number.strip()
        shape = SHAPES[self].get(len(bare))
        if shape is None:
            return masks.masked_number(bare)
        return "".join(place if shown == "." else "*" for place, shown in zip(bare, shape, strict=True))


# Of a number of 18 places, and of an old one of 15, which has two places for the year.
SHAPES = {
    mask: {18: eighteen, 15: fifteen}
    for mask, eighteen, fifteen in (
        (NumberMask.MIDDLE_EIGHT, "......********....", "......******..."),
        (NumberMask.BIRTH_SIX, "........******....", "......******..."),
        (NumberMask.MIDDLE_SIX, "......******......", "......****....."),
        (NumberMask.LAST_FOUR, "..............****", "............***"),
        (NumberMask.LAST_SIX, "............******", "..........*****"),
        (NumberMask.LAST_EIGHT, "..........********", "........*******"),
        (NumberMask.BUT_LAST_FOUR, "**************....", "***********...."),
    )
}


class Default(NamedTuple):
    """What the rules say of the columns with such headings."""

    headings: re.Pattern[str]
    sort: Sort
    policy: Policy
    source: str


OWN_LEFT_OUT = "本单位自设的栏目，没有选定不外给"
UNRULED = Default(re.compile(""), Sort.WORDS, Policy.WHOLE, "")


@cache
def _defaults() -> Mapping[str, tuple[Default, ...]]:
    with resources.path("disclosure.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        purpose: tuple(
            Default(re.compile(row["headings"]), Sort(row["sort"]), Policy(row["policy"]), row["source"])
            for row in rows
            if row["purpose"] == purpose
        )
        for purpose in CopyPurpose
    }


def default_of(purpose: CopyPurpose, heading: str) -> Default:
    """What the rules say of a column: the first line whose words stand in its heading.

    A field of the office's own is nobody else's: it is left out of what leaves the house until an officer chooses it.
    """
    words = re.sub(r"\s", "", heading)
    own = next((each for each in all_own_fields() if each.name == heading), None)
    if own is not None:
        return _default_of_own(purpose, own)
    return next((each for each in _defaults()[purpose] if each.headings.search(words)), UNRULED)


def _default_of_own(purpose: CopyPurpose, own: OwnField) -> Default:
    policy = Policy.WHOLE if purpose is CopyPurpose.OWN else Policy.NONE
    return UNRULED._replace(
        sort=Sort.ACCOUNT if own.secret else Sort.WORDS, policy=policy, source=OWN_LEFT_OUT
    )


@dataclass(frozen=True, slots=True)
class Way:
    """How one copy is written: what it is for, what was chosen for columns by their headings, and how numbers are masked."""

    purpose: CopyPurpose = CopyPurpose.PUBLIC
    chosen: Mapping[str, Policy] = field(default_factory=dict)
    numbers: NumberMask = NumberMask.MIDDLE_EIGHT

    def policy(self, heading: str) -> Policy:
        return self.chosen.get(heading, default_of(self.purpose, heading).policy)

    def write(self, heading: str, words: str) -> str:
        """What a cell of that column says in the copy. Words of any column are masked but where the column is whole by choice."""
        sort, policy = default_of(self.purpose, heading).sort, self.policy(heading)
        if policy is Policy.INITIALS:
            return initials(words)
        if policy in (Policy.MASKED, Policy.NONE):  # the screen shows what a copy leaves out
            return self._masked(sort, words)
        if self.purpose is CopyPurpose.OWN or (
            policy is Policy.WHOLE and sort in (Sort.NUMBER, Sort.ACCOUNT, Sort.PHONE)
        ):
            return words
        return masks.masked_words(words)

    def says_whole(self, headings: Iterable[str]) -> list[str]:
        """The columns of secrets that somebody chose to write whole."""
        secrets = (Sort.NUMBER, Sort.ACCOUNT, Sort.PHONE)
        return [
            each
            for each in headings
            if default_of(self.purpose, each).sort in secrets and self.policy(each) is Policy.WHOLE
        ]

    def _masked(self, sort: Sort, words: str) -> str:
        if sort is Sort.NUMBER:
            return "\n".join(map(self.numbers.hide, words.splitlines()))
        if sort is Sort.PHONE:
            return masks.masked_phone(words)
        if sort is Sort.ACCOUNT:
            return masks.masked_account(words) if words.strip() else ""
        return initials(words) if sort is Sort.NAME else masks.masked_words(words)


def initials(words: str) -> str:
    """A name by its surname, as 王某某, 欧阳某; each of several. Of a name in parts only the first character is said."""
    return re.sub(r"[^、，,\s（）()]+", lambda name: _surname_alone(name[0]), words)


def _surname_alone(name: str) -> str:
    long = len(name) > 2 and name[:2] in OF_TWO
    return name[: 2 if long else 1] + "某" * min(2, len(name.split(DOT)[0]) - 1 - long or 1)
