"""The database, what every record has in common, and how the program says no."""

from __future__ import annotations

import json
import re
import secrets
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, ClassVar, NamedTuple, TypeVar

from peewee import (
    OP,
    SQL,
    AutoField,
    Expression,
    Field,
    ForeignKeyField,
    IntegerField,
    IntegrityError,
    Model,
    ModelSelect,
    TextField,
)
from playhouse.sqlcipher_ext import SqlCipherDatabase

from models.core.fields import Count, Day, Flag, Paper, Pointer, RowSelect, Sealed, TableName, Text, Yuan
from models.core.rights import ENTER

__all__ = [
    "KINDS_OF_RECORDS", "Count", "Day", "Doubt", "Flag", "Invalid", "LastId", "Paper", "Pointer", "Record", "Refusal", "Sealed", "StoredRow", "TableName", "Text",
    "Yuan", "among", "db", "forget_new", "insert_all", "keep_new", "new_uid", "next_id", "put_rows",
]  # fmt: skip

db = SqlCipherDatabase(None)  # opened by models.store


HALF_CHARACTER = re.compile("[\ud800-\udfff]")


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


def new_uid() -> str:
    """A UUID of version 7 (RFC 9562): sortable by time, and no two PCs ever make the same one."""
    moment = time.time_ns() // 1_000_000
    number = (moment << 80) | (7 << 76) | (secrets.randbits(12) << 64) | (2 << 62) | secrets.randbits(62)
    return f"{number:032x}"


class StoredRow(Model):
    """A row of a table of the archive."""

    class Meta:
        database = db
        legacy_table_names = False

    @classmethod
    def select(cls, *fields: Any) -> ModelSelect[Any]:
        return RowSelect(cls, fields or cls._meta.sorted_fields, is_default=not fields)


class LastId(StoredRow):
    """The highest id that a deleted row of a table had. A record that was deleted comes back under its own, whatever came since."""

    id = AutoField()
    table = TextField(column_name="tbl", unique=True)
    last = IntegerField()


def next_id(table: str) -> int:
    """The id of a table's next row: no row has it, and none that was deleted ever had it, so that each can come back as it was."""
    sql = (
        f'SELECT max(coalesce((SELECT max("id") FROM "{table}"), 0), '
        'coalesce((SELECT "last" FROM "last_id" WHERE "tbl" = ?), 0)) + 1'
    )
    return int(db.execute_sql(sql, (table,)).fetchone()[0])


class _New(threading.local):
    """The records that this thread has inserted since the entry that it writes began."""

    def __init__(self) -> None:
        self.records: list[Record] = []


_new = _New()


def keep_new() -> None:
    """What was inserted so far stays, or was never this entry's."""
    _new.records = []


def forget_new() -> None:
    """The entry was given up: what it had inserted is new again, and can be corrected and saved as if nothing had been tried."""
    for record in _new.records:
        record.id = None  # type: ignore[assignment]  # as before it was saved
    keep_new()


R = TypeVar("R", bound="Record")


class Record(StoredRow):
    """A row that knows its own rules and refuses to be saved against them.

    Whatever is written is journaled by the database itself, and only inside ``journal.entry``.

    ``NOUN`` is what one row is called, ``NAMED_BY`` the field that tells rows of a kind apart, or several of which the first
    that says something counts; ``RIGHT`` what its writer must have (none: every officer may). ``COUNTED`` is how the
    office's own figures call the kind, empty where they do not count it; ``COUNTED_ON`` the day that decides when, the first that is known;
    ``REGISTER`` where the summary says such records stand, if not under that name. ``EXPORTED`` names its file in an export where
    the plural of its table does not. ``STEPWISE``: it goes on in steps, each of which stands on the one before, whatever it writes.

    ``SINCE`` is the day from which a row is true, the first that is known; empty where the kind is ``TIMELESS``, in words why.
    ``LATER`` are days that come after it, each with what the row said before that day came (field → value).
    """

    NOUN: ClassVar[str] = ""
    NAMED_BY: ClassVar[str | tuple[str, ...]] = ()
    RIGHT: ClassVar[str] = ENTER
    COUNTED: ClassVar[str] = ""
    COUNTED_ON: ClassVar[tuple[str, ...]] = ("day",)
    REGISTER: ClassVar[str] = ""
    EXPORTED: ClassVar[str] = ""
    STEPWISE: ClassVar[bool] = False
    SINCE: ClassVar[tuple[str, ...]] = ()
    TIMELESS: ClassVar[str] = ""
    LATER: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    id = AutoField()
    uid = TextField(unique=True, default=new_uid)

    def value_of(self, name: str) -> Any:
        """What a field says; None of a link that a new record has to nobody yet."""
        field = self._meta.fields.get(name)
        if isinstance(field, ForeignKeyField) and getattr(self, field.object_id_name) is None:
            return None
        return getattr(self, name)

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
        return dict(self._half_characters()) or dict(self.rules()) or dict(self.conflicts())

    def _half_characters(self) -> Iterator[tuple[str, str]]:
        """Half of a character, as a broken paste leaves it, is in no file's writing (UTF-8)."""
        for name, said in self.__data__.items():
            if isinstance(said, str) and not said.isascii() and HALF_CHARACTER.search(said):
                yield name, "里有半个字（粘贴时断开的），请删掉重新输入"

    def save(self, *args: Any, **options: Any) -> int:
        if problems := self.problems():
            raise Invalid(problems)
        if new := self.id is None:
            self.id, options["force_insert"] = next_id(self._meta.table_name), True
        try:
            saved: int = super().save(*args, **options)
        except IntegrityError as error:
            if new:
                self.id = None
            if "outside an entry" in str(error):
                raise RuntimeError("records are saved inside journal.entry only") from error
            raise Refusal(f"与档案中已有的记录冲突，没有保存（{error}）") from error
        if new:
            _new.records.append(self)
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


ROWS_OF_STATEMENT = 200  # of the widest table they have fewer values than a statement may have
KINDS_OF_RECORDS: dict[str, type[Record]] = {}  # by table, in the order of ``models.records``, which fills it


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
    for number, record in enumerate(records, start=next_id(model._meta.table_name)):
        record.id = number
    _new.records.extend(records)
    columns = ["id", *(field.column_name for field in used)]
    put_rows(
        model._meta.table_name, columns, ([r.id, *(_value(field, r) for field in used)] for r in records)
    )


def put_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert plain rows in their order, many in one statement: to begin and end a statement costs SQLite as much as a row."""
    names, places = ", ".join(f'"{name}"' for name in columns), f"({', '.join('?' * len(columns))})"
    cursor, left = db.cursor(), iter(rows)
    while lot := list(islice(left, ROWS_OF_STATEMENT)):
        sql = f'INSERT INTO "{table}" ({names}) VALUES {", ".join([places] * len(lot))}'
        cursor.execute(sql, list(chain.from_iterable(lot)))


def among(field: Field, keys: Iterable[int]) -> Expression:
    """The condition that a number is one of many, asked with one parameter, so that thousands cost no more than one."""
    asked = SQL("(SELECT value FROM json_each(?))", [json.dumps(list(keys))])
    return Expression(field, OP.IN, asked)


def _value(field: Field, record: Record) -> Any:
    """What goes into the column; a record that was new when it was linked has its id by now."""
    linked = record.__rel__.get(field.name)
    if linked is None:
        return field.db_value(record.__data__.get(field.name))
    record.__data__[field.name] = linked.id
    return linked.id


def _says_something(field: Field, record: Record) -> bool:
    return field.name in record.__rel__ or record.__data__.get(field.name) not in (None, "")
