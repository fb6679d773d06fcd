"""Which entry a row of each kind of register becomes, with what the words around its table say of all its rows."""

from __future__ import annotations

from collections.abc import Callable

from models.imports.registers import kinds, ledger_entries, personal_entries
from models.imports.registers.entries import Around, Entry
from models.imports.registers.lines import RegisterLine
from models.imports.sheets import wordings

# What the sheet's name or the title may say of all its rows, where no column does.
TOLD_AROUND = {
    kinds.CASES: [("kind", "medical_kind")],
    kinds.PEOPLE: [("category", "visit_category")],
    kinds.PUBLICITY: [("form", "publicity_form")],
    kinds.BRIEFS: [("kind", "brief_kind")],
    kinds.ACTIVITIES: [("kind", "activity_kind")],
    kinds.SERVICES: [("matter", "service_matter")],
    kinds.HONOURS: [("stage", "honour_stage")],
}
MAKERS: dict[str, Callable[[RegisterLine, Around], Entry]] = {
    kinds.PAYMENTS: personal_entries.payment,
    kinds.CASES: personal_entries.case,
    kinds.UNITS: personal_entries.unit_visit,
    kinds.PEOPLE: personal_entries.person_visit,
    kinds.PUBLICITY: ledger_entries.publicity,
    kinds.BRIEFS: ledger_entries.brief,
    kinds.ACTIVITIES: ledger_entries.activity,
    kinds.SERVICES: ledger_entries.service,
    kinds.HONOURS: ledger_entries.honour,
    kinds.RATES: ledger_entries.rate,
}


def entry_of(line: RegisterLine, around: Around) -> Entry:
    """What the row becomes; the record's own rules say later whether it may."""
    for name, table in TOLD_AROUND.get(line.kind, ()):
        if name not in line.letters and (said := wordings.named(table, around.words(line))):
            line.facts.setdefault(name, said)
    return MAKERS[line.kind](line, around)
