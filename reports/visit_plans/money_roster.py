"""The roster of money given 慰问金发放花名册, to be signed; its columns are those usual in offices, no official form was found."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from models.core.citizen_number import CitizenNumber
from models.people.person import Person
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome, planned, visits_made
from models.visit_plans.teams import Team
from models.visits.campaign import Campaign
from reports.tables.list_columns import ListColumn, Listing, blank
from reports.tables.register import END, START, Register
from reports.tables.wide_tables import TIGHT_ROW


class Given(NamedTuple):
    """A call of the plan, and the money that was or will be given there."""

    planned: PlannedVisit
    amount: Decimal

    @property
    def standard(self) -> Decimal:
        return self.amount if self.planned.money is None else self.planned.money


MONEY_LIST = Listing(
    PlannedVisit,
    (
        ListColumn("name", paper=20, heading="姓名"),
        ListColumn("sex", paper=9, heading="性别", words=lambda given: _sex(given.planned)),
        ListColumn("number", paper=37, like=Person.number),
        ListColumn("category", paper=30, heading="人员类别"),
        ListColumn("place", paper=40, align=START, heading="所属街道(镇)、村(社区)", words=lambda given: f"{given.planned.street}{given.planned.community}"),
        ListColumn("standard", paper=20, align=END, heading="慰问标准(元)", words=lambda given: given.standard),
        ListColumn("amount", paper=21, align=END, heading="金额(元)", words=lambda given: given.amount),
        blank("signed", "领取人签字(手印)", 27),
        blank("for_whom", "代领人及关系", 21),
        ListColumn("phone", paper=25, like=Person.phone),
        ListColumn("notes", paper=17, align=START),
    ),
    record=lambda given: given.planned, number=10, money="amount", counted="人",
)  # fmt: skip
GIFT_MONEY_SIGNATURES = (
    "单位负责人：",
    "财务负责人：",
    "审核人：",
    "经办人：",
    "经办人：",
    "发放日期：",
    "（公章）",
)


def money_roster(campaign: Campaign, only: Team | None = None, practice: bool = False) -> Register:
    """Everybody of the plan who gets money: what was given where a result is in, else what is planned."""
    made = visits_made(campaign)
    found = []
    for row in planned(campaign):
        visit = made.get(row.key)
        if only is not None and row.team != only:
            continue
        amount = (
            visit.money if visit is not None else row.money if row.outcome != VisitOutcome.LEFT_OUT else None
        )
        if amount:
            found.append(Given(row, amount))
    team = f"（{only.name}）" if only is not None else ""
    title = f"{campaign.name}慰问金发放花名册{team}"
    above = (f"节点：{campaign.occasion}", "单位：元")
    return MONEY_LIST.register(title, found, above, practice, GIFT_MONEY_SIGNATURES, TIGHT_ROW)


def _sex(row: PlannedVisit) -> str:
    """The sex that the file says; of somebody without a file, what the number says."""
    if row.person is not None:
        return str(row.person.sex)
    try:
        return CitizenNumber.read(row.number).sex
    except ValueError:
        return ""
