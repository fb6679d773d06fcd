"""Agreed aid 审批批准的发放: the one-off payment that an approval ends in, drawn up with what was granted."""

from __future__ import annotations

from models.aid import items
from models.aid.oneoffs import MEDICAL_ITEMS, OneOff, OneOffState, drawn_up_for
from models.approvals.approval import Approval
from models.core.dates import PartDate, this_day
from models.payments.medical_case import MedicalCase


def payment_of(approval: Approval) -> OneOff:
    """The payment that follows from an approval, not saved; of an illness with the newest case of its person."""
    one = OneOff(
        person=approval.person, outsider=approval.outsider, approval=approval, state=OneOffState.DRAWN
    )
    one.item, one.amount = items.item_for(approval.matter), approval.granted
    one.year = (approval.decided_on or approval.accepted_on or PartDate.of(this_day())).year
    one.reckoned = f"审批{approval.number}批准"
    if one.item in MEDICAL_ITEMS and approval.person is not None:
        own = MedicalCase.select().where(MedicalCase.person == approval.person)
        one.case = own.order_by(MedicalCase.id.desc()).first()
        one.item = items.case_item(one.case.kind) if one.case is not None else one.item
    return one


def draw_up(approval: Approval) -> None:
    """Draw up what was granted, inside the decision's entry: ``FOLLOWED_BY`` of ``models.approvals.decisions``.

    What was granted without an amount is drawn up by hand when it is known.
    """
    if items.item_for(approval.matter) and approval.granted is not None and not drawn_up_for(approval):
        payment_of(approval).save()
