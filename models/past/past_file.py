"""A past file 某一天的档案, that of one person, without a copy of the archive, for the rows of one person are few.

This thread's connection gets temporary tables that lie over the archive's own under the same names, with this person's rows and what is
nobody's; they are turned back, and whatever reads a file reads them unchanged. Other threads see nothing of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from peewee import ForeignKeyField, Model

from models import records
from models.core.jobs import finish
from models.core.journal import Change, last_number
from models.core.past_day import PastDay, looking_at
from models.core.record import Refusal, db
from models.law.law_memory import forget_law
from models.past import known_then, true_then
from models.pay.runs.runs import PayLine
from models.people.person import Person

NOT_YET = "{}还没有{}的档案"


@contextmanager
def file_on(person: Person, day: PastDay) -> Iterator[Person]:
    """Let this thread see of all people only this one, as the file stood on that day; raises ``Refusal`` when there was none."""
    last = known_then.last_entry_of(day.as_known) if day.as_known is not None else last_number()
    try:
        uids = _uids_of(person, last)
        models: list[type[Model]] = [PayLine, *records.RECORDS]
        for model in models:
            _lay_over(model, person, uids)
        if day.as_known is not None:
            finish(known_then.turn_to_then(last, uids))
        _lay_journal_over(person, last)
        with looking_at(day):
            if day.as_of is not None:
                finish(true_then.let_later_fall(day.as_of))
            forget_law()  # the office's own texts are others
            yield _found(person, day)
    finally:
        _take_away()
        forget_law()


def _uids_of(person: Person, last: int) -> list[str]:
    """Every record that ever was in the file, and of those that are in nobody's what changed later."""
    own: Any = Change.select(Change.uid).where(Change.person == person.uid).distinct().tuples()
    nobodys: Any = (
        Change.select(Change.uid).where(Change.person.is_null(), Change.entry > last).distinct().tuples()
    )
    return [uid for (uid,) in [*own, *nobodys]]


def _lay_over(model: type[Model], person: Person, uids: list[str]) -> None:
    """A table of the person's rows, or of all rows where they are nobody's."""
    table = model._meta.table_name
    owner = _owner(model)
    if owner is None:
        db.execute_sql(f'CREATE TEMP TABLE "{table}" AS SELECT * FROM main."{table}"')
        return
    among = " OR uid IN (SELECT value FROM json_each(?))" if "uid" in model._meta.fields else ""
    values = (json.dumps(uids),) if among else ()
    db.execute_sql(
        f'CREATE TEMP TABLE "{table}" AS SELECT * FROM main."{table}" WHERE {owner.format(person=int(person.id))}{among}',
        values,
    )


def _owner(model: type[Model]) -> str | None:
    """SQL for whether a row is the person's, by itself or by what it hangs on; None where rows are nobody's."""
    if model is Person:
        return '"id" = {person}'
    for field in model._meta.sorted_fields:
        if isinstance(field, ForeignKeyField) and field.rel_model is Person:
            return f'"{field.column_name}" = {{person}}'
    for field in model._meta.sorted_fields:
        if isinstance(field, ForeignKeyField) and field.rel_model is not model and _owner(field.rel_model):
            return f'"{field.column_name}" IN (SELECT "id" FROM temp."{field.rel_model._meta.table_name}")'
    return None


def _lay_journal_over(person: Person, last: int) -> None:
    """The journal of the file alone, until then."""
    db.execute_sql(
        'CREATE TEMP TABLE "change" AS SELECT * FROM main."change" WHERE person = ? AND entry <= ?',
        (person.uid, last),
    )
    db.execute_sql(
        'CREATE TEMP TABLE "entry" AS SELECT * FROM main."entry" WHERE number IN (SELECT entry FROM temp."change")'
    )


def _found(person: Person, day: PastDay) -> Person:
    found: Person | None = Person.get_or_none(Person.uid == person.uid)
    if found is None:
        raise Refusal(NOT_YET.format(day.title(), person.name))
    return found


def _take_away() -> None:
    laid = db.execute_sql("SELECT name FROM sqlite_temp_master WHERE type = 'table'").fetchall()
    for (table,) in laid:
        db.execute_sql(f'DROP TABLE temp."{table}"')
