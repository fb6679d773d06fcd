"""Oneoffs 一次性发放, payments on their way: drawn up, approved, paid; what was paid is a ``models.payments.payment.Payment``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from peewee import Check, Expression, ForeignKeyField

from models.aid.items import Item, item, items
from models.aid.reckoning import AidFacts, DeathFacts, Reckoned, most_at_once, reckon
from models.approvals.approval import Approval
from models.core import codes
from models.core.dates import PartDate, this_day
from models.core.journal import Change
from models.core.record import Count, Day, Doubt, Flag, Record, Sealed, Text, Yuan
from models.core.states import State
from models.deaths.heirs import share_of
from models.office import lasting, roles
from models.office.ladders import Ladder
from models.office.signed_records import WholeChange, keeps
from models.payments.medical_case import MedicalCase
from models.payments.once_matters import PER_DEATH, PER_LIFETIME, PER_MONTH, PER_TIME
from models.payments.payment import Payment, usual_account
from models.people.identity import RECEIVING, RURAL_VETERANS, Identity
from models.people.outsiders import AboutSomebody, Outsider, one_recipient, recipient
from models.people.person import MergedFile, Person


class OneOffState(State):
    """How far a one-off payment has come."""

    DRAWN = "拟发"
    APPROVED = "已批准"
    PAID = "已发放"
    CANCELLED = "取消"


ONEOFF_STATES = tuple(OneOffState)
PAID_BY_ONEOFF = "这笔钱是按批准的一次性发放（{}的{}）登记的，发放记录不能修改；发错的请另行补发或追回"
MEDICAL_ITEMS = frozenset(codes.paid_as("medical_kind").values())


class OneOff(AboutSomebody, Record):
    """What one person, or somebody without a file, is to get once."""

    NOUN = "一次性发放"
    NAMED_BY = "item"
    STEPWISE = True
    SINCE = ("approved_on", "paid_on", "month", "year")
    LATER = {"paid_on": {"state": OneOffState.APPROVED, "payment": None}}

    person_id: int | None
    person = ForeignKeyField(Person, backref="oneoffs", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="oneoffs", null=True, on_delete="RESTRICT")
    case_id: int | None
    case = ForeignKeyField(MedicalCase, backref="oneoffs", null=True, on_delete="RESTRICT")
    approval_id: int | None
    approval = ForeignKeyField(Approval, backref="oneoffs", null=True, on_delete="RESTRICT")
    payment_id: int | None
    payment = ForeignKeyField(Payment, backref="oneoffs", null=True, on_delete="RESTRICT")
    item = Text("发放项目", index=True)
    year = Count("年度", index=True)
    month = Day("所属月份")  # of what is paid for months; else empty
    batch = Text("批次", index=True)
    category = Text("人员类别")
    household = Text("户籍类别")
    place = Text("服役地区")
    merit = Text("立功受奖")
    degree = Text("入伍学历")
    quantity = Count("数量")
    died = Day("牺牲病故日期")
    way = Text("牺牲病故情形")
    honour = Text("功勋荣誉")  # the highest one
    wage = Yuan("本人月工资(元)")
    rest = Flag("尾差归本人")  # the fen that do not divide among several heirs
    amount = Yuan("金额(元)")
    reckoned = Text("计算说明")
    fund = Text("资金来源")
    state = Text("办理状态", index=True)
    approved_on = Day("批准日期")
    approved_by = Text("批准人")
    signed_hash = Sealed("批准时的校验码")  # of what was approved; empty while nothing is
    paid_on = Day("发放日期")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [
            Check('"amount" IS NOT NULL AND "amount" > 0'),
            Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)'),
        ]

    @property
    def kind(self) -> Item:
        return item(self.item)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from one_recipient(self, "领取人")
        if self.item not in items():
            yield "item", "请选择发放项目"
        if self.year is None or not 1950 <= self.year <= 2199:
            yield "year", "请填写年度，如2020"
        if self.item in items() and "died" in self.kind.asks and self.died is None:
            yield "died", "请填写牺牲病故日期"
        if self.amount is None:
            yield "amount", "请填写金额"
        elif self.amount <= 0:
            yield "amount", "金额应大于0"
        if self.state not in ONEOFF_STATES:
            yield "state", f"办理状态只能是{'、'.join(ONEOFF_STATES)}"
        for name in ("approved_on", "paid_on"):
            if (day := getattr(self, name)) is not None and day.earliest() > this_day():
                yield name, f"{day.chinese()}晚于今天，还没有到的日子不能登记"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.state != OneOffState.CANCELLED and (same := self._same()) is not None:
            batch = f"（批次：{same.batch}）" if same.batch else ""
            when = "" if self.kind.once in (PER_LIFETIME, PER_DEATH) else f"{same.year}年度"
            yield "item", f"{self.whom}{when}已列入{self.item}{batch}，不能重复"
        if self.payment is not None and self.payment.amount != self.amount:
            yield "amount", f"已经发放{self.payment.amount}元，不能再改金额；发错的请另行补发或追回"
        case = self.case
        if case is not None and (case.person_id, case.outsider_id) != (self.person_id, self.outsider_id):
            yield "case", "所选的医疗救助不是领取人的"
        elif (
            case is not None
            and self.state != OneOffState.PAID
            and case.cost is not None
            and self.amount is not None
        ):
            open_ = self._open_of(case)
            left = case.left - open_
            if self.amount > left:
                also = f"、另已申请的{open_}元" if open_ else ""
                yield (
                    "amount",
                    f"补助多于个人负担：发票{case.cost}元，医保和已补助的{also}除外还有{max(left, Decimal(0))}元",
                )

        yield from self._above_the_most()

    def _above_the_most(self) -> Iterator[tuple[str, str]]:
        """More at once than the office set; what was paid or struck off is not asked again."""
        if self.state not in (OneOffState.DRAWN, OneOffState.APPROVED) or self.amount is None:
            return
        most = most_at_once(self.item, self.year or 0)
        if most is not None and self.amount > most:
            yield (
                "amount",
                f"{self.item}每人每次最多{most}元（{self.year}年的一次性标准），请改小金额或先改标准",
            )

    def doubts(self) -> Iterator[Doubt]:
        """A case may be helped with several times within its limit; the same item of the same fund looks like one entered twice."""
        same = (OneOff.case == self.case_id) & (OneOff.item == self.item) & (OneOff.fund == self.fund)
        same &= (OneOff.state != OneOffState.CANCELLED) & (OneOff.id != (self.id or 0))
        other = OneOff.get_or_none(same) if self.case_id and self.state != OneOffState.CANCELLED else None
        if other is not None:
            yield Doubt(
                "item", f"这个病例已有一笔{self.item}：{other.amount}元（{other.state}），请核对是否重复", 8
            )

    def _open_of(self, case: MedicalCase) -> Decimal:
        """What else is drawn up or approved for a case and not paid yet."""
        alike = (
            (OneOff.case == case.id)
            & OneOff.state.in_([OneOffState.DRAWN, OneOffState.APPROVED])
            & (OneOff.id != (self.id or 0))
        )
        total: Any = OneOff.select(OneOff.amount.total()).where(alike).scalar()
        return Decimal(total)

    def _same(self) -> OneOff | None:
        """What the person has already of a kind that one gets once, or once a year or month, or once for one death."""
        if self.kind.once == PER_TIME:
            return None
        same = alike(self.kind, self.year, self.month) & (OneOff.id != (self.id or 0))
        if self.kind.once == PER_DEATH:
            same &= OneOff.died == self.died
        same &= OneOff.person == self.person_id if self.person_id else OneOff.outsider == self.outsider_id
        found: OneOff | None = OneOff.select(OneOff.id, OneOff.year, OneOff.batch).where(same).first()
        return found


def drawn_up_for(approval: Approval) -> bool:
    """Whether what an approval granted stands in a list already."""
    return OneOff.select().where(OneOff.approval == approval).exists()


def alike(kind: Item, year: int | None, month: PartDate | None) -> Expression:
    """The condition on what would be the same once more."""
    same = (OneOff.item == kind.name) & (OneOff.state != OneOffState.CANCELLED)
    if kind.once not in (PER_LIFETIME, PER_DEATH):  # one death may be paid in another year
        same &= OneOff.year == year
    if kind.once == PER_MONTH:
        same &= OneOff.month.is_null(True) if month is None else OneOff.month == month
    return same


def facts_of(one: OneOff, identities: Sequence[Identity] | None = None) -> AidFacts:
    """What the amount depends on, from the record and the person's file; ``identities`` when they are at hand."""
    person: Person | None = one.person
    held = identities if identities is not None else list(person.identities) if person is not None else []
    rural = any(each.kind == RURAL_VETERANS and each.state == RECEIVING for each in held)
    household = one.household or (person.household if person is not None else "")
    share = (
        share_of(whom.number, one.died) if one.kind.once == PER_DEATH and (whom := recipient(one)) else None
    )
    death = DeathFacts(one.died, one.way, one.honour, one.wage, bool(one.rest), share)
    before = paid_before(one) if one.item in MEDICAL_ITEMS else Decimal(0)
    return AidFacts(
        one.year or this_day().year, household, one.place, one.merit, one.degree, one.quantity, rural, one.case, one.month, death, before
    )  # fmt: skip


