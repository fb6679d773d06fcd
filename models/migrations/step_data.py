"""The data of a step: rows frozen in a file of its own, and the one entry of the journal that tells of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager

from peewee import SqliteDatabase

import resources
from models.core import journal, triggers
from models.migrations.tables import table_columns

UPGRADE = "程序升级"
# Tables whose rows the journal does not tell: itself, what a run's hash vouches for, and what is made again from others.

UNJOURNALED = frozenset(
    {"entry", "change", "pay_line", "finding", "search_words", "name_key", "once_claim",
     "printout", "printed_part", "printing", "print_batch", "earlier_lines", "last_id", "sign_in", "given_copy", "named_people", "chain_mark", "use"}
)  # fmt: skip


@contextmanager
def upgrade_entry(db: SqliteDatabase) -> Iterator[None]:
    """Whatever a step writes within is told by one entry 程序升级 of the journal, chained like any other.

    The tables are journaled as the step finds them, which may be other than the records of today. In an archive in
    which nobody has done anything yet, such as a new one, there is nothing to upgrade and no entry.
    """
    if not journal.last_number():
        yield
        return
    for table in _tables(db):
        for statement in triggers.journaling(table, table_columns(db, table)).values():
            db.execute_sql(statement)
    with journal.program_entry(UPGRADE):
        yield
    triggers.drop_all(db)


def insert_rows(db: SqliteDatabase, table: str, name: str, without: frozenset[str] = frozenset()) -> None:
    """Put the lines of a CSV file of ``resources/schema`` into a table, without those of some uids.

    Its heading names the columns; the values are as the file keeps them (money in fen, yes and no as 1 and 0, a uid).
    An empty cell is null where the column may be null, and else the empty text.
    """
    with resources.path(f"schema/{name}").open(encoding="utf-8", newline="") as file:
        heading, *lines = list(csv.reader(file))
    needed = {row[1] for row in db.execute_sql(f'PRAGMA table_info("{table}")') if row[3]}
    names, places = ", ".join(f'"{each}"' for each in heading), ", ".join("?" * len(heading))
    rows = [
        [cell or ("" if each in needed else None) for each, cell in zip(heading, line, strict=True)]
        for line in lines
        if not without or line[heading.index("uid")] not in without
    ]
    db.cursor().executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)


def _tables(db: SqliteDatabase) -> list[str]:
    return [name for name in db.get_tables() if name not in UNJOURNALED]
