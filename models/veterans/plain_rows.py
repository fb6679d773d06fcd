"""Plain rows 登记: the rules that the rows of most registers have, read of their fields, so that a register is its fields and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from models.core.dates import this_day
from models.core.record import Count, Yuan
from models.ledger import years
from models.people.outsiders import AboutSomebody, one_recipient


class PlainRow:
    """Mixed into a record: what it needs is there, its days come in their turn and none lies ahead, no number is below nothing."""

    NEEDED: ClassVar[Mapping[str, str]] = {}  # field → what the officer is told where it is empty
    IN_TURN: ClassVar[tuple[str, ...]] = ("day",)  # days in the order in which they come
    AHEAD: ClassVar[tuple[str, ...]] = ()  # those of them that may lie ahead

    def rules(self: Any) -> Iterator[tuple[str, str]]:
        fields = self._meta.fields
        if isinstance(self, AboutSomebody):
            yield from one_recipient(self, self.WHOSE)
        if "year" in fields:
            yield from years.needs_year(self.year)
        for name, words in self.NEEDED.items():
            if self.__data__.get(name) in (None, "") or not str(self.__data__[name]).strip():
                yield name, words
        yield from _in_turn(self)
        numbers = (name for name, field in fields.items() if isinstance(field, Count | Yuan))
        yield from years.not_negative(self, *numbers)


def _in_turn(record: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with the days of a row: one that has not come, one before another that it follows."""
    labels, before = record.labels(), ""
    for name in record.IN_TURN:
        if (day := getattr(record, name)) is None:
            continue
        if name not in record.AHEAD and day.earliest() > this_day():
            yield name, f"{labels[name]}{day.chinese()}还没有到，不能登记为已办"
        elif before and day.before(earlier := getattr(record, before)):
            yield name, f"{labels[name]}{day.chinese()}早于{labels[before]}{earlier.chinese()}"
        before = name
