"""The words for what changed, in the office's language: what a row is called, what a field said, what a link points to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import Field, ForeignKeyField, Model

from models.core.dates import PartDate
from models.core.journal import Change
from models.core.masks import Secret
from models.core.record import KINDS_OF_RECORDS, Sealed, TableName, Text
from models.people.person import Person

NO_LONGER = "（已删除的{}）"


class FieldWords(NamedTuple):
    """One field's change: its column, what it is called, what it said, what it says, and what a masked copy hides of it."""

    column: str
    label: str
    before: str
    after: str
    secret: Secret


def worded(value: Any) -> str:
    """A value as it stands on paper; empty when not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, PartDate):
        return value.chinese()
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value)


def secret_of(field: Field) -> Secret:
    """What a masked copy hides of a field."""
    return field.secret if isinstance(field, Text) else Secret.OPEN


def label_of(field: Field) -> str:
    """What a field is called; a link is called like what it points to. Empty for what no officer is told of."""
    if isinstance(field, ForeignKeyField):
        return str(getattr(field.rel_model, "NOUN", ""))
    return str(field.verbose_name or "")


class ChangeWords:
    """Says in words what changes hold; it asks once for each record that links point to."""

    def __init__(self, masked: bool = False) -> None:
        """``masked`` for a copy that is shown around: what a field keeps secret is hidden."""
        self._masked = masked
        self._names: dict[tuple[type[Model], Any], str] = {}

    def name(self, kind: type[Model], kept: Mapping[str, Any]) -> str:
        """What tells a row apart from others of its kind, out of its columns; empty when they do not say."""
        fields: dict[str, Field] = kind._meta.fields
        for name in names_of_kind(kind):
            if told := self.words(fields[name], kept.get(fields[name].column_name)):
                return told
        return ""

    def words(self, field: Field, kept: Any) -> str:
        """What the database keeps in a field, as an officer reads it."""
        if kept in (None, ""):
            return ""
        if isinstance(field, ForeignKeyField):
            return self._linked(field.rel_model, kept)
        if isinstance(field, TableName) and (kind := KINDS_OF_RECORDS.get(kept)) is not None:
            return kind.NOUN
        if (told := getattr(field, "told", None)) is not None:
            return str(told(kept))
        if isinstance(field, Sealed):
            return f"（{field.verbose_name}）"
        said = worded(field.python_value(kept))
        return secret_of(field).hide(said) if self._masked else said

    def fields(self, kind: type[Model], change: Change) -> Iterator[FieldWords]:
        """Field by field what an update changed."""
        before, after = change.fields()
        columns: dict[str, Field] = kind._meta.columns
        for column in dict.fromkeys((*before, *after)):
            field = columns.get(column)
            if field is not None and (label := label_of(field)):
                was, now = self.words(field, before.get(column)), self.words(field, after.get(column))
                yield FieldWords(column, label, was, now, secret_of(field))

    def summary(self, kind: type[Model], kept: Mapping[str, Any]) -> Iterator[str]:
        """What a row says that came or went: ``关系 子``, ``姓名 王五``; whose file it stands in is told elsewhere."""
        columns: dict[str, Field] = kind._meta.columns
        for column, value in kept.items():
            field = columns.get(column)
            if field is None or isinstance(field, Sealed) or _is_owner(field):
                continue
            if (label := label_of(field)) and (told := self.words(field, value)):
                yield f"{label} {told}"

    def _linked(self, kind: type[Any], key: Any) -> str:
        if (kind, key) not in self._names:
            row = kind.select().where(kind.id == key).dicts().first()
            noun = getattr(kind, "NOUN", "")
            columns = (
                {f.column_name: f.db_value(row[f.name]) for f in kind._meta.sorted_fields} if row else {}
            )
            self._names[kind, key] = (self.name(kind, columns) or noun) if row else NO_LONGER.format(noun)
        return self._names[kind, key]


def names_of_kind(kind: type[Model]) -> tuple[str, ...]:
    """The fields of which the first that says something names a row."""
    named: str | tuple[str, ...] = getattr(kind, "NAMED_BY", ())
    return (named,) if isinstance(named, str) else named


def _is_owner(field: Field) -> bool:
    return isinstance(field, ForeignKeyField) and field.rel_model is Person
