"""The fields that a column of an imported sheet can be about, as an officer calls them."""

from __future__ import annotations

from collections.abc import Iterator

from models.core.record import Sealed
from models.imports.registers.reading import Register
from models.imports.rosters.headings import KIND_LABEL
from models.imports.rosters.own_columns import OF_OWN
from models.imports.rosters.reading import Roster
from models.imports.sheets.dictionary import NOTHING
from models.own_fields.own_fields import own_fields
from models.people.identity import BankAccount, Identity
from models.people.person import Person

REMARK, LEFT_OUT = "记为备注", "不导入"
NEW_OWN, NEW_OWN_WORDS = "new_own", "设为自设栏目…"  # no field yet: it is to be defined


def fields_of_sheet(sheet: Roster | Register) -> Iterator[tuple[str, str]]:
    """``(field, what the officer calls it)`` of all that a column of such a sheet can be about."""
    yield "", REMARK
    yield NOTHING, LEFT_OUT
    if isinstance(sheet, Register):
        yield from _of_register(sheet)
    else:
        yield NEW_OWN, NEW_OWN_WORDS
        yield from _of_roster()


def _of_roster() -> Iterator[tuple[str, str]]:
    yield "row.kind", KIND_LABEL
    for part, model in (("person", Person), ("identity", Identity), ("account", BankAccount)):
        for name, label in model.labels().items():
            field = model._meta.fields[name]
            told = not (field.ours or isinstance(field, Sealed))
            if told and f"{part}.{name}" != "identity.kind":
                yield f"{part}.{name}", label if part != "identity" or name != "notes" else "身份备注"
    yield from ((f"{OF_OWN}.{each.key}", each.name) for each in own_fields())


def _of_register(register: Register) -> Iterator[tuple[str, str]]:
    kinds = [table.kind for table in register.tables] or ([register.kind] if register.kind else [])
    for kind in dict.fromkeys(kinds):
        for name, field in kind.fields.items():
            yield name, field.label
