"""The standards that come with the program (``resources/standards/*.csv``), put into the file once, by a step.

They are put in before the table is journaled: nobody of the office did it. What the office changes later is journaled.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from peewee import SqliteDatabase

import resources

COLUMNS = (
    "layer", "kind", "category", "grade", "nature", "period", "household", "unit", "amount", "begins", "ends",
    "document", "source", "confirmed", "notes",
)  # fmt: skip
SAME = 11  # so many columns say which row it is, whatever else is said of it
YES = "是"


class Rise(NamedTuple):
    """By how much a standard rose, where only that is known: shown beside the standards, never used for pay."""

    kind: str
    begins: str
    words: str
    source: str


def ship(db: SqliteDatabase) -> None:
    """Put the shipped standards into the table that a step has just made."""
    columns = ", ".join(f'"{name}"' for name in ("uid", *COLUMNS))
    sql = f'INSERT INTO "standard" ({columns}) VALUES ({", ".join("?" * (len(COLUMNS) + 1))})'
    db.cursor().executemany(sql, [(_uid(row), *_values(row)) for row in rows("national")])


def rises() -> list[Rise]:
    """The rises that were found without an amount."""
    return [Rise(**row) for row in rows("rises")]


def rows(name: str) -> list[dict[str, str]]:
    """The lines of a file of ``resources/standards``."""
    with resources.path(f"standards/{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _values(row: dict[str, str]) -> Iterator[object]:
    for name in COLUMNS:
        if name == "amount":
            yield int(Decimal(row[name]).scaleb(2))
        elif name == "confirmed":
            yield row[name] == YES
        else:
            yield row[name] or (None if name == "ends" else "")


def _uid(row: dict[str, str]) -> str:
    """The same row is the same record in every archive."""
    said = "|".join(row[name] for name in COLUMNS[:SAME])
    return hashlib.sha256(f"standard|{said}".encode()).hexdigest()[:32]
