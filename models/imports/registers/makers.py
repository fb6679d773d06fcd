"""The makers of entries, one for each kind of register, with what the words around its table say of all its rows."""

from __future__ import annotations

from models.imports.registers import ledger_entries, personal_entries
from models.imports.registers.entries import MAKERS, Around, RegisterRecord
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.registers.lines import RegisterLine
from models.imports.sheets import wordings

__all__ = ["entry_of", "ledger_entries", "personal_entries"]


def entry_of(line: RegisterLine, around: Around) -> RegisterRecord:
    """What the row becomes; the record's own rules say later whether it may."""
    if told := REGISTER_KINDS[line.kind].told:  # what the sheet's name or the title may say of all its rows
        name, table = told
        if name not in line.letters and (said := wordings.name_around(table, around.words(line))):
            line.facts.setdefault(name, said)
    return MAKERS[line.kind](line, around)
