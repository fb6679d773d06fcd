"""Grants held, with their dues of a month, on paper and as a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from models.pay.dues.held_grants import HeldCondition, HeldGrant
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register


def _iso(month: Month | None) -> str:
    return "" if month is None else months.iso(month)


def due_of(grant: HeldGrant) -> Decimal | None:
    """What the month comes to; None where nothing is due."""
    return grant.due.yuan if grant.due is not None and grant.condition == HeldCondition.PAID else None


def _rate(grant: HeldGrant) -> str:
    return grant.due.rate.words() if grant.due is not None and grant.due.rate is not None else ""


GRANT_LIST = Listing(
    None,
    (
        ListColumn("name", 80, 19, heading="姓名", field="claim.name"),
        ListColumn("number", 160, 39, like=Person.number, field="claim.number"),
        ListColumn("title", 160, 32, heading="人员类别", words=lambda grant: grant.claim.title()),
        ListColumn("street", 100, 23, like=Person.street, field="claim.street"),
        ListColumn("when", paper=35, heading="享受时间", words=lambda grant: grant.when()),
        ListColumn("state", 84, heading="状态", field="claim.state"),
        ListColumn("first", 76, heading="自", words=lambda grant: _iso(grant.first)),
        ListColumn("last", 76, heading="至", words=lambda grant: _iso(grant.last)),
        ListColumn("rate", 150, 27, heading="标准", words=_rate),
        ListColumn("due", 110, 22, END, "本月应发(元)", words=due_of, printed="应发(元)", summed=True),
        ListColumn("condition", 96, 20, heading="情况"),
        ListColumn("why", 360, 52, START, "说明", words=lambda grant: grant.told(), on_paper=lambda grant: grant.brief()),
    ),
    first=("name", "title", "state", "first", "last", "rate", "due", "condition", "why"),
    number=11, money="due", counted="项",
)  # fmt: skip


def grants_register(
    found: Iterable[HeldGrant], month: Month, words: str = "", practice: bool = False
) -> Register:
    """The list of grants as the officer looks at it."""
    above = (f"范围：{words or '全部'}",)
    return GRANT_LIST.register(f"{months.month_words(month)}定期抚恤补助应发明细表", found, above, practice)
