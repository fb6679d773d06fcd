"""Standards 补助标准: what a class of people is paid, from which month to which, by which paper, confirmed or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from peewee import Check

from models.core import codes, journal
from models.core.dates import PartDate
from models.core.masks import Secret
from models.core.record import Count, Day, Flag, Record, Refusal, Text, Yuan
from models.core.rights import SET_UP
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people.identity import DISABLED, LOW_GRADES, sickness_refused

NATIONAL, PROVINCIAL, LOCAL = LAYERS = ("国家", "省", "地方")
YEARLY, MONTHLY = "年", "月"
MONTHLY_PER_YEAR_SERVED, YEARLY_PER_YEAR_SERVED = "每服役年每月", "每服役年每年"
STANDARD_UNITS = (YEARLY, MONTHLY, MONTHLY_PER_YEAR_SERVED, YEARLY_PER_YEAR_SERVED)
PER_YEAR_SERVED = (MONTHLY_PER_YEAR_SERVED, YEARLY_PER_YEAR_SERVED)
WORDED_CRITERIA = ("category", "grade", "nature", "period", "household")  # empty: whoever it is
CRITERIA = (*WORDED_CRITERIA, "age_from", "alone")  # with the two of additions 高龄增发, 孤老增发
OLDEST_AGE = 120
ABSURD = Decimal(1_000_000)  # yuan; no standard of a person is near it


class Standard(Record):
    """One standard of one layer; national, provincial and local ones add up."""

    NOUN = "补助标准"
    NAMED_BY = ("category", "kind")
    RIGHT = SET_UP
    TIMELESS = "按执行月份取用"

    layer = Text("层级", "layer")
    kind = Text("身份", "kind", index=True)
    category = Text("优抚对象类别", "category")
    grade = Text("伤残等级", "grade")
    nature = Text("伤残性质", "nature")
    period = Text("所属时期", "period")
    household = Text("户籍类别", "household")
    age_from = Count("满几周岁")  # of an addition: from which age on it is paid
    alone = Flag("限孤老")  # of an addition for those who are 孤老
    unit = Text("计发单位", "pay_unit")
    amount = Yuan("标准(元)")
    begins = Day("执行起始月份")
    ends = Day("执行截止月份")  # the last month; null when it goes on
    document = Text("文号", secret=Secret.OPEN)
    source = Text("依据")
    derived_by = Text("推算办法")  # how the amount was derived from an older one; empty: a paper prints it
    confirmed = Flag("已确认")
    notes = Text("说明", long=True)

    class Meta:
        constraints = [Check('"amount" IS NOT NULL AND "amount" > 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        for name in ("layer", "kind", "unit"):
            if codes.table(str(getattr(Standard, name).codes)).read(getattr(self, name)) != getattr(
                self, name
            ):
                yield name, f"请选择{Standard.labels()[name]}"
        if self.age_from is not None and not 0 < self.age_from <= OLDEST_AGE:
            yield "age_from", f"满几周岁请填1至{OLDEST_AGE}之间的数，如80；不按年龄的留空"
        if self.amount is None or self.amount <= 0:
            yield "amount", "标准应是大于0的金额"
        elif self.amount >= ABSURD:
            yield "amount", f"标准{self.amount}元太大，请核对计发单位和金额"
        elif self.amount.as_tuple().exponent < -2 and self.amount != round(self.amount, 2):  # type: ignore[operator]
            yield "amount", "标准最多两位小数"
        if self.begins is None:
            yield "begins", "请填写执行起始月份，如2021-08"
        elif self.confirmed and self.begins.known < 2:
            yield "begins", "起始月份不明的标准不能确认"
        elif self.ends is not None and self.ends.before(self.begins):
            yield "ends", "截止月份早于起始月份"
        if self.kind == DISABLED and self.nature == "因病" and self.grade in LOW_GRADES:
            yield "grade", sickness_refused(self.begins)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if not self.confirmed:
            return
        for other in self.confirmed_beside():
            if self.first <= other.last and other.first <= self.last:
                yield "begins", f"与{other.describe()}（{other.when()}）的执行时间重叠"
                return

    @property
    def first(self) -> Month:
        return months.month_of(self.begins) if self.begins else months.NEVER

    @property
    def last(self) -> Month:
        if self.ends is None:
            return months.NEVER
        return months.month(self.ends.year, self.ends.month or 12)

    def same_people(self, other: Standard) -> bool:
        """Whether both are about the very same people."""
        return self.kind == other.kind and all(
            (getattr(self, name) or "") == (getattr(other, name) or "") for name in CRITERIA
        )

    def confirmed_beside(self) -> list[Standard]:
        """The other confirmed standards of its layer for the very same people."""
        whose = (Standard.kind == self.kind, Standard.layer == self.layer)
        worded = (getattr(Standard, name) == getattr(self, name) for name in ("category", "grade", "nature"))
        found = Standard.select().where(*whose, *worded, Standard.confirmed, Standard.id != (self.id or 0))
        return [each for each in found if self.same_people(each)]

    @property
    def is_addition(self) -> bool:
        """Whether it is paid beside the layer's own standard, to the old or those who are alone."""
        return self.age_from is not None or bool(self.alone)

    def whom(self) -> str:
        """``伤残人员 一级 因战``; ``三属 孤老 满80周岁``."""
        said = (getattr(self, name) for name in WORDED_CRITERIA)
        age = f"满{self.age_from}周岁" if self.age_from is not None else ""
        return " ".join(filter(None, (self.kind, *said, "孤老" if self.alone else "", age)))

    def rate(self) -> str:
        """``106670元/年``; ``每服役年每月40元``."""
        amount = f"{self.amount:.2f}".rstrip("0").rstrip(".")
        return f"{self.unit}{amount}元" if self.unit in PER_YEAR_SERVED else f"{amount}元/{self.unit}"

    def when(self) -> str:
        """``2021年8月至2022年7月``."""
        begins = self.begins.chinese() if self.begins else "？"
        return f"{begins}起" if self.ends is None else f"{begins}至{self.ends.chinese()}"

    def describe(self) -> str:
        return f"{self.layer}标准 {self.whom()} {self.rate()}"


