"""The imported sheets of a workbook, each read as what it is: a roster of people, or a register of what was done."""

from __future__ import annotations

from collections.abc import Iterator

from models.imports.registers import headings as register_headings
from models.imports.registers import reading as register_reading
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.registers.reading import Register
from models.imports.rosters import reading
from models.imports.rosters.headings import find_roster, roster_at
from models.imports.rosters.reading import Roster, kind_told
from models.imports.rosters.signs import sign_of_register
from models.imports.shapes.shapes import plain_tables
from models.imports.sheet_answers import UNANSWERED, WITHOUT_HEADING_ROW, SheetAnswers
from models.imports.sheets.halves import side_by_side
from models.imports.sheets.headings import is_taught
from models.imports.words import kind_words
from models.imports.workbooks.sheet import Sheet


def read_workbook(
    sheets: tuple[Sheet, ...], answers: SheetAnswers | None = None, file: str = ""
) -> Iterator[Roster | Register]:
    """Read each sheet, as a roster or as a register, and as the officer answered."""
    for sheet in (half for whole in sheets for plain in plain_tables(whole) for half in side_by_side(plain)):
        answer = answers.of(file, sheet.name) if answers is not None else UNANSWERED
        if answer.heading is None:
            kind = answer.kind
            yield _register(sheet, kind, file) or reading.read_roster_sheet(sheet, kind, file)
        else:
            yield _below_row(sheet, answer.kind, answer.heading, file)


def _below_row(sheet: Sheet, kind: str, heading: int, file: str) -> Roster | Register:
    """The sheet read below the row that the officer named, whatever its words."""
    row = heading - sheet.first_row if heading != WITHOUT_HEADING_ROW else -1
    row = min(row, len(sheet.rows) - 1)
    if kind in REGISTER_KINDS:
        found = register_headings.register_at(sheet.rows, row, REGISTER_KINDS[kind])
        return register_reading.unfit_at(sheet, found) or register_reading.read_register(sheet, found, file)
    return reading.read_roster_below(sheet, roster_at(sheet.rows, row, kind), kind, file)


def _register(sheet: Sheet, answer: str, file: str) -> Register | None:
    """The sheet as a register; None when it is a roster, or nothing that we know."""
    if answer and answer not in REGISTER_KINDS:
        return None
    people = find_roster(sheet.rows, kind_words.kind_named(sheet.name))
    if not answer and people is not None and is_taught(people):
        return None
    on_roster = people is not None and "person.number" in people.fields()
    found = register_headings.find_register(sheet.rows, sheet.name, answer)
    if found is None:
        if answer:
            return register_reading.unfit(sheet, answer)
        signed = people is None or not on_roster or sign_of_register(people, sheet.name)
        return register_reading.unfit(sheet) if signed and not sheet.hidden else None
    if (
        answer
        or people is None
        or not on_roster
        or sign_of_register(people, sheet.name)
        or found.signed(sheet.name)
    ):
        return register_reading.read_register(sheet, found, file)
    kind = kind_words.kind_named(sheet.name) or kind_told(sheet, people, file)
    told = kind or people.fields() & {"row.kind", "identity.category"}
    return None if told else register_reading.read_register(sheet, found, file)
