"""The legal basis of a matter 依据条款: the clauses that it may stand on, by the day of its fact, and the texts that hold no longer.

The fact of most matters is the decision: what is decided today stands on the law of today, whenever it was taken in. What a death
leaves stands on the law of the day of the death.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import JOIN

from models.approvals import matters
from models.approvals.approval import Approval, ApprovalState
from models.core.dates import PartDate
from models.law import clauses
from models.law.texts import LawText, later_text, texts_named
from models.people.findings import Listed
from models.people.identity import Identity
from models.people.person import Person

LEFT_BY_A_DEATH = ("丧葬补助",)  # matters whose fact is the day of a death
WEIGHT_OF_OLD_LAW = 7


def fact_day(matter: str, day: PartDate | date | None, person: Person | None) -> str:
    """The day (ISO text) whose law a matter stands on, if it is decided on ``day``; today where that is not known."""
    died = person.died if person is not None and matter in LEFT_BY_A_DEATH else None
    return clauses.day_text(died or day)


def texts_under(approval: Approval) -> list[LawText]:
    """The texts that a matter stands on: those that its basis names, or those that held when it was taken in."""
    taken_in = clauses.day_text(approval.accepted_on)
    if approval.basis.strip():
        return list(texts_named(approval.basis, taken_in))
    found = clauses.clauses_of(approval.matter, taken_in, *whom_of(approval.identity))
    return list(dict.fromkeys(each.text for each in found))


def whom_of(identity: Identity | None) -> tuple[str, ...]:
    """The category and the kind by which clauses are asked for; nothing where no identity is chosen."""
    return () if identity is None else (identity.category or identity.kind, identity.kind)


def outdated_texts(approval: Approval, today: date | None = None) -> list[LawText]:
    """The texts that a matter in hand names as its basis and that would not hold if it were decided today."""
    if not approval.open or not approval.basis.strip():
        return []
    day = fact_day(approval.matter, today, approval.person)
    return [text for text in texts_under(approval) if not text.in_force(day)]


def doubts_of_old_law(person: Person | None) -> Iterator[Listed]:
    """Matters in hand, of everybody or of one person, whose basis is no longer in force."""
    query = (
        Approval.select(Approval, Person, Identity)
        .join(Person)
        .join_from(Approval, Identity, JOIN.LEFT_OUTER)
        .where(Approval.state == ApprovalState.OPEN, Approval.basis != "")
        .order_by(Approval.id)
    )
    for each in query if person is None else query.where(Approval.person == person):
        for text in outdated_texts(each):
            whose, kind = each.person, matters.matter(each.matter).kind
            assert whose is not None, "joined: who has no file has no findings"
            words = (
                f"“{each.matter}”（{each.number}）还在办理，依据的{old_and_new(text)}，请按现行条款核对依据"
            )
            label = Approval.labels()["basis"]
            yield Listed(
                whose.id, whose.number, whose.name, kind, "basis", label, words, WEIGHT_OF_OLD_LAW, each.uid
            )


def old_and_new(text: LawText) -> str:
    """That a text holds no longer, or not yet, and what took its place."""
    if text.begins > clauses.day_text(None):
        return f"{text.title()}还没有施行"
    later = later_text(text)
    return f"{text.title()}已由{later.title()}代替" if later is not None else f"{text.title()}已不再施行"
