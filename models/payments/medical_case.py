"""A case of medical aid 医疗救助: an illness, what it cost, and the payments that helped with it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import Check, Expression, ForeignKeyField, fn

from models.core.masks import Secret
from models.core.record import Day, Record, Text, Yuan
from models.core.words import bare_heading
from models.people.outsiders import AboutSomebody, Outsider, one_recipient, whom_words_name, with_recipients
from models.people.person import Person

if TYPE_CHECKING:
    from peewee import ModelSelect

    from models.payments.payment import Payment

SERIOUS_ILLNESS, TREATED_AWAY, COST_REIMBURSED, SECOND_REIMBURSEMENT = (
    "大病救助",
    "异地就医",
    "医疗费报销",
    "二次报销",
)


class MedicalCase(AboutSomebody, Record):
    """One illness or stay in hospital; several payments of several funds may point to it."""

    NOUN = "医疗救助"
    NAMED_BY = "kind"
    COUNTED = "医疗救助"
    REGISTER = "医疗救助登记"
    SINCE = ("day",)

    person_id: int | None
    person = ForeignKeyField(Person, backref="cases", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="cases", null=True, on_delete="RESTRICT")
    kind = Text("救助类型", "medical_kind")
    cause = Text("事由")
    hospital = Text("医疗机构")
    invoice = Text("发票号", secret=Secret.OPEN)
    day = Day("日期", index=True)
    cost = Yuan("总费用(元)")
    insured = Yuan("医保已报销(元)")
    notes = Text("备注", long=True)

    payments: ModelSelect[Payment]

    class Meta:
        constraints = [
            Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)'),
            Check('"cost" > 0'),
            Check('"insured" >= 0'),
        ]

    @property
    def paid(self) -> Decimal:
        """What was paid for this case altogether."""
        payment: Any = self.payments.model
        total: Decimal = self.payments.select(payment.amount.total()).scalar()
        return total

    @property
    def left(self) -> Decimal:
        """What the patient still bears: the invoice without the insurance's part and what was paid for this case."""
        return (
            (self.cost or Decimal(0)) - (self.insured or Decimal(0)) - (self.paid if self.id else Decimal(0))
        )

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

    def conflicts(self) -> Iterator[tuple[str, str]]:
        """An invoice is reimbursed once, whoever brings it; several payments of one case are one invoice."""
        if (number := bare_heading(self.invoice)) and (other := self._same_invoice(number)) is not None:
            day = f"{other.day.chinese()}，" if other.day else ""
            yield "invoice", f"发票号{self.invoice}已登记过：{other.whom}（{day}{other.kind}），不能重复报销"
        if self.id and self.cost is not None and self.left < 0:
            yield "cost", f"总费用减去医保报销，少于这个病例已经补助的{self.paid}元"

    def _same_invoice(self, number: str) -> MedicalCase | None:
        known: Any = MedicalCase.select(MedicalCase.id, MedicalCase.invoice).where(MedicalCase.invoice != "")
        same = (key for key, invoice in known.tuples() if key != self.id and bare_heading(invoice) == number)
        found: MedicalCase | None = MedicalCase.get_or_none(MedicalCase.id == next(same, 0))
        return found


def cases_found(words: str = "", year: int | None = None, kind: str = "") -> Any:
    """Cases with their people, newest first: of somebody found by words, of a year, of a kind."""
    query = with_recipients(MedicalCase)
    if words.strip():
        query = query.where(whom_words_name(MedicalCase, words))
    if year is not None:
        query = query.where(Expression(fn.SUBSTR(MedicalCase.day, 1, 4), "=", str(year)))
    if kind:
        query = query.where(MedicalCase.kind == kind)
    return query.order_by(MedicalCase.day.desc(), MedicalCase.id.desc())


def case_years() -> list[int]:
    """The years of the cases, newest first."""
    year = fn.SUBSTR(MedicalCase.day, 1, 4).coerce(False)
    found: Any = MedicalCase.select(year).distinct().order_by(year.desc())
    return [int(each) for (each,) in found.tuples() if each]


class CaseSums(NamedTuple):
    """How many cases, what they cost and what the office paid for them, in yuan."""

    cases: int
    cost: Decimal
    paid: Decimal


def case_sums(query: ModelSelect[MedicalCase]) -> CaseSums:
    """What the cases of a query come to."""
    counted: Any = query.select(fn.COUNT(MedicalCase.id), MedicalCase.cost.total()).order_by()
    ((cases, cost),) = counted.tuples()
    backref: Any = MedicalCase.payments
    payment = backref.rel_model  # whose module imports this one
    these = query.select(MedicalCase.id).order_by()
    return CaseSums(
        cases, cost, payment.select(payment.amount.total()).where(payment.case.in_(these)).scalar()
    )
