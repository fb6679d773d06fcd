"""The sheets of a workbook, each read as what it is: a roster of people, or a register of what was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.imports import registers
from models.imports.rosters import reading
from models.imports.rosters.reading import Roster, kind_told
from models.imports.sheets import headings, kind_words
from models.imports.workbooks.workbook import Sheet


def read_workbook(
    sheets: tuple[Sheet, ...], kinds: Mapping[str, str], file: str = ""
) -> Iterator[Roster | registers.Register]:
    """Read each sheet, as a roster or as a register; ``kinds`` holds the officer's answers by the sheet's name."""
    for sheet in sheets:
        answer = kinds.get(sheet.name, "")
        yield _register(sheet, answer, file) or reading.read_sheet(sheet, answer, file)


def _register(sheet: Sheet, answer: str, file: str) -> registers.Register | None:
    """The sheet as a register; None when it is a roster, or nothing that we know."""
    if answer and answer not in registers.KINDS:
        return None
    people = headings.find_heading(sheet.rows, kind_words.kind_named(sheet.name))
    on_roster = people is not None and "person.number" in people.fields()
    found = registers.find(sheet.rows, sheet.name, answer)
    if found is None:
        if answer:
            return registers.unfit(sheet, answer)
        signed = people is None or not on_roster or registers.sign(people, sheet.name)
        return registers.unfit(sheet) if signed and not sheet.hidden else None
    if (
        answer
        or people is None
        or not on_roster
        or registers.sign(people, sheet.name)
        or found.signed(sheet.name)
    ):
        return registers.read_sheet(sheet, found, file)
    kind = kind_words.kind_named(sheet.name) or kind_told(people, file)
    told = kind or people.fields() & {"row.kind", "identity.category"}
    return None if told else registers.read_sheet(sheet, found, file)
