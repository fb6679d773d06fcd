"""Medical aid 医疗救助: every illness that was helped with, its invoice, what the insurance paid, what was given, what is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QPushButton, QWidget

from models.aid import items
from models.aid.oneoffs import OneOff, OneOffState
from models.approvals.approval import Approval, ApprovalState
from models.approvals.approval import accept as take_in
from models.core import codes
from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.core.jobs import Job, Step
from models.payments import medical_case
from models.payments.medical_case import MedicalCase
from models.people.person import Person
from reports.aid import medical as papers
from reports.approvals import forms
from reports.paper.fonts import Missing
from ui.aid.oneoff_form import OneOffForm
from ui.forms.editors import DateEdit, LineEdit, YuanEdit
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import PersonBox
from ui.forms.record_dialog import RecordDialog
from ui.forms.small_question import Asking
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.materials.attachments import AttachmentsDialog
from ui.printing.print_button import PrintButton, preview_paper
from ui.widgets.dialogs import run_dialog


class CaseForm(FileForm[MedicalCase]):
    """One illness and its invoice."""

    def __init__(self, session: Session, person: Person | None = None, asks: bool = True) -> None:
        super().__init__()
        if asks:
            self.bind("person", "救助对象", PersonBox())
            self.bind("outsider", "救助对象(未建档)", OutsiderBox(session))
        self.for_fields(
            MedicalCase, ["kind", "day", "hospital", "invoice", "cost", "insured"], required=["kind"]
        )
        self.for_fields(MedicalCase, ["cause", "notes"], wide=["cause"])


class MedicalList(RecordList):
    """Cases with their filter line."""

    NOUN = "医疗救助"
    LISTING = papers.CASE_LIST
    PERSONAL = frozenset({"name", "street"})
    EMPTY = "还没有医疗救助。\n\n点“登记医疗救助”登记病情、发票和医保报销，再点“申请补助”计算金额。"

    def fill_line(self) -> None:
        self.line.add_choice("年度")
        self.line.add_choice("类型", codes.table("medical_kind").names())

    def reload_line(self) -> None:
        self.line.offer_years("年度", medical_case.case_years())

    def query(self) -> ModelSelect[Any]:
        year = self.line.year("年度")
        query: ModelSelect[Any] = medical_case.cases_found(self.line.words(), year, self.line.chosen("类型"))
        return query.where(MedicalCase.person == self.person) if self.person is not None else query

    def told(self, query: ModelSelect[Any]) -> str:
        found = medical_case.case_sums(query)
        return f"共{found.cases:,}件，总费用{yuan(found.cost)}元，已补助{yuan(found.paid)}元"

    def form(self, record: MedicalCase) -> FileForm[Any]:
        return CaseForm(self.session, record.person, asks=not record.whom)

    def new(self) -> MedicalCase:
        return MedicalCase(person=self.person, day=PartDate.of(this_day()))

    def named(self, record: MedicalCase) -> str:
        return f"{record.whom}的{record.kind}"

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("申请补助…", "mdi6.calculator", self.apply),
            ("送审批…", "mdi6.draw-pen", self.send),
            ("发票附件…", "mdi6.paperclip", self.show_papers),
        ]

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register(
            "医疗救助登记台账", lambda: partial(papers.medical_register, self.query(), self.session.practice)
        )
        return [prints]

    def apply(self) -> None:
        """Draw up a payment for the chosen case, reckoned by the office's ratios."""
        case = self._chosen()
        if case is None:
            return
        item = items.case_item(case.kind)
        one = OneOff(
            person=case.person, outsider=case.outsider, case=case, item=item, state=OneOffState.DRAWN
        )
        one.year = case.day.year if case.day else this_day().year
        form = OneOffForm(self.session, asks=False)
        form.edit(one)
        form.reckon()
        run_dialog(RecordDialog(self.session, form, f"申请{item}：{case.whom}", None, self, form.ROOM))

    def send(self) -> None:
        """Take an application for medical aid in, with its chain of levels, and show the form to print."""
        case = self._chosen()
        if case is None:
            return

        def act(values: dict[str, Any]) -> None:
            approval = Approval(
                person=case.person, outsider=case.outsider, matter="医疗救助", state=ApprovalState.OPEN
            )
            approval.accepted_on = approval.applied_on = values["day"]
            approval.asked, approval.cause, approval.category = values["asked"], values["cause"], case.kind
            approval.handler = self.session.user
            with self.session.entry(f"受理医疗救助申请：{case.whom}"):
                take_in(approval)
            preview_paper(self, "优抚对象医疗救助审批表", lambda file: _form(approval, case, file))

        left = case.left if case.cost is not None else None
        words = f"受理{case.whom}的医疗救助申请，逐级签署在“审批”里登记；同时打印审批表。"
        asked = Asking(self, "送审批", words, "受理", act)
        asked.add("day", "受理日期", DateEdit(), PartDate.of(this_day()))
        asked.add("asked", "申请金额", YuanEdit(), left, required=False)
        asked.add("cause", "申请事由", LineEdit(200), case.cause)
        run_dialog(asked)

    def show_papers(self) -> None:
        """The invoice and the settlement sheet as scans."""
        case = self._chosen()
        if case is not None:
            run_dialog(AttachmentsDialog(self.session, case, f"{case.whom}的{case.kind}", self))

    def _chosen(self) -> MedicalCase | None:
        now = self.table.record()
        if now is None:
            messages.tell(self, "请先选一件医疗救助")
            return None
        found: MedicalCase = MedicalCase.get_by_id(now.id)
        return found


def _form(approval: Approval, case: MedicalCase, file: Path) -> Job[tuple[Missing, ...]]:
    yield Step(0, 0, "正在排版")
    return forms.write_forms([forms.approval_form(approval, papers.illness_facts(case))], file)


class MedicalPage(MedicalList):
    """The section 医疗救助."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)


class MedicalTab(MedicalList):
    """The tab 医疗救助 of a person's file."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, person, parent)
