"""Loans 档案借阅: which paper file was lent to whom, for what, until when, and when it came back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import Check, ForeignKeyField

from models.core.dates import this_day
from models.core.record import Day, Record, Text
from models.core.states import State
from models.ledger import years
from models.people.outsiders import AboutSomebody, Outsider, one_recipient, with_recipients
from models.people.person import Person


class LoanState(State):
    """Where a lent file is."""

    OUT = "借出"
    OVERDUE = "已超期"
    BACK = "已归还"


class Loan(AboutSomebody, Record):
    """One paper file, or a part of it, in somebody's hands."""

    NOUN = "档案借阅"
    NAMED_BY = "borrower"
    COUNTED = "档案借阅"
    REGISTER = "双拥台账·档案借阅"
    SINCE = ("day",)
    LATER = {"returned": {}}
    WHOSE = "谁的档案"

    person_id: int | None
    person = ForeignKeyField(Person, backref="loans", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="loans", null=True, on_delete="RESTRICT")
    day = Day("借出日期", index=True)
    part = Text("借出内容")  # empty: the whole volume
    borrower = Text("借阅人")
    unit = Text("借阅单位")
    purpose = Text("用途")
    due = Day("应还日期")
    returned = Day("归还日期")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]

    @property
    def state(self) -> LoanState:
        if self.returned is not None:
            return LoanState.BACK
        return LoanState.OVERDUE if self.overdue() else LoanState.OUT

    def overdue(self, today: date | None = None) -> bool:
        """Whether it should be back and is not."""
        late = self.due is not None and self.due.latest() < (today or this_day())
        return bool(self.returned is None and late)

    def told(self) -> str:
        """Who has it, in a sentence."""
        whose = "".join(filter(None, (self.unit, self.borrower)))
        until = f"，应还日期{self.due.chinese()}" if self.due else "，没有写应还日期"
        part = f"（{self.part}）" if self.part else ""
        return f"档案已借出{part}：{self.day.chinese() if self.day else ''}由{whose}借走{until}"

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from one_recipient(self, "借的是谁的档案")
        yield from years.needs_day(self, self.day)
        if not self.borrower.strip() and not self.unit.strip():
            yield "borrower", "请填写借阅人或借阅单位"
        if self.returned is not None and self.returned.earliest() > this_day():
            yield "returned", f"归还日期{self.returned.chinese()}还没有到"
        for name in ("due", "returned"):
            if self.day is not None and (after := getattr(self, name)) is not None and after.before(self.day):
                yield name, f"{self.labels()[name]}{after.chinese()}早于借出日期{self.day.chinese()}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.returned is not None or self.person_id is None:
            return
        others = Loan.select().where(Loan.person == self.person_id, Loan.returned.is_null(True))
        for other in others.where(Loan.id != (self.id or 0)):
            if not self.part or self.part == other.part or not other.part:
                yield "person", f"{other.told()}，还没有归还"


def loans_out() -> list[Loan]:
    """What is in other hands now, the one that should be back first."""
    found: Any = with_recipients(Loan).where(Loan.returned.is_null(True))
    return sorted(found, key=lambda loan: (loan.due.latest() if loan.due else date.max, loan.id))


def loans_of(person: Person) -> list[Loan]:
    """What of somebody's file is in other hands now."""
    out = Loan.select().where(Loan.person == person.id, Loan.returned.is_null(True))
    return list(out.order_by(Loan.day, Loan.id))


def overdue_files(today: date | None = None) -> list[int]:
    """The ids of the people on file whose paper should be back and is not."""
    return sorted({loan.person_id for loan in loans_out() if loan.overdue(today) and loan.person_id})
