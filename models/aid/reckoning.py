"""The reckoning of a one-off payment: how much it comes to by the office's own amounts (``models.aid.amounts``), and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from models.aid.amounts import known_amount, needed_amount
from models.aid.death_gratuity import commendation, gratuity, part_of_heir
from models.aid.price_months import monthly_rates_of, price_of_months
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths.heirs import DeathShare
from models.payments.medical_case import MedicalCase

FEN = Decimal("0.01")
TOWN_HOUSEHOLD, COUNTRY_HOUSEHOLD = "城镇", "农村"
TIBET, PLATEAU = "进藏", "进疆、高原"
HARD_POSTINGS = (TIBET, PLATEAU)
MERITS = {
    "荣誉称号": "honour",
    "一等功": "merit1",
    "二等功": "merit2",
    "三等功": "merit3",
    "优秀士兵": "excellent",
}
CAPS = {"临时救助": "emergency.most"}  # each payment's own; caps of a year are reckoned with
DEGREES = {"本科": "bachelor", "专科": "college"}


class Reckoned(NamedTuple):
    """An amount in yuan and how it came about."""

    amount: Decimal
    words: str


class DeathFacts(NamedTuple):
    """What the gratuity for a death depends on; ``rest``: whether this heir takes the fen that do not divide."""

    died: PartDate | None
    way: str
    honour: str
    wage: Decimal | None
    rest: bool
    share: DeathShare | None = None  # of the heir, where 身后事 says it


@dataclass(frozen=True, slots=True)
class AidFacts:
    """What an amount depends on; what does not matter for the kind of payment stays empty."""

    year: int
    household: str = ""
    place: str = ""
    merit: str = ""
    degree: str = ""
    quantity: int | None = None
    rural: bool = False  # a 农村籍退役士兵
    case: MedicalCase | None = None
    month: PartDate | None = None  # the first month of what is paid for months
    death: DeathFacts | None = None
    before: Decimal = Decimal(0)  # paid of the same kind to the same person in the year


SAY_SHARES = "请在“身后事”里登记逝者各位遗属的身份证号和份额，就按份额计算；平分的，填写领取人数"
NO_DEATH = DeathFacts(None, "", "", None, False)


def reckon(item: str, facts: AidFacts) -> Reckoned:
    """The amount of a payment. Raises ``Refusal`` that says which amount or fact is missing."""
    if item not in WAYS_TO_RECKON:
        raise Refusal(f"“{item}”没有固定算法，请直接填写金额")
    return WAYS_TO_RECKON[item](facts)


def _family(facts: AidFacts) -> Reckoned:
    """The household's rate, more for service on the plateau and for the highest merit, each a share of the rate."""
    if facts.household not in (TOWN_HOUSEHOLD, COUNTRY_HOUSEHOLD):
        raise Refusal("请选择户籍类别（城镇或农村），优待金按此定标准")
    key = "town" if facts.household == TOWN_HOUSEHOLD else "country"
    base = needed_amount(f"family.{key}", facts.year)
    parts = [(f"{facts.household}户标准", base)]
    if facts.place:
        share = needed_amount(f"family.{'tibet' if facts.place == TIBET else 'plateau'}", facts.year)
        parts.append((f"{facts.place}增发{percent(share)}", base * share))
    if facts.merit:
        share = needed_amount(f"family.{_merit(facts.merit)}", facts.year)
        parts.append((f"{facts.merit}增发{percent(share)}", base * share))
    if facts.degree:
        if facts.degree not in DEGREES:
            raise Refusal(f"学历增发只有{'、'.join(DEGREES)}")
        parts.append(
            (f"{facts.degree}一次性增发", needed_amount(f"family.{DEGREES[facts.degree]}", facts.year))
        )
    return _summed(parts)


def _award(facts: AidFacts) -> Reckoned:
    return _summed([(facts.merit, needed_amount(f"merit.{_merit(facts.merit)}", facts.year))])


def _leaving(facts: AidFacts) -> Reckoned:
    """So much for each year served; the third and later years of a sergeant more, where the office says so."""
    years = _count(facts, "服役年数")
    each, more = needed_amount("leave.year", facts.year), known_amount("leave.more", facts.year)
    parts = [(f"每年{each}元×{years}年", each * years)]
    if more and years > 2:
        parts.append((f"第三年起每年增发{percent(more)}×{years - 2}年", each * more * (years - 2)))
    return _summed(parts)


def _price(facts: AidFacts) -> Reckoned:
    """Standard of the minimum living allowance × rise of prices, to whole yuan, not less than the least, × months.

    Where the office knows the rise of each month, each month has its own (``price_months``).
    """
    year = facts.month.year if facts.month is not None else facts.year
    if monthly_rates_of(year):
        total, told = price_of_months(year, facts.month, facts.quantity or 1)
        return Reckoned(total.quantize(FEN), told)
    base, rise = needed_amount("price.base", facts.year), needed_amount("price.rise", facts.year)
    month = (base * rise).quantize(Decimal(1), ROUND_HALF_UP)
    words = f"低保标准{base}元×涨幅{percent(rise)}，取整{month}元"
    if (least := known_amount("price.least", facts.year)) is not None and month < least:
        month, words = least, f"{words}，不足{least}元按{least}元"
    months = facts.quantity or 1
    return Reckoned((month * months).quantize(FEN), f"{words}×{months}个月")


