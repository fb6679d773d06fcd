"""A handover 交接册: who handed the work to whom, and what was open, promised and lent on that day, as it was then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from peewee import ForeignKeyField

from models.core import journal
from models.core.masks import Secret
from models.core.record import Count, Day, Record, Refusal, Text, insert_all
from models.core.states import State

if TYPE_CHECKING:
    from peewee import ModelSelect

KEPT_AS_IT_WAS = "交接册是当时的记录，不能改动；有变化的请另做一次交接"


class HandoverKind(State):
    """Why the work is handed over."""

    LEAVING = "离岗"
    STAND_IN = "休假替班"


HANDOVER_KINDS = tuple(HandoverKind)


class Handover(Record):
    """One handing over; ``head`` is the journal's last entry then, by which a rewritten history would show."""

    NOUN = "交接册"
    NAMED_BY = ("taker", "giver")
    SINCE = ("day",)

    day = Day("交接日期", index=True)
    kind = Text("交接类别")
    giver = Text("移交人")
    taker = Text("接手人")
    witness = Text("监交人")
    until = Day("替班到")
    words = Text("交代的话", long=True)
    entry = Count("日志条数")
    head = Text("日志核对码", secret=Secret.OPEN)

    lines: ModelSelect[HandoverLine]

    def rules(self) -> Iterator[tuple[str, str]]:
        for name in ("giver", "taker"):
            if not getattr(self, name).strip():
                yield name, f"请填写{self.labels()[name]}"
        if self.giver.strip() and self.giver.strip() == self.taker.strip():
            yield "taker", "接手人和移交人是同一个人"
        if self.kind not in HANDOVER_KINDS:
            yield "kind", f"交接类别只能是{'、'.join(HANDOVER_KINDS)}"
        if self.day is None or self.day.known != 3:
            yield "day", "请填写交接日期，要有年月日"
        if self.until is not None and self.day is not None and self.until.before(self.day):
            yield "until", f"替班到的日子早于交接日期{self.day.chinese()}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.id is not None:
            yield "words", KEPT_AS_IT_WAS

    def title(self) -> str:
        """``2021年8月31日 王芳 → 李明（休假替班）``."""
        return f"{self.day.chinese() if self.day else ''} {self.giver} → {self.taker}（{self.kind}）"


class HandoverLine(Record):
    """One thing that was handed over: under which subject, whose, what, until when."""

    NOUN = "交接事项"
    NAMED_BY = "subject"
    SINCE = ("handover.day",)

    handover_id: int
    handover = ForeignKeyField(Handover, backref="lines", on_delete="CASCADE")
    place = Count("次序")
    subject = Text("类")
    whose = Text("对象")
    words = Text("事项")
    day = Text("期限")
    left = Text("还剩")

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.id is not None:
            yield "words", KEPT_AS_IT_WAS


class HandedOver(NamedTuple):
    """What a line says before it is kept; ``day`` and ``left`` are empty where there is no limit."""

    subject: str
    whose: str
    words: str
    day: str = ""
    left: str = ""

    def told(self) -> str:
        """``承诺：王五　送轮椅``."""
        return f"{self.subject}：{self.whose}　{self.words}"


def keep_handover(handover: Handover, lines: Sequence[HandedOver], user: str) -> Handover:
    """Keep a handover with its lines as they are now, as an entry of its own."""
    if handover.id is not None:
        raise Refusal(KEPT_AS_IT_WAS)
    handover.entry, handover.head = journal.journal_head()
    with journal.entry(f"交接：{handover.title()}", user):
        handover.save()
        insert_all(
            HandoverLine,
            [
                HandoverLine(handover=handover, place=place, **line._asdict())
                for place, line in enumerate(lines, start=1)
            ],
        )
    return handover


def lines_of_handover(handover: Handover) -> list[HandedOver]:
    """What was handed over, in its order."""
    kept = HandoverLine.select().where(HandoverLine.handover == handover).order_by(HandoverLine.place)
    return [HandedOver(each.subject, each.whose, each.words, each.day, each.left) for each in kept]


def handovers() -> ModelSelect[Handover]:
    """All of them, the latest first."""
    return Handover.select().order_by(Handover.day.desc(), Handover.id.desc())
