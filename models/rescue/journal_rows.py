"""The rows of a table as the journal tells them, read forward from its beginning; of a database that is only connected, not opened."""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class ToldRow(NamedTuple):
    """A row that stands by the journal: the uid of the person it belongs to, and what its columns say."""

    person: str | None
    said: dict[str, Any]


def rows_standing(connection: Any, table: str) -> dict[str, ToldRow]:
    """Every row that was made and not deleted since, by its uid."""
    rows: dict[str, ToldRow] = {}
    asked = "SELECT uid, person, before, after FROM change WHERE tbl = ? ORDER BY id"
    for uid, person, before, after in connection.execute(asked, (table,)):
        if after is None:
            rows.pop(uid, None)
        elif before is None:
            rows[uid] = ToldRow(person, json.loads(after))
        elif uid in rows:
            rows[uid] = ToldRow(person, rows[uid].said | json.loads(after))
    return rows


def ids_made(connection: Any, table: str) -> set[int]:
    """The ids of all rows that the journal tells to have been made, also of those that are gone; what the program brought along
    it does not tell."""
    asked = "SELECT json_extract(after, '$.id') FROM change WHERE tbl = ? AND before IS NULL"
    return {id for (id,) in connection.execute(asked, (table,)).fetchall()}
