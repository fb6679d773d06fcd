"""The roster of exam cards 体检卡领取花名册, to be signed by whoever takes the card."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm

from models.aid.exam_cards import ExamCard
from models.archive import opened
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register

CARD_LIST = Listing(
    ExamCard,
    (
        ListColumn("name", 90, 20, field="person.name"),
        ListColumn("number", paper=37, field="person.number"),
        ListColumn("place", paper=40, align=START, heading="街道(镇)、村(社区)", words=lambda card: f"{card.person.street}{card.person.community}"),
        ListColumn("street", 110, field="person.street"),
        ListColumn("community", 120, field="person.community"),
        ListColumn("card", 110, 24, printed="体检卡号"),
        ListColumn("amount", 92, 20, END, summed=True),
        ListColumn("hospital", 150),
        ListColumn("issued_on", 96, 23),
        ListColumn("signed_by", 110, 27, printed="领取人签字(手印)"),
        ListColumn("phone", paper=25, field="person.phone"),
        ListColumn("state", 76, 16),
        ListColumn("used_or_returned", paper=24, heading="体检(退回)日期", words=lambda card: card.used_on or card.returned_on),
        ListColumn("used_on", 96),
        ListColumn("returned_on", 96),
        ListColumn("settled", 76, heading="结算", words=lambda card: "已结算" if card.payment_id else "", order=ExamCard.payment),
        ListColumn("notes", 140, 20, START),
    ),
    first=("state",), number=10, money="amount", counted="人",
)  # fmt: skip


def exam_roster(some: Iterable[ExamCard], year: int, practice: bool | None = None) -> Register:
    """Everybody on a year's list; what was signed already stands there."""
    practice = opened.opened_archive().practice if practice is None else practice
    return CARD_LIST.register(
        f"{year}年优抚对象体检卡领取花名册", some, ("单位：元",), practice, least=11 * mm
    )
