"""Archives of every released form, each with a row in each of its tables, made by the steps themselves."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, sort_models

from models import records, store
from models.core import journal, triggers
from models.core.record import Day, db
from models.migrations import steps
from models.migrations.step_data import UNJOURNALED
from models.migrations.tables import table_columns
from models.people.person import Person
from tests import factories

RELEASED = 6  # so many steps have shipped
# What a row must say for the conditions of its table.
CONDITIONS = {
    "visit": {"outsider_id": None, "unit": ""},
    "medical_case": {"outsider_id": None},
    "payment": {"outsider_id": None},
    "approval": {"outsider_id": None},
    "one_off": {"outsider_id": None},
    "assistive_device": {"outsider_id": None},
    "loan": {"outsider_id": None},
    "promise": {"outsider_id": None},
    "preference_card": {"outsider_id": None},
    "honour_plate": {"outsider_id": None},
    "petition": {"outsider_id": None},
    "hardship_aid": {"outsider_id": None},
    "placement": {"outsider_id": None},
    "stock": {"way": "入库"},
    "pay_run": {"state": "编制", "parent_id": None},
    "sign_in": {"accounts": ""},
    "pay_line": {"kind": "应发", "retry": None},
}


def make(folder, number, monkeypatch):
    """An archive that has had so many steps and holds a row in each table, told by the journal as it then was."""
    with monkeypatch.context() as then:
        then.setattr(steps, "STEPS", steps.STEPS[:number])
        then.setattr(records, "install_triggers", install_triggers)
        store.create_practice(folder)
        with store.practice_session(folder, "王芳"), journal.program_entry("登记"):
            fill(1)


def install_triggers():
    """The triggers that journal the tables as they are now."""
    wanted = triggers.append_only()
    for table in set(db.get_tables()) - UNJOURNALED:
        wanted |= triggers.journaling(table, table_columns(db, table))
    triggers.put_right(wanted)


def fill(serial):
    """Put a row into each table; ``serial`` tells it from other rows of such a kind."""
    for model in sort_models([*records.RECORDS, *records.SNAPSHOTS, *records.DERIVED]):
        if db.table_exists(model._meta.table_name):
            insert(model, serial)


def insert(model, serial):
    """A row that says something in every column which the table has by now."""
    table = model._meta.table_name
    fields = [model._meta.columns[name] for name in table_columns(db, table) if name != "id"]
    said = {field.column_name: value(field, serial) for field in fields}
    said |= {name: said_so for name, said_so in CONDITIONS.get(table, {}).items() if name in said}
    names, places = ", ".join(f'"{name}"' for name in said), ", ".join("?" * len(said))
    db.execute_sql(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(said.values()))


def value(field, serial):
    if isinstance(field, ForeignKeyField):
        return newest(field.rel_model._meta.table_name)
    if field is Person.number:
        return factories.citizen_number()
    if field.name == "uid":  # no two records have the same
        return f"{field.model._meta.table_name}{serial}"
    if isinstance(field, Day):
        return f"2021-{serial:02d}"
    return 200 + serial if isinstance(field, IntegerField | BooleanField) else f"{field.name}{serial}"


def newest(table):
    return db.execute_sql(f'SELECT max("id") FROM "{table}"').fetchone()[0]


def contents(table, columns):
    names = ", ".join(f'"{name}"' for name in columns)
    return db.execute_sql(f'SELECT {names} FROM "{table}" ORDER BY rowid').fetchall()
