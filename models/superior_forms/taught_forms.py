"""Taught forms 记住的上级表格: what officers decided of a form's headings, remembered by its shape beside the imports' headings.

A field that rosters know is remembered of rosters with these headings, too: what is learnt of writing holds for reading.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.core import journal
from models.imports import own_headings
from models.imports.evidence.taught import TableForm, TaughtFields
from models.imports.sheets.dictionary import NOTHING
from models.superior_forms.asked import SuperiorForm
from models.superior_forms.form_fields import LEFT_EMPTY

OWN_OWNER = "row."  # of fields that only forms have


def remember_form(form: SuperiorForm, said: Mapping[TableForm, TaughtFields], user: str) -> bool:
    """Keep what was decided of a form, as one entry that can be taken back; whether anything was decided."""
    kept = {shape: dict(fields) for shape, fields in said.items() if fields}
    if not kept:
        return False
    for sheet in form.sheets:
        fields = kept.get(sheet.form, {})
        known = {at: field for at, field in fields.items() if _of_rosters(field)}
        if known and sheet.roster is not None:
            kept[sheet.roster] = known
    with journal.entry(f"记住上级表格的填法：{form.file}", user):
        own_headings.remember(kept)
    return True


def _of_rosters(field: str) -> bool:
    return (
        field not in (LEFT_EMPTY, NOTHING) and not field.startswith(OWN_OWNER) and field != "person.file_no"
    )
