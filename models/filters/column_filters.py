"""A column filter 表头筛选: rows of a list whose column says one of some values, or has some words in it; the database finds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Expression, Field, ModelSelect, fn

from models.people.person import Person

VALUES_NAMED = 3  # in a sentence
MOST_VALUES = 500  # of a column that are offered to be ticked; of more one says words

Value = tuple[Any, int]  # a value, and how many rows or people have it


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What of a column is wanted: any of ``values``; without them whatever has ``words`` in it."""

    values: tuple[Any, ...] = ()
    words: str = ""

    def told(self) -> str:
        """The filter in words, short where there are many values."""
        if not self.values:
            return f"含“{self.words}”"
        named = "、".join(
            str(each) if each not in (None, "") else "空白" for each in self.values[:VALUES_NAMED]
        )
        return f"{named}等{len(self.values)}种" if len(self.values) > VALUES_NAMED else named

    def passes(self, said: str) -> bool:
        """The same of what a column says, where no database can be asked."""
        return said in self.values if self.values else self.words in said

    def condition(self, match: Any) -> Expression:
        """The same of a field or an expression."""
        return match.in_(self.values) if self.values else fn.INSTR(match, self.words) > 0


def narrowed(query: ModelSelect[Any], match: Any, wanted: ColumnFilter) -> ModelSelect[Any]:
    """The rows of a query that a filter lets pass; ``match`` is a field or expression of it, or of records that its people have."""
    condition = wanted.condition(match)
    if _of_people(query, match):
        condition = Person.id.in_(match.model.select(match.model.person).where(condition))
    return query.where(condition)


def column_values(query: ModelSelect[Any], match: Any) -> list[Value]:
    """The values that stand in a column, the most frequent first; one more than ``MOST_VALUES`` where there are as many."""
    rows = query.order_by().limit(None).offset(None)
    if _of_people(query, match):
        model = match.model
        count = fn.COUNT(model.person.distinct())
        found = model.select(match, count).where(model.person.in_(rows.select(Person.id)))
    else:
        count = fn.COUNT(query.model._meta.primary_key)
        found = rows.select(match, count)
    return list(found.group_by(match).order_by(count.desc(), match).limit(MOST_VALUES + 1).tuples())


def values_said(said: Sequence[str]) -> list[Value]:
    """The same of what a column says of facts that were reckoned."""
    counted: dict[str, int] = {}
    for words in said:
        counted[words] = counted.get(words, 0) + 1
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def _of_people(query: ModelSelect[Any], match: Any) -> bool:
    """Whether a list of people is asked for what stands in other records of theirs."""
    return query.model is Person and isinstance(match, Field) and match.model is not Person
