"""Figures of money, the payments 补助发放 (F30–F33, F47).

A payment belongs to the year of the day it was paid, or where that is not known, of the month it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import Expression, fn

from models.aid.oneoffs import OneOff
from models.ledger.good_news import GoodNews
from models.ledger.years import in_year
from models.payments.payment import REGULAR, Payment, regular_items
from models.year.figures.definitions import Definition, Where, not_surely, people_measure, total_measure
from models.year.figures.display import DISPLAY_FLOOR, DISPLAY_WAN, YUAN, Display

PAID_MONTH = fn.COALESCE(Payment.paid_on, Payment.month)
PRICE_ALLOWANCE, SELF_EMPLOYMENT, MERIT_REWARD = "物价补贴", "自主就业", "立功奖励"
FIRST_MERIT, SECOND_MERIT, THIRD_MERIT = "一等功", "二等功", "三等功"
GOOD_NEWS = "喜报"
NO_TRAINING = ("一次性", "经济补助", "创业")  # what else is paid to soldiers who look for work themselves


def under(*programmes: str) -> Where:
    """Payments of these programmes in a year."""
    said: Any = Payment.programme.in_(programmes)
    if REGULAR in programmes:  # as archives of the first days have it
        said = said | ((Payment.programme == "") & Payment.item.in_(regular_items()))
    return lambda year: (in_year(PAID_MONTH, year), said)


def says(words: Sequence[str], *fields: Any) -> Any:
    """Payments that say one of these words in their item, or in these fields besides."""
    return reduce(or_, (field.contains(word) for field in (Payment.item, *fields) for word in words))


def training(year: int) -> Iterator[Expression]:
    yield from under(SELF_EMPLOYMENT)(year)
    yield ~says(NO_TRAINING)


def other_self_employed(year: int) -> Iterator[Expression]:
    yield from under(SELF_EMPLOYMENT)(year)
    yield says(NO_TRAINING)


def merit(grade: str) -> Where:
    """Rewards for a grade of merit: as the payment says, or the list of which it was made."""
    listed = OneOff.select(OneOff.payment).where(OneOff.merit == grade, OneOff.payment.is_null(False))
    told = says((grade,), Payment.category, Payment.standard, Payment.notes) | Payment.id.in_(listed)
    return lambda year: (*under(MERIT_REWARD)(year), told)


def not_third(year: int) -> Iterator[Expression]:
    """Rewards that do not say that they are for the third grade."""
    yield from under(MERIT_REWARD)(year)
    yield not_surely(reduce(and_, merit(THIRD_MERIT)(year)))


def told_good_news(year: int) -> Iterator[Expression]:
    """Rewards that say that they were brought to the door with the good news 送喜报, in a year whose register of it is empty."""
    yield from under(MERIT_REWARD)(year)
    yield Payment.notes.contains(GOOD_NEWS)
    yield ~fn.EXISTS(GoodNews.select(GoodNews.id).where(in_year(GoodNews.delivered, year)))


MONEY_POLICY_SECTION = "政策落实"
SHOWN_IN_WAN, SUM_OF_AMOUNTS = Display(DISPLAY_WAN), total_measure(Payment.amount)
MONEY_DEFINITIONS = [
    Definition("subsidies.living_and_price_yuan", "F47", MONEY_POLICY_SECTION, "发放优抚对象生活补助金和物价补贴", YUAN, Payment, under(REGULAR, PRICE_ALLOWANCE), SUM_OF_AMOUNTS, Display(DISPLAY_FLOOR, Decimal(1))),
    Definition("subsidies.living_yuan", "F47a", MONEY_POLICY_SECTION, "其中生活补助金", YUAN, Payment, under(REGULAR), SUM_OF_AMOUNTS, Display(DISPLAY_FLOOR, Decimal(1))),
    Definition("subsidies.price_yuan", "F47b", MONEY_POLICY_SECTION, "其中物价补贴", YUAN, Payment, under(PRICE_ALLOWANCE), SUM_OF_AMOUNTS, Display(DISPLAY_FLOOR, Decimal(1))),
    Definition("subsidies.trained_soldiers", "F32", MONEY_POLICY_SECTION, "报销技能培训费及生活补助费的自主就业退役士兵", "名", Payment, training, people_measure),
    Definition("subsidies.training_yuan", "F33", MONEY_POLICY_SECTION, "自主就业退役士兵技能培训费及生活补助费", YUAN, Payment, training, SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("subsidies.self_employed", "F33a", MONEY_POLICY_SECTION, "领取其他补助的自主就业退役士兵", "名", Payment, other_self_employed, people_measure),
    Definition("subsidies.self_employed_yuan", "F33b", MONEY_POLICY_SECTION, "自主就业退役士兵其他补助", YUAN, Payment, other_self_employed, SUM_OF_AMOUNTS, SHOWN_IN_WAN),
    Definition("subsidies.merit_families", "F30", MONEY_POLICY_SECTION, "发放立功奖励的现役军人家庭", "名", Payment, under(MERIT_REWARD), people_measure),
    Definition("subsidies.merit_yuan", "F31", MONEY_POLICY_SECTION, "现役军人立功奖励慰问金", YUAN, Payment, under(MERIT_REWARD), SUM_OF_AMOUNTS),
    Definition("subsidies.merit_not_third", "F30a", MONEY_POLICY_SECTION, "发放立功奖励的现役军人家庭，三等功以外的", "名", Payment, not_third, people_measure),
    Definition("subsidies.merit_first", "F31a", MONEY_POLICY_SECTION, "其中荣立一等功的", "名", Payment, merit(FIRST_MERIT), people_measure),
    Definition("subsidies.merit_first_yuan", "F31b", MONEY_POLICY_SECTION, "一等功慰问金", YUAN, Payment, merit(FIRST_MERIT), SUM_OF_AMOUNTS),
    Definition("subsidies.merit_second", "F31c", MONEY_POLICY_SECTION, "其中荣立二等功的", "名", Payment, merit(SECOND_MERIT), people_measure),
    Definition("subsidies.merit_second_yuan", "F31d", MONEY_POLICY_SECTION, "二等功慰问金", YUAN, Payment, merit(SECOND_MERIT), SUM_OF_AMOUNTS),
    Definition("subsidies.merit_third", "F31e", MONEY_POLICY_SECTION, "其中荣立三等功的", "名", Payment, merit(THIRD_MERIT), people_measure),
    Definition("subsidies.merit_third_yuan", "F31f", MONEY_POLICY_SECTION, "三等功慰问金", YUAN, Payment, merit(THIRD_MERIT), SUM_OF_AMOUNTS),
]  # fmt: skip
