"""The opinions of the levels, as facts for the cells of a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from models.approvals.approval import Approval, ApprovalStep, Verdict
from models.approvals.notices import PublicNotice
from models.core.dates import PartDate

NOTICE, EXPERTS = "公示", "专家小组"
NO_LEVELS = (f"signed:{NOTICE}", f"signed:{EXPERTS}")


def opinion_facts(steps: Iterable[ApprovalStep], notices: Sequence[PublicNotice] = ()) -> dict[str, str]:
    """``opinion:LEVEL``, ``signer:LEVEL`` and ``signed:LEVEL`` of each level that has signed, and of the notice."""
    known: dict[str, str] = {}
    for step in steps:
        if not step.verdict:
            continue
        said = step.opinion if step.verdict == Verdict.YES or step.verdict in step.opinion else ""
        known[f"opinion:{step.level}"] = said or "：".join(filter(None, (step.verdict, step.opinion)))
        known[f"signer:{step.level}"] = step.signed_by
        known[f"signed:{step.level}"] = step.signed_on.chinese() if step.signed_on else ""
    if notices:
        known[f"opinion:{NOTICE}"] = notices[-1].told()
        if notices[-1].objected is not None:
            known[f"signed:{NOTICE}"] = PartDate.of(notices[-1].ends()).chinese()
    return known


def is_signed(facts: Mapping[str, str]) -> bool:
    """Whether a level has signed what these facts are of."""
    return any(key.startswith("signed:") and key not in NO_LEVELS for key in facts)


def expert_facts(approval: Approval) -> dict[str, str]:
    """``opinion:专家小组`` and ``signed:专家小组``; empty where nothing was written down of the experts."""
    names = f"专家：{approval.expert_names}" if approval.expert_names else ""
    if not (said := "　".join(filter(None, (approval.expert_opinion, names)))):
        return {}
    day = approval.expert_day
    return {f"opinion:{EXPERTS}": said, f"signed:{EXPERTS}": day.chinese() if day is not None else ""}


def opinions_of(approval: Approval) -> dict[str, str]:
    """The facts of one approval."""
    steps = approval.steps.order_by(ApprovalStep.place)
    notices = list(PublicNotice.select().where(PublicNotice.approval == approval).order_by(PublicNotice.id))
    return opinion_facts(steps, notices) | expert_facts(approval)
