"""The makers of entries, one for each kind of register, with what the words around its table say of all its rows."""

from __future__ import annotations

from models.imports.registers import ledger_entries, personal_entries
from models.imports.registers.entries import MAKERS, Around, RegisterRecord, day_of_line, some
from models.imports.registers.kinds import REGISTER_KINDS, RegisterRecords
from models.imports.registers.lines import RegisterLine
from models.imports.sheets import wordings

__all__ = ["entry_of", "ledger_entries", "personal_entries"]


def entry_of(line: RegisterLine, around: Around) -> RegisterRecord:
    """What the row becomes; the record's own rules say later whether it may."""
    kind = REGISTER_KINDS[line.kind]
    if told := kind.told:  # what the sheet's name or the title may say of all its rows
        name, table = told
        if name not in line.letters and (said := wordings.name_around(table, around.words(line))):
            line.facts.setdefault(name, said)
    return MAKERS[line.kind](line, around) if kind.becomes is None else _plainly(kind.becomes, line, around)


def _plainly(becomes: RegisterRecords, line: RegisterLine, around: Around) -> RegisterRecord:
    """A record of the fields that the row tells; its year, or its day where it tells none, may be said above the table."""
    fields = becomes.model._meta.fields
    facts = some(line, *(name for name in becomes.model.labels() if name not in ("day", "year", "notes")))
    told = "year" in fields or any(name in facts for name in becomes.model.COUNTED_ON)
    if "day" in fields:
        facts["day"] = line.facts.get("day") if told else day_of_line(line, around)
    if "year" in fields:
        facts["year"] = line.facts.get("year") or around.year
    return RegisterRecord(
        becomes.model, facts, becomes.key, becomes.exact, becomes.loose, personal=becomes.personal
    )
