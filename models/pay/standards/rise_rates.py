"""Rise rates 提标幅度: by how much each class of national standards rose in a month, and to which step it was rounded.

They are data (``resources/standards/rise_rates.csv``): up to 2023 each cell is the one before, raised and rounded to 10 yuan,
from 2024 on to a multiple of 12. What the office has confirmed of its own stands before those lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from models.core import codes
from models.core.dates import PartDate
from models.core.fields import Quantity
from models.core.masks import Secret
from models.core.record import Count, Day, Flag, Record, Text, Yuan
from models.core.rights import SET_UP
from models.law.law_memory import remembers_law
from models.law.office_law import confirmed_records
from models.pay.standards import months, shipped
from models.pay.standards.months import Month
from models.pay.standards.standards import NATIONAL, Standard
from models.people.identity import DISABLED, LOW_GRADES, RED_ARMY

BEREAVED_KIND = "三属"
PROPORTIONAL = (DISABLED, BEREAVED_KIND, RED_ARMY)  # kinds that rise by a rate; the others by so many yuan
RISE_GROUPS = FIRST_GROUP, SECOND_GROUP, THIRD_GROUP = (
    "甲",
    "乙",
    "丙",
)  # each had a rate of its own in 2022 and 2023
GROUPS_TOLD = {
    FIRST_GROUP: "甲组（因战一至六级、烈士遗属、在乡退伍红军老战士）",
    SECOND_GROUP: "乙组（因公一至六级、因战七至十级、因公牺牲军人遗属）",
    THIRD_GROUP: "丙组（因病、因公七至十级、病故军人遗属）",
}
GROUP_OF_BEREAVED = {"烈士遗属": FIRST_GROUP, "因公牺牲军人遗属": SECOND_GROUP}
TENS_OF_YUAN, TWELVES_OF_YUAN = 10, 12  # yuan
HIGHEST_RATE = 60  # percent; no rise was near it
RISE_CRITERIA = ("group", "kind", "category", "nature", "household")  # empty: whoever it is
RISE_KEY = ("begins", *RISE_CRITERIA)


class RiseRate(Record):
    """By how much a class of standards rose in a month: percent and the step of rounding, or so many yuan more."""

    NOUN = "提标幅度"
    NAMED_BY = ("kind", "group")
    RIGHT = SET_UP
    TIMELESS = "按执行月份取用"

    begins = Day("执行起始月份")
    group = Text("提标分组")
    kind = Text("身份", "kind")  # empty criteria fit every standard of the kinds that rise by a rate
    category = Text("优抚对象类别", "category")
    nature = Text("伤残性质", "nature")
    household = Text("户籍类别", "household")
    percent = Quantity("提高(%)")
    step = Count("取整到几元")
    more = Yuan("增加(元)")  # of the standard's own unit
    document = Text("文号", secret=Secret.OPEN)
    source = Text("依据")
    confirmed = Flag("已确认")
    notes = Text("说明", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.begins is None or self.begins.known != 2:
            yield "begins", "请填写从哪个月起提标，如2026-08"
        if self.group and self.group not in RISE_GROUPS:
            yield "group", f"提标分组请选{'、'.join(RISE_GROUPS)}，不分组的留空"
        if self.kind and codes.table("kind").read(self.kind) != self.kind:
            yield "kind", "请选择身份"
        if (self.percent is None) == (self.more is None):
            yield "percent", "提高百分之几和增加多少元，请填写其中一项"
        elif self.percent is not None and not 0 < self.percent <= HIGHEST_RATE:
            yield "percent", f"提高的百分比应大于0、不超过{HIGHEST_RATE}，请核对文件"
        if self.percent is not None and (self.step is None or self.step < 1):
            yield "step", f"请填写取整到几元：{TENS_OF_YUAN}，或{TWELVES_OF_YUAN}（2024年起）"
        if self.more is not None and self.more <= 0:
            yield "more", "增加的金额应大于0"
        if self.more is not None and not self.kind:
            yield "kind", "增加固定金额的，请选择是哪一类身份"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        others = RiseRate.select().where(RiseRate.begins == self.begins, RiseRate.id != (self.id or 0))
        if any(other.key() == self.key() for other in others):
            yield "begins", f"已有{self.whom()}{self.when()}的提标幅度"

    @property
    def first(self) -> Month:
        return months.month_of(self.begins) if self.begins else months.NEVER

    def key(self) -> tuple[str, ...]:
        """What tells it from every other: the month and the class."""
        return tuple(str(getattr(self, name) or "") for name in RISE_KEY)

    def fits(self, standard: Standard) -> bool:
        """Whether it is about a standard."""
        if not self.kind and standard.kind not in PROPORTIONAL:
            return False
        are = (
            group_of(standard), standard.kind, standard.category, standard.nature, standard.household,
        )  # fmt: skip
        return all(word in ("", is_) for word, is_ in zip(self._said(), are, strict=True))

    def detail(self) -> int:
        """How much it says of whom it is about."""
        return sum(map(bool, self._said()))

    def raised(self, amount: Decimal) -> Decimal:
        """What it makes of an amount of the year before."""
        if self.percent is None:
            return amount + (self.more or 0)
        return raised_by(amount, self.percent, self.step or 1)

    def whom(self) -> str:
        """``三属 甲组``; ``伤残人员 因战``; ``伤残人员、三属、在乡退伍红军老战士``."""
        said = [each for each in self._said()[1:] if each]
        if self.group:
            said.append(f"{self.group}组" if said else GROUPS_TOLD.get(self.group, self.group))
        return " ".join(said) or "、".join(PROPORTIONAL)

    def words(self) -> str:
        """``提高10%，四舍五入到10元``; ``提高42元``."""
        if self.percent is None:
            return f"提高{(self.more or Decimal(0)).normalize():f}元"
        rounding = "取12的倍数" if self.step == TWELVES_OF_YUAN else f"四舍五入到{self.step}元"
        return f"提高{self.percent.normalize():f}%，{rounding}"

    def when(self) -> str:
        return f"{self.begins.chinese()}起" if self.begins else "起始月份不明"

    def describe(self) -> str:
        return f"{self.whom()} {self.words()}"

    def _said(self) -> tuple[str, ...]:
        return tuple(getattr(self, name) for name in RISE_CRITERIA)


def carried_rates() -> list[RiseRate]:
    """The rates that the program carries, the oldest first; none is saved."""
    return [_carried(row) for row in shipped.standard_rows("rise_rates")]


@remembers_law
def rise_rates() -> tuple[RiseRate, ...]:
    """The rates that are used, the oldest first: the carried ones, as the office's confirmed ones correct them."""
    own = confirmed_records(RiseRate)
    corrected = {each.key() for each in own}
    known = [*own, *(each for each in carried_rates() if each.key() not in corrected)]
    return tuple(sorted(known, key=lambda each: each.first))


