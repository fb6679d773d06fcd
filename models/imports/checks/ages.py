"""Ages beside people: each checks the birth, in the year in which the list was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low

from models.core import citizen_number
from models.core.dates import PartDate
from models.core.words import bare_heading, half_width
from models.imports.registers.tables import RegisterTable
from models.imports.rosters.reading import Roster
from models.imports.sheets.cells import shown
from models.imports.sheets.read_rows import ReadRow
from models.imports.workbooks.sheet import Cell, Sheet

AGE_HEADING = re.compile(r"(现|实足|实际|本人)?(年龄|周岁|岁数)(\((周岁|岁|实岁)\))?")
YEAR_SAID = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
AGE = re.compile(r"(\d{1,3})(?:\.0+)?\s*(周?岁)?")
OLDEST_SAID = 130
ENOUGH_AGES = 5  # of a list, to tell from themselves in which year they were counted
OFF_BY = 1  # a birthday that has not come yet
AGE_IS_OFF = "“{}”写的是{}岁，按出生日期{}，{}年应为{}岁上下，请核对"


@dataclass(frozen=True, slots=True)
class AgeTold:
    """A line with an age: the birth that it should agree with, the heading of the age, and the age."""

    line: ReadRow
    born: PartDate
    heading: str
    age: int


def ages_of_roster(roster: Roster) -> None:
    """Tell of each line whose age is off by more than a year from its birth."""
    sheet, told = roster.sheet, []
    ages = [(column.index, column.heading) for column in roster.columns if is_age_heading(column.heading)]
    for index, heading in ages[:1]:
        for line in roster.lines:
            if not line.refused and (age := age_in(_cell(sheet, line.row, index))):
                born = line.person.get("born") or _numbered(line.person["number"])
                told += [AgeTold(line, born, heading, age)] if born else []
    row = (roster.heading_row or sheet.first_row) - sheet.first_row
    years = YEAR_SAID.findall(
        " ".join([sheet.name, *(shown(cell) for cells in sheet.rows[:row] for cell in cells)])
    )
    for each, words in doubtful_ages(told, int(years[0]) if years else None):
        each.line.doubt("person.born", str(each.age), words)


def ages_of_register(table: RegisterTable) -> None:
    """Tell of each line whose age is off from the birth in its number."""
    told = []
    for column in [column for column in table.found.columns if is_age_heading(column.heading)][:1]:
        for line in {line.row: line for line in reversed(table.lines)}.values():
            if not line.refused and (age := age_in(_cell(table.sheet, line.row, column.index))):
                born = _numbered(line.facts.get("number", ""))
                told += [AgeTold(line, born, column.heading, age)] if born else []
    for each, words in doubtful_ages(told, table.year):
        each.line.doubt("number", str(each.age), words)


def _cell(sheet: Sheet, row: int, index: int) -> Cell:
    cells = sheet.rows[row - sheet.first_row]
    return cells[index] if index < len(cells) else ""


def _numbered(number: str) -> PartDate | None:
    """The birth that a number tells; None where it is none that can be right."""
    return citizen_number.birth_in(number) if number and citizen_number.plausible(number) else None


def is_age_heading(heading: str) -> bool:
    """Whether a column holds ages; 虚岁 is another count and is not asked."""
    return AGE_HEADING.fullmatch(bare_heading(heading)) is not None


def age_in(cell: Cell) -> int:
    """The age in a cell; 0 when it holds none."""
    found = AGE.fullmatch(half_width(shown(cell)))
    return int(found[1]) if found and int(found[1]) <= OLDEST_SAID else 0


def doubtful_ages(told: Sequence[AgeTold], year: int | None) -> Iterator[tuple[AgeTold, str]]:
    """Those that are off by more than a year, with what to say; ``year`` is the sheet's, where too few tell it themselves."""
    if len(told) >= ENOUGH_AGES:
        year = median_low(each.born.year + each.age for each in told)
    for each in told if year else ():
        due = (year or 0) - each.born.year
        if abs(due - each.age) > OFF_BY:
            yield each, AGE_IS_OFF.format(each.heading, each.age, each.born.chinese(), year, due)
