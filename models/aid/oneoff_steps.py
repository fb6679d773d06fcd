"""The steps of a one-off payment 一次性发放: approved, paid, or struck from its list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from models.aid import budgets
from models.aid.oneoffs import OneOff, OneOffState, oneoff_account, seal_of_oneoff, seals_of_oneoff
from models.approvals.approval import ApprovalState
from models.core.amounts import AskedAmount
from models.core.dates import PartDate, this_day
from models.core.record import Invalid, Refusal
from models.office import roles
from models.payments.payment import Payment, payment_doubts


def oneoff_doubts(some: Iterable[OneOff]) -> list[str]:
    """What is to be looked at before a list is approved or paid: amounts far above what is usual for the item."""
    return payment_doubts(AskedAmount(one.whom, one.item, one.amount or Decimal(0)) for one in some)


def approve_oneoffs(some: Sequence[OneOff], day: PartDate, user: str) -> Decimal:
    """Approve a list, inside an entry; returns its sum. Raises ``Refusal`` when a budget does not hold it."""
    roles.require(user, roles.APPROVE, "批准发放")
    _refuse_future("approved_on", day)
    for one in some:
        if one.state != OneOffState.DRAWN:
            raise Refusal(f"{one.whom}的{one.item}{one.state}，不用再批准")
        if one.approval is not None and one.approval.state != ApprovalState.AGREED:
            raise Refusal(
                f"{one.whom}的{one.item}审批{one.approval.number}还没有办结（{one.approval.state}）"
            )
        _refuse_more_than_granted(one)
    budgets.refuse_overrun(some)
    for one in some:
        one.state, one.approved_on, one.approved_by = OneOffState.APPROVED, day, user
        one.signed_hash = seal_of_oneoff(one)
        one.save()
    return sum((one.amount or Decimal(0) for one in some), Decimal(0))


def _refuse_more_than_granted(one: OneOff) -> None:
    granted = one.approval.granted if one.approval is not None else None
    if granted is not None and one.amount is not None and one.amount > granted:
        number = one.approval.number if one.approval is not None else ""
        raise Refusal(
            f"{one.whom}的{one.item}是{one.amount:,.2f}元，审批{number}只批准了{granted:,.2f}元，请先改正金额"
        )


def pay_oneoffs(some: Iterable[OneOff], day: PartDate) -> list[Payment]:
    """Pay what was approved, inside an entry: each becomes a payment of its programme."""
    _refuse_future("paid_on", day)
    paid = []
    for one in some:
        if one.state != OneOffState.APPROVED:
            raise Refusal(f"{one.whom}的{one.item}现在是“{one.state}”，批准以后才能登记发放")
        if one.approved_on is not None and day.before(one.approved_on):
            raise Refusal(f"发放日期早于{one.whom}的批准日期{one.approved_on.chinese()}")
        if one.signed_hash and one.signed_hash not in seals_of_oneoff(one):
            raise Refusal(f"{one.whom}的{one.item}批准以后账号有了变动，请先“退回”，核对以后重新批准")
        payment = _payment(one, day)
        payment.save()
        one.state, one.paid_on, one.payment = OneOffState.PAID, day, payment
        one.save()
        paid.append(payment)
    return paid


def _refuse_future(field: str, day: PartDate) -> None:
    if day.earliest() > this_day():
        raise Invalid({field: f"{day.chinese()}晚于今天，还没有到的日子不能登记"})


def _payment(one: OneOff, day: PartDate) -> Payment:
    person, outsider = one.person, one.outsider
    payment = Payment(person=person, outsider=outsider, case=one.case, item=one.item)
    payment.programme, payment.month = one.kind.programme, one.month or PartDate(day.year, day.month)
    payment.category, payment.standard, payment.amount = one.category, one.reckoned, one.amount
    payment.paid_on, payment.fund, payment.notes = day, one.fund, one.batch
    payment.account = oneoff_account(one)
    return payment


def send_back_oneoffs(some: Sequence[OneOff], reason: str) -> None:
    """Let what was approved be changed and approved anew, inside an entry; the reason stays with it."""
    if not reason.strip():
        raise Refusal("请写明退回的原因")
    for one in some:
        if one.state != OneOffState.APPROVED:
            raise Refusal(f"{one.whom}的{one.item}现在是“{one.state}”，只有已批准、还没有发放的可以退回")
        one.state, one.approved_on, one.approved_by, one.signed_hash = OneOffState.DRAWN, None, "", ""
        one.notes = "；".join(filter(None, (one.notes, f"退回：{reason.strip()}")))
        one.save()


def cancel(one: OneOff, reason: str) -> None:
    """Strike somebody from a list, inside an entry; what was paid stays."""
    if one.state == OneOffState.PAID:
        raise Refusal(f"{one.whom}的{one.item}已经发放，不能取消；发错的请另行追回")
    if not reason.strip():
        raise Refusal("请写明取消的原因")
    one.state, one.notes = (
        OneOffState.CANCELLED,
        "；".join(filter(None, (one.notes, f"取消：{reason.strip()}"))),
    )
    one.save()
