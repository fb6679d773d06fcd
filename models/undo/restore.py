"""To restore one thing 恢复这一项: a field as it was before a change, or a record that was deleted."""

from __future__ import annotations

import json

from peewee import Field, ForeignKeyField, Model

from models.core import journal
from models.core.journal import Change, Entry
from models.core.record import Record, Refusal
from models.people.person import Person
from models.records import RECORDS


def restore_field(change: Change, column: str, user: str) -> Entry:
    """Put one column of a record back to what it was before a change, as an entry of its own; return that entry.

    Raises ``Refusal`` when the record is gone, says so already, or may not say so any more.
    """
    model = _model(change)
    before = json.loads(change.before or "{}")
    if column not in before or change.after is None:
        raise ValueError(f"the change does not say what {column} was before")
    record = model.get_or_none(model.uid == change.uid)
    if record is None:
        raise Refusal("这条记录后来已被删除，不能只恢复其中一项；请先恢复整条记录")
    field: Field = model._meta.columns[column]
    value = field.python_value(before[column])
    if record.__data__[field.name] == value:
        raise Refusal(f"“{field.verbose_name}”现在就是这个内容，不需要恢复")
    setattr(record, field.name, value)
    with journal.entry(f"恢复{_whose(change)}的“{field.verbose_name}”", user) as writing:
        record.save(only=[field])
    return _entry(writing.number)


def bring_back(change: Change, user: str) -> Entry:
    """Make a record again that a change deleted, as an entry of its own; return that entry.

    Raises ``Refusal`` when it is there, or when what it hung on is gone.
    """
    model = _model(change)
    if change.after is not None or change.before is None:
        raise ValueError("the change did not delete anything")
    if model.get_or_none(model.uid == change.uid) is not None:
        raise Refusal("这条记录现在就在档案中，不需要恢复")
    before = json.loads(change.before)
    columns: dict[str, Field] = model._meta.columns
    record = model(
        **{columns[name].name: columns[name].python_value(value) for name, value in before.items()}
    )
    if model.get_or_none(model.id == record.id) is not None:
        del record.__data__["id"]  # its place was given to another one since
    for link in (field for field in columns.values() if isinstance(field, ForeignKeyField)):
        target = record.__data__.get(link.name)
        if target is not None and link.rel_model.get_or_none(link.rel_model.id == target) is None:
            raise Refusal("这条记录所属的内容也已删除，请先恢复那一条")
    with journal.entry(f"恢复{_whose(change)}的一条已删除的记录", user) as writing:
        record.save(force_insert=True)
    return _entry(writing.number)


def _entry(number: int) -> Entry:
    found: Entry = Entry.get_by_id(number)
    return found


def _model(change: Change) -> type[Record]:
    found: type[Model] = next(m for m in RECORDS if m._meta.table_name == change.table)
    assert issubclass(found, Record)
    return found


def _whose(change: Change) -> str:
    person = Person.get_or_none(Person.uid == change.person)
    return person.name if person else "档案"
