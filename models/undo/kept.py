"""Kept 保留未撤的: what an undoing left as it was, told by comparing the two entries; the journal never changes, so the answer neither."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from peewee import fn

from models.core.journal import Change, Entry

MOST_TOLD = 500  # changes that are told one by one


class KeptChange(NamedTuple):
    """A change that was not turned back, in some columns or (``columns`` empty) as a whole, and who had written there since."""

    change: Change
    columns: tuple[str, ...]
    by: Entry | None


def kept_by(undoing: Entry) -> list[KeptChange]:
    """What an undoing left of the entry that it turned back, the first few hundred; of any other entry nothing."""
    return [] if undoing.undoes is None else list(_kept(undoing, undoing.undoes))


@lru_cache(maxsize=64)
def _numbers(undoing: int, undone: int, _hash: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The changes that were not turned back, with the columns; the undoing's hash tells its archive from any other."""
    rows: Any = Change.select(Change.id, Change.uid, Change.before, Change.after).order_by(Change.id)
    turned: dict[str, set[str]] = {}
    for _, uid, before, _after in rows.where(Change.entry == undoing).tuples():
        turned.setdefault(uid, set()).update(json.loads(before or "{}"))
    return tuple(_compared(rows.where(Change.entry == undone).tuples(), turned))


def _compared(rows: Any, turned: dict[str, set[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for id_, uid, before, after in rows:
        if uid not in turned:
            yield id_, ()
        elif before is not None and after is not None and (left := set(json.loads(after)) - turned[uid]):
            yield id_, tuple(sorted(left))


def _kept(undoing: Entry, undone: int) -> Iterator[KeptChange]:
    numbers = dict(_numbers(undoing.number, undone, undoing.hash)[:MOST_TOLD])
    for change in Change.select().where(Change.id.in_(list(numbers))).order_by(Change.id):
        columns = numbers[change.id]
        yield KeptChange(change, columns, _writer(change, columns, undoing.number))


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
