"""The signing of a level 签署: its opinion, its signature and day, in a form that says at once what is out of order."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from models.approvals import signing
from models.approvals.approval import VERDICTS, ApprovalStep, Verdict
from models.approvals.usual_words import usual_words
from models.core.dates import PartDate, this_day
from ui.forms.editors import CodeBox, TextEdit
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session


class ApprovalStepForm(FileForm[ApprovalStep]):
    """What one level said; the usual words are filled in and may be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.bind("verdict", "结论", CodeBox(names=VERDICTS), required=True)
        self.for_fields(ApprovalStep, ["received"])
        self.bind("opinion", "意见", TextEdit(4), self.COLUMNS)
        self.for_fields(
            ApprovalStep, ["signed_by", "signed_on", "limit", "notes"], required=["signed_by", "signed_on"]
        )

    def check(self) -> dict[str, str]:
        """What forbids signing is the model's to say; here it is shown while one types."""
        if self.record is None:
            return {}
        faults = {name: words for name, editor in self.editors.items() if (words := editor.fault())}
        problems = {**signing.step_problems(self.record), **faults}
        self.complain(problems)
        self.validity_changed.emit(not problems)
        return problems


class SignDialog(RecordDialog):
    """Asks for a level's opinion and writes it down; the matter goes on or ends."""

    def __init__(self, session: Session, step: ApprovalStep, parent: QWidget | None = None) -> None:
        fresh = ApprovalStep.get_by_id(step.id)
        if not fresh.verdict:
            fresh.verdict, fresh.signed_on = Verdict.YES, PartDate.of(this_day())
            fresh.opinion = fresh.opinion or usual_words(fresh)
            fresh.signed_by = last_signer(fresh.level)
        form = ApprovalStepForm()
        form.edit(fresh)
        approval = fresh.approval
        title = f"签署{fresh.level}意见：{approval.whom} {approval.matter}"
        super().__init__(
            session,
            form,
            title,
            lambda record: signing.sign_step(record, session.user),
            parent,
            QSize(680, 420),
        )


def last_signer(level: str) -> str:
    """Who signed for this level last; empty the first time."""
    signed = ApprovalStep.select().where(ApprovalStep.level == level, ApprovalStep.signed_by != "")
    last = signed.order_by(ApprovalStep.signed_on.desc(), ApprovalStep.id.desc()).first()
    return str(last.signed_by) if last is not None else ""
