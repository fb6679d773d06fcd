"""A kind of record as rows for other programs: its file, its keys, and how its columns are read; all from the record itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from peewee import JOIN, Field, ForeignKeyField, fn

from models.core.fields import Count, Day, Flag, Paper, Pointer, TableName, Text, Yuan
from models.core.masks import Secret
from models.core.record import KINDS_OF_RECORDS, among, db
from models.pay.runs.runs import PayOutcome, PayRun
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.people.person import Person
from models.records import SNAPSHOTS
from reports.changes.changed_words import names_of_kind, secret_of
from reports.export.pointers import pointed_at

NOBODY_YET = json.dumps([])


class ExportedColumn(NamedTuple):
    """A key, what is asked for it, how the answer is told, and what of it a masked copy hides (None: nothing)."""

    key: str
    asked: Any
    told: Callable[[Any], Any] | None
    secret: Secret | None


@dataclass(frozen=True)
class ExportedKind:
    """A kind of record in an export."""

    model: Any
    _questions: dict[Any, tuple[str, list[Any]] | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def noun(self) -> str:
        return str(self.model.NOUN)

    @property
    def file(self) -> str:
        """The name of its files, without suffix."""
        return getattr(self.model, "EXPORTED", "") or plural(self.model._meta.table_name)

    @cached_property
    def columns(self) -> tuple[ExportedColumn, ...]:
        """What it says beyond whom it belongs to."""
        found = [_column(each) for each in self.model._meta.sorted_fields if _is_told(each)]
        if self.model is Payment:
            found.append(ExportedColumn("run", _run_of_payment(), None, Secret.OPEN))
        return tuple(found)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        whose = ("number", "name") if self.belongs and self.model is not Person else ()
        return (*whose, *(column.key for column in self.columns))

    @property
    def belongs(self) -> bool:
        """Whether its rows belong to people."""
        return self.model is Person or self._way(Person) is not None

    def rows_of(self, owner: Any, ids: list[int]) -> Iterator[tuple[int, list[Any]]]:
        """The rows that belong to these people, or outsiders: whose, and what they say, as the file has it."""
        if (question := self._question(owner)) is not None:
            sql, parameters = question
            wanted = [json.dumps(ids) if each == NOBODY_YET else each for each in parameters]
            for whose, *said in db.execute_sql(sql, wanted):
                yield whose, said

    def _question(self, owner: Any) -> tuple[str, list[Any]] | None:
        """What asks for the rows of some people, made once: the ids are put in where ``NOBODY_YET`` stands."""
        if owner not in self._questions:
            way = self.model.id if self.model is owner else self._way(owner)
            query = None if way is None else self._asking(among(way, ()), way)
            self._questions[owner] = None if query is None else query.sql()
        return self._questions[owner]

    def rows_of_nobody(self) -> Iterator[list[Any]]:
        """The rows that belong neither to a person nor to an outsider, as the file has them."""
        if self.model in (Person, Outsider):
            return
        nobody = self.model.id > 0
        for owner in (Person, Outsider):
            if (way := self._way(owner)) is not None:
                nobody &= way.is_null()
        for row in db.execute(self._asking(nobody)):
            yield list(row)

    def told(self, said: list[Any], masked: bool) -> list[Any]:
        """Values as the paper says them."""
        row = [column.told(value) if column.told and value is not None else value
               for column, value in zip(self.columns, said, strict=True)]  # fmt: skip
        if masked:
            row = [column.secret.hide(value) if column.secret and isinstance(value, str) else value
                   for column, value in zip(self.columns, row, strict=True)]  # fmt: skip
        return row

    def _way(self, owner: Any) -> Any:
        """The column that says whose a row is; that of what it hangs on, when it has none itself."""
        fields = self.model._meta.fields
        if name := next((n for n, f in fields.items() if _links(f, owner)), None):
            return getattr(self.model, name)
        above = self._above
        return getattr(above.rel_model, "person", None) if above and owner is Person else None

    @property
    def _above(self) -> ForeignKeyField | None:
        """The link to what a row hangs on, if that tells whose it is and the row itself does not."""
        links = [f for f in self.model._meta.sorted_fields if isinstance(f, ForeignKeyField)]
        if any(_links(each, Person) for each in links):
            return None
        return next((f for f in links if not f.null and "person" in f.rel_model._meta.fields), None)

    def _asking(self, where: Any, *more: Any) -> Any:
        query = self.model.select(*more, *(column.asked for column in self.columns))
        if self._above is not None:
            query = query.join(self._above.rel_model, on=(self._above == self._above.rel_model.id))
        return query.where(where)


def exported_kinds() -> list[ExportedKind]:
    """Every kind of record, in the order of their tables, and after them the lines of payment runs."""
    return [ExportedKind(model) for model in (*KINDS_OF_RECORDS.values(), *SNAPSHOTS)]


def plural(noun: str) -> str:
    """The file of a table: activities, death_matches, family_members."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _links(field: Field, owner: Any) -> bool:
    return isinstance(field, ForeignKeyField) and field.rel_model is owner


def _is_told(field: Field) -> bool:
    """Whether a field says something beyond what the database needs for itself, and whose the row is."""
    if isinstance(field, ForeignKeyField):
        return not (_links(field, Person) or _links(field, Outsider))
    return bool(field.verbose_name)


def _column(field: Field) -> ExportedColumn:
    if isinstance(field, ForeignKeyField):
        return ExportedColumn(field.name, _name_of_linked(field), None, Secret.OPEN)
    key = getattr(field, "key", "") or field.name
    if isinstance(field, Text):
        told = (
            pointed_at if isinstance(field, Pointer) else _noun_of if isinstance(field, TableName) else None
        )
        secret = None if isinstance(field, Paper) else secret_of(field)
        return ExportedColumn(key, fn.NULLIF(field, "").coerce(False), told, secret)
    told_as = {Yuan: _yuan, Flag: _flag}.get(type(field))
    assert isinstance(field, Count | Day | Flag | Yuan)
    return ExportedColumn(key, field, told_as, None)


def _name_of_linked(link: ForeignKeyField) -> Any:
    """A question for the name of what a row is linked to."""
    other: Any = link.rel_model.alias()
    named = [fn.NULLIF(getattr(other, name), "").coerce(False) for name in names_of_kind(link.rel_model)]
    asked = fn.COALESCE(*named).coerce(False) if len(named) > 1 else named[0]
    return other.select(asked).where(other.id == link)


def _run_of_payment() -> Any:
    """A question for the number of the run that made a payment."""
    made = PayRun.select(PayRun.number).join(PayOutcome, JOIN.INNER, on=(PayOutcome.run == PayRun.id))
    return made.where(PayOutcome.payment == Payment.id)


def _noun_of(table: str) -> str:
    kind = KINDS_OF_RECORDS.get(table)
    return kind.NOUN if kind else table


def _yuan(fen: int) -> str:
    sign, fen = "-" * (fen < 0), abs(fen)
    return f"{sign}{fen // 100}.{fen % 100:02d}"


def _flag(value: int) -> str:
    return "是" if value else "否"