def paid_before(one: OneOff) -> Decimal:
    """What the same person was paid, or is to be paid, of the same kind in the same year."""
    alike = (OneOff.item == one.item) & (OneOff.year == one.year) & (OneOff.state != OneOffState.CANCELLED)
    alike &= OneOff.person == one.person_id if one.person_id else OneOff.outsider == one.outsider_id
    total: Any = OneOff.select(OneOff.amount.total()).where(alike & (OneOff.id != (one.id or 0))).scalar()
    return Decimal(total)


def reckon_one(one: OneOff) -> Reckoned:
    """The amount by the office's rules. Raises ``Refusal`` that says what is missing."""
    return reckon(one.item, facts_of(one))


@lasting.lasts("one_off")
def why_oneoff_lasts(change: Change) -> str:
    """What was paid stays paid."""
    paid = change.fields()[1].get("state") == OneOffState.PAID and change.before is not None
    return "已经发放的一次性发放不能撤销；少发的另行补发，多发、错发的追回后另行登记" if paid else ""


def seals_of_oneoff(one: OneOff) -> set[str]:
    """The hashes of what an approval of it stands for, its account too: the present one first, then those of files that became his."""
    merged: Any = MergedFile.select(MergedFile.was_id).where(MergedFile.person == one.person_id).tuples()
    people = [one.person_id, *(was for (was,) in merged)] if one.person_id else [None]
    return {_seal(one, person) for person in people}


