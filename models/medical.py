"""A case of medical aid 医疗救助: an illness, what it cost, and the payments that helped with it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from peewee import Check, ForeignKeyField

from models.base import Day, Record, Text, Yuan
from models.outsiders import Outsider, one_recipient, recipient
from models.people import Person

if TYPE_CHECKING:
    from peewee import ModelSelect

    from models.payments import Payment

SERIOUS, AWAY, REIMBURSED, SECOND = "大病救助", "异地就医", "医疗费报销", "二次报销"


class MedicalCase(Record):
    """One illness or stay in hospital; several payments of several funds may point to it."""

    person_id: int | None
    person = ForeignKeyField(Person, backref="cases", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="cases", null=True, on_delete="RESTRICT")
    kind = Text("救助类型", "medical_kind")
    cause = Text("事由")
    hospital = Text("医疗机构")
    invoice = Text("发票号")
    day = Day("日期", index=True)
    cost = Yuan("总费用(元)")
    insured = Yuan("医保已报销(元)")
    notes = Text("备注")

    payments: ModelSelect[Payment]

    class Meta:
        constraints = [
            Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)'),
            Check('"cost" > 0'),
            Check('"insured" >= 0'),
        ]

    @property
    def whom(self) -> str:
        """The name of the one who was ill."""
        someone = recipient(self)
        return someone.name if someone else ""

    @property
    def paid(self) -> Decimal:
        """What was paid for this case altogether."""
        payment: Any = self.payments.model
        total: Decimal = self.payments.select(payment.amount.total()).scalar()
        return total

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from one_recipient(self, "救助对象")
        if not self.kind.strip():
            yield "kind", "请选择救助类型"
        if self.cost is not None and self.cost <= 0:
            yield "cost", "总费用应大于0"
        if self.insured is not None and self.insured < 0:
            yield "insured", "医保已报销不能是负数"
        elif self.insured is not None and self.cost is not None and self.insured > self.cost:
            yield "insured", "医保已报销多于总费用"
