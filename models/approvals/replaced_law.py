"""Replaced law 新旧法衔接: a text that has ended, and the people, the matters in hand and the letters that stand on it.

What was decided keeps the words that it was signed with; this only lists what has to be looked at when a text ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from peewee import JOIN, fn

from models.approvals.approval import Approval, ApprovalState
from models.approvals.confirmations import Confirmation, ConfirmationState
from models.approvals.legal_basis import old_and_new, texts_under
from models.approvals.matters import FormOfMatter, matters
from models.law import clauses
from models.law.law_memory import remembers_law
from models.law.texts import LawText, later_text, law_texts
from models.people.identity import RECEIVING, Identity
from models.people.outsiders import Outsider
from models.people.person import Person

PAID_PEOPLE, IN_HAND, LETTERS = STANDING_SORTS = ("享受待遇的人", "办理中的审批", "发出的文书")
CONFIRMING = "年度确认"


class OnOldText(NamedTuple):
    """Something that stands on a text: what sort, whose, what it is, and from which day."""

    sort: str
    person_id: int | None
    name: str
    number: str
    what: str
    day: str  # ISO text


class OldText(NamedTuple):
    """A text with an end, and how much stands on it."""

    text: LawText
    later: LawText | None
    people: int
    matters: int
    letters: int


def old_texts() -> list[OldText]:
    """The texts that were replaced, or will be on a day that is known, the last one first."""
    people: Counter[str] = Counter()
    for kind, category, approved, count in _paid_rights():
        for code in _codes_of_right(kind, category, approved):
            people[code] += count
    others: Counter[tuple[str, str]] = Counter()
    for code, each in (*_matters_in_hand(), *_letters()):
        others[code, each.sort] += 1
    ended = sorted((t for t in law_texts().values() if t.replaced), key=lambda t: t.ends, reverse=True)
    return [
        OldText(t, later_text(t), people[t.code], others[t.code, IN_HAND], others[t.code, LETTERS])
        for t in ended
    ]


def standing_on(text: LawText) -> list[OnOldText]:
    """All that stands on a text: matters in hand first, then letters, then people in the order of their files."""
    others = [each for code, each in (*_matters_in_hand(), *_letters()) if code == text.code]
    return [*others, *_people_on(text)]


def _paid_rights() -> Any:
    """How many paid identities of each kind and category were approved on each day."""
    asked = Identity.select(Identity.kind, Identity.category, _ISO_APPROVED, fn.COUNT(Identity.id))
    paid = asked.where(Identity.state == RECEIVING, Identity.approved.is_null(False))
    return paid.group_by(Identity.kind, Identity.category, Identity.approved).tuples()


_ISO_APPROVED: Any = fn.SUBSTR(Identity.approved, 1, 10).coerce(False)


@remembers_law
def _codes_of_right(kind: str, category: str, approved: str) -> tuple[str, ...]:
    """The texts by which somebody of a kind was recognised on a day."""
    matter = next((m for m in matters().values() if m.kind == kind and m.form is FormOfMatter.IDENTITY), None)
    if matter is None:
        return ()
    found = clauses.clauses_of(matter.name, approved, category or kind, kind)
    return tuple(dict.fromkeys(each.text.code for each in found))


def _people_on(text: LawText) -> Iterator[OnOldText]:
    asked = Identity.select(
        Identity.kind, Identity.category, _ISO_APPROVED, Person.id, Person.name, Person.number
    ).join(Person)
    paid = asked.where(Identity.state == RECEIVING, Identity.approved.is_null(False))
    rows: Any = paid.order_by(Person.file_no, Person.id, Identity.id).tuples()
    for kind, category, approved, key, name, number in rows:
        if text.code in _codes_of_right(kind, category, approved):
            yield OnOldText(PAID_PEOPLE, key, name, number, category or kind, approved)


def _matters_in_hand() -> Iterator[tuple[str, OnOldText]]:
    for each in _approvals(ApprovalState.OPEN):
        for text in texts_under(each):
            what = f"{each.matter}（{each.number}）"
            yield text.code, _on_old(IN_HAND, each, what, str(each.accepted_on))


def _letters() -> Iterator[tuple[str, OnOldText]]:
    """Decisions that refused by a text, and notices of the yearly confirmation that nobody has answered yet."""
    for each in _approvals(ApprovalState.REFUSED):
        for text in texts_under(each) if each.basis.strip() else ():
            what = f"{each.matter}不予认定决定书（{each.number}）"
            yield text.code, _on_old(LETTERS, each, what, str(each.decided_on or each.accepted_on))
    told = Confirmation.select(Confirmation, Person).join(Person)
    for one in told.where(Confirmation.state == ConfirmationState.TOLD).order_by(Confirmation.id):
        day = str(one.notified_on)
        for code in {each.text.code for each in clauses.clauses_of(CONFIRMING, day)}:
            whose = one.person
            what = f"{one.year}年度确认通知"
            yield code, OnOldText(LETTERS, whose.id, whose.name, whose.number, what, day)


def _approvals(state: str) -> Any:
    query = Approval.select(Approval, Person, Outsider, Identity).join(Person, JOIN.LEFT_OUTER)
    query = query.join_from(Approval, Outsider, JOIN.LEFT_OUTER).join_from(
        Approval, Identity, JOIN.LEFT_OUTER
    )
    return query.where(Approval.state == state).order_by(Approval.id)


def _on_old(sort: str, approval: Approval, what: str, day: str) -> OnOldText:
    someone = approval.person or approval.outsider
    number = someone.number if someone is not None else ""
    return OnOldText(sort, approval.person_id, approval.whom, number, what, day)


def told_of(old: OldText) -> str:
    """The text in one sentence: what took its place, and how much stands on it."""
    return (
        f"{old_and_new(old.text)}：{old.people:,}人按它享受待遇，办理中的审批{old.matters:,}件，"
        f"发出的文书{old.letters:,}件。已经签署的决定不改；办理中的请按现行条款核对依据。"
    )
