"""The years of pay 待遇发放（按年）: what was paid to one person, one line for each year, item and standard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reports.person.person_file import Payment

BACK_PAY = "补发"
ONE_FEN = Decimal("0.01")  # what twelfths of a year's amount may differ by without anybody having decided it
TAKEN_BACK = re.compile(r"扣回多发([\d.]+)元")
PAID_ON = re.compile(r"(\d{4}年)?(.+)发放")
OF_A_RUN = re.compile(r"\d{6}-\d+( \S+)?")  # the number of a payment run, which its own papers keep
MONTHS_TOLD_TOGETHER = 2  # payments of which it is worth saying what each was
LONGEST_RUN_OF_NUMBERS = 2  # numbers next to each other that are told one by one


class PayYear(NamedTuple):
    """One line: the year, what for, the months in words, and the sums in yuan as they are printed."""

    year: str
    item: str
    standard: str
    months: str
    due: str
    back: str
    paid: str
    notes: str
    accounts: str = ""  # to which account, where that is not the one of the line before


def pay_years(payments: Sequence[Payment]) -> list[PayYear]:
    """The lines of one person, in the order of the payments; an account is told where it is another than before."""
    groups: dict[tuple[str, str, str], list[Payment]] = {}
    for payment in payments:
        groups.setdefault((_year(payment), payment.item, payment.standard), []).append(payment)
    told: dict[str, str] = {}
    return [_line(*key, group, told) for key, group in sorted(groups.items(), key=lambda each: each[0][0])]


def _line(year: str, item: str, standard: str, group: list[Payment], told: dict[str, str]) -> PayYear:
    regular = [payment for payment in group if not is_back_pay(payment)]
    back = [payment for payment in group if is_back_pay(payment)]
    taken = sum(map(_taken_back, regular), Decimal(0))
    due, late = _sum(regular) + taken, _sum(back)
    return PayYear(
        year, item, standard, month_words(map(_month, regular)),
        f"{due:.2f}" if regular else "", f"{late:.2f}" if back else "", f"{_sum(group):.2f}",
        "；".join(_notes(regular, back, taken)), "，".join(_accounts(item, group, told)),
    )  # fmt: skip


def is_back_pay(payment: Payment) -> bool:
    """Whether a payment made good what a month had got too little of."""
    return BACK_PAY in payment.notes or payment.item.startswith(BACK_PAY)


def month_words(months: Iterable[int]) -> str:
    """``1—3、5月``; empty where none is known."""
    known = sorted({month for month in months if month})
    if not known:
        return ""
    spans: list[list[int]] = []
    for month in known:
        if spans and month == spans[-1][1] + 1:
            spans[-1][1] = month
        else:
            spans.append([month, month])
    words = [_span_words(*span) for span in spans]
    return "、".join(words) + "月"


def _span_words(first: int, last: int) -> str:
    if last - first < LONGEST_RUN_OF_NUMBERS:
        return "、".join(map(str, range(first, last + 1)))
    return f"{first}—{last}"


def _notes(regular: list[Payment], back: list[Payment], taken: Decimal) -> Iterator[str]:
    """The months that differ, what was made good and taken back, the days, and what else was said, each thing once."""
    yield from _differing(regular)
    if back:
        yield f"{BACK_PAY}{month_words(map(_month, back))}"
    if taken:
        yield f"扣回多发{taken:.2f}元"
    pieces = dict.fromkeys(
        piece
        for each in (*regular, *back)
        for piece in each.notes.split("；")
        if piece and piece != BACK_PAY and not OF_A_RUN.fullmatch(piece)
    )
    if days := [match for piece in pieces if (match := PAID_ON.fullmatch(piece))]:
        yield "、".join(_days_in_short(days)) + "发放"
    yield from (piece for piece in pieces if not PAID_ON.fullmatch(piece))


def _days_in_short(days: list[re.Match[str]]) -> Iterator[str]:
    """The days on which it was paid, the year only where it is another than before."""
    before = None
    for day in days:
        yield day.group(2) if day.group(1) == before else f"{day.group(1) or ''}{day.group(2)}"
        before = day.group(1)


def _differing(regular: list[Payment]) -> Iterator[str]:
    """What most months had, and month by month what differs; a fen more or less comes of dividing a year's amount."""
    amounts = [_amount(payment) for payment in regular]
    if len(amounts) < MONTHS_TOLD_TOGETHER:
        return
    usual = max(amounts, key=lambda amount: (sum(abs(amount - each) <= ONE_FEN for each in amounts), amount))
    alike = sorted({amount for amount in amounts if abs(amount - usual) <= ONE_FEN})
    yield "每月" + "或".join(f"{amount:.2f}" for amount in alike) + "元"
    for payment, amount in zip(regular, amounts, strict=True):
        if abs(amount - usual) > ONE_FEN:
            yield f"{month_words([_month(payment)])}{payment.amount}元"


def _accounts(item: str, group: list[Payment], told: dict[str, str]) -> Iterator[str]:
    for payment in group:
        if payment.account and told.get(item) != payment.account:
            told[item] = payment.account
            yield f"{payment.month}起{payment.account}"


def _year(payment: Payment) -> str:
    """The year that it was paid for, or of what has no month the year in which it was paid."""
    found = re.search(r"(\d{4})年", payment.month or payment.notes)
    return found.group(1) if found else ""


def _month(payment: Payment) -> int:
    found = re.search(r"年(\d+)月", payment.month)
    return int(found.group(1)) if found else 0


def _amount(payment: Payment) -> Decimal:
    return Decimal(payment.amount.replace(",", "") or 0)


def _sum(payments: Iterable[Payment]) -> Decimal:
    return sum(map(_amount, payments), Decimal(0))


def _taken_back(payment: Payment) -> Decimal:
    found = TAKEN_BACK.search(payment.notes)
    return Decimal(found.group(1)) if found else Decimal(0)
