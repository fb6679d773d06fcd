"""Medical aid on paper: the ledger of cases, and the facts of a case for its form."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from models.payments.medical_case import MedicalCase
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.recipient_columns import recipient_column
from reports.tables.register import END, START, Register


def share_of(case: MedicalCase) -> str:
    """How much of the cost the insurance and the office bore together."""
    if not case.cost:
        return ""
    return f"{((case.insured or Decimal(0)) + case.paid) / case.cost * 100:.1f}%"


CASE_LIST = Listing(
    MedicalCase,
    (
        recipient_column("name", 90, 18),
        recipient_column("number", paper=39),
        recipient_column("street", 110),
        ListColumn("kind", 96, 21),
        ListColumn("day", 96, 21),
        ListColumn("hospital", 170, 29, START),
        ListColumn("invoice", 120, 28),
        ListColumn("cost", 104, 24, END, summed=True),
        ListColumn("insured", 104, 24, END, "医保报销(元)", summed=True),
        ListColumn("paid", 104, 24, END, "已补助(元)", printed="补助金额(元)", summed=True),
        ListColumn("left", 104, 24, END, "个人负担(元)", words=lambda case: case.left if case.cost is not None else None),
        ListColumn("share", 84, align=END, heading="报销比例", words=share_of),
        ListColumn("cause", 160, 24, START),
        ListColumn("notes", 120, hidden=True),
    ),
    first=("kind", "name", "street"), number=10, money="paid", counted="件",
)  # fmt: skip


def medical_register(some: Iterable[MedicalCase], practice: bool = False) -> Register:
    """The ledger 医疗救助登记台账; the sum at its foot is what the office gave."""
    return CASE_LIST.register("优抚对象医疗救助登记台账", some, ("单位：元",), practice)


def illness_facts(case: MedicalCase) -> dict[str, str]:
    """What the form of medical aid says of the illness."""
    left = f"{case.left:.2f}" if case.cost is not None else ""
    money = {"cost": case.cost, "insured": case.insured}
    return {
        "hospital": case.hospital, "invoice": case.invoice, "own": left,
        **{key: "" if value is None else f"{value:.2f}" for key, value in money.items()},
    }  # fmt: skip
