"""Taught columns: what an officer said of the columns of a table, bound to the form of that table, all its headings together.

What is taught holds for tables of exactly that form. While a file is read it is at hand by ``taught_by_office``, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from models.core.words import bare_heading

OF_ROSTER = "roster"
OF_REGISTER = "register"


@dataclass(frozen=True, slots=True)
class TableForm:
    """The form of a table: its sort (``roster`` or a kind of register) and all its headings, bare and in order."""

    sort: str
    headings: tuple[str, ...]

    @classmethod
    def of(cls, sort: str, headings: tuple[str, ...] | list[str]) -> TableForm:
        """The form with these headings as written."""
        return cls(sort, tuple(map(bare_heading, headings)))


TaughtFields = Mapping[int, str]  # the position among the headings (from 0) → field, '' for a remark


@dataclass(frozen=True, slots=True)
class Taught:
    """All that an office has taught: by the forms of its tables, and by single headings (as until version 0.1.0)."""

    forms: Mapping[TableForm, TaughtFields] = field(default_factory=dict)
    words: Mapping[str, str] = field(
        default_factory=dict
    )  # bare heading → field; those of registers with their prefix

    def word(self, dictionary: str, name: str) -> str | None:
        """What is said of a bare heading in all such tables; None when nothing is."""
        said = self.words.get(name)
        if said is None or dictionary == OF_ROSTER:
            return None if said is None or said.startswith(f"{OF_REGISTER}.") else said
        prefix = f"{dictionary}."
        return said.removeprefix(prefix) if said.startswith(prefix) else None


def joined_fields(
    before: Mapping[TableForm, TaughtFields], now: Mapping[TableForm, TaughtFields]
) -> dict[TableForm, TaughtFields]:
    """What was said of forms before, and what is said of them now, which goes first."""
    return {form: {**before.get(form, {}), **now.get(form, {})} for form in before.keys() | now.keys()}


NOTHING_TAUGHT = Taught()
_now: ContextVar[Taught] = ContextVar("taught", default=NOTHING_TAUGHT)


@contextmanager
def reading_as_taught(taught: Taught) -> Iterator[None]:
    """Let what the office taught hold while a file is read."""
    token = _now.set(taught)
    try:
        yield
    finally:
        _now.reset(token)


def taught_by_office() -> Taught:
    """What the office taught of the tables being read."""
    return _now.get()
