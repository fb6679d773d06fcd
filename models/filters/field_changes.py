"""Field changes 批量修改: one field of many people gets one value, or some words of it are replaced; shown first, written as one entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Field

from models.core import codes, journal
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.own_fields import own_values
from models.own_fields.own_fields import own_field, own_fields
from models.people.listing import people_in_order
from models.people.person import Person

ONE_BY_ONE = frozenset(
    {"number", "name", "born", "died", "photo"}
)  # who somebody is, and what has a way of its own
TOLD_EVERY = 200  # people
MEANWHILE = "{}的档案刚刚有了改动，没有写入，请再预览一次。"
NOT_IN_TABLE = "代码表里没有“{}”"


@dataclass(frozen=True, slots=True)
class FieldWish:
    """What is wanted of a field: that it says ``value``, or, where ``find`` is said, that these words become ``by``."""

    field: str
    value: Any = ""
    find: str = ""
    by: str = ""

    @property
    def label(self) -> str:
        own = own_field(self.field)
        return own.name if own is not None else Person.labels()[self.field]

    def after(self, before: Any) -> Any:
        """What the field says then."""
        return before.replace(self.find, self.by) if self.find else self.value


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What becomes of one person's field; ``problem`` says why it may not."""

    person: int
    name: str
    before: Any
    after: Any
    problem: str = ""


def changeable() -> dict[str, Field]:
    """The fields that may be changed for many, by their names, as the file has them; the office's own at the end."""
    fields = {
        name: field
        for name, field in Person._meta.fields.items()
        if field.verbose_name and name not in ONE_BY_ONE and not getattr(field, "ours", False)
    }
    return fields | {each.key: each.field() for each in own_fields()}


def plan_changes(people: Sequence[int], wish: FieldWish) -> Job[list[FieldChange]]:
    """What the wish changes, in the order of these people; whoever stays as he is, is left out."""
    found: list[FieldChange] = []
    for number, person in enumerate(people_in_order(people)):
        if number % TOLD_EVERY == 0:
            yield Step(number, len(people), "正在比对")
        before = _said(person, wish.field)
        after = wish.after(before)
        if after != before:
            found.append(
                FieldChange(person.id, person.name, before, after, _problem(person, wish.field, after))
            )
    return found


def write_changes(changes: Sequence[FieldChange], wish: FieldWish, user: str) -> Job[int]:
    """Write what was shown, as one entry; how many files are others now. Raises ``Refusal`` when one of them was changed meanwhile."""
    fitting = {each.person: each for each in changes if not each.problem}
    with journal.entry(f"批量修改{wish.label}：{len(fitting):,}人", user):
        for number, person in enumerate(people_in_order(fitting)):
            if number % TOLD_EVERY == 0:
                yield Step(number, len(fitting), "正在写入")
            change = fitting[person.id]
            if _said(person, wish.field) != change.before:
                raise Refusal(MEANWHILE.format(person.name))
            _say(person, wish.field, change.after)
    return len(fitting)


def _said(person: Person, name: str) -> Any:
    """What a field says of somebody, be it the office's own or one of every file."""
    if (own := own_field(name)) is None:
        return getattr(person, name)
    return own.shown(own_values.said_of([person.id])[person.id].get(own.key, ""))


def _say(person: Person, name: str, value: Any) -> None:
    if (own := own_field(name)) is None:
        setattr(person, name, value)
        person.save()
    else:
        own_values.keep_own(person.id, {own.key: own.says(value)})


def _problem(person: Person, name: str, after: Any) -> str:
    """Why a field may not say that; what else is wrong with the file is said, too, for it could not be saved."""
    if (own := own_field(name)) is not None:
        return own_values.misfit(own, own.says(after))
    table = getattr(Person._meta.fields[name], "codes", "")
    if table and after and after not in codes.table(table).names():
        return NOT_IN_TABLE.format(after)
    setattr(person, name, after)
    return "；".join(message for _, message in person.rules())
