"""Rosters to be signed 发放花名册, one for each list of one-off payments; the columns are those usual in offices.

What a kind of payment depends on (years served, merit, the invoice) has its own columns; no official form was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.aid.items import item
from models.aid.oneoffs import MEDICAL_ITEMS, OneOff, OneOffState
from models.archive import opened
from models.people.outsiders import Outsider, recipient
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing, blank
from reports.tables.recipient_columns import recipient_column
from reports.tables.register import END, START, Register
from reports.tables.wide_tables import TIGHT_ROW

AID_LIST_SIGNATURES = (
    "单位负责人：",
    "财务负责人：",
    "审核人：",
    "经办人：",
    "经办人：",
    "发放日期：",
    "（公章）",
)
ONEOFF_LIST = Listing(
    OneOff,
    (
        ListColumn("item", 150, 36, START),
        ListColumn("year", 60),
        recipient_column("name", 90, 20, heading="领取人", printed="姓名"),
        recipient_column("number", 166, 37),
        ListColumn("category", 120, 28, on_paper=lambda one: _category(one)),
        recipient_column("street", 110),
        ListColumn("place", paper=36, align=START, heading="街道(镇)、村(社区)", words=lambda one: _place(one)),
        ListColumn("amount", 100, 22, END, summed=True),
        ListColumn("state", 84),
        ListColumn("batch", 140),
        ListColumn("fund", 100),
        ListColumn("reckoned", 260, 44, START),
        ListColumn("approved_on", 96),
        ListColumn("paid_on", 96),
        ListColumn("notes", 120, hidden=True),
        ListColumn("household", heading="户籍"),
        ListColumn("served", heading="服役地区", field="place"),
        ListColumn("merit"),
        ListColumn("merits", heading="立功", field="merit"),
        ListColumn("degree", heading="学历"),
        ListColumn("years", heading="服役年数", field="quantity"),
        ListColumn("days", heading="天数", field="quantity"),
        ListColumn("months", heading="月数", words=lambda one: one.quantity or 1),
        ListColumn("hospital", heading="医疗机构", align=START, words=lambda one: one.case.hospital if one.case else ""),
        ListColumn("invoice", heading="发票号", words=lambda one: one.case.invoice if one.case else ""),
        ListColumn("cost", heading="总费用(元)", align=END, words=lambda one: one.case.cost if one.case else ""),
        ListColumn("insured", heading="医保报销(元)", align=END, words=lambda one: one.case.insured if one.case else ""),
        recipient_column("phone"),
    ),
    counted="人",
)  # fmt: skip
WHO_SIGNS = {"name": 20, "number": 37, "category": 28, "place": 36}
SIGNING = {"amount": 22, "signed": 27, "for_whom": 21, "phone": 25}
UNLESS_OWN = {"reckoned": 44}
OF_ILLNESS = {"hospital": 26, "invoice": 20, "cost": 21, "insured": 21}
OF_SEVERAL = {"item": 36, **UNLESS_OWN}
OWN = {
    "义务兵家庭优待金": {"household": 12, "served": 18, "merits": 16, "degree": 12},
    "立功受奖慰问金": {"merit": 24},
    "自主就业一次性经济补助": {"years": 16, "reckoned": 44},
    "培训期间生活补助费": {"days": 12, "reckoned": 36},
    "价格临时补贴": {"months": 12, "reckoned": 44},
}


def aid_roster(some: Iterable[OneOff], title: str = "", practice: bool | None = None) -> Register:
    """The roster of these payments, all of one kind or of several; who was struck off is left out."""
    lines = [one for one in some if one.state != OneOffState.CANCELLED]
    names = {one.item for one in lines}
    paper = ONEOFF_LIST.other_paper(
        10, {**WHO_SIGNS, **_breadths(names), **SIGNING}, blank("signed", "领取人签字(手印)", 27),
        blank("for_whom", "代领人及关系", 21), money="amount",
    )  # fmt: skip
    practice = opened.opened_archive().practice if practice is None else practice
    return paper.register(
        title or _title(lines, names), lines, ("单位：元",), practice, AID_LIST_SIGNATURES, TIGHT_ROW
    )


def _breadths(names: set[str]) -> dict[str, int]:
    """The columns of what payments of these kinds depend on, with their breadths in mm."""
    if len(names) != 1:
        return OF_SEVERAL
    (name,) = names
    return OF_ILLNESS if name in MEDICAL_ITEMS else OWN.get(name, UNLESS_OWN)


def _title(lines: Sequence[OneOff], names: set[str]) -> str:
    years = sorted({one.year for one in lines if one.year})
    year = f"{years[0]}年" if len(years) == 1 else ""
    return f"{year}{item(next(iter(names))).title}" if len(names) == 1 else f"{year}一次性发放花名册"


def _place(one: OneOff) -> str:
    whom = recipient(one)
    return f"{whom.street}{whom.community}" if isinstance(whom, Person) else whom.street if whom else ""


def _category(one: OneOff) -> str:
    whom = recipient(one)
    return one.category or (whom.category if isinstance(whom, Outsider) else "")
