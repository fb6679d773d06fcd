"""Undo 撤销, an entry of the journal turned back: a new entry that restores what was before."""

from __future__ import annotations

from typing import Any

from peewee import IntegrityError

from models.core import journal
from models.core.journal import Change, Entry
from models.core.lasting import why_lasting
from models.core.record import Refusal, db


def undo(number: int, user: str) -> Entry:
    """Turn an entry back, whole or not at all, and return the entry that did it.

    Raises ``Refusal`` when there is no such entry, when it has been turned back already, or when something
    done later stands on what it changed.
    """
    entry = Entry.get_or_none(Entry.number == number)
    if entry is None:
        raise Refusal(f"没有第{number}条操作日志")
    again = Entry.select().where(Entry.undoes == number).order_by(Entry.number.desc()).first()
    if again is not None and not Entry.select().where(Entry.undoes == again.number).exists():
        raise Refusal(f"第{number}条操作“{entry.title}”已由第{again.number}条撤销")
    changes = list(Change.select().where(Change.entry == number).order_by(Change.id.desc()))
    lasting = {change.uid: reason for change in changes if (reason := why_lasting(change))}
    if len(lasting) == len(changes):
        raise Refusal(
            f"第{number}条操作“{entry.title}”不能撤销：{'；'.join(dict.fromkeys(lasting.values()))}"
        )
    with journal.entry(f"撤销第{number}条：{entry.title}", user, undoes=number) as writing:
        for change in changes:
            if change.uid not in lasting:
                _turn_back(change)
    result: Entry = Entry.get_by_id(writing.number)
    return result


def _turn_back(change: Change) -> None:
    before, after = change.fields()
    now = _row(change)
    if not _stands(change, now, after):
        raise _later(change)
    table, values = f'"{change.table}"', tuple(before.values())
    try:
        if change.before is None:
            db.execute_sql(f"DELETE FROM {table} WHERE uid = ?", (change.uid,))
        elif change.after is None:
            names, places = ", ".join(f'"{name}"' for name in before), ", ".join("?" * len(before))
            db.execute_sql(f"INSERT INTO {table} ({names}) VALUES ({places})", values)
        else:
            names = ", ".join(f'"{name}" = ?' for name in before)
            db.execute_sql(f"UPDATE {table} SET {names} WHERE uid = ?", (*values, change.uid))
    except IntegrityError as error:
        raise _later(change) from error


def _row(change: Change) -> dict[str, Any] | None:
    """The record as it is now, by column; None when there is none."""
    cursor = db.execute_sql(f'SELECT * FROM "{change.table}" WHERE uid = ?', (change.uid,))
    found = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), found, strict=True)) if found else None


def _stands(change: Change, now: dict[str, Any] | None, after: dict[str, Any]) -> bool:
    """Whether the record still is as the change left it."""
    if change.after is None or now is None:
        return change.after is None and now is None
    if change.before is None:
        return after == {name: value for name, value in now.items() if value not in (None, "")}
    return all(now[name] == value for name, value in after.items())


def _later(change: Change) -> Refusal:
    last = Change.select().where(Change.uid == change.uid).order_by(Change.id.desc()).first()
    if last.entry == change.entry:
        return Refusal(f"第{change.entry}条操作登记的内容已被后来的记录使用，请先撤销后来的操作")
    return Refusal(
        f"第{change.entry}条操作改动的内容后来又在第{last.entry}条操作中改动，请先撤销第{last.entry}条"
    )
