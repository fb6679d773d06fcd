"""The roster of exam cards 体检卡领取花名册, to be signed by whoever takes the card."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm

from models.aid.exam_cards import ExamCard
from models.archive import opened
from reports.tables.register import END, START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 10), Heading("姓名", 20), Heading("身份证号", 37), Heading("街道(镇)、村(社区)", 40, START),
    Heading("体检卡号", 24), Heading("面额(元)", 20, END), Heading("领取日期", 23), Heading("领取人签字(手印)", 27),
    Heading("联系电话", 25), Heading("状态", 16), Heading("体检(退回)日期", 24), Heading("备注", 20, START),
)  # fmt: skip
MONEY = 5


def roster(some: Iterable[ExamCard], year: int, practice: bool | None = None) -> Register:
    """Everybody on a year's list; what was signed already stands there."""
    rows = [
        (
            each.person.name, each.person.number, f"{each.person.street}{each.person.community}", each.card,
            each.amount, each.issued_on, each.signed_by, each.person.phone, each.state,
            each.used_on or each.returned_on, each.notes,
        )
        for each in some
    ]  # fmt: skip
    practice = opened.current().practice if practice is None else practice
    return Register(
        f"{year}年优抚对象体检卡领取花名册", HEADINGS, numbered(rows), ("单位：元",), "人", MONEY, least=11 * mm,
        practice=practice,
    )  # fmt: skip
