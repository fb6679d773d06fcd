"""A list pasted from a workbook: whom its numbers and names mean, and what was not found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from peewee import chunked

from models.core.citizen_number import CitizenNumber
from models.core.personal_names import name_key
from models.core.words import half_width
from models.imports.sheets.cells import shown
from models.imports.sheets.dictionary import dictionary_of
from models.imports.sheets.lists import read_list
from models.imports.sheets.row_kinds import is_total
from models.imports.workbooks.text_tables import text_sheet
from models.people.name_keys import named_like
from models.people.person import MergedFile, Person

NUMBER = re.compile(
    r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|\d{13})(?![\dXx])"
)  # citizen numbers, and a file's own number
SPACED_NUMBER = re.compile(r"\d[\d ]+[\dXx]")  # a cell that is but one number, written with blanks
ENTRIES = re.compile(r"[,;、，；/|]+")
PASTED_HEADINGS = dictionary_of("pasted")
NUMBER_FIELDS = ("number", "file_no")


class FoundList(NamedTuple):
    """What a pasted list means: ids in its order, each once; the entries not found; names that several people have."""

    ids: list[int]
    not_found: list[str]
    several: dict[str, int]  # name → how many people of that name, all of whom are among the ids


def find_listed(text: str) -> FoundList:
    """Find everybody whom a pasted list names by citizen number, file number or name.

    Below a heading the columns of numbers and names are known. A row that holds a number is found by it alone; without a
    heading, in other rows each column in which some name is found is taken for
    names, so that what stands in it and is found nowhere can be told.
    """
    rows = [row for row in _rows_of(half_width(text)) if row.says_something]
    known = _People(rows)
    name_columns = {
        column
        for row in rows
        if not row.numbers and not row.named
        for column, cell in enumerate(row.cells)
        if any(map(known.named, cell))
    }
    ids: dict[int, None] = {}
    missing: list[str] = []
    several: dict[str, int] = {}
    for row in rows:
        for entry, found in row.answers(known, name_columns):
            ids |= dict.fromkeys(found)
            if not found:
                missing.append(entry)
            elif len(found) > 1:
                several[entry] = len(found)
    return FoundList(list(ids), list(dict.fromkeys(missing)), several)


def _rows_of(text: str) -> list[_Row]:
    """The rows of a pasted list: below its heading, if it has one, what is neither a heading nor a total."""
    sheet = text_sheet(text)
    listed = read_list(sheet, PASTED_HEADINGS, "number")
    if listed is None:
        return [_Row([shown(cell) for cell in cells]) for cells in sheet.rows]
    rows = [(row.row, _Row([shown(cell) for cell in row.cells], row.said)) for row in listed.rows]
    others = ((remark.row or 0, remark.value or "") for remark in listed.left_out)
    rows += [(place, _Row([words])) for place, words in others]
    return [row for _, row in sorted(rows, key=lambda each: each[0])]


class _Row:
    """One pasted line: the numbers in it, or else its cells with the names that each may hold.

    ``said`` holds what stands in the columns that a heading names, by field.
    """

    def __init__(self, cells: list[str], said: Mapping[str, str] | None = None) -> None:
        self.line = " ".join(filter(None, cells))
        said = said or {}
        told = [said[field] for field in NUMBER_FIELDS if field in said] or cells
        self.numbers = [found.upper() for cell in told for found in _numbers(cell)]
        self.named = "name" in said  # the heading says which cell is the name
        self.cells = [list(_names(cell)) for cell in ([said["name"]] if self.named else cells)]

    @property
    def says_something(self) -> bool:
        """Whether it is neither empty nor a row of headings nor a total."""
        if not self.numbers and is_total(self.line):
            return False
        return any(not PASTED_HEADINGS.meaning(name).field for cell in self.cells for name in cell)

    def answers(self, known: _People, name_columns: set[int]) -> Iterator[tuple[str, list[int]]]:
        """Each entry of the line and whom it means."""
        if self.numbers:
            for number in self.numbers:
                yield (number if len(self.numbers) > 1 else self.line), known.numbered(number)
            return
        columns = [cell for place, cell in enumerate(self.cells) if self.named or place in name_columns] or [
            [self.line]
        ]
        for name in (name for cell in columns for name in cell):
            found = known.named(name)
            # 张三 李四 in one cell, or 张 三: whichever is found
            parts = name.split()
            if found or len(parts) < 2 or not any(map(known.named, parts)):
                yield name, found
            else:
                yield from ((part, known.named(part)) for part in parts)


def _numbers(cell: str) -> list[str]:
    """The numbers in a cell; one that is written with blanks is one."""
    if found := NUMBER.findall(cell):
        return found
    whole = cell.strip("'’‘` ")
    return NUMBER.findall(whole.replace(" ", "")) if SPACED_NUMBER.fullmatch(whole) else []


def _names(cell: str) -> Iterator[str]:
    for entry in ENTRIES.split(cell):
        if words := " ".join(entry.split()):
            yield words


class _People:
    """Everybody whom some rows can mean, read with few queries."""

    def __init__(self, rows: list[_Row]) -> None:
        numbers = {number for row in rows for number in row.numbers}
        numbers |= {wide for number in numbers if (wide := _wide(number))}
        names = {each for row in rows if not row.numbers for each in _spellings(row)}
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._names: dict[str, list[int]] = defaultdict(list)
        for number, found, file_no, key in _rows(numbers, Person.number, Person.number_found, Person.file_no):
            for each in {number, found, file_no}:
                self._numbers[each].append(key)
        for name, key in _named(names):
            self._names[name_key(name)].append(key)
        for merged in _merged(numbers, names):
            self._numbers[merged.number].append(merged.person_id)
            if merged.person_id not in (same := self._names[name_key(merged.name)]):
                same.append(merged.person_id)

    def numbered(self, number: str) -> list[int]:
        return self._numbers.get(number) or self._numbers.get(_wide(number), [])

    def named(self, name: str) -> list[int]:
        return self._names.get(name_key(name), [])


def _spellings(row: _Row) -> Iterator[str]:
    for cell in row.cells:
        for name in cell:
            yield name
            yield from name.split()


def _named(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Name and id of everybody who has one of these names, in whatever way it is written; in the order of the files."""
    found: list[tuple[str, str, int]] = []
    for some in chunked(sorted(names), 1000):
        columns: Any = (Person.file_no, Person.name, Person.id)
        rows: Any = Person.select(*columns).where(named_like(some)).tuples()
        found += list(rows)
    return ((name, key) for _, name, key in sorted(set(found), key=lambda row: (row[0], row[2])))


def _merged(numbers: Iterable[str], names: Iterable[str]) -> list[MergedFile]:
    """The files that became part of another one and are named by their old number or name."""
    keys = {name_key(name) for name in names}
    return [each for each in MergedFile.select() if each.number in numbers or name_key(each.name) in keys]


def _wide(number: str) -> str:
    """The 18-place form of a citizen number; empty for another number."""
    try:
        return CitizenNumber.read(number).number
    except ValueError:
        return ""


def _rows(wanted: set[str], *columns: Any) -> Iterable[tuple[Any, ...]]:
    """``(*columns, id)`` of the people of whom some column is wanted, in the order of their files; each once."""
    found: dict[int, tuple[Any, ...]] = {}
    for some in chunked(sorted(wanted), 1000):
        for column in columns:
            query: Any = Person.select(*columns, Person.id).where(column.in_(some))
            found |= {row[-1]: row for row in query.order_by(Person.file_no, Person.id).tuples()}
    return found.values()