def rise_months() -> list[Month]:
    """The months of the known rises, the oldest first."""
    return sorted({each.first for each in rise_rates()})


def rate_of(standard: Standard, begins: Month) -> RiseRate | None:
    """The rate at which a standard of the year before rose in a month; the one that says more of it goes first."""
    if standard.layer != NATIONAL:
        return None
    fitting = [each for each in rise_rates() if each.first == begins and each.fits(standard)]
    return max(fitting, key=RiseRate.detail, default=None)


def group_of(standard: Standard) -> str:
    """Which of the three groups of 2022 and 2023 a standard rose with: by nature and grade, or by which of 三属."""
    if standard.kind == BEREAVED_KIND:
        return GROUP_OF_BEREAVED.get(standard.category, THIRD_GROUP)
    if standard.kind != DISABLED:
        return FIRST_GROUP
    place = ("因战", "因公", "因病").index(standard.nature) if standard.nature in ("因战", "因公") else 2
    return RISE_GROUPS[min(place + (standard.grade in LOW_GRADES), 2)]


def raised_by(amount: Decimal, percent: Decimal | int, step: int) -> Decimal:
    """An amount raised by so many percent, as a multiple of so many yuan, halves up."""
    return (amount * (100 + percent) / 100 / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _carried(row: dict[str, str]) -> RiseRate:
    said = {name: row[name] for name in (*RISE_CRITERIA, "source")}
    percent, more = (Decimal(row[name]) if row[name] else None for name in ("percent", "more"))
    step = int(row["step"]) if row["step"] else None
    begins = PartDate.parse(row["begins"])
    return RiseRate(begins=begins, percent=percent, more=more, step=step, confirmed=True, **said)
