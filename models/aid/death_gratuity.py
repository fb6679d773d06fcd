"""The gratuity 一次性抚恤金 and the commendation 烈士褒扬金 for a soldier's death, reckoned from dated figures, and each heir's part.

Multiples, months, increases by honour and incomes are policy figures of the day of the death that the office has confirmed
(条例2024 第十五条、第十六条, 条例2011 第十三条, 烈士褒扬条例). Of several honours the highest counts alone.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from models.core.dates import PartDate
from models.core.record import Refusal
from models.law import clauses
from models.pay.standards.policy_figures import PolicyFigure, figure, figures_of

GRATUITY, COMMENDATION = "一次性抚恤金", "烈士褒扬金"
HONOUR_INCREASE = "一次性抚恤金增发"
INCOME = "上一年度全国城镇居民人均可支配收入"
MARTYR, IN_DUTY, OF_ILLNESS, OF_OLD_WOUND = WAYS_TO_DIE = ("烈士", "因公牺牲", "病故", "旧伤复发")
HEIRS = {
    MARTYR: "烈士遗属",
    IN_DUTY: "因公牺牲军人遗属",
    OF_ILLNESS: "病故军人遗属",
    OF_OLD_WOUND: "因公牺牲军人遗属",
}
CENT = Decimal("0.01")
CONFIRM = "请在“补助发放”的“政策数据”中登记、核对并确认，或者直接填写金额"
SAY_WAGE = "请填写本人月工资（2024年10月起是基本工资；低于少尉军官的，填少尉军官的）"


def gratuity(died: PartDate | None, way: str, wage: Decimal | None, honour: str = "") -> tuple[Decimal, str]:
    """The whole gratuity in yuan, and how it came about. ``Refusal`` says which fact or figure is missing."""
    day = _day(died)
    if way not in WAYS_TO_DIE:
        raise Refusal(f"请选择牺牲病故情形：{'、'.join(WAYS_TO_DIE)}")
    as_what = IN_DUTY if way == OF_OLD_WOUND else way
    parts = [_part(each, day, wage) for each in _confirmed(GRATUITY, as_what, day)]
    total = sum((amount for amount, _ in parts), Decimal(0)).quantize(CENT, ROUND_HALF_UP)
    words = "＋".join(words for _, words in parts) + f"＝{total}元"
    if honour:
        (increase,) = _confirmed(HONOUR_INCREASE, honour, day)
        more = (total * (increase.value or 0) / 100).quantize(CENT, ROUND_HALF_UP)
        total, words = total + more, f"{words}，{honour}增发{increase.said()}为{more}元，合计{total + more}元"
    old = clauses.cite("旧伤复发死亡", str(day), "伤残人员") if way == OF_OLD_WOUND else ""
    law = (old, clauses.cite(GRATUITY, str(day), HEIRS[way]))
    return total, f"{way}：{words}（{'；'.join(filter(None, law)) or '没有读到当时的条文'}）"


def commendation(died: PartDate | None) -> tuple[Decimal, str]:
    """The commendation of a martyr in yuan, and how it came about."""
    day = _day(died)
    parts = [_part(each, day, None) for each in _confirmed(COMMENDATION, MARTYR, day)]
    total = sum((amount for amount, _ in parts), Decimal(0)).quantize(CENT, ROUND_HALF_UP)
    law = clauses.cite(COMMENDATION, str(day), HEIRS[MARTYR]) or "没有读到当时的条文"
    return total, f"{'＋'.join(words for _, words in parts)}＝{total}元（{law}）"


def part_of_heir(total: Decimal, heirs: int, takes_rest: bool) -> tuple[Decimal, str]:
    """One heir's part where all have the same, and how; the one who takes the rest has the fen that do not divide."""
    if heirs == 1:
        return total, ""
    part = (total / heirs).quantize(CENT, ROUND_DOWN)
    rest = total - part * heirs
    if not rest:
        return part, f"；{heirs}人平分，每人{part}元"
    if takes_rest:
        return part + rest, f"；{heirs}人平分，每人{part}元，除不尽的{rest}元归本人，本人{part + rest}元"
    return part, f"；{heirs}人平分，每人{part}元，除不尽的{rest}元归另一人"


def honour_names() -> list[str]:
    """What may increase the gratuity, by the figures of all days, in their order."""
    rows = PolicyFigure.select(PolicyFigure.what).where(PolicyFigure.matter == HONOUR_INCREASE)
    return list(dict.fromkeys(each.what for each in rows.order_by(PolicyFigure.id)))


def _day(died: PartDate | None) -> PartDate:
    if died is None or died.known < 2:
        raise Refusal("请填写牺牲病故日期，至少写到月份")
    return died


def _confirmed(matter: str, what: str, day: PartDate) -> list[PolicyFigure]:
    """The confirmed rows of a matter; all of them must be, for half a formula is none."""
    rows = [each for each in figures_of(matter, day) if each.what == what and each.value is not None]
    units = {each.unit for each in rows}
    sure = [found for unit in sorted(units) if (found := figure(matter, what, day, unit)) is not None]
    if not rows or len(sure) < len(units):
        raise Refusal(f"{day.chinese()}的“{matter} {what}”没有登记或没有确认，{CONFIRM}")
    return sorted(sure, key=lambda each: not each.unit.startswith("倍"))


def _part(row: PolicyFigure, day: PartDate, wage: Decimal | None) -> tuple[Decimal, str]:
    """What one row of the formula comes to: a multiple of the income of the year before, or months of pay."""
    times = row.value or Decimal(0)
    if row.unit.startswith("倍"):
        income = figure(INCOME, "", day)
        if income is None or income.value is None:
            raise Refusal(f"{day.year}年的“{INCOME}”没有登记或没有确认，{CONFIRM}")
        return (
            times * income.value,
            f"{income.what}全国城镇居民人均可支配收入{_plain(income.value)}元×{_plain(times)}",
        )
    if wage is None or wage <= 0:
        raise Refusal(SAY_WAGE)
    return times * wage, f"月工资{_plain(wage)}元×{_plain(times)}个月"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
