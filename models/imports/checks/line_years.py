"""Line years: what a line of a register says of its time, where it cannot be on a sheet of that year."""

from __future__ import annotations

from collections import Counter

from models.core.dates import PartDate, this_day
from models.imports.registers.lines import RegisterLine
from models.imports.registers.tables import RegisterTable

EARLIEST = 1950  # nothing that an office keeps was paid or visited before
ENOUGH_LINES, MOST_SHARE = 5, 0.8  # of a table, to tell its year by themselves
NEXT_YEAR = 1  # a December that is paid in January
STRANGE_YEAR = "日期“{}”不像{}年的登记，多半写错了年份，已照表登记，请核对"
IMPOSSIBLE_YEAR = "日期“{}”的年份不会对，多半写错了年份，已照表登记，请核对"


def doubt_years(table: RegisterTable) -> None:
    """Tell of each line whose day or month lies in another time than its sheet."""
    told = [(line, name, day) for line in table.lines for name, day in _days(line)]
    year = _year_of(table, [day.year for _, _, day in told])
    for line, name, day in told:
        if not EARLIEST <= day.year <= this_day().year + NEXT_YEAR:
            line.doubt(name, str(day), IMPOSSIBLE_YEAR.format(day.chinese()))
        elif year and abs(day.year - year) > NEXT_YEAR:
            line.doubt(name, str(day), STRANGE_YEAR.format(day.chinese(), year))


def _days(line: RegisterLine) -> list[tuple[str, PartDate]]:
    """What a line says of its time; day and month of one year but once."""
    if line.refused:
        return []
    said = {name: line.facts[name] for name in ("day", "month") if isinstance(line.facts.get(name), PartDate)}
    return [(name, day) for name, day in {day.year: (name, day) for name, day in said.items()}.values()]


def _year_of(table: RegisterTable, years: list[int]) -> int | None:
    """The year of most of the lines, else the one that the title or the sheet's name says."""
    if len(years) >= ENOUGH_LINES:
        year, count = Counter(years).most_common(1)[0]
        if count >= MOST_SHARE * len(years):
            return year
    return table.year
