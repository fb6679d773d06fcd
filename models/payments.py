"""A payment 补助发放: what was paid to whom, for which month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from peewee import Check, ForeignKeyField

from models.base import Day, Doubt, Record, Text, Yuan
from models.identities import Identity
from models.people import Person, unknown_words

if TYPE_CHECKING:
    from peewee import ModelSelect


class Payment(Record):
    """One amount paid for one month (or once); the account is kept as it was then."""

    person_id: int
    person = ForeignKeyField(Person, backref="payments", on_delete="RESTRICT")
    identity_id: int | None
    identity = ForeignKeyField(Identity, backref="payments", null=True, on_delete="RESTRICT")
    month = Day("发放月份", index=True)  # year and month
    item = Text("发放项目", "payment_item")
    standard = Text("发放标准")
    amount = Yuan("金额(元)")
    paid_on = Day("发放日期")
    account = Text("发放账号")
    fund = Text("资金来源")
    notes = Text("备注")

    class Meta:
        constraints = [Check('"amount" IS NOT NULL AND "amount" > 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.person_id is None:
            yield "person", "请选择领取人"
        if self.month is None or self.month.known != 2:
            yield "month", "请填写发放月份，如2020-08"
        if not self.item.strip():
            yield "item", "请填写发放项目"
        if self.amount is None:
            yield "amount", "请填写金额"
        elif self.amount <= 0:
            yield "amount", "金额应大于0"
        if self.paid_on is not None and self.paid_on.earliest() > date.today():
            yield "paid_on", f"发放日期{self.paid_on.chinese()}还没有到"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.identity is not None and self.identity.person_id != self.person_id:
            yield "identity", "所选的优抚身份不是领取人的"

    def doubts(self) -> Iterator[Doubt]:
        same = Payment.select().where(
            Payment.person == self.person_id,
            Payment.identity.is_null(True)
            if self.identity_id is None
            else Payment.identity == self.identity_id,
            Payment.month == self.month,
            Payment.item == self.item,
            Payment.id != (self.id or 0),
        )
        if self.month and self.item and self.person_id and same.exists():
            yield Doubt("item", f"{self.month.chinese()}已登记过{self.item}，请核对是否重复", 8)
        yield from unknown_words(self)


def payments() -> ModelSelect[Payment]:
    """Every payment with its person, newest month first."""
    return Payment.select(Payment, Person).join(Person).order_by(Payment.month.desc(), Payment.id.desc())


def payments_to(person: Person) -> ModelSelect[Payment]:
    """What was paid to one person, newest month first."""
    return payments().where(Payment.person == person)
