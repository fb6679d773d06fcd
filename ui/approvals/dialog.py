"""The dialog of one approval from beginning to end: its levels, its notices, its papers, and the payment that follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.aid import items
from models.aid.agreed_aid import payment_of
from models.aid.oneoffs import drawn_up_for
from models.approvals import signing
from models.approvals.approval import Approval, ApprovalState
from models.approvals.case_facts import asked_facts, missing_facts
from models.core.dates import this_day
from models.core.jobs import Job, Step
from models.disclosure.policies import CopyPurpose
from reports.approvals import forms, letters
from reports.paper.fonts import Missing
from ui.aid.oneoff_form import OneOffForm
from ui.approvals.facts import ask_facts, told_facts
from ui.approvals.notices import Notices
from ui.approvals.steps import ApprovalSteps
from ui.disclosure.copy_dialog import CopyDialog
from ui.forms.editors import LineEdit
from ui.forms.record_dialog import RecordDialog
from ui.forms.small_question import Asking
from ui.jobs.operations import attempt
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import PERSONAL, WORD, ask_place, note_saved
from ui.jobs.session import Session
from ui.materials.attachments import AttachmentsDialog
from ui.printing.print_button import PrintButton, paper_job, preview_paper
from ui.widgets import theme, window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon


class ApprovalDialog(QDialog):
    """Everything about one approval."""

    def __init__(self, session: Session, approval: Approval, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.approval = session, approval
        self.setWindowTitle(f"审批　{approval.whom}　{approval.matter}")
        self.about = theme.look(QLabel(wordWrap=True), "heading")
        self.more = theme.look(QLabel(wordWrap=True), "quiet")
        self.facts = QLabel(wordWrap=True)
        self.steps, self.notices = ApprovalSteps(session, approval), Notices(session, approval)
        self.prints = PrintButton()
        self.facts_button = QPushButton(icon("mdi6.form-select"), "认定内容…")
        self.papers_button = QPushButton(icon("mdi6.paperclip"), "签字扫描件…")
        self.pay_button = QPushButton(icon("mdi6.cash-plus"), "转入发放…")
        self.withdraw_button = QPushButton(icon("mdi6.undo-variant"), "申请人撤回…")
        self._lay_out()
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        now = self.approval = Approval.get_by_id(self.approval.id)
        decided = f"，{now.decided_on.chinese()}办结" if now.decided_on else ""
        self.about.setText(f"{now.number}　{now.whom}　{now.matter}　【{now.state}{decided}】")
        taken = now.accepted_on.chinese() if now.accepted_on else ""
        asked = f"，申请{now.asked:,.2f}元" if now.asked else ""
        cause = f"　事由：{now.cause}" if now.cause else ""
        refused = f"　不予的理由：{now.refusal}" if now.refusal else ""
        self.more.setText(f"{taken}受理，经办人{now.handler or '未填'}{asked}{cause}{refused}")
        self._show_facts(now)
        self.withdraw_button.setEnabled(now.open)
        self.pay_button.setVisible(bool(items.item_for(now.matter)))
        self.pay_button.setEnabled(now.state == ApprovalState.AGREED and not drawn_up_for(now))

    def save_decision(self) -> None:
        """The decision as a Word file, to be changed by the office; how the applicant stands in it is asked."""
        title, columns = letters.DECISION_TITLE, letters.LETTER_COLUMNS
        asked = CopyDialog(title, columns, self, {".docx": "存为Word…"}, CopyPurpose.OWN)
        if not run_dialog(asked):
            return
        place, chosen = (
            ask_place(self, f"{title}{self.approval.number}.docx", WORD),
            (asked.way(), asked.open_numbers()),
        )
        if place is not None and attempt(self, lambda: letters.write_word(self.approval, place, *chosen)):
            note_saved(place, whose=self.approval.person.uid if self.approval.person else "")
            tell_saved(self, place, PERSONAL)

    def show_papers(self) -> None:
        """The signed form, scanned back, and whatever else proves the case."""
        named = f"{self.approval.whom}的{self.approval.matter}"
        run_dialog(AttachmentsDialog(self.session, self.approval, named, self))

    def fill_facts(self) -> None:
        """What the official form asks of the identity; the decision writes it into the file."""
        ask_facts(self.session, self.approval, self)

    def show_refusal(self) -> None:
        """The letter that a refusal needs, at once."""
        preview_paper(self, letters.DECISION_TITLE, self._decision)

    def pay(self) -> None:
        """Draw up by hand what was granted without an amount; it is approved and paid with the others of its kind."""
        one = payment_of(self.approval)
        form = OneOffForm(self.session, asks=False)
        form.edit(one)
        run_dialog(
            RecordDialog(self.session, form, f"转入发放：{one.whom}的{one.item}", None, self, form.ROOM)
        )

    def _show_facts(self, now: Approval) -> None:
        asked = bool(asked_facts(now))
        missing = missing_facts(now) if now.open else ()
        owed = signing.owed_before_district(now, this_day())
        before = f"区级签署以前：{owed}" if owed else ""
        self.facts.setText("\n".join(filter(None, (told_facts(now, missing), before))))
        self.facts.setVisible(bool(self.facts.text()))
        theme.look(self.facts, "warning" if missing or owed else "quiet")
        self.facts_button.setVisible(asked)
        self.facts_button.setEnabled(now.open)

    def withdraw(self) -> None:
        """The applicant takes it back."""

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"撤回{self.approval.whom}的{self.approval.matter}"):
                signing.withdraw(Approval.get_by_id(self.approval.id), values["reason"])

        words = f"{self.approval.whom}撤回“{self.approval.matter}”申请，这件事到此结束。"
        run_dialog(Asking(self, "申请人撤回", words, "撤回", act).add("reason", "撤回的原因", LineEdit(200)))

    def _lay_out(self) -> None:
        self.prints.offer_paper("审批表（已签的意见填好）", lambda file: _form(self.approval, file))
        self.prints.offer_paper(
            "受理通知书（带存根）", lambda file: paper_job(lambda: letters.write_letter(self.approval, file))
        )
        self.prints.offer_paper("不予认定决定书", self._decision)
        self.prints.choices.addAction(
            icon("mdi6.file-word-outline"), "不予认定决定书（存为Word）", self.save_decision
        )
        self.steps.refused.connect(self.show_refusal)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.facts_button.clicked.connect(self.fill_facts)
        self.papers_button.clicked.connect(self.show_papers)
        self.pay_button.clicked.connect(self.pay)
        foot = QHBoxLayout()
        foot.addWidget(self.prints)
        for button in (self.facts_button, self.papers_button, self.pay_button, self.withdraw_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch()
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        for widget in (self.about, self.more, self.facts, self.steps, self.notices):
            column.addWidget(widget)
        column.addStretch()
        column.addLayout(foot)
        window_size.resize(self, 960, 560)

    def _decision(self, file: Path) -> Job[tuple[Missing, ...]]:
        return paper_job(lambda: letters.write_letter(self.approval, file, refused=True))


def _form(approval: Approval, file: Path) -> Job[tuple[Missing, ...]]:
    yield Step(0, 0, "正在排版")
    return forms.write_forms([forms.approval_form(approval)], file)