def oneoff_account(one: OneOff) -> str:
    """The account that it is paid to."""
    if one.person is not None:
        return usual_account(one.person, None)
    return one.outsider.account if one.outsider is not None else ""


def seal_of_oneoff(one: OneOff) -> str:
    """The hash of what an approval of it stands for now."""
    return _seal(one, one.person_id)


def _seal(one: OneOff, person: int | None) -> str:
    fields = [field for field in OneOff._meta.sorted_fields if field.column_name not in NOT_SEALED]
    said = [field.db_value(one.__data__.get(field.name)) for field in fields]
    account = oneoff_account(one)
    return hashlib.sha256(json.dumps([person, account, *said], ensure_ascii=False).encode()).hexdigest()


TOLD_BY_STEPS = frozenset({"state", "approved_on", "approved_by", "paid_on", "payment_id", "signed_hash"})
NOT_SEALED = TOLD_BY_STEPS | {"id", "uid", "person_id", "notes"}
keeps(
    "one_off",
    Ladder(
        (OneOffState.DRAWN, OneOffState.APPROVED, OneOffState.PAID),
        lambda one: f"{one.whom}的{one.item}",
        seals_of_oneoff,
        TOLD_BY_STEPS,
        {OneOffState.APPROVED: "approved_by"},
        gone=OneOffState.PAID,
    ),
)


def why_payment_of_oneoff_stays(change: WholeChange) -> str:
    """What was approved and paid says what was approved; only its notes are the office's own."""
    one = change.pointing(OneOff.payment)
    return (
        PAID_BY_ONEOFF.format(one.whom, one.item) if one is not None and change.changed() - {"notes"} else ""
    )


keeps("payment", why_payment_of_oneoff_stays, new=False)


@roles.asks("one_off")
def _right_of_change(change: Change) -> str:
    """Approving needs the right to; everything else is entering."""
    before, after = change.fields()
    return (
        roles.APPROVE
        if after.get("state") == OneOffState.APPROVED and before.get("state") != OneOffState.APPROVED
        else roles.ENTER
    )
