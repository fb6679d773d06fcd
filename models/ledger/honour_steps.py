"""How far a proposal for an honour has come 评选进展: step by step, with day, unit and opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peewee import ForeignKeyField

from models.core import codes
from models.core.record import Day, Record, Text
from models.ledger import years
from models.ledger.honours import Honour

if TYPE_CHECKING:
    from peewee import ModelSelect


class HonourStep(Record):
    """One stage that a proposal reached."""

    NOUN = "评选进展"
    NAMED_BY = "stage"
    SINCE = ("day",)

    honour_id: int
    honour = ForeignKeyField(Honour, backref="steps", on_delete="CASCADE")
    day = Day("日期", index=True)
    stage = Text("阶段", "honour_stage")
    unit = Text("审核(评选)单位")
    opinion = Text("意见(结果)")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_day(self, self.day)
        if not self.stage.strip():
            yield "stage", f"请选择阶段：{'、'.join(codes.table('honour_stage').names())}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        last = honour_steps_of(self.honour).where(HonourStep.id != (self.id or 0)).first()
        if self.id is None and last is not None and self.day is not None and self.day.before(last.day):
            yield "day", f"早于上一阶段“{last.stage}”的日期{last.day.chinese()}"


def honour_steps_of(honour: Honour) -> ModelSelect[HonourStep]:
    """The steps of a proposal, the newest first."""
    found = HonourStep.select().where(HonourStep.honour == honour)
    return found.order_by(HonourStep.day.desc(), HonourStep.id.desc())


def take_honour_step(step: HonourStep) -> None:
    """Keep a step, inside an entry; the proposal stands where its newest step is."""
    step.save()
    follow_honour_steps(step.honour)


def drop_honour_step(step: HonourStep) -> None:
    """Take a step back, inside an entry."""
    honour = step.honour
    step.delete_instance()
    follow_honour_steps(honour)


def follow_honour_steps(honour: Honour) -> None:
    """Let the proposal say what its newest step says; without steps it says what somebody wrote."""
    last = honour_steps_of(honour).first()
    if last is not None and honour.stage != last.stage:
        honour.stage, honour.day = last.stage, last.day
        honour.save()
