"""Decisions 办结: what the last signature writes, all of it in its own entry: the case's end, the identity, its state, its pay.

What other rooms write of an agreement (the first month of pay, a grade's change, a payment drawn up) ``models/records`` names in
``FOLLOWED_BY``; whatever one of them refuses refuses the signature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.approvals.approval import Approval, ApprovalState, ApprovalStep, seal_of_decision
from models.approvals.case_facts import asked_facts, held_facts, lay_over, missing_facts, proposed_identity
from models.approvals.matters import FormOfMatter, matter
from models.people.identity import RECEIVING, EntitlementState, Identity, IdentityState
from models.people.state_changes import change_state

# Matters about an identity that is recognised already: the state that follows, and those in which it may be before.
FOLLOWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "停发待遇": (EntitlementState.STOPPED, (RECEIVING,)),
    "恢复待遇": (RECEIVING, (EntitlementState.STOPPED, EntitlementState.SUSPENDED)),
    "抚恤关系转出": (EntitlementState.MOVED, (RECEIVING,)),
}
REGRADING = "调整残疾等级"
OF_KNOWN_IDENTITIES = (*FOLLOWS, REGRADING, "换证补证")  # matters that make no identity: it is there already
GRADED_ANEW = ("grade", "nature")  # what ``models.pay.grants`` writes of a regrading, with what it was before
NOT_YET_DECIDED = (EntitlementState.TAKEN_IN, "")
FOLLOWED_BY: list[Callable[[Approval], None]] = []


def decision_problems(approval: Approval) -> Iterator[str]:
    """Why a matter cannot be agreed to yet: what its case does not hold, whose file it cannot be written in."""
    asked, missing = matter(approval.matter), missing_facts(approval)
    if missing:
        yield f"还没有填写{'、'.join(missing)}，请先点“认定内容”填好，再签署"
    if not asked.kind and approval.matter not in FOLLOWS:
        return
    if approval.person_id is None:
        yield "申请人还没有建档，不能写入优抚身份：请先为申请人建档，再在申请中选择"
    elif approval.identity_id is None and approval.matter in OF_KNOWN_IDENTITIES:
        yield "没有选择优抚身份，请先在申请中选择"
    elif approval.identity_id is None and _has(approval.person_id, asked.kind):
        yield f"申请人已有{asked.kind}身份，请先在申请中选择，以免重复登记"


def end_case(approval: Approval, state: str, step: ApprovalStep) -> None:
    """End a matter by its last signature, inside an entry: with what follows from an agreement, or the reason of a refusal."""
    approval.state, approval.decided_on = state, step.signed_on
    if state == ApprovalState.REFUSED:
        approval.refusal = approval.refusal or step.opinion
    else:
        approval.granted = approval.asked if approval.granted is None else approval.granted
        _write_facts(approval)
    if approval.identity_id is not None:
        _tell_identity(approval, step)
    if state == ApprovalState.AGREED:
        for write in FOLLOWED_BY:
            write(approval)
    approval.signed_hash = seal_of_decision(approval) if state == ApprovalState.AGREED else ""
    approval.save()


def _has(person: int, kind: str) -> bool:
    return bool(Identity.select().where(Identity.person == person, Identity.kind == kind).exists())


def _write_facts(approval: Approval) -> None:
    """The identity says what was agreed to; one that was not there is made. What is graded anew waits for its own record."""
    identity = proposed_identity(approval)
    if identity is None or not asked_facts(approval):
        return
    if approval.matter == REGRADING:
        identity = Identity.get_by_id(approval.identity_id)
        facts = held_facts(approval.facts)
        lay_over(identity, {name: value for name, value in facts.items() if name not in GRADED_ANEW})
    identity.save()
    approval.identity = identity


def _tell_identity(approval: Approval, step: ApprovalStep) -> None:
    """The identity comes into the state that the decision says: what waited for it, is stopped, paid again or moves."""
    identity: Identity = Identity.get_by_id(approval.identity_id)
    agreed = approval.state == ApprovalState.AGREED
    if identity.state in NOT_YET_DECIDED:
        state: str = RECEIVING if agreed else EntitlementState.NOT_RECOGNISED
        if agreed:
            identity.approved = identity.approved or step.signed_on
            identity.save()
    else:
        state, before = FOLLOWS.get(approval.matter, ("", ()))
        if not agreed or identity.state not in before:
            return
    change = IdentityState(identity=identity, person=identity.person_id, state=state, since=step.signed_on)
    change.reason = f"{approval.matter}审批{approval.number}：{approval.state}"
    moved = state == EntitlementState.MOVED or (
        agreed and matter(approval.matter).form is FormOfMatter.MOVED_IN
    )
    change.place = approval.category if moved else ""
    change.paid_to = identity.paid_to if moved and agreed else None
    change_state(change)
