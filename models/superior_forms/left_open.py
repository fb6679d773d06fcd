"""What was left open 未填: of whom, below which heading, and why; and what came of filling a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from models.people.person import Person
from models.superior_forms.answers import NOT_OF_KIND
from models.superior_forms.asked import AskedFact, SuperiorForm
from models.superior_forms.form_fields import field_words
from models.superior_forms.form_people import FormPerson

UNKNOWN_HEADING = "没有认出这一栏问的是什么，没有填"
OTHERS_HEADING = "这一栏问的不是本人，没有填"
UNSURE_HEADING = "可能是“{}”，不能确定，没有填"
NOT_FOR_KINDS = "{}没有这一项，这一栏留空"


class LeftOpen(NamedTuple):
    """Something that stayed empty: of one person (``number``), or, without a number, of everybody.

    ``kind`` is the person's, where a heading asks what nobody of that kind has.
    """

    number: str
    name: str
    heading: str
    reason: str
    kind: str = ""


@dataclass(slots=True)
class FilledForm:
    """What came of filling: how many people, the files that were written, and what stayed open."""

    form: SuperiorForm
    people: int = 0
    files: list[Path] = field(default_factory=list)
    left: list[LeftOpen] = field(default_factory=list)


def open_headings(facts: Iterable[AskedFact]) -> list[LeftOpen]:
    """What nobody has decided, heading by heading."""
    return [LeftOpen("", "", fact.heading, why_open(fact)) for fact in facts if fact.open]


def columns_told_once(left: Iterable[LeftOpen]) -> list[LeftOpen]:
    """What is to be told, each thing once: a heading that does not apply to some kinds is one line for all of their people."""
    kinds: dict[str, dict[str, None]] = {}
    told: dict[LeftOpen, None] = {}
    for each in left:
        if each.kind:
            kinds.setdefault(each.heading, {})[each.kind] = None
        else:
            told[each] = None
    columns = (
        LeftOpen("", "", heading, NOT_FOR_KINDS.format("、".join(whose))) for heading, whose in kinds.items()
    )
    return [*columns, *told]


def not_of_kind(people: Iterable[Person], wanted: Iterable[FormPerson], kind: str) -> list[LeftOpen]:
    """Those of the chosen who have not the right that a form is about."""
    have = {each.person.id for each in wanted}
    words = NOT_OF_KIND.format(kind)
    return [LeftOpen(each.number, each.name, "", words) for each in people if each.id not in have]


def why_open(fact: AskedFact) -> str:
    """Why a heading is not answered by itself."""
    if fact.others:
        return OTHERS_HEADING
    return UNSURE_HEADING.format(field_words(fact.field)) if fact.field else UNKNOWN_HEADING