def standards(kind: str = "", year: int | None = None) -> list[Standard]:
    """The standards of a kind in the order of the paper, newest first; those in force at any time of a year."""
    query = Standard.select().where(Standard.kind == kind) if kind else Standard.select()
    found = [
        each
        for each in query
        if year is None or (each.first <= months.month(year, 12) and each.last >= months.month(year, 1))
    ]
    return sorted(found, key=_paper_order)


def standard_years() -> list[int]:
    """The years in which some standard begins, newest first."""
    known = Standard.select(Standard.begins).where(Standard.begins.is_null(False)).distinct()
    return sorted({each.begins.year for each in known}, reverse=True)


def confirm_standards(chosen: Iterable[Standard], user: str, document: str = "", source: str = "") -> int:
    """Confirm standards as the office's own knowledge; returns how many were not confirmed before.

    Raises ``Refusal``, and confirms none, when one of them cannot be.
    """
    changed = 0
    with journal.entry("确认补助标准", user):
        for standard in chosen:
            if standard.confirmed:
                continue
            standard.confirmed = True
            standard.document = document or standard.document
            standard.source = source or standard.source
            try:
                standard.save()
            except Refusal as refusal:
                raise Refusal(f"{standard.describe()}不能确认：{refusal}") from refusal
            changed += 1
    return changed


def copy_year(begins: PartDate, user: str) -> list[Standard]:
    """A new year's grid: the standards in force in the month before, copied unconfirmed, to be filled in.

    What was still open ends with that month. Raises ``Refusal`` when nothing is in force or the grid is there already.
    """
    month = months.month_of(begins)
    if begins.known != 2:
        raise Refusal("请写明新标准从哪个月起执行")
    there = sorted(standards(), key=lambda each: not each.confirmed)  # what is confirmed is copied first
    fresh: list[Standard] = []
    for old in (each for each in there if each.first < month <= each.last + 1):
        taken = [*fresh, *(each for each in there if each.first == month)]
        if not any(each.layer == old.layer and each.same_people(old) for each in taken):
            fresh.append(old)
    if not fresh:
        raise Refusal(f"没有可以照抄的标准，或{begins.chinese()}的标准已经有了")
    made = []
    with journal.entry(f"照抄上年标准：{begins.chinese()}起", user):
        for old in fresh:
            if old.last == months.NEVER:
                old.ends = months.part(month - 1)
                old.save()
            new = Standard(**{n: getattr(old, n) for n in ("layer", "kind", *CRITERIA, "unit", "amount")})
            new.begins, new.confirmed = begins, False
            new.notes = f"照抄{old.when()}的{old.rate()}，待填新标准"
            new.save()
            made.append(new)
    return made


def _paper_order(standard: Standard) -> tuple[object, ...]:
    return (
        _place("kind", standard.kind), -standard.first, LAYERS.index(standard.layer),
        _place("category", standard.category), _place("grade", standard.grade), _place("nature", standard.nature),
        standard.period, standard.household, bool(standard.alone), standard.age_from or 0, standard.id or 0,
    )  # fmt: skip


def _place(table: str, word: str) -> int:
    """Where a word stands in its code table; before all others when it says nothing."""
    names = codes.table(table).names()
    return names.index(word) if word in names else -1
