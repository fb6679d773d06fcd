"""Last ids 用过的内部号: the highest id that a deleted row of a table had; a new row gets a higher one (``record.next_id``).

So a record that was deleted comes back under its own id, whatever was entered since, and what pointed to it points to it again.
"""

from __future__ import annotations

from peewee import AutoField, IntegerField, Model, TextField

from models.core.record import db


class LastId(Model):
    """The highest id that was ever given back in one table."""

    id = AutoField()
    table = TextField(column_name="tbl", unique=True)
    last = IntegerField()

    class Meta:
        database = db
        legacy_table_names = False
