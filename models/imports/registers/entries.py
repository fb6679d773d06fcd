"""Entries made of a register's rows: the facts of a record, and those by which it is known again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.core.dates import PartDate
from models.core.record import Record
from models.imports.registers.lines import RegisterLine
from models.imports.registers.titles import Title, years_in


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a row: the sheet's name, the title, the file, and the year when the row says none."""

    sheet: str
    title: Title
    file: str
    year: int | None

    def words(self, line: RegisterLine) -> tuple[str, ...]:
        """What is said around a row, nearest first."""
        return line.section, self.sheet, self.title.words, self.file


@dataclass(frozen=True, slots=True)
class RegisterRecord:
    """A record to be: its facts by field. ``key`` names the fields that say which event it is, ``exact`` those beside them
    that may be corrected, ``loose`` several groups by which it resembles another, which is then told."""

    model: type[Record]
    facts: dict[str, Any]
    key: tuple[str, ...]
    exact: tuple[str, ...]
    loose: tuple[tuple[str, ...], ...] = ()
    personal: bool = False  # whether it is about a person, on file or not


EntryMaker = Callable[[RegisterLine, Around], RegisterRecord]
MAKERS: dict[str, EntryMaker] = {}


def makes(kind: str) -> Callable[[EntryMaker], EntryMaker]:
    """Mark the function that makes the entries of a kind of register."""

    def mark(maker: EntryMaker) -> EntryMaker:
        MAKERS[kind] = maker
        return maker

    return mark


def some(line: RegisterLine, *names: str) -> dict[str, Any]:
    """The facts of these fields that the row tells, and its notes."""
    told = {name: line.facts[name] for name in names if name in line.facts}
    return told | ({"notes": note} if (note := line.note()) else {})


def day_of_line(line: RegisterLine, around: Around) -> PartDate | None:
    """The row's own day, else the one that the title tells."""
    day: PartDate | None = line.facts.get("day")
    return (
        day
        or Title(line.section).day()
        or around.title.day()
        or (PartDate(around.year) if around.year else None)
    )


def years_around(sheets: list[tuple[str, str]], file: str) -> list[int]:
    """The different years that the sheets' names and titles say; else those of the file's name."""
    said = {year for name, title in sheets for year in years_in(f"{name} {title}")}
    return sorted(said) or sorted(set(years_in(file)))
