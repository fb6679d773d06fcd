"""Payments 补助发放: what the office paid, and what was paid to one person."""

from __future__ import annotations

from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.core import codes
from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.payments import payment
from models.payments.payment import Payment
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.recipient_columns import recipient_column
from reports.tables.register import END
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.pay.dues.payment_form import PaymentForm
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
