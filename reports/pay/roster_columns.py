"""The columns of the roster that is signed for 发放花名册, on paper and in the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from models.pay.runs.bank_files import Payee
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing, blank
from reports.tables.register import END


class Paid(NamedTuple):
    """What a payee is paid, in the parts of the roster."""

    payee: Payee
    standard: str
    months: int
    due: Decimal
    arrears: Decimal
    deducted: Decimal


ROSTER_LIST = Listing(
    None,
    (
        ListColumn("name", paper=20, book=10, heading="姓名", field="payee.name"),
        ListColumn("number", paper=34.5, book=20, like=Person.number, field="payee.number"),
        ListColumn("category", paper=40, book=26, heading="人员类别", field="payee.category"),
        ListColumn("standard", paper=27.5, book=18, heading="发放标准"),
        ListColumn("months", paper=9, book=6, heading="月数", words=lambda paid: paid.months or ""),
        ListColumn("due", paper=18, book=14, align=END, heading="应发(元)", words=lambda paid: paid.due or ""),
        ListColumn("arrears", paper=15, book=12, align=END, heading="补发(元)", words=lambda paid: paid.arrears or ""),
        ListColumn("deducted", paper=14, book=12, align=END, heading="扣回(元)", words=lambda paid: paid.deducted or ""),
        ListColumn("amount", paper=19, book=14, align=END, heading="实发(元)", field="payee.amount"),
        ListColumn("account", paper=37, book=22, heading="银行账号", field="payee.account"),
        replace(blank("signed", "签字", 20), book=11),
        replace(blank("thumb", "手印", 14), book=9),
    ),
    number=9, money="amount", counted="人",
)  # fmt: skip
SUMMED_PARTS: dict[str, Callable[[Paid], Decimal]] = {  # what a page's sums are of
    key: attrgetter(key) for key in ("due", "arrears", "deducted")
} | {"amount": attrgetter("payee.amount")}
AT_LEFT = ("category", "standard")  # of the workbook
SIDES = (
    "center", *("left" if each.key in AT_LEFT else "right" if each.align == END else "center" for each in ROSTER_LIST.columns)
)  # fmt: skip
WIDTHS = (5, *(each.book for each in ROSTER_LIST.columns))
