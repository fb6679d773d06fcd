"""Signing 签署: the levels of an approval one after another, and what follows from the last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from models.approvals.approval import (
    Approval,
    ApprovalState,
    ApprovalStep,
    Verdict,
    right_of,
    steps_of,
)
from models.approvals.decisions import decision_problems, end_case
from models.approvals.notices import forbids_decision
from models.core.dates import PartDate, this_day
from models.core.record import Invalid, Refusal
from models.office import roles, workdays
from models.office.workdays import Calendar

DISTRICT = "区级"


def step_problems(step: ApprovalStep) -> dict[str, str]:
    """What forbids that the level signs as it stands, with one message per field."""
    found = dict(step.rules())
    approval: Approval = Approval.get_by_id(step.approval_id)
    if not step.verdict:
        found.setdefault("verdict", "请选择结论")
    if not approval.open:
        found["verdict"] = f"这件事已经办结（{approval.state}），不能再签署"
    for field, words in _out_of_order(step, steps_of(approval)):
        found.setdefault(field, words)
    decides = step.level == DISTRICT and step.verdict == Verdict.YES and "signed_on" not in found
    if decides and step.signed_on and (words := forbids_decision(approval, step.signed_on.earliest())):
        found["signed_on"] = words
    if step.verdict == Verdict.YES and _following(step) is None:
        for words in decision_problems(approval):
            found.setdefault("verdict", words)
    return found


def _out_of_order(step: ApprovalStep, steps: list[ApprovalStep]) -> Iterator[tuple[str, str]]:
    """Every level below must have agreed, and not later; none above may have signed."""
    place = [each.id for each in steps].index(step.id)
    for lower in steps[:place]:
        if lower.verdict != Verdict.YES:
            yield "verdict", f"“{lower.level}”还没有签署同意，“{step.level}”不能先签"
        elif lower.signed_on and step.signed_on and step.signed_on.before(lower.signed_on):
            yield "signed_on", f"早于“{lower.level}”的签字日期{lower.signed_on.chinese()}"
    for higher in steps[place + 1 :]:
        if higher.verdict:
            yield "verdict", f"“{higher.level}”已经签署，“{step.level}”不能再改"


def owed_before_district(approval: Approval, day: date) -> str:
    """What the public is owed before the district may agree on that day; empty when nothing is, or it has agreed."""
    agreed = any(each.level == DISTRICT and each.verdict == Verdict.YES for each in steps_of(approval))
    decides = any(each.level == DISTRICT for each in steps_of(approval))
    return forbids_decision(approval, day) if approval.open and decides and not agreed else ""


def sign_step(step: ApprovalStep, user: str) -> Approval:
    """Write a level's opinion down, inside an entry, and let the matter go on or end.

    Raises ``Invalid`` with one message per field; ``Refusal`` when the account may not sign for this level.
    """
    roles.require(user, right_of(step), f"签署“{step.level}”意见")
    if found := step_problems(step):
        raise Invalid(found)
    step.save()
    approval: Approval = Approval.get_by_id(step.approval_id)
    if step.verdict == Verdict.BACK:
        _send_back(step)
    elif step.verdict == Verdict.NO:
        end_case(approval, ApprovalState.REFUSED, step)
    elif (following := _following(step)) is not None:
        following.received = step.signed_on
        following.save()
    else:
        end_case(approval, ApprovalState.AGREED, step)
    return approval


def withdraw(approval: Approval, reason: str) -> None:
    """The applicant takes the application back, inside an entry."""
    if not approval.open:
        raise Refusal(f"这件事已经办结（{approval.state}），不能撤回")
    if not reason.strip():
        raise Refusal("请写明撤回的原因")
    approval.state, approval.decided_on = ApprovalState.WITHDRAWN, PartDate.of(this_day())
    approval.notes = "；".join(filter(None, (approval.notes, f"撤回：{reason.strip()}")))
    approval.save()


class Waiting(NamedTuple):
    """Where an approval stands: the step that it waits for, its last day, and how many working days are left."""

    step: ApprovalStep
    due: date | None
    left: int | None

    @property
    def overdue(self) -> bool:
        return self.left is not None and self.left < 0


def waiting(
    approval: Approval, today: date | None = None, calendar: Calendar | None = None
) -> Waiting | None:
    """What an open approval waits for; None when it is closed."""
    if not approval.open:
        return None
    return waiting_among(steps_of(approval), today or this_day(), calendar or workdays.calendar())


def waiting_among(steps: list[ApprovalStep], today: date, calendar: Calendar) -> Waiting | None:
    """The first of the steps that has not agreed, with its limit counted on ``today``."""
    step = next((each for each in steps if each.verdict != Verdict.YES), None)
    if step is None:
        return None
    if step.limit is None or step.received is None:
        return Waiting(step, None, None)
    due = calendar.after(step.received.earliest(), step.limit)
    left = calendar.between(today, due) if today <= due else -calendar.between(due, today) or -1
    return Waiting(step, due, left)


def late(today: date | None = None) -> list[tuple[Approval, Waiting]]:
    """The open approvals whose present level is past its limit, the longest overdue first."""
    today, calendar = today or this_day(), workdays.calendar()
    open_ones: Any = Approval.select().where(Approval.state == ApprovalState.OPEN)
    found = [(each, where) for each in open_ones if (where := waiting(each, today, calendar))]
    return sorted((pair for pair in found if pair[1].overdue), key=lambda pair: pair[1].left or 0)


def _following(step: ApprovalStep) -> ApprovalStep | None:
    later = (ApprovalStep.approval == step.approval_id) & (ApprovalStep.place > step.place)
    found: ApprovalStep | None = ApprovalStep.select().where(later).order_by(ApprovalStep.place).first()
    return found


def _send_back(step: ApprovalStep) -> None:
    """Papers sent back for more: the level below signs anew, and this level's limit begins anew then."""
    below = (ApprovalStep.approval == step.approval_id) & (ApprovalStep.place < (step.place or 0))
    before = ApprovalStep.select().where(below).order_by(ApprovalStep.place.desc()).first()
    told = f"{step.signed_on.chinese() if step.signed_on else ''}由{step.signed_by}退回补正：{step.opinion}"
    step.notes = "；".join(filter(None, (step.notes, told)))
    step.received = step.received if before is None else None
    again = step if before is None else before
    if before is not None:
        before.received = step.signed_on
    else:
        step.received = step.signed_on
    for each in {step.id: step, again.id: again}.values():
        each.verdict, each.opinion, each.signed_by, each.signed_on = "", "", "", None
        each.save()
