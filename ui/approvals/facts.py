"""The facts of a case 认定内容: what its official form asks of the identity, filled in before it is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from models.approvals.approval import Approval, ApprovalState
from models.approvals.case_facts import asked_facts, facts_words, hold_facts, proposed_identity
from models.core.record import Refusal
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.session import Session
from ui.person_forms.identity_form import IdentityForm
from ui.widgets.dialogs import run_dialog

ROOM_FOR_FACTS = QSize(760, 600)
ROOM_FOR_WORDS = 150  # characters, three lines of the dialog; the form shows them whole


def ask_facts(session: Session, approval: Approval, parent: QWidget) -> None:
    """Ask for the facts, and let the case hold them."""
    identity = proposed_identity(approval)
    if identity is None:
        messages.explain(Refusal("没有选择优抚身份，请先在申请中选择"), parent)
        return
    form = IdentityForm(identity, asked=asked_facts(approval))
    form.edit(identity)
    title = f"填写{approval.whom}的{approval.matter}认定内容"
    fresh = Approval.get_by_id(approval.id)
    run_dialog(RecordDialog(session, form, title, lambda it: hold_facts(fresh, it), parent, ROOM_FOR_FACTS))


def told_facts(approval: Approval, missing: Sequence[str]) -> str:
    """What the case holds, and what it lacks yet or what came of it."""
    held = facts_words(approval.facts)
    said = [f"认定内容　{held[:ROOM_FOR_WORDS]}{'……' if held[ROOM_FOR_WORDS:] else ''}"] if held else []
    if missing:
        said.append(f"还没有填写{'、'.join(missing)}，请点“认定内容…”填好，办结时写入档案")
    elif approval.state == ApprovalState.AGREED and approval.identity is not None:
        begins = f"，从{approval.starts.chinese()}起发" if approval.starts is not None else ""
        said.append(f"已写入{approval.identity.kind}身份（{approval.identity.state}{begins}）")
    return "\n".join(said)
