"""A payment 补助发放: what was paid to whom, for which month, under which programme; the one record of money that left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import SQL, Check, Expression, ForeignKeyField, fn

from models.core import codes
from models.core.amounts import AskedAmount, large_amounts, usual_amounts
from models.core.dates import this_day
from models.core.masks import Secret
from models.core.record import Day, Doubt, Record, Text, Yuan
from models.payments.medical_case import MedicalCase
from models.people.identity import BankAccount, Identity
from models.people.outsiders import (
    AboutSomebody,
    Outsider,
    one_recipient,
    recipient,
    whom_words_name,
    with_recipients,
)
from models.people.person import Person, unknown_words

if TYPE_CHECKING:
    from peewee import ModelSelect

# What makes a payment a regular one where no programme was said, as in archives of the first days.
REGULAR = "定期抚恤补助"


class Payment(AboutSomebody, Record):
    """One amount paid for one month (or once), to a person on file or to an outsider; the account is kept as it was then."""

    NOUN = "待遇发放"
    NAMED_BY = ("item", "programme")
    COUNTED = "补助发放"
    COUNTED_ON = ("paid_on", "month")
    REGISTER = "补助发放登记"
    SINCE = ("paid_on", "month")

    person_id: int | None
    person = ForeignKeyField(Person, backref="payments", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="payments", null=True, on_delete="RESTRICT")
    identity_id: int | None
    identity = ForeignKeyField(Identity, backref="payments", null=True, on_delete="RESTRICT")
    case_id: int | None
    case = ForeignKeyField(MedicalCase, backref="payments", null=True, on_delete="RESTRICT")
    programme = Text("发放类别", "programme", index=True)
    month = Day("发放月份", index=True)  # year and month
    item = Text("发放项目", "payment_item")
    category = Text("人员类别")  # in the register's own words
    standard = Text("发放标准")
    amount = Yuan("金额(元)")
    paid_on = Day("发放日期", key="day")
    account = Text("发放账号", secret=Secret.ACCOUNT, digits=True)
    fund = Text("资金来源")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [
            Check('"amount" IS NOT NULL AND "amount" > 0'),
            Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)'),
        ]

    @property
    def number(self) -> str:
        """The citizen number of the one who was paid."""
        someone = recipient(self)
        return someone.number if someone else ""

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from one_recipient(self, "领取人")
        if (self.month is None and self.paid_on is None) or (
            self.month is not None and self.month.known != 2
        ):
            yield "month", "请填写发放月份，如2020-08"
        if not self.item.strip():
            yield "item", "请填写发放项目"
        if self.amount is None:
            yield "amount", "请填写金额"
        elif self.amount <= 0:
            yield "amount", "金额应大于0"
        if self.paid_on is not None and self.paid_on.earliest() > this_day():
            yield "paid_on", f"发放日期{self.paid_on.chinese()}还没有到"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.identity is not None and self.identity.person_id != self.person_id:
            yield "identity", "所选的优抚身份不是领取人的"
        case = self.case
        if case is not None and (case.person_id, case.outsider_id) != (self.person_id, self.outsider_id):
            yield "case", "所选的医疗救助不是领取人的"
        elif case is not None and case.cost is not None and self.amount is not None:
            own = case.left + self._counted(case)
            if self.amount > own:
                yield "amount", f"补助多于个人负担：发票{case.cost}元，除去医保和已补助的还有{own}元"

    def _counted(self, case: MedicalCase) -> Decimal:
        """What the case counts already as paid by this very payment."""
        kept = Payment.get_or_none((Payment.id == (self.id or 0)) & (Payment.case == case.id))
        return (kept.amount if kept is not None else None) or Decimal(0)

    def doubts(self) -> Iterator[Doubt]:
        same = Payment.select().where(
            Payment.person == self.person_id if self.person_id else Payment.outsider == self.outsider_id,
            Payment.identity.is_null(True)
            if self.identity_id is None
            else Payment.identity == self.identity_id,
            Payment.month == self.month,
            Payment.item == self.item,
            Payment.id != (self.id or 0),
        )
        if self.month and self.item and recipient(self) is not None and same.exists():
            yield Doubt("item", f"{self.month.chinese()}已登记过{self.item}，请核对是否重复", 8)
        if self.programme == REGULAR or not self.programme:
            yield from unknown_words(self)  # other programmes name their items freely


# by the year to which figures count a payment (models/year/figures/money); peewee would write the numbers of an index as parameters
Payment.add_index(
    SQL(
        'CREATE INDEX "payment_paid_year" ON "payment" (SUBSTR(COALESCE("paid_on", "month"), 1, 4), "programme")'
    )
)


def usual_item(kind: str) -> str:
    """As what a regular payment for an identity of that kind is made; empty for a kind that is none."""
    return codes.paid_as("kind").get(kind, "")


def regular_items() -> tuple[str, ...]:
    """The items of regular payments, in the order of the kinds; two kinds may share one."""
    return tuple(dict.fromkeys(codes.paid_as("kind").values()))


class PaymentSums(NamedTuple):
    """How many payments, to how many people, and how much altogether in yuan."""

    payments: int
    people: int
    amount: Decimal


def payments(words: str = "", year: int | None = None, item: str = "") -> ModelSelect[Payment]:
    """Payments with their people, newest month first: to people found by words, for a year, of an item."""
    query: ModelSelect[Payment] = with_recipients(Payment).where(*_wanted(words, year, item))
    return query.order_by(Payment.month.desc(), Payment.id.desc())


def payment_doubts(asked: Iterable[AskedAmount]) -> list[str]:
    """Amounts about to be paid that are far above what payments of the same item usually come to, in sentences."""
    asked = list(asked)
    usual = usual_amounts(Payment.item, Payment.amount, Payment.month, {each.what for each in asked})
    return large_amounts(asked, usual)


def payments_to(person: Person) -> ModelSelect[Payment]:
    """What was paid to one person, newest month first."""
    return payments().where(Payment.person == person)


def payment_sums(query: ModelSelect[Payment]) -> PaymentSums:
    """What the payments of a query come to."""
    people = fn.COUNT(Payment.person.distinct()) + fn.COUNT(Payment.outsider.distinct())
    counted: Any = query.select(fn.COUNT(Payment.id), people, Payment.amount.total()).order_by()
    (row,) = list(counted.tuples())
    return PaymentSums(*row)


def payment_years() -> list[int]:
    """The years for which something was paid, newest first."""
    year = fn.SUBSTR(Payment.month, 1, 4).coerce(False)
    found: Any = Payment.select(year).distinct().order_by(year.desc())
    return [int(each) for (each,) in found.tuples()]


def usual_account(person: Person, identity: Identity | None) -> str:
    """The account in use that the money goes to: the identity's own before the person's, the newest first."""
    live = person.accounts.where(BankAccount.until.is_null(True)).order_by(BankAccount.id.desc())
    own = [each for each in live if identity is not None and each.identity_id == identity.id]
    return next((str(each.account) for each in (*own, *live)), "")


def _wanted(words: str, year: int | None, item: str) -> Iterator[Expression]:
    yield Payment.id > 0
    if words.strip():
        yield whom_words_name(Payment, words)
    if year is not None:
        yield Expression(fn.SUBSTR(Payment.month, 1, 4), "=", str(year))
    if item:
        yield Payment.item == item
