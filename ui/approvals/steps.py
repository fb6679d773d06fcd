"""One approval from beginning to end: its levels, its notices, its papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models import workdays
from models.aid.oneoffs import DRAWN, OneOff
from models.approvals import signing
from models.approvals.approval import AGREED, YES, Approval, ApprovalStep
from models.approvals.notices import PublicNotice, new_notice
from models.base import Refusal
from models.dates import PartDate
from models.jobs import Job, Step
from models.medical import MedicalCase
from reports.approvals import forms, letters, notices
from reports.fonts import Missing
from ui import messages, room, theme
from ui.aid.cases import ITEMS
from ui.aid.oneoffs import OneOffForm
from ui.approvals.signing import SignDialog
from ui.asking import Asking
from ui.attachments import AttachmentsDialog
from ui.editors import LineEdit
from ui.file_forms import FileForm
from ui.icons import icon
from ui.ledgers import Ledger
from ui.printouts import PrintButton, preview
from ui.record_dialog import RecordDialog
from ui.session import Session
from ui.tables import Column

PAID_AS = {
    "临时救助": "临时救助",
    "医疗救助": "大病救助",
    "丧葬补助": "丧葬补助",
    "优待金": "义务兵家庭优待金",
}
STEPS = [
    Column("level", "环节", lambda s: s.level, None, 96),
    Column("received", "收到日期", lambda s: s.received or "", None, 96),
    Column("limit", "期限", lambda s: f"{s.limit}个工作日" if s.limit else "", None, 92),
    Column("due", "应办结", lambda s: due_words(s), None, 170),
    Column("verdict", "结论", lambda s: s.verdict, None, 76),
    Column("opinion", "意见", lambda s: s.opinion, None, 200),
    Column("signed_by", "负责人", lambda s: s.signed_by, None, 80),
    Column("signed_on", "签字日期", lambda s: s.signed_on or "", None, 96),
    Column("notes", "备注", lambda s: s.notes, None, 120, hidden=True),
]
NOTICES = [
    Column("begins", "公示开始", lambda n: n.begins, None, 96),
    Column("days", "天数", lambda n: f"{n.days}{'个工作日' if n.working else '日'}", None, 86),
    Column("ends", "公示到", lambda n: PartDate.of(n.ends()), None, 96),
    Column("place", "地点", lambda n: n.place, None, 170),
    Column("objected", "异议", lambda n: {True: "有", False: "无"}.get(n.objected, "未登记"), None, 70),
    Column("outcome", "异议处理结果", lambda n: n.outcome, None, 200),
]


def due_words(step: ApprovalStep) -> str:
    """The last day of a level that has not signed, and how many working days are left."""
    if step.verdict == YES or step.limit is None or step.received is None:
        return ""
    where = signing.waiting_among([step], date.today(), workdays.calendar())
    if where is None or where.due is None or where.left is None:
        return ""
    left = f"还有{where.left}天" if where.left >= 0 else f"超{-where.left}天"
    return f"{where.due}（{left}）"


class Steps(Ledger):
    """The levels in the order in which they sign."""

    def __init__(self, session: Session, approval: Approval) -> None:
        self.approval = approval
        super().__init__(session, "审批环节", STEPS, "approval_steps", "没有环节")
        self.buttons.itemAt(0).widget().hide()  # levels come with the matter
        self.buttons.itemAt(1).widget().setText("签署")  # type: ignore[attr-defined]
        self.buttons.itemAt(2).widget().hide()
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(self.approval.steps.order_by(ApprovalStep.place))
        where = signing.waiting(Approval.get_by_id(self.approval.id))
        if where is not None:
            self.table.go_to(where.step.id)

    def change(self, record: Any = None) -> None:
        """Sign for the chosen level."""
        chosen = record if isinstance(record, ApprovalStep) else self.table.record()
        if chosen is not None:
            dialog = SignDialog(self.session, chosen, self)
            dialog.exec()
            dialog.deleteLater()

    def delete(self) -> None:
        """Levels stay."""

    def whose(self) -> str:
        return self.approval.whom


class NoticeForm(FileForm[PublicNotice]):
    """One notice."""

    def __init__(self) -> None:
        super().__init__()
        names = ["begins", "days", "working", "place", "contact", "withheld", "objected", "outcome"]
        self.for_fields(
            PublicNotice, names, required=["begins", "days"], wide=["contact", "withheld", "outcome"]
        )


class Notices(Ledger):
    """What hung out."""

    def __init__(self, session: Session, approval: Approval) -> None:
        self.approval = approval
        super().__init__(
            session, "公示", NOTICES, "public_notices", "还没有公示。要公示的事项，点“新增”登记。"
        )
        self.add_button("打印公示书", "mdi6.printer-outline", self.print)
        self.add_button("照片", "mdi6.image-outline", self.show_photos)
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        own = PublicNotice.select().where(PublicNotice.approval == self.approval)
        self.show_rows(own.order_by(PublicNotice.id))

    def form(self) -> FileForm[Any]:
        return NoticeForm()

    def new(self) -> PublicNotice:
        return new_notice(self.approval)

    def whose(self) -> str:
        return self.approval.whom

    def print(self) -> None:
        notice = self.table.record()
        if notice is not None:
            preview(self, "公示书", lambda file: paper(lambda: notices.write(notice, file)))

    def show_photos(self) -> None:
        """The photos that prove that it hung there."""
        notice = self.table.record()
        if notice is not None:
            dialog = AttachmentsDialog(self.session, notice, f"{self.approval.whom}的公示", self)
            dialog.exec()
            dialog.deleteLater()


class ApprovalDialog(QDialog):
    """Everything about one approval."""

    def __init__(self, session: Session, approval: Approval, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.approval = session, approval
        self.setWindowTitle(f"审批　{approval.whom}　{approval.matter}")
        self.about = theme.look(QLabel(wordWrap=True), "heading")
        self.more = theme.look(QLabel(wordWrap=True), "quiet")
        self.steps, self.notices = Steps(session, approval), Notices(session, approval)
        self.prints = PrintButton()
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
        self.withdraw_button.setEnabled(now.open)
        self.pay_button.setVisible(now.matter in PAID_AS)
        self.pay_button.setEnabled(now.state == AGREED and not now.oneoffs.count())

    def save_decision(self) -> None:
        """The decision as a Word file, to be changed by the office."""
        name = f"不予认定决定书{self.approval.number}.docx"
        chosen, _ = QFileDialog.getSaveFileName(self, "保存到", name, "Word文档 (*.docx)")
        if not chosen:
            return
        try:
            letters.write_word(self.approval, Path(chosen))
        except Refusal as refusal:
            messages.explain(refusal, self)
        else:
            messages.tell(self, f"已保存到 {chosen}。文件含有个人信息，用完请妥善处理")

    def show_papers(self) -> None:
        """The signed form, scanned back, and whatever else proves the case."""
        named = f"{self.approval.whom}的{self.approval.matter}"
        dialog = AttachmentsDialog(self.session, self.approval, named, self)
        dialog.exec()
        dialog.deleteLater()

    def pay(self) -> None:
        """Draw up the payment that was agreed to; it is approved and paid with the others of its kind."""
        now = self.approval
        one = OneOff(
            person=now.person, outsider=now.outsider, approval=now, item=PAID_AS[now.matter], state=DRAWN
        )
        one.year, one.amount = (
            (now.decided_on or now.accepted_on or PartDate.of(date.today())).year,
            now.granted,
        )
        one.reckoned = f"审批{now.number}批准"
        if now.matter == "医疗救助" and now.person is not None:
            own = MedicalCase.select().where(MedicalCase.person == now.person)
            one.case = own.order_by(MedicalCase.id.desc()).first()
            one.item = ITEMS.get(one.case.kind, one.item) if one.case is not None else one.item
        form = OneOffForm(self.session, asks=False)
        form.edit(one)
        dialog = RecordDialog(self.session, form, f"转入发放：{now.whom}的{one.item}", None, self)
        dialog.exec()
        dialog.deleteLater()

    def withdraw(self) -> None:
        """The applicant takes it back."""

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"撤回{self.approval.whom}的{self.approval.matter}"):
                signing.withdraw(Approval.get_by_id(self.approval.id), values["reason"])

        words = f"{self.approval.whom}撤回“{self.approval.matter}”申请，这件事到此结束。"
        asked = Asking(self, "申请人撤回", words, "撤回", act).add("reason", "撤回的原因", LineEdit(200))
        asked.exec()
        asked.deleteLater()

    def _lay_out(self) -> None:
        self.prints.offer_paper("审批表（已签的意见填好）", lambda file: _form(self.approval, file))
        self.prints.offer_paper(
            "受理通知书（带存根）", lambda file: paper(lambda: letters.write(self.approval, file))
        )
        self.prints.offer_paper("不予认定决定书", self._decision)
        self.prints.choices.addAction(
            icon("mdi6.file-word-outline"), "不予认定决定书（存为Word）", self.save_decision
        )
        self.withdraw_button.clicked.connect(self.withdraw)
        self.papers_button.clicked.connect(self.show_papers)
        self.pay_button.clicked.connect(self.pay)
        foot = QHBoxLayout()
        foot.addWidget(self.prints)
        for button in (self.papers_button, self.pay_button, self.withdraw_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch()
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        for widget in (self.about, self.more, self.steps, self.notices):
            column.addWidget(widget)
        column.addStretch()
        column.addLayout(foot)
        room.resize(self, 960, 560)

    def _decision(self, file: Path) -> Job[tuple[Missing, ...]]:
        return paper(lambda: letters.write(self.approval, file, refused=True))


def paper(write: Callable[[], object]) -> Job[tuple[Missing, ...]]:
    """A paper that is written in one go, as a job."""
    yield Step(0, 0, "正在排版")
    write()
    return ()


def _form(approval: Approval, file: Path) -> Job[tuple[Missing, ...]]:
    yield Step(0, 0, "正在排版")
    return forms.write([forms.of(approval)], file)
