"""Check items 体检项目: each thing that books may say differently, how grave that is, and what it takes to mend it.

``resources/checkup_items.csv`` has them; the weights (1 … 10) and efforts are this program's own, not an official scale.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

import resources
from models.core.states import State

OF_FIELDS = ("person", "identity", "account")


class CheckedBook(State):
    """The books that are laid beside each other."""

    ARCHIVE = "档案库"
    SUPERIOR = "上级系统"
    PAPER = "纸质档案"
    BANK = "银行回盘"


class Effort(State):
    """What mending takes, the least first."""

    HERE = "在档案库里改"
    THERE = "录入上级系统"
    FILE = "翻看档案"
    BANK = "问银行"
    HOME = "问本人或入户"


EFFORTS = tuple(Effort)


class CheckItem(NamedTuple):
    """One item: its key (a field as ``person.name``, or what else is asked), its words, its weight, whom or what to ask."""

    key: str
    words: str
    weight: int
    asks: Effort

    @property
    def of_field(self) -> bool:
        return self.key.partition(".")[0] in OF_FIELDS


@cache
def check_items() -> dict[str, CheckItem]:
    """All items by their keys, in the order of the table."""
    with resources.path("checkup_items.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["item"]: CheckItem(row["item"], row["words"], int(row["weight"]), Effort(row["asks"]))
            for row in csv.DictReader(lines)
        }


def check_item(key: str) -> CheckItem:
    return check_items()[key]
