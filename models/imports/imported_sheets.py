"""The imported sheets of a workbook, each read as what it is: a roster of people, or a register of what was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.imports.registers import headings as register_headings
from models.imports.registers import reading as register_reading
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.registers.reading import Register
from models.imports.rosters import reading
from models.imports.rosters.headings import find_roster
from models.imports.rosters.reading import Roster, kind_told
from models.imports.rosters.signs import sign_of_register
from models.imports.shapes.shapes import plain_tables
from models.imports.sheets.halves import side_by_side
from models.imports.words import kind_words
from models.imports.workbooks.sheet import Sheet


def read_workbook(
    sheets: tuple[Sheet, ...], kinds: Mapping[str, str], file: str = ""
) -> Iterator[Roster | Register]:
    """Read each sheet, as a roster or as a register; ``kinds`` holds the officer's answers by the sheet's name."""
    for sheet in (half for whole in sheets for plain in plain_tables(whole) for half in side_by_side(plain)):
        answer = kinds.get(sheet.name, "")
        yield _register(sheet, answer, file) or reading.read_roster_sheet(sheet, answer, file)


def _register(sheet: Sheet, answer: str, file: str) -> Register | None:
    """The sheet as a register; None when it is a roster, or nothing that we know."""
    if answer and answer not in REGISTER_KINDS:
        return None
    people = find_roster(sheet.rows, kind_words.kind_named(sheet.name))
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
    kind = kind_words.kind_named(sheet.name) or kind_told(people, file)
    told = kind or people.fields() & {"row.kind", "identity.category"}
    return None if told else register_reading.read_register(sheet, found, file)
