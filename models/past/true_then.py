"""What was true then 那天的实际情况: what is known today, without all that came after a day.

A row is there when its day (``Record.SINCE``) was not after it, and says of itself what it said before later days came (``LATER``). A day of
which only year or month is known counts from its first day. What hung on a row that is not there goes, or lets go of it.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from peewee import ForeignKeyField, Model

from models import records
from models.core.dates import PartDate
from models.core.jobs import Job, Step
from models.core.record import Record, db
from models.past.known_then import morrow_of
from models.pay.runs.runs import PayLine
from models.payments.once_claims import OnceClaim
from models.people.identity import RECEIVING, EntitlementState
from models.people.outsiders import Outsider
from models.people.person import Person
from models.year.statistics.held_identities import identities

TEXT_OF = 'CAST("{}" AS TEXT)'
FIRST_STATES = (EntitlementState.TAKEN_IN, EntitlementState.IN_PAY, EntitlementState.WITHOUT_PAY)


def let_later_fall(day: date) -> Job[None]:
    """Take away everything that came after a day."""
    yield Step(0, len(records.RECORDS) + 1, "正在核对优抚身份")
    _turn_states(day)
    _turn_grades(day)
    _take_identities_and_people(day)
    for done, kind in enumerate(records.RECORDS, start=1):
        yield Step(done, len(records.RECORDS) + 1, f"正在核对{kind.NOUN}")
        _take_later_rows(kind, day)
    models: list[type[Model]] = [*records.RECORDS, PayLine, *records.RECORDS]  # some hang on lines of runs
    for model in models:
        _tidy(model)
    for kind in records.RECORDS:
        _forget_later_days(kind, day)


def holders_later(day: date) -> list[tuple[str, str]]:
    """Table and uid of the records whose claims were paid after a day: what they held on it is to be asked again."""
    asked: Any = OnceClaim.select(OnceClaim.source, OnceClaim.holder).where(OnceClaim.day > day.isoformat())
    return list(asked.distinct().tuples())


def _take_later_rows(kind: type[Record], day: date) -> None:
    if kind.SINCE:
        table = kind._meta.table_name
        db.execute_sql(f'DELETE FROM "{table}" WHERE {_since(kind)} > ?', (day.isoformat(),))


def _since(kind: type[Record]) -> str:
    """SQL for the first day of a row that is known, as text; what hangs on another row may name a day of that."""
    return f"coalesce({', '.join(_day(kind, name) for name in kind.SINCE)}, NULL)"


def _day(kind: type[Record], name: str) -> str:
    owner, _, field = name.rpartition(".")
    if not owner:
        return TEXT_OF.format(kind._meta.fields[field].column_name)
    link: Any = kind._meta.fields[owner]
    there = link.rel_model._meta
    return (
        f'(SELECT {TEXT_OF.format(there.fields[field].column_name)} FROM "{there.table_name}" o '
        f'WHERE o."id" = "{kind._meta.table_name}"."{link.column_name}")'
    )


def _forget_later_days(kind: type[Record], day: date) -> None:
    for name, before in kind.LATER.items():
        field: Any = kind._meta.fields[name]
        kind.update({name: None, **before}).where(field > PartDate.of(day)).execute()


def _turn_states(day: date) -> None:
    """An identity is in the last state of its history by that day, as the statistics have it."""
    found = [(each.state_on(day), each.id, each.now) for each in identities()]
    changed = [(then, number) for then, number, now in found if then != now]
    db.cursor().executemany('UPDATE "identity" SET "state" = ? WHERE "id" = ?', changed)
    _fill_unknown_states(day, [number for then, number in changed if not then])


def _fill_unknown_states(day: date, unknown: list[int]) -> None:
    """Where all of the history came later, an identity was in the state that it then left, as far as the journal knows; it was paid
    when there is a grant or a payment by then."""
    db.execute_sql(
        'UPDATE "identity" SET "state" = coalesce((SELECT json_extract(c.before, \'$.state\') FROM "identity_state" s '
        'JOIN "change" made ON made.uid = s."uid" AND made.before IS NULL JOIN "change" c ON c.entry = made.entry AND c.uid = "identity"."uid" '
        'WHERE s."identity_id" = "identity"."id" AND c.before IS NOT NULL ORDER BY s."since", s."id" LIMIT 1), '
        'CASE WHEN EXISTS (SELECT 1 FROM "grant" g WHERE g."identity_id" = "identity"."id" AND g."begins" <= ?1) '
        'OR EXISTS (SELECT 1 FROM "payment" p WHERE p."identity_id" = "identity"."id" AND coalesce(p."paid_on", p."month") <= ?1) '
        "THEN ?2 ELSE '' END) WHERE \"id\" IN (SELECT value FROM json_each(?3))",
        (day.isoformat(), RECEIVING, json.dumps(unknown)),
    )


def _turn_grades(day: date) -> None:
    """An identity has the grade that it had before the first later change of it."""
    first = (
        '(SELECT nullif(g."{}_before", \'\') FROM "grade_change" g WHERE g."identity_id" = "identity"."id" '
        'AND g."approved" > ?1 ORDER BY g."approved", g."id" LIMIT 1)'
    )
    told = ", ".join(f'"{name}" = coalesce({first.format(name)}, "{name}")' for name in ("grade", "nature"))
    later = 'SELECT "identity_id" FROM "grade_change" WHERE "approved" > ?1'
    db.execute_sql(f'UPDATE "identity" SET {told} WHERE "id" IN ({later})', (day.isoformat(),))


def _take_identities_and_people(day: date) -> None:
    """A right of which no day of approval is known began with its history, where that tells of a beginning; else it was always there.

    Who was not born, or had no right yet, is not there; who has none on file is there since the file was made.
    """
    first = 'SELECT s."{}" FROM "identity_state" s WHERE s."identity_id" = "identity"."id" ORDER BY s."since" IS NULL, s."since", s."id" LIMIT 1'
    began = ", ".join(f"'{state}'" for state in FIRST_STATES)
    made = 'SELECT min(e.at) FROM "change" c JOIN "entry" e ON e.number = c.entry WHERE c.uid = "person"."uid" AND c.before IS NULL'
    db.execute_sql('CREATE TEMP TABLE entitled AS SELECT DISTINCT "person_id" AS id FROM "identity"')
    db.execute_sql(
        f'DELETE FROM "identity" WHERE "approved" > ?1 OR ("approved" IS NULL AND ({first.format("since")}) > ?1 '
        f"AND ({first.format('state')}) IN ({began}))",
        (day.isoformat(),),
    )
    db.execute_sql(
        'DELETE FROM "person" WHERE "born" > ?1 OR CASE WHEN "id" IN (SELECT id FROM entitled) '
        f'THEN "id" NOT IN (SELECT "person_id" FROM "identity") ELSE ({made}) >= ?2 END',
        (day.isoformat(), morrow_of(day)),
    )
    db.execute_sql("DROP TABLE temp.entitled")


def _tidy(model: type[Model]) -> None:
    """What hung on a row that is not there: it goes, unless it may stand by itself and was nobody's."""
    for field in model._meta.sorted_fields:
        if isinstance(field, ForeignKeyField):
            table, column = model._meta.table_name, field.column_name
            loose = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "id" FROM "{field.rel_model._meta.table_name}")'
            if field.null and field.rel_model not in (Person, Outsider):
                db.execute_sql(f'UPDATE "{table}" SET "{column}" = NULL WHERE {loose}')
            else:
                db.execute_sql(f'DELETE FROM "{table}" WHERE {loose}')
