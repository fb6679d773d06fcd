"""Eligibility decisions 资格核定: what an officer answered to an open question of a grant, on which clause and which proof.

A decision holds while the facts that its question rests on are the same; when one changes, the question is open again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from peewee import ForeignKeyField

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.record import Day, Invalid, Record, Refusal, Text
from models.core.rights import CHECK
from models.core.states import State
from models.people import attachments
from models.people.identity import Identity
from models.people.person import Person


class EligibilityAnswer(State):
    """What was decided of a grant in doubt."""

    GOES_ON = "继续享受"
    HIGHER = "就高享受"
    STOPPED = "停发"
    CARRIED = "在发待核"  # it was paid before the question could be asked; it stays paid, and open


OFFICERS_ANSWERS = (EligibilityAnswer.GOES_ON, EligibilityAnswer.HIGHER, EligibilityAnswer.STOPPED)


class EligibilityDecision(Record):
    """One answer to one question: from and until which month it holds, and what it rests on."""

    NOUN = "资格核定"
    NAMED_BY = "rule"
    RIGHT = CHECK
    COUNTED = "资格核定"
    COUNTED_ON = ("decided_on",)
    SINCE = ("decided_on",)

    person_id: int
    person = ForeignKeyField(Person, backref="eligibility_decisions", on_delete="RESTRICT")
    identity_id: int
    identity = ForeignKeyField(Identity, backref="eligibility_decisions", on_delete="RESTRICT")
    rule = Text("核定事项", index=True)
    answer = Text("核定结果", index=True)
    begins = Day("自何月起")
    ends = Day("至何月止")
    kept_id: int | None
    kept = ForeignKeyField(Identity, null=True, backref="kept_by_decisions", on_delete="RESTRICT")
    proof = Text("证明材料")
    clause = Text("依据条文", long=True)
    reason = Text("核定理由", long=True)
    facts = Text("据以核定的情况", long=True, ours=True)
    decided_on = Day("核定日期")
    decided_by = Text("核定人")

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.answer not in tuple(EligibilityAnswer):
            yield "answer", f"核定结果只能是{'、'.join(OFFICERS_ANSWERS)}"
        for name in ("begins", "ends"):
            if (day := getattr(self, name)) is not None and day.known != 2:
                yield name, "请写到月份，如2021-08"
        if self.begins and self.ends and self.ends.before(self.begins):
            yield "ends", "止月早于起月"
        if self.answer == EligibilityAnswer.STOPPED and self.begins is None:
            yield "begins", "请写明从哪个月起停发"
        if self.answer == EligibilityAnswer.HIGHER and self.kept_id is None:
            yield "kept", "请选择享受哪一项"
        if self.answer in OFFICERS_ANSWERS and not (self.reason.strip() or self.proof.strip()):
            yield "reason", "请写明核定理由或证明材料"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.identity.person_id != self.person_id:
            yield "identity", "所选的优抚身份不是这个人的"


def decide(decision: EligibilityDecision, user: str) -> EligibilityDecision:
    """Keep an answer as one entry. Raises ``Invalid`` with a sentence for each field that cannot be."""
    decide_all([decision], user)
    return decision


def decide_all(decisions: Sequence[EligibilityDecision], user: str, papers: Sequence[Path] = ()) -> None:
    """Keep several answers of one kind as one entry, each with the same scans as its proof; all or none.

    Raises ``Invalid`` for the first that cannot be, ``Refusal`` for a scan that is none.
    """
    with journal.entry(entry_words(decisions), user):
        write_decisions(decisions, user, papers)


def write_decisions(decisions: Sequence[EligibilityDecision], user: str, papers: Sequence[Path] = ()) -> None:
    """The same inside an entry."""
    for each in decisions:
        each.decided_on, each.decided_by = PartDate.of(this_day()), user
        if papers and not each.proof.strip():
            each.proof = "、".join(paper.stem for paper in papers)
        if problems := each.problems():
            raise Invalid(problems)
    for each in decisions:
        each.save()
        for paper in papers:
            attachments.attach_file(each, paper)


def take_back(decision: EligibilityDecision) -> None:
    """Take an answer back, inside an entry: its question is open again, as it was before."""
    if decision.answer == EligibilityAnswer.CARRIED:
        raise Refusal("在发待核还没有人核定过，不用撤回；请直接核定")
    attachments.take_away(decision)
    decision.delete_instance()


def entry_words(decisions: Sequence[EligibilityDecision]) -> str:
    """How the entry of such decisions is called: of whom, on what, and what was answered where that is known."""
    first, number = decisions[0], len({each.person_id for each in decisions})
    whom = Person.get_by_id(first.person_id).name if number == 1 else f"{number}人"
    return f"资格核定：{whom} {first.rule} {first.answer}".rstrip()