def _clinic(facts: AidFacts) -> Reckoned:
    key, words = ("rural", "农村籍退役士兵") if facts.rural else ("insured", "居民医保优抚对象")
    return _summed([(f"{words}门诊补助", needed_amount(f"clinic.{key}", facts.year))])


def _training(facts: AidFacts) -> Reckoned:
    days = _count(facts, "培训天数")
    each = needed_amount("training.day", facts.year)
    return _summed([(f"每天{each}元×{days}天", each * days)])


def _funeral(facts: AidFacts) -> Reckoned:
    months = _count(facts, "月数")
    each = needed_amount("funeral.month", facts.year)
    return _summed([(f"每月{each}元×{months}个月", each * months)])


def _gratuity(facts: AidFacts) -> Reckoned:
    death = facts.death or NO_DEATH
    return _of_heir(*gratuity(death.died, death.way, death.wage, death.honour), facts)


def _commendation(facts: AidFacts) -> Reckoned:
    return _of_heir(*commendation((facts.death or NO_DEATH).died), facts)


def _of_heir(total: Decimal, words: str, facts: AidFacts) -> Reckoned:
    """One heir's part: by the shares that were entered once, or, where nobody entered any, an equal one."""
    death = facts.death or NO_DEATH
    if death.share is not None and facts.quantity is None:
        fen, told = death.share.part(int(total.scaleb(2)))
        return Reckoned(Decimal(fen).scaleb(-2), words + told)
    if facts.quantity is None:
        raise Refusal(SAY_SHARES)
    part, told = part_of_heir(total, _count(facts, "领取人数"), death.rest)
    return Reckoned(part, words + told)


def _flat(key: str, words: str) -> Callable[[AidFacts], Reckoned]:
    return lambda facts: _summed([(words, needed_amount(key, facts.year))])


def _medical(key: str) -> Callable[[AidFacts], Reckoned]:
    return lambda facts: medical(key, facts)


def medical(key: str, facts: AidFacts) -> Reckoned:
    """What remains to the patient, above the threshold, by the ratio, below the year's cap, and never more than remains."""
    case = facts.case
    if case is None or case.cost is None:
        raise Refusal("请先登记医疗费总额和医保报销金额，才能计算")
    own = case.cost - (case.insured or Decimal(0)) - case.paid
    words = f"总费用{case.cost}元，医保已报销{case.insured or 0}元"
    words += f"，本次病例已补助{case.paid}元，个人负担{own}元" if case.paid else f"，个人负担{own}元"
    least = known_amount(f"{key}.from", facts.year) or Decimal(0)
    share = needed_amount(f"{key}.share", facts.year)
    amount = (max(own - least, Decimal(0)) * share).quantize(FEN, ROUND_HALF_UP)
    words += f"，减起付线{least}元" if least else ""
    words += f"，按{percent(share)}为{amount}元"
    most = known_amount(f"{key}.most", facts.year)
    if most is not None and facts.before + amount > most:
        amount = max(most - facts.before, Decimal(0))
        words += f"，本年已补助{facts.before}元，封顶{most}元，实补{amount}元"
    return Reckoned(min(amount, own), words)


def most_at_once(item: str, year: int) -> Decimal | None:
    """The most yuan that one payment of a kind without a way to reckon may come to; None where the office set nothing."""
    return known_amount(CAPS[item], year) if item in CAPS else None


def percent(share: Decimal) -> str:
    """A fraction as officers write it: 0.1 → 10%, 0.025 → 2.5%."""
    return f"{(share * 100).normalize():f}%"


def _merit(merit: str) -> str:
    if merit not in MERITS:
        raise Refusal(f"请选择立功等次：{'、'.join(MERITS)}")
    return MERITS[merit]


def _count(facts: AidFacts, what: str) -> int:
    if not facts.quantity or facts.quantity < 0:
        raise Refusal(f"请填写{what}")
    return facts.quantity


def _summed(parts: list[tuple[str, Decimal]]) -> Reckoned:
    rounded = [(words, amount.quantize(FEN, ROUND_HALF_UP)) for words, amount in parts]
    total = sum((amount for _, amount in rounded), Decimal(0))
    if len(rounded) == 1:
        return Reckoned(
            total,
            f"{rounded[0][0]}，{total}元" if "元" not in rounded[0][0] else f"{rounded[0][0]}＝{total}元",
        )
    return Reckoned(total, "＋".join(f"{words}{amount}元" for words, amount in rounded) + f"＝{total}元")


WAYS_TO_RECKON: dict[str, Callable[[AidFacts], Reckoned]] = {
    "义务兵家庭优待金": _family, "立功受奖慰问金": _award, "自主就业一次性经济补助": _leaving,
    "技能培训费": _flat("training.fee", "每人培训费"), "培训期间生活补助费": _training, "价格临时补贴": _price,
    "门诊医疗补助": _clinic, "职工医保代缴": _flat("insurance.paid", "职工医保每人每年"),
    "居民医保参保补助": _flat("insurance.refund", "居民医保个人缴费每人每年"), "健康体检": _flat("exam.card", "体检卡每张"),
    "一次性抚恤金": _gratuity, "烈士褒扬金": _commendation, "丧葬补助": _funeral, "二次医疗费报销": _medical("second"), "大病救助": _medical("serious"),
    "异地就医救助": _medical("away"), "医疗费报销": _medical("refund"),
}  # fmt: skip
