"""Checks of one sheet as it was read, all of them, before it is compared with the archive."""

from __future__ import annotations

from models.imports.checks.ages import ages_of_register, ages_of_roster
from models.imports.checks.line_years import doubt_years
from models.imports.registers.reading import Register
from models.imports.rosters.reading import Roster


def check_sheet(sheet: Roster | Register) -> None:
    """Let the lines of a sheet tell what cannot be so."""
    if isinstance(sheet, Roster):
        ages_of_roster(sheet)
        return
    for table in sheet.tables:
        doubt_years(table)
        ages_of_register(table)
