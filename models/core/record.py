"""The database, what every record has in common, and how the program says no."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    Field,
    Function,
    IntegerField,
    IntegrityError,
    Model,
    TextField,
    fn,
)
from playhouse.sqlcipher_ext import SqlCipherDatabase

from models.core.dates import PartDate

if TYPE_CHECKING:  # peewee's stubs know what a field holds, peewee itself takes no parameter
    Words = TextField[str]
    Number = IntegerField[int | None]
    Answer = BooleanField[bool | None]
    Date = TextField[PartDate | None]
    Money = IntegerField[Decimal | None]
else:
    Words = Date = TextField
    Number = Money = IntegerField
    Answer = BooleanField

db = SqlCipherDatabase(None)  # opened by models.store


class Refusal(Exception):
    """The program says no, and the message is fit for the officer to read."""


class Invalid(Refusal):
    """A record that may not be kept, with one message per field."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("；".join(problems.values()))
        self.problems = problems


class Doubt(NamedTuple):
    """Something doubtful in a record: which field, why, and how grave (1 a trifle … 9 money or identity)."""

    field: str
    message: str
    weight: int


class Text(Words):
    """Words; never null, so that forms need not ask."""

    def __init__(self, label: str, codes: str = "", **options: Any) -> None:
        super().__init__(verbose_name=label, default="", constraints=[SQL("DEFAULT ''")], **options)
        self.codes = codes  # the code table its values come from, if any


class Count(Number):
    """A whole number; null when not known."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(verbose_name=label, null=True, **options)


class Flag(Answer):
    """是 or 否; null when nobody said."""

    def __init__(self, label: str) -> None:
        super().__init__(verbose_name=label, null=True)


class Day(Date):
    """A date as far as it is known, kept as ISO text; null when not known at all."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(verbose_name=label, null=True, **options)

    def db_value(self, value: PartDate | None) -> str | None:
        return None if value is None else str(value)

    def python_value(self, value: str | None) -> PartDate | None:
        return None if value is None else PartDate(*map(int, value.split("-")))


class Yuan(Money):
    """Money: whole fen in the file, ``Decimal`` yuan in the program; null when not known."""

    def __init__(self, label: str) -> None:
        super().__init__(verbose_name=label, null=True)

    def db_value(self, value: Decimal | int | None) -> int | None:
        return None if value is None else int(Decimal(value).scaleb(2).to_integral_exact())

    def python_value(self, value: int | None) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)

    def total(self) -> Function:
        """This column's sum in yuan; peewee itself leaves SUM unconverted."""
        return fn.COALESCE(fn.SUM(self), 0).converter(self.python_value)


def new_uid() -> str:
    """A UUID of version 7 (RFC 9562): sortable by time, and no two PCs ever make the same one."""
    moment = time.time_ns() // 1_000_000
    number = (moment << 80) | (7 << 76) | (secrets.randbits(12) << 64) | (2 << 62) | secrets.randbits(62)
    return f"{number:032x}"


R = TypeVar("R", bound="Record")


class Record(Model):
    """A row that knows its own rules and refuses to be saved against them.

    Whatever is written is journaled by the database itself, and only inside ``journal.entry``.
    """

    id = AutoField()
    uid = TextField(unique=True, default=new_uid)

    class Meta:
        database = db
        legacy_table_names = False

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield ``(field, message)`` for each rule this record breaks by itself."""
        yield from ()

    def conflicts(self) -> Iterator[tuple[str, str]]:
        """Yield ``(field, message)`` for each rule it breaks together with what the archive holds."""
        yield from ()

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is doubtful: it is kept and shown as a finding, and never forbids saving."""
        yield from ()

    def problems(self) -> dict[str, str]:
        return dict(self.rules()) or dict(self.conflicts())

    def save(self, *args: Any, **options: Any) -> int:
        if problems := self.problems():
            raise Invalid(problems)
        try:
            saved: int = super().save(*args, **options)
        except IntegrityError as error:
            if "outside an entry" in str(error):
                raise RuntimeError("records are saved inside journal.entry only") from error
            raise Refusal(f"与档案中已有的记录冲突，没有保存（{error}）") from error
        return saved

    def delete_instance(self, *args: Any, **options: Any) -> int:
        """Delete the record; ``Refusal`` while another one stands on it."""
        try:
            gone: int = super().delete_instance(*args, **options)
        except IntegrityError as error:
            if "outside an entry" in str(error):
                raise RuntimeError("records are deleted inside journal.entry only") from error
            raise Refusal("还有别的记录以它为依据（如审批、发放批次、一次性发放），不能删除") from error
        return gone

    @classmethod
    def labels(cls) -> dict[str, str]:
        """The Chinese name of each field that has one, in the order of the class."""
        return {name: field.verbose_name for name, field in cls._meta.fields.items() if field.verbose_name}


def insert_all(model: type[R], records: Sequence[R]) -> None:
    """Insert many new records whose ``rules`` were asked before, and give each its ``id``.

    Only columns in which some record says something are written; the others take their defaults.
    """
    if not records:
        return
    fields = [field for field in model._meta.sorted_fields if field.name != "id"]
    used = [
        field for field in fields if field.name == "uid" or any(_says_something(field, r) for r in records)
    ]
    first = (db.execute_sql(f'SELECT max("id") FROM "{model._meta.table_name}"').fetchone()[0] or 0) + 1
    for number, record in enumerate(records, start=first):
        record.id = number
    columns = ", ".join(f'"{field.column_name}"' for field in used)
    places = ", ".join("?" * (len(used) + 1))
    sql = f'INSERT INTO "{model._meta.table_name}" ("id", {columns}) VALUES ({places})'
    db.cursor().executemany(sql, ([r.id, *(_value(field, r) for field in used)] for r in records))


def _value(field: Field, record: Record) -> Any:
    """What goes into the column; a record that was new when it was linked has its id by now."""
    linked = record.__rel__.get(field.name)
    if linked is None:
        return field.db_value(record.__data__.get(field.name))
    record.__data__[field.name] = linked.id
    return linked.id


def _says_something(field: Field, record: Record) -> bool:
    return field.name in record.__rel__ or record.__data__.get(field.name) not in (None, "")
