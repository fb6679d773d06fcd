"""Policy figures 政策数据: percentages, multiples, incomes and rulings by date, of what is not paid by a standard.

护理费, 一次性抚恤金 and its increases, 烈士褒扬金, incomes and wages by year, 价格临时补贴: each is a row with its clause and its
source that the office confirms; whoever reckons asks ``figure``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from models.core.dates import PartDate
from models.core.fields import Quantity
from models.core.record import Day, Flag, Record, Refusal, Text
from models.core.rights import SET_UP
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month


class PolicyFigure(Record):
    """One figure or ruling of a matter, from which month to which; of a year alone, the whole year."""

    NOUN = "政策数据"
    NAMED_BY = ("what", "matter")
    RIGHT = SET_UP
    TIMELESS = "按执行月份取用"

    matter = Text("事项", index=True)
    what = Text("对象或条件")
    value = Quantity("数值")  # null: a ruling in words
    unit = Text("单位")  # %, 元, 元/月, 个月本人工资, 倍上一年度全国城镇居民人均可支配收入 …
    ruling = Text("规定")
    begins = Day("执行起始月份")
    ends = Day("执行截止月份")
    article = Text("条文")
    source = Text("依据")
    confirmed = Flag("已确认")
    notes = Text("说明", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.matter:
            yield "matter", "请填写事项，如护理费"
        if self.value is None and not self.ruling:
            yield "value", "请填写数值，没有数值的请填写规定"
        if self.value is not None and not self.unit:
            yield "unit", "请填写单位，如%、元、个月本人工资"
        if self.confirmed and self.begins is None:
            yield "begins", "起始月份不明的不能确认，请先填写执行起始月份"
        elif self.begins is not None and self.ends is not None and self.ends.before(self.begins):
            yield "ends", "截止月份早于起始月份"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if not self.confirmed or self.value is None:
            return
        for other in PolicyFigure.select().where(
            PolicyFigure.matter == self.matter,
            PolicyFigure.what == self.what,
            PolicyFigure.unit == self.unit,
            PolicyFigure.confirmed == True,  # noqa: E712  peewee's way of asking
            PolicyFigure.id != (self.id or 0),
        ):
            if other.value is not None and self.first <= other.last and other.first <= self.last:
                yield "begins", f"与{other.describe()}（{other.when()}）的执行时间重叠"
                return

    @property
    def first(self) -> Month:
        return months.month_of(self.begins) if self.begins else BEFORE_ALL_MONTHS

    @property
    def last(self) -> Month:
        return months.month(self.ends.year, self.ends.month or 12) if self.ends else NEVER

    def said(self) -> str:
        """``50%``; ``20倍上一年度全国城镇居民人均可支配收入``; a ruling in its words."""
        return self.ruling if self.value is None else f"{self.value.normalize():f}{self.unit}"

    def whom(self) -> str:
        return " ".join(filter(None, (self.matter, self.what)))

    def when(self) -> str:
        """``2024年10月起``; ``2011年8月至2024年9月``."""
        begins = self.begins.chinese() if self.begins else "起始月份不明"
        if self.ends is None:
            return f"{begins}起" if self.begins else begins
        return f"{begins}至{self.ends.chinese()}"

    def describe(self) -> str:
        return f"{self.whom()} {self.said()}"


def figure(matter: str, what: str, day: PartDate, unit: str = "") -> PolicyFigure | None:
    """The confirmed figure of a matter that is in force on a day; None when there is none.

    Without ``what`` it is the only one of the matter in that month, such as an income by year; ``unit`` tells parts of a
    formula apart (``倍…`` and ``个月…``). ``Refusal`` when several apply, for none of them is *the* figure.
    """
    found = [
        each
        for each in figures_of(matter, day)
        if each.confirmed and each.value is not None and what in ("", each.what) and unit in ("", each.unit)
    ]
    if len(found) > 1:
        names = "、".join(each.describe() for each in found)
        raise Refusal(f"{matter}在{day.chinese()}有几项同样适用，请说明是哪一项：{names}")
    return found[0] if found else None


def amount_of(matter: str, what: str, day: PartDate, unit: str = "") -> Decimal | None:
    """The number of the confirmed figure alone (``figure``)."""
    found = figure(matter, what, day, unit)
    return found.value if found is not None else None


def figures_of(matter: str, day: PartDate) -> list[PolicyFigure]:
    """All rows of a matter in force on a day, confirmed or not: what can be shown where none is confirmed."""
    month = months.month_of(day)
    rows = PolicyFigure.select().where(PolicyFigure.matter == matter).order_by(PolicyFigure.id)
    return [each for each in rows if each.begins is not None and each.first <= month <= each.last]
