"""The form of an application: who asks, for what, with which identity."""

from __future__ import annotations

from typing import cast

from models.approvals import legal_basis, matters
from models.approvals.approval import Approval
from models.people.person import Person
from ui.forms.editors import CodeBox, LineEdit, TextEdit
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import IdentityBox, PersonBox
from ui.jobs.session import Session


class ApprovalForm(FileForm[Approval]):
    """One application; the identity that the matter is about is chosen when there is only one."""

    def __init__(self, session: Session, person: Person | None = None, asks: bool = True) -> None:
        super().__init__()
        self._identity = IdentityBox()
        self._identity.offer(person)
        self._asks = asks
        if asks:
            self._person = PersonBox()
            self.bind("person", "申请人", self._person)
            self.bind("outsider", "申请人(未建档)", OutsiderBox(session))
            self._person.changed.connect(self._on_person)
        self.bind("matter", "审批事项", CodeBox(names=matters.matters()), required=True)
        self.bind("identity", "优抚身份", self._identity)
        self.for_fields(Approval, ["applied_on", "accepted_on"], required=["accepted_on"])
        self.section("申请内容")
        self.for_fields(Approval, ["category", "asked"])
        self.bind("cause", "申请事由", TextEdit(3), self.COLUMNS)
        self.section("办理")
        self.for_fields(Approval, ["handler"])
        self.bind("number", "受理编号", LineEdit(20, "保存时自动编号"))
        self.for_fields(Approval, ["granted", "starts"])
        self.bind("basis", "依据条款", CodeBox(editable=True, names=(), free=True), self.COLUMNS)
        self.for_fields(Approval, ["refusal", "notes"], wide=["refusal"])
        self.section("医疗卫生专家小组（评定、调整残疾等级）")
        self.for_fields(
            Approval,
            ["expert_opinion", "expert_names", "expert_day"],
            wide=["expert_opinion", "expert_names"],
        )
        self.editors["matter"].changed.connect(self._choose_identity)
        for name in ("matter", "accepted_on", "identity"):
            self.editors[name].changed.connect(self._offer_clauses)

    def edit(self, record: Approval) -> None:
        super().edit(record)
        self.editors["matter"].set_read_only(record.id is not None)  # the levels came with it
        self._offer_clauses()

    def _offer_clauses(self) -> None:
        """The clauses of the day of the fact, for the identity it is about; of a matter in hand those of today beside them."""
        matter, whose = self.editors["matter"].value(), self._asked_for()
        days = [self.editors["accepted_on"].value()]
        if self.record is not None and self.record.id is not None and self.record.open:
            days.insert(0, None)  # it will be decided today at the earliest
        about = legal_basis.whom_of(self._identity.value())
        facts = (legal_basis.fact_day(matter, day, whose) for day in days)
        known = dict.fromkeys(clause for day in facts for clause in matters.clauses_for(matter, day, *about))
        cast(CodeBox, self.editors["basis"]).offer(known)

    def _asked_for(self) -> Person | None:
        return self._person.value() if self._asks else self.record.person if self.record is not None else None

    def _on_person(self) -> None:
        self._identity.offer(self._person.value())
        self._choose_identity()

    def _choose_identity(self) -> None:
        """The identity that the matter is about, when the person has just one of that kind."""
        known = matters.matters().get(self.editors["matter"].value())
        fitting = [each for each in self._identity.offered() if known and each.kind == known.kind]
        if len(fitting) == 1 and self._identity.value() is None:
            self._identity.set_value(fitting[0])
