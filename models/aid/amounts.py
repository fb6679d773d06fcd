"""The office's own amounts and ratios 补助标准: no text at hand names them, so they are empty until the office writes them down."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import resources
from models.core.record import Count, Record, Refusal, Text, Yuan
from models.core.rights import SET_UP

IN_PERCENT, IN_YUAN = "%", "元"
UNSET = "“{item}”的“{name}”{year}年还没有设定，请先在“一次性标准”中填写，或者直接填写金额"


class AmountLine(NamedTuple):
    """One amount or ratio that the office may set: its key, what it is about, its unit, a note."""

    key: str
    item: str
    name: str
    unit: str
    note: str


def _amount_words(key: str) -> str:
    line = amount_lines().get(key)
    return f"{line.item}·{line.name}" if line is not None else "（已不用的标准项目）"


class AidRule(Record):
    """An amount or a ratio as it holds from a year on, with the paper that says so."""

    NOUN = "一次性标准"
    NAMED_BY = "key"
    RIGHT = SET_UP
    TIMELESS = "本单位的设置"

    key = Text("标准项目", told=_amount_words)
    year = Count("执行年度")
    amount = Yuan("金额(元)")
    rate = Count("比例(万分之)")
    document = Text("依据文件")

    class Meta:
        indexes = ((("key", "year"), True),)

    def rules(self) -> Iterator[tuple[str, str]]:
        line = amount_lines().get(self.key)
        if line is None:
            yield "key", "请选择标准项目"
        elif line.unit == IN_YUAN and (self.amount is None or self.amount < 0):
            yield "amount", "请填写金额"
        elif line.unit == IN_PERCENT and (self.rate is None or not 0 <= self.rate <= 100_000):
            yield "rate", "请填写比例，0至1000%"
        if self.year is None or not 1950 <= self.year <= 2199:
            yield "year", "请填写执行年度，如2020"
        if not self.document.strip():
            yield "document", "请写明依据哪个文件；没有文件的写明谁在什么时候定的"


@cache
def amount_lines() -> Mapping[str, AmountLine]:
    """Everything that may be set, by key, in order."""
    with resources.path("aid/rules.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: AmountLine(*row.values()) for row in csv.DictReader(file)}


def known_amount(key: str, year: int) -> Decimal | None:
    """Yuan, or the ratio as a fraction, as it holds in a year; None when the office has not set it."""
    rows: Any = AidRule.select().where(AidRule.key == key, AidRule.year <= year)
    row: AidRule | None = rows.order_by(AidRule.year.desc()).first()
    if row is None:
        return None
    return row.amount if amount_lines()[key].unit == IN_YUAN else Decimal(row.rate or 0) / 10_000


def needed_amount(key: str, year: int) -> Decimal:
    """The same; raises ``Refusal`` that says what to set when it is not."""
    value = known_amount(key, year)
    if value is None:
        line = amount_lines()[key]
        raise Refusal(UNSET.format(item=line.item, name=line.name, year=year))
    return value


def set_rule(key: str, year: int, value: Decimal, document: str) -> AidRule:
    """Set an amount (yuan) or a ratio (percent) from a year on, inside an entry; again for the year replaces it."""
    rule = AidRule.get_or_none(AidRule.key == key, AidRule.year == year) or AidRule(key=key, year=year)
    if key in amount_lines() and amount_lines()[key].unit == IN_PERCENT:
        rule.rate = int((value * 100).to_integral_value())
    else:
        rule.amount = value
    rule.document = document
    rule.save()
    return rule
