"""Medical aid 医疗救助记录 in a person's file: each illness with what it cost and what was given, then aid without an invoice;
and the devices that were issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from models.core import codes
from models.ledger.assistive_devices import AssistiveDevice
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from reports.person.person_file import Aid, Device


def medical_aids(cases: Iterable[MedicalCase], payments: Iterable[Payment]) -> list[Aid]:
    """The rows of one person, oldest first."""
    paid = [payment for payment in payments if is_medical(payment)]
    rows = [(str(case.day or ""), _of_case(case, paid)) for case in cases]
    rows += [
        (str(each.paid_on or each.month or ""), _of_payment(each)) for each in paid if each.case_id is None
    ]
    return [aid for _, aid in sorted(rows, key=lambda row: row[0])]


def is_medical(payment: Payment) -> bool:
    """Whether a payment stands on this page instead of among the benefits."""
    return payment.case_id is not None or payment.programme in codes.medical_programmes()


def _of_case(case: MedicalCase, paid: list[Payment]) -> Aid:
    own = [payment for payment in paid if payment.case_id == case.id]
    total = sum((payment.amount or Decimal(0) for payment in own), Decimal(0))
    day = case.day.chinese() if case.day else ""
    cost = f"{case.cost:.2f}" if case.cost is not None else ""
    return Aid(
        day, case.kind, case.hospital, cost, f"{total:.2f}" if own else "", "；".join(_notes(case, own))
    )


def _notes(case: MedicalCase, own: list[Payment]) -> Iterator[str]:
    if case.insured:
        yield f"医保报销{case.insured:.2f}元"
    if case.invoice:
        yield f"发票{case.invoice}"
    if len(own) > 1:
        yield f"分{len(own)}次补助"
    if case.cause:
        yield case.cause
    if case.notes:
        yield case.notes


def _of_payment(payment: Payment) -> Aid:
    day = payment.paid_on or payment.month
    amount = f"{payment.amount:.2f}" if payment.amount is not None else ""
    return Aid(day.chinese() if day else "", payment.item or payment.programme, "", "", amount, payment.notes)


def device_rows(devices: Iterable[AssistiveDevice]) -> Iterator[Device]:
    """The rows of one person, the oldest first."""
    for each in sorted(devices, key=lambda device: (str(device.day), device.id)):
        given_up = f"{each.given_up.chinese()}停用" if each.given_up else ""
        yield Device(
            each.day.chinese() if each.day else "",
            " ".join(filter(None, (each.kind, each.specification))),
            each.maker,
            "" if each.cost is None else f"{each.cost:.2f}",
            each.due.chinese() if each.due else "",
            "；".join(filter(None, (given_up, each.fund, each.notes))),
        )
