"""The form of a payment 补助发放: one amount, with what is usual for the person and the identity filled in."""

from __future__ import annotations

from typing import cast

from models.payments.payment import REGULAR, Payment, usual_account, usual_item
from models.people.person import Person
from ui.forms.editors import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.person_box import IdentityBox, PersonBox


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
