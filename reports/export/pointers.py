"""Pointers, uids in a field, told as an officer would: the kind of the record that each means, and its name."""

from __future__ import annotations

from models.core.journal import Change
from models.core.record import KINDS_OF_RECORDS
from reports.changes.changed_words import ChangeWords


def pointed_at(uid: str) -> str:
    """``人员信息 张三``; the journal knows of which kind a record is. Empty for a uid that it never heard of."""
    change = Change.select(Change.table).where(Change.uid == uid).order_by(Change.id).first()
    kind = KINDS_OF_RECORDS.get(change.table) if change is not None else None
    if kind is None:
        return ""
    row = kind.select().where(kind.uid == uid).first()
    kept = {f.column_name: f.db_value(row.__data__[f.name]) for f in kind._meta.sorted_fields} if row else {}
    return f"{kind.NOUN} {ChangeWords().name(kind, kept)}".strip()
