"""Agreed grants 审批定的待遇: what an approval's end writes of pay: from which month, and a disability graded anew."""

from __future__ import annotations

from models.approvals.approval import Approval
from models.approvals.case_facts import held_facts
from models.approvals.decisions import GRADED_ANEW, OF_KNOWN_IDENTITIES, REGRADING
from models.core.dates import PartDate
from models.pay.grants.beginnings import beginning
from models.pay.grants.claims import claims
from models.pay.grants.grants import GradeChange, Grant, regrade
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER
from models.people.identity import RECEIVING, Identity


def write_pay(approval: Approval) -> None:
    """What a matter agreed to says of pay, inside its entry: ``FOLLOWED_BY`` of ``models.approvals.decisions``."""
    if approval.matter == REGRADING:
        _grade_anew(approval)
    elif approval.identity_id is not None and approval.matter not in OF_KNOWN_IDENTITIES:
        _begin(approval)


def _grade_anew(approval: Approval) -> None:
    identity: Identity = Identity.get_by_id(approval.identity_id)
    facts = held_facts(approval.facts)
    grade, nature = (facts.get(name) or getattr(identity, name) for name in GRADED_ANEW)
    if (grade, nature) == (identity.grade, identity.nature):
        return
    change = GradeChange(person=identity.person_id, identity=identity, approved=approval.decided_on)
    change.grade_before, change.nature_before = identity.grade, identity.nature
    change.grade, change.nature, change.basis = grade, nature, _basis(approval)
    regrade(change)


def _begin(approval: Approval) -> None:
    """The month from which pay begins: the case's own where it names one, which is kept where law would say another; else that."""
    identity: Identity = Identity.get_by_id(approval.identity_id)
    if identity.state != RECEIVING:
        return
    lawful = _lawful_beginning(identity)
    if approval.starts is None:
        approval.starts = lawful
        return
    first = PartDate(approval.starts.year, approval.starts.month or 1)
    if first != lawful:
        grant = Grant.get_or_none(Grant.identity == identity) or Grant(
            person=identity.person_id, identity=identity
        )
        grant.begins, grant.basis = first, grant.basis or _basis(approval)
        grant.save()


def _lawful_beginning(identity: Identity) -> PartDate | None:
    """The first month by the rules; None where they cannot tell it surely."""
    begun = beginning(claims(Identity.id == identity.id)[0], Ways.kept())
    sure = begun.first == begun.sure and begun.sure not in (BEFORE_ALL_MONTHS, NEVER)
    return months.part(begun.sure) if sure else None


def _basis(approval: Approval) -> str:
    return f"{approval.matter}审批{approval.number}"
