"""Transposed tables, that lie on their side: the headings stand below each other, and each person has a column."""

from __future__ import annotations

from collections.abc import Iterator

from models.imports.shapes.labels import field_of_label, is_number, names_person
from models.imports.shapes.plain import GridPlace, remade
from models.imports.sheets.cells import shown
from models.imports.sheets.row_kinds import is_total
from models.imports.sheets.whose import NAMES, NUMBERS
from models.imports.workbooks.sheet import Cell, Sheet

LOOKED_AT_COLUMNS = 4  # from the left, among which the headings stand
SIDEWAYS = "本表横着排（栏目在左，一人一列），已转成一人一行读入；下面说的行和列，是转成一人一行以后的"


def turned(sheet: Sheet) -> Sheet | None:
    """The table with a row for each person; None when it does not lie on its side."""
    width = max(map(len, sheet.rows), default=0)
    for column in range(min(LOOKED_AT_COLUMNS, width)):
        lines = [row for row, cells in enumerate(sheet.rows) if column < len(cells) and shown(cells[column])]
        fields = {field_of_label(sheet.rows[row][column]) for row in lines}
        if names_person(fields) and (people := list(_people(sheet, column, lines))):
            return _turned(sheet, column, lines, people)
    return None


def _people(sheet: Sheet, column: int, lines: list[int]) -> Iterator[int]:
    """The columns of people, from the first with a name on: two at least have something like a citizen number."""
    [row, *_] = [row for row in lines if field_of_label(sheet.rows[row][column]) in NUMBERS]
    cells = sheet.rows[row]
    numbers = [index for index in range(column + 1, len(cells)) if is_number(cells[index])]
    beside = any(field_of_label(cell) in NUMBERS for cell in cells[column + 1 :])  # another form
    if len(numbers) > 1 and not beside:
        [line, *_] = [row for row in lines if field_of_label(sheet.rows[row][column]) in NAMES]
        named = (i for i, cell in enumerate(sheet.rows[line]) if i > column and shown(cell))
        last = max(index for row in lines for index, cell in enumerate(sheet.rows[row]) if shown(cell))
        yield from range(min(numbers[0], next(named, last)), last + 1)


def _turned(sheet: Sheet, column: int, lines: list[int], people: list[int]) -> Sheet:
    first = next(row for row in lines if field_of_label(sheet.rows[row][column]))
    titles = [list(row) for row in sheet.rows[:first] if any(map(shown, row))]
    facts = [row for row in lines if row >= first and not _is_total_line(sheet, row, column, people)]
    rows: list[list[Cell]] = [*titles, [sheet.rows[row][column] for row in facts]]
    places: dict[GridPlace, GridPlace] = {}
    for person in people:
        rows.append([_cell(sheet, row, person) for row in facts])
        for new, row in enumerate(facts):
            places[sheet.first_row + row, sheet.first_column + person] = len(rows), new
    for row in range(facts[-1] + 1, len(sheet.rows)):
        rows.append(list(sheet.rows[row]))  # feet
    return remade(sheet, rows, places, SIDEWAYS)


def _is_total_line(sheet: Sheet, row: int, column: int, people: list[int]) -> bool:
    """Whether a line is a total over all people, and no fact of each."""
    said = sum(bool(shown(_cell(sheet, row, person))) for person in people)
    return is_total(shown(sheet.rows[row][column])) and said < len(people)


def _cell(sheet: Sheet, row: int, column: int) -> Cell:
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else ""
