"""The months of a price subsidy 价格临时补贴, each with the rise of prices that its index document says.

The rises are policy figures of the office, a row for each month: matter 价格临时补贴, what 涨幅, unit %, its document as the source.
A place that is given the amount itself enters what 每人每月 in 元. 发改价格〔2021〕1553号: reckoned and paid by the month.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from models.aid.amounts import known_amount, needed_amount
from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.policy_figures import PolicyFigure, figure

PRICE = "价格临时补贴"
PRICE_RISE, PRICE_RISE_UNIT = "涨幅", "%"
PRICE_AMOUNT, PRICE_AMOUNT_UNIT = "每人每月", "元"
SAY_MONTH = "{year}年的价格临时补贴各月涨幅不同，请填写所属月份（几个月一起发的填第一个月，数量填月数）"
NO_RISE = (
    "没有{month}的价格临时补贴涨幅，请在“补助发放”的“政策数据”中登记并确认"
    "（事项“价格临时补贴”，对象“涨幅”，单位%，执行起止都是这个月，依据写指数文件），或者直接填写金额"
)


def monthly_rates_of(year: int) -> bool:
    """Whether the office has entered what single months of a year are reckoned by."""
    first, last = months.month(year, 1), months.month(year, 12)
    rows = PolicyFigure.select().where(
        PolicyFigure.matter == PRICE,
        PolicyFigure.what.in_((PRICE_RISE, PRICE_AMOUNT)),
        PolicyFigure.confirmed == True,  # noqa: E712  peewee's way of asking
    )
    return any(each.begins and each.first <= last and first <= each.last for each in rows)


def price_of_months(year: int, first: PartDate | None, count: int) -> tuple[Decimal, str]:
    """What so many months in a row come to, each by its own figure, and how. ``Refusal`` names the figure that is missing."""
    if first is None or first.known < 2:
        raise Refusal(SAY_MONTH.format(year=year))
    begins = months.month_of(first)
    told = [_of_month(month) for month in range(begins, begins + count)]
    total = sum((amount for amount, _ in told), Decimal(0))
    words = "；".join(words for _, words in told)
    return total, words if count == 1 else f"{words}；共{total}元"


def _of_month(month: Month) -> tuple[Decimal, str]:
    day, when = months.part(month), months.month_words(month)
    if (fixed := figure(PRICE, PRICE_AMOUNT, day, PRICE_AMOUNT_UNIT)) is not None and fixed.value is not None:
        return fixed.value, f"{when}每人{fixed.value:f}元（{_document(fixed)}）"
    rise = figure(PRICE, PRICE_RISE, day, PRICE_RISE_UNIT)
    if rise is None or rise.value is None:
        raise Refusal(NO_RISE.format(month=when))
    base, least = needed_amount("price.base", day.year), known_amount("price.least", day.year)
    amount = (base * rise.value / 100).quantize(Decimal(1), ROUND_HALF_UP)
    words = f"{when}低保标准{base}元×涨幅{rise.said()}，取整{amount}元"
    if least is not None and amount < least:
        amount, words = least, f"{words}，不足{least}元按{least}元"
    return amount, f"{words}（{_document(rise)}）"


def _document(found: PolicyFigure) -> str:
    return found.article or found.source or "没有登记指数文件"
