"""Samples 举例: what a form would say of one or two people, heading by heading, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from models.people.person import Person
from models.superior_forms.answers import answer_for
from models.superior_forms.asked import AskedFact, AskingSheet
from models.superior_forms.form_fields import BY_FORMULA, BY_HAND
from models.superior_forms.form_people import form_people
from models.superior_forms.left_open import why_open
from reports.superior_forms.filled_documents import said_in_words
from reports.superior_forms.filling import facts_for
from reports.superior_forms.form_files import FormFile

STAYS_EMPTY = "留空"
TOLD_UNANSWERED = {BY_HAND: "由人手写或盖章", BY_FORMULA: "表上的公式自己算"}


class SampledFact(NamedTuple):
    """A heading with its place in the form: what it would say of each sample person, and what is to be told of it."""

    sheet: AskingSheet
    at: int  # among the sheet's headings
    fact: AskedFact
    said: tuple[str, ...]
    told: str


def sampled(form: FormFile, people: Sequence[Person], today: date | None = None) -> list[SampledFact]:
    """Every heading of a form with what it would say of these people."""
    facts = facts_for(form.form, people, today)
    filled = form.begin(facts)
    found = []
    for sheet in form.form.sheets:
        whole = list(form_people(people, sheet.kind, sheet.leaning))
        styles = {id(each.fact): each for each in filled.styled(sheet)}
        for at, fact in enumerate(sheet.asked):
            styled = styles.get(id(fact))
            answers = [
                answer_for(each, fact.field, styled.style, facts, number)
                for number, each in enumerate(whole, start=1)
                if styled is not None
            ]
            said = tuple(said_in_words(each.value, styled) for each in answers if styled is not None)
            found.append(SampledFact(sheet, at, fact, said, _told(fact, [each.reason for each in answers])))
    return found


def _told(fact: AskedFact, reasons: list[str]) -> str:
    if fact.open:
        return why_open(fact)
    if not fact.answered:
        return TOLD_UNANSWERED.get(fact.field, STAYS_EMPTY)
    return next(filter(None, reasons), "")
