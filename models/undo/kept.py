"""Kept 保留未撤的: what an undoing left as it was, told by comparing the two entries; the journal never changes, so the answer neither."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from peewee import fn

from models.core.journal import Change, Entry
from models.core.record import db

MOST_TOLD = 500  # changes that are told one by one


class Kept(NamedTuple):
    """A change that was not turned back, in some columns or (``columns`` empty) as a whole, and who had written there since."""

    change: Change
    columns: tuple[str, ...]
    by: Entry | None


def kept_by(undoing: Entry) -> list[Kept]:
    """What an undoing left of the entry that it turned back, the first few hundred; of any other entry nothing."""
    return [] if undoing.undoes is None else list(_kept(undoing.number, undoing.undoes))


@lru_cache(maxsize=64)
def _numbers(undoing: int, undone: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The changes that were not turned back, with the columns."""
    sql = (
        'SELECT c."id", c."before", c."after", u."uid", u."before" FROM "change" c '
        'LEFT JOIN "change" u ON u."entry" = ? AND u."uid" = c."uid" AND u."after" IS NOT NULL '
        'WHERE c."entry" = ? AND (c."before" IS NULL OR c."after" IS NOT NULL) AND '
        '(u."uid" IS NOT NULL OR NOT EXISTS (SELECT 1 FROM "change" o WHERE o."entry" = ? AND o."uid" = c."uid"))'
    )
    return tuple(_compared(db.execute_sql(sql, (undoing, undone, undoing))))


def _compared(rows: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    for id_, before, after, turned, written in rows:
        if turned is None:
            yield id_, ()
        elif before is not None and (left := set(json.loads(after)) - set(json.loads(written or "{}"))):
            yield id_, tuple(sorted(left))


def _kept(undoing: int, undone: int) -> Iterator[Kept]:
    numbers = dict(_numbers(undoing, undone)[:MOST_TOLD])
    for change in Change.select().where(Change.id.in_(list(numbers))).order_by(Change.id):
        columns = numbers[change.id]
        yield Kept(change, columns, _writer(change, columns, undoing))


def _writer(change: Change, columns: tuple[str, ...], undoing: int) -> Entry | None:
    """The last entry between the two that wrote there."""
    later = Change.select(Change.entry).where(
        Change.uid == change.uid, Change.entry > change.entry, Change.entry < undoing
    )
    if columns:
        says = fn.json_type(Change.after, f'$."{columns[0]}"').is_null(False)
        later = later.where(says)
    found = later.order_by(Change.id.desc()).first()
    return None if found is None else Entry.get_or_none(Entry.number == found.entry)
