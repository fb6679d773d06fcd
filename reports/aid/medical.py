"""Medical aid on paper: the ledger of cases, and the facts of a case for its form."""

from __future__ import annotations

from collections.abc import Iterable

from models.payments.medical_case import MedicalCase
from models.people.outsiders import recipient
from reports.tables.register import END, START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 10), Heading("姓名", 18), Heading("身份证号", 39), Heading("救助类型", 21), Heading("日期", 21),
    Heading("医疗机构", 29, START), Heading("发票号", 28), Heading("总费用(元)", 24, END), Heading("医保报销(元)", 24, END),
    Heading("补助金额(元)", 24, END), Heading("个人负担(元)", 24, END), Heading("事由", 24, START),
)  # fmt: skip
MONEY = 9


def register(some: Iterable[MedicalCase], practice: bool = False) -> Register:
    """The ledger 医疗救助登记台账; the sum at its foot is what the office gave."""
    rows = []
    for case in some:
        whom = recipient(case)
        left = case.left if case.cost is not None else None
        own = (case.whom, whom.number if whom else "", case.kind, case.day, case.hospital, case.invoice)
        rows.append((*own, case.cost, case.insured, case.paid, left, case.cause))
    return Register(
        "优抚对象医疗救助登记台账", HEADINGS, numbered(rows), ("单位：元",), "件", MONEY, practice=practice
    )


def facts(case: MedicalCase) -> dict[str, str]:
    """What the form of medical aid says of the illness."""
    left = f"{case.left:.2f}" if case.cost is not None else ""
    money = {"cost": case.cost, "insured": case.insured}
    return {
        "hospital": case.hospital, "invoice": case.invoice, "own": left,
        **{key: "" if value is None else f"{value:.2f}" for key, value in money.items()},
    }  # fmt: skip
