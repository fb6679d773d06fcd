"""Aid in hardship 困难帮扶: who asked for what, what was done, by whom he is accompanied 结对, and what was paid.

The money is a payment like any other (``models.payments.payment``), to which the row points: it is never kept twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from peewee import Check, ForeignKeyField

from models.core.dates import PartDate
from models.core.record import Day, Record, Text
from models.payments.payment import Payment
from models.people.outsiders import AboutSomebody, Outsider
from models.people.person import Person
from models.veterans.plain_rows import PlainRow

AID_PROGRAMME, AID_ITEM = "困难帮扶", "困难帮扶金"


class HardshipAid(AboutSomebody, PlainRow, Record):
    """One application and the help that came of it."""

    NOUN = "困难帮扶"
    NAMED_BY = ("request", "cause")
    COUNTED = "困难帮扶"
    REGISTER = "服务保障·困难帮扶"
    EXPORTED = "hardship_aid"
    SINCE = ("day", "helped")
    LATER = {"helped": {"way": "", "outcome": "", "payment": None}}
    WHOSE = "帮扶对象"
    IN_TURN = ("day", "helped")
    COUNTED_ON = ("helped", "day")

    person_id: int | None
    person = ForeignKeyField(Person, backref="aids", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="aids", null=True, on_delete="RESTRICT")
    payment_id: int | None
    payment = ForeignKeyField(Payment, backref="aids", null=True, unique=True, on_delete="RESTRICT")
    day = Day("申请日期", index=True)
    cause = Text("困难原因", "hardship_cause")
    request = Text("申请帮扶事项")
    helped = Day("帮扶日期")
    way = Text("帮扶方式", "hardship_way")
    helper = Text("结对帮扶人(单位)")
    outcome = Text("帮扶情况")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from super().rules()
        if self.day is None and self.helped is None:
            yield "day", "请填写申请日期或帮扶日期"
        if self.money is not None and self.money <= 0:
            yield "money", "帮扶金额应大于0，没有发钱的不用填"
        if self.money is not None and self.helped is None:
            yield "helped", "发了帮扶金的，请填写帮扶日期"

    @property
    def money(self) -> Decimal | None:
        """What was paid as this help; what is set here is paid when the row is saved."""
        return self._typed("money", "amount")  # type: ignore[no-any-return]

    @money.setter
    def money(self, amount: Decimal | None) -> None:
        self.__dict__["money"] = amount

    @property
    def fund(self) -> str:
        """From which fund it was paid."""
        return self._typed("fund", "fund") or ""

    @fund.setter
    def fund(self, words: str) -> None:
        self.__dict__["fund"] = words

    def _typed(self, name: str, of_payment: str) -> Any:
        if name in self.__dict__:
            return self.__dict__[name]
        return getattr(self.payment, of_payment) if self.payment_id is not None else None

    def save(self, *args: Any, **options: Any) -> int:
        """Keep the row and its payment."""
        taken = self.id is None and self.__dict__.keys().isdisjoint(
            ("money", "fund")
        )  # a payment on record already
        if not taken and not self.problems() and self.money is not None:
            paid = paid_as_aid(self, self.money, self.fund)
            paid.save()
            self.payment = paid
            if only := options.get("only"):
                options["only"] = [*only, HardshipAid.payment]
        return super().save(*args, **options)


def paid_as_aid(aid: HardshipAid, amount: Decimal, fund: str) -> Payment:
    """The payment of a help, its own or a new one, with what is known of it now; not yet saved."""
    day: PartDate | None = aid.helped or aid.day
    paid: Any = aid.payment if aid.payment_id is not None else Payment(programme=AID_PROGRAMME, item=AID_ITEM)
    paid.person, paid.outsider = aid.value_of("person"), aid.value_of("outsider")
    paid.amount, paid.fund, paid.paid_on = amount, fund, day
    paid.month = PartDate(day.year, day.month) if day is not None and day.month else None
    return paid  # type: ignore[no-any-return]
