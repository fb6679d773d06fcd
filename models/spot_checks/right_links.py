"""The links of a right 身份 → 审批 → 公示 → 审批表 → 条款: what an identity rests on before anything is paid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models.approvals import legal_basis, matters
from models.approvals.approval import Approval, ApprovalState, ApprovalStep, Verdict, steps_of
from models.approvals.matters import FormOfMatter
from models.law import clauses
from models.pay.grants import basis
from models.people.identity import Identity
from models.people.materials import Material, Scan
from models.signed_papers.signed_page import SignedPage

APPROVAL_PAPERS = (
    "审批",
    "审核表",
    "认定表",
    "评定表",
)  # what the titles of papers that were signed for a right say
IDENTITY_FORM = "SF"  # the printed form of an identity, by ``reports.paper.page_mark``


class Link(NamedTuple):
    """One link: what it is called, what the archive has of it, and what is wanting."""

    name: str
    words: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


def right_links(identity: Identity) -> Iterator[Link]:
    """The links of one identity, in the order of the chain."""
    approval = approval_of(identity)
    yield _identity_link(identity)
    yield _approval_link(identity, approval)
    if approval is not None and matters.matter(approval.matter).notice:
        yield _notice_link(approval)
    yield _paper_link(identity)
    yield _clause_link(identity, approval)


def approval_of(identity: Identity) -> Approval | None:
    """The approval that made the identity: the last agreed one that is about it, or of its kind; else the last of them."""
    known = [
        name for name, each in matters.matters().items() if each.kind and each.form == FormOfMatter.IDENTITY
    ]
    of_kind = [name for name in known if matters.matter(name).kind == identity.kind]
    about = (Approval.identity == identity) & Approval.matter.in_(known)
    alike = (
        (Approval.person == identity.person_id) & Approval.identity.is_null() & Approval.matter.in_(of_kind)
    )
    agreed = Approval.state == ApprovalState.AGREED
    found: Approval | None = (
        Approval.select().where(about | alike).order_by(agreed.desc(), Approval.id.desc()).first()
    )
    return found


def _identity_link(identity: Identity) -> Link:
    said = (
        identity.kind, identity.category, f"{identity.grade}{identity.nature}", f"证书编号{identity.certificate}" if identity.certificate else "",
        f"批准日期{identity.approved.chinese()}" if identity.approved else "", identity.state,
    )  # fmt: skip
    wanting = (
        "" if identity.certificate or not identity.paid else "没有登记证书编号",
        "" if identity.approved else "没有登记批准日期",
        "" if identity.state else "没有登记状态",
    )
    return Link("身份", ("，".join(filter(None, said)),), tuple(filter(None, wanting)))


def _approval_link(identity: Identity, approval: Approval | None) -> Link:
    if approval is None:
        told = (f"只登记了批准日期{identity.approved.chinese()}",) if identity.approved else ()
        return Link("审批", told, ("没有审批登记",))
    steps = steps_of(approval)
    taken_in = approval.accepted_on.chinese() if approval.accepted_on else ""
    decided = f"，{approval.decided_on.chinese()}办结" if approval.decided_on else ""
    head = f"{approval.matter}（{approval.number}），{taken_in}受理{decided}，{approval.state}"
    wanting = [f"“{step.level}”没有签署同意" for step in steps if step.verdict != Verdict.YES]
    if approval.state != ApprovalState.AGREED:
        wanting.insert(0, f"审批还没有同意（{approval.state}）")
    return Link("审批", (head, *(_step_words(step) for step in steps if step.verdict)), tuple(wanting))


def _step_words(step: ApprovalStep) -> str:
    day = step.signed_on.chinese() if step.signed_on else ""
    return f"{step.level}：{step.verdict}，{step.signed_by}，{day}"


def _notice_link(approval: Approval) -> Link:
    told = tuple(notice.told() for notice in approval.notices)  # type: ignore[attr-defined]
    return Link("公示", told, () if told else ("应公示，没有公示登记",))


def _paper_link(identity: Identity) -> Link:
    """The signed form of the approval, among the papers of the file."""
    papers = (
        Material.select().where(Material.person == identity.person_id).order_by(Material.number, Material.id)
    )
    told, bare = [], []
    for paper in papers:
        if any(word in paper.title for word in APPROVAL_PAPERS):
            count = Scan.select().where(Scan.material == paper).count()
            told.append(f"{paper.title}：扫描件{count}份" if count else f"{paper.title}（没有扫描件）")
            bare += [] if count else [paper.title]
    pages = (
        SignedPage.select()
        .where(SignedPage.person == identity.person_id, SignedPage.form == IDENTITY_FORM)
        .count()
    )
    told += [f"审批表签回{pages}页"] if pages else []
    if pages or len(told) > len(bare):
        return Link("审批表", tuple(told))
    return Link("审批表", tuple(told), ("审批表没有扫描件" if told else "材料里没有审批表",))


def _clause_link(identity: Identity, approval: Approval | None) -> Link:
    """The clauses on which it was approved, as they stood on that day."""
    if approval is not None and approval.basis.strip():
        return Link("条款", (approval.basis.strip(),))
    day = (approval.decided_on if approval is not None else None) or identity.approved
    if day is None:
        return Link("条款", (), ("不知道批准日期，查不到当时的条款",))
    if approval is not None:
        found = clauses.cite(approval.matter, str(day), *legal_basis.whom_of(identity))
    else:
        found = basis.right_to_pay(identity.kind, identity.category, str(day))
    return Link("条款", (found,) if found else (), () if found else (f"没有读到{day.chinese()}的条款",))
