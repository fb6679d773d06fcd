"""The marks of letters 填写处: what an office's template of each letter may ask, written 〔姓名〕, from ``resources/letters.csv``."""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

import resources

ACCEPTANCE, DECISION, PUBLIC_NOTICE = "受理通知书", "不予认定决定书", "公示书"
RECOVERY, FAMILY_NOTICE, ANNOUNCEMENT = "追回通知书", "遗属待遇领取通知书", "年度确认公告"
PAY_SLIP = "待遇发放通知单"
OFFICE_MARK, DAY_MARK = "单位", "日期"


class LetterMark(NamedTuple):
    """A place to be filled: what stands between the brackets, what it says, and an example."""

    mark: str
    says: str
    example: str


COMMON = (
    LetterMark(OFFICE_MARK, "本单位的名称", "某区退役军人事务局"),
    LetterMark(DAY_MARK, "文书的日期", "2020年8月1日"),
)


@cache
def letter_marks() -> dict[str, tuple[LetterMark, ...]]:
    """The letters that the program writes, each with its marks."""
    found: dict[str, tuple[LetterMark, ...]] = {}
    with resources.path("letters.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            mark = LetterMark(row["mark"], row["says"], row["example"])
            found[row["letter"]] = (*found.get(row["letter"], ()), mark)
    return {letter: (*marks, *COMMON) for letter, marks in found.items()}
