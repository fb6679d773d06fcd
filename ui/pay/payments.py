"""Payments 补助发放: what the office paid, and what was paid to one person."""

from __future__ import annotations

from typing import Any, cast

from peewee import ModelSelect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.core import codes
from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.payments import payment
from models.payments.payment import REGULAR, Payment, usual_account, usual_item
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.recipient_columns import recipient_column
from reports.tables.register import END
from ui.forms.editors import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.person_box import IdentityBox, PersonBox
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.pay.dues.person_grants import PersonGrants
from ui.pay.eligibility.person_decisions import PersonDecisions

PAYMENT_LIST = Listing(
    Payment,
    (
        ListColumn("month", 90),
        recipient_column("name", 90),
        recipient_column("number", 160),
        recipient_column("street", 110),
        ListColumn("programme", 110, hidden=True),
        ListColumn("item", 200),
        ListColumn("standard", 120),
        ListColumn("amount", 100, align=END, summed=True),
        ListColumn("paid_on", 100),
        ListColumn("account", 170),
        ListColumn("fund", 130),
        ListColumn("notes", 120),
    ),
)


class PaymentForm(FileForm[Payment]):
    """One payment; what is usual for the person and the identity is filled in and may be changed."""

    def __init__(self, person: Person | None = None, asks: bool = True) -> None:
        """``asks`` who was paid, when that is not known yet."""
        super().__init__()
        self._identity = IdentityBox()
        self._identity.offer(person)
        if asks:
            self._person = PersonBox()
            self.bind("person", "领取人", self._person, self.COLUMNS, required=True)
            self._person.changed.connect(self._on_person)
        self.for_fields(Payment, ["month"], required=["month"])
        self.bind("identity", "优抚身份", self._identity)
        self.bind("item", "发放项目", CodeBox("payment_item", editable=True), required=True)
        self.for_fields(
            Payment,
            ["programme", "category", "standard", "amount", "paid_on", "account", "fund", "notes"],
            required=["amount"],
            wide=["account"],
        )
        self._identity.changed.connect(self._on_identity)

    def edit(self, record: Payment) -> None:
        super().edit(record)
        if record.id is None and record.person is not None:
            self._suggest(record.person)

    def _on_person(self) -> None:
        person = self._person.value()
        known = [each.person_id for each in self._identity.offered()]
        if person is None or known[:1] == [person.id]:
            return
        self._identity.offer(person)
        self._suggest(person)

    def _suggest(self, person: Person) -> None:
        """The identity that is paid, if only one is; and what goes with it."""
        paid = [identity for identity in self._identity.offered() if identity.paid]
        if len(paid) == 1:
            self._identity.set_value(paid[0])
        self._on_identity()

    def _on_identity(self) -> None:
        if self.record is None or self.record.id is not None or self.record.person is None:
            return
        identity = self._identity.value()
        if identity is not None and not self.editors["item"].value():
            cast(CodeBox, self.editors["item"]).set_value(usual_item(identity.kind))
            self.editors["programme"].set_value(REGULAR if usual_item(identity.kind) else "")
        self.editors["account"].set_value(usual_account(self.record.person, identity))


class PaymentsList(RecordList):
    """Payments with their filter line."""

    NOUN = "发放"
    LISTING = PAYMENT_LIST
    PERSONAL = frozenset({"name", "number", "street"})
    EMPTY = "还没有发放记录。\n\n点“登记发放”登记第一笔。"

    def fill_line(self) -> None:
        self.line.add_choice("年度")
        self.line.add_choice("项目", codes.table("payment_item").names())

    def reload_line(self) -> None:
        self.line.offer_years("年度", payment.payment_years())

    def query(self) -> ModelSelect[Any]:
        year = self.line.year("年度")
        query = payment.payments(self.line.words(), year, self.line.chosen("项目"))
        return query if self.person is None else query.where(Payment.person == self.person)

    def told(self, query: ModelSelect[Any]) -> str:
        sums = payment.payment_sums(query)
        people = f"，{sums.people:,}人" if self.person is None else ""
        return f"共{sums.payments:,}笔{people}，合计{yuan(sums.amount)}元"

    def form(self, record: Payment) -> PaymentForm:
        return PaymentForm(record.person, asks=not record.whom)

    def new(self) -> Payment:
        today = this_day()
        return Payment(person=self.person, month=PartDate(today.year, today.month))

    def named(self, record: Payment) -> str:
        whom = f"给{record.whom}的" if record.whom else ""
        return f"{record.month.chinese() if record.month else ''}{whom}{record.item}{yuan(record.amount)}元"


class PaymentsPage(PaymentsList):
    """The page 补助发放 of the window: everybody's payments."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)


class PaymentsTab(PaymentsList):
    """The tab 待遇发放 of a person's file: the grants with what a month comes to, and below what was paid."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        self.grants, self.decisions = PersonGrants(session, person), PersonDecisions(session, person)
        super().__init__(session, person, parent)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.grants)
        layout.insertWidget(1, self.decisions)
        self.grants.decision_wanted.connect(
            lambda grant: self.decisions.decide(grant.claim.identity, grant.month)
        )

    def read(self) -> None:
        super().read()
        self.grants.refresh()
        self.decisions.refresh()
