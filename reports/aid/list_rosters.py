"""Rosters to be signed 发放花名册, one for each list of one-off payments; the columns are those usual in offices.

What a kind of payment depends on (years served, merit, the invoice) has its own columns; no official form was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportlab.lib.units import mm

from models.aid.items import item
from models.aid.oneoffs import CANCELLED, MEDICAL, OneOff
from models.archive import opened
from models.people.outsiders import recipient
from models.people.person import Person
from reports.tables.register import END, START, Heading, Register, numbered

SIGNED = ("单位负责人：", "财务负责人：", "审核人：", "经办人：", "经办人：", "发放日期：", "（公章）")
WHO = (Heading("序号", 10), Heading("姓名", 20), Heading("身份证号", 37), Heading("人员类别", 28), Heading("街道(镇)、村(社区)", 36, START))  # fmt: skip
SIGNING = (Heading("金额(元)", 22, END), Heading("领取人签字(手印)", 27), Heading("代领人及关系", 21), Heading("联系电话", 25))  # fmt: skip
Cells = Callable[[OneOff], tuple[object, ...]]
PLAIN: tuple[tuple[Heading, ...], Cells] = ((Heading("计算说明", 44, START),), lambda one: (one.reckoned,))
OWN: dict[str, tuple[tuple[Heading, ...], Cells]] = {
    "义务兵家庭优待金": (
        (Heading("户籍", 12), Heading("服役地区", 18), Heading("立功", 16), Heading("学历", 12)),
        lambda one: (one.household, one.place, one.merit, one.degree),
    ),
    "立功受奖慰问金": ((Heading("立功受奖", 24),), lambda one: (one.merit,)),
    "自主就业一次性经济补助": ((Heading("服役年数", 16), Heading("计算说明", 44, START)), lambda one: (one.quantity, one.reckoned)),
    "培训期间生活补助费": ((Heading("天数", 12), Heading("计算说明", 36, START)), lambda one: (one.quantity, one.reckoned)),
    "价格临时补贴": ((Heading("月数", 12), Heading("计算说明", 44, START)), lambda one: (one.quantity or 1, one.reckoned)),
}  # fmt: skip
OF_ILLNESS = (
    (
        Heading("医疗机构", 26, START), Heading("发票号", 20), Heading("总费用(元)", 21, END),
        Heading("医保报销(元)", 21, END),
    ),
    lambda one: (
        (one.case.hospital, one.case.invoice, one.case.cost, one.case.insured) if one.case else ("", "", "", "")
    ),
)  # fmt: skip


def roster(some: Iterable[OneOff], title: str = "", practice: bool | None = None) -> Register:
    """The roster of these payments, all of one kind or of several; who was struck off is left out."""
    lines = [one for one in some if one.state != CANCELLED]
    names = {one.item for one in lines}
    headings, cells = _columns(names)
    rows = [(*_who(one), *cells(one), *_signing(one)) for one in lines]
    whole = (*WHO, *headings, *SIGNING)
    return Register(
        title or _title(lines, names), whole, numbered(rows), ("单位：元",), "人", len(WHO) + len(headings), SIGNED,
        11 * mm, opened.current().practice if practice is None else practice,
    )  # fmt: skip


def _columns(names: set[str]) -> tuple[tuple[Heading, ...], Cells]:
    if len(names) == 1:
        name = next(iter(names))
        return OF_ILLNESS if name in MEDICAL else OWN.get(name, PLAIN)
    return (Heading("发放项目", 36, START), *PLAIN[0]), lambda one: (one.item, one.reckoned)


def _title(lines: Sequence[OneOff], names: set[str]) -> str:
    years = sorted({one.year for one in lines if one.year})
    year = f"{years[0]}年" if len(years) == 1 else ""
    return f"{year}{item(next(iter(names))).title}" if len(names) == 1 else f"{year}一次性发放花名册"


def _who(one: OneOff) -> tuple[object, ...]:
    whom = recipient(one)
    place = f"{whom.street}{whom.community}" if isinstance(whom, Person) else whom.street if whom else ""
    category = one.category or (whom.category if whom is not None and not isinstance(whom, Person) else "")
    return (one.whom, whom.number if whom else "", category, place)


def _signing(one: OneOff) -> tuple[object, ...]:
    whom = recipient(one)
    return (one.amount, "", "", whom.phone if whom else "")
