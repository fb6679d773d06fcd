"""Tables changed by a step: the rows stay, the text is what the records say, the indexes are there again."""

from __future__ import annotations

import pytest
from peewee import SqliteDatabase

from models.migrations.tables import (
    add_column,
    make_anew,
    run_statements,
    script_statements,
    table_columns,
    with_column,
)

LEAF = """CREATE TABLE "leaf" ("id" INTEGER NOT NULL PRIMARY KEY,
  "kind" TEXT NOT NULL DEFAULT 'a, (b',
  "above_id" INTEGER, FOREIGN KEY ("above_id") REFERENCES "leaf" ("id"), CHECK ("kind" IN ('a, (b', 'c')))"""


@pytest.fixture
def db():
    """A table that points to itself, with two rows and an index."""
    made = SqliteDatabase(":memory:")
    made.execute_sql(LEAF)
    made.execute_sql('CREATE INDEX "leaf_above_id" ON "leaf" ("above_id")')
    made.execute_sql("INSERT INTO leaf (id, kind, above_id) VALUES (7, 'c', NULL), (9, 'c', 7)")
    yield made
    made.close()


def texts(db):
    return [text for (text,) in db.execute_sql("SELECT sql FROM sqlite_master ORDER BY name")]


def test_a_column_is_put_behind_the_others_and_before_the_conditions(db):
    add_column(db, "leaf", '"colour" TEXT')
    changed = LEAF.replace('"above_id" INTEGER,', '"above_id" INTEGER,\n  "colour" TEXT,')
    assert texts(db) == [changed, 'CREATE INDEX "leaf_above_id" ON "leaf" ("above_id")']
    assert db.execute_sql("SELECT * FROM leaf").fetchall() == [(7, "c", None, None), (9, "c", 7, None)]


def test_a_column_may_stand_where_the_record_has_it(db):
    add_column(db, "leaf", "\"colour\" TEXT NOT NULL DEFAULT ''", after="kind")
    assert table_columns(db, "leaf") == ["id", "kind", "colour", "above_id"]
    assert db.execute_sql("SELECT * FROM leaf").fetchall() == [(7, "c", "", None), (9, "c", "", 7)]


def test_a_new_column_says_nothing_that_the_journal_does_not_tell(db):
    with pytest.raises(ValueError, match="says nothing"):
        add_column(db, "leaf", "\"colour\" TEXT NOT NULL DEFAULT '黑'")
    assert table_columns(db, "leaf") == ["id", "kind", "above_id"]


def test_a_column_that_is_there_is_not_added_again():
    with pytest.raises(ValueError, match="already"):
        with_column(LEAF, '"kind" TEXT')


def test_a_table_made_anew_keeps_what_both_have(db):
    make_anew(
        db, "leaf", 'CREATE TABLE "leaf" ("id" INTEGER NOT NULL PRIMARY KEY, "kind" TEXT, "new" INTEGER)'
    )
    assert db.execute_sql("SELECT * FROM leaf").fetchall() == [(7, "c", None), (9, "c", None)]
    assert len(texts(db)) == 1  # the index went with its column


def test_a_script_is_run_statement_by_statement():
    script = (
        "CREATE TABLE a (x TEXT DEFAULT ';');\n\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n"
        "  SELECT 1;\nEND;\n"
    )
    assert [each.split()[1] for each in script_statements(script)] == ["TABLE", "TRIGGER"]
    with pytest.raises(ValueError, match="does not end"):
        list(script_statements("CREATE TABLE a (x)"))


def test_the_statements_of_a_new_table_may_stand_in_the_step(db):
    run_statements(db, 'CREATE TABLE "bud" ("id" INTEGER);\nCREATE INDEX "bud_id" ON "bud" ("id");')
    assert table_columns(db, "bud") == ["id"]
    assert 'CREATE INDEX "bud_id" ON "bud" ("id")' in "".join(filter(None, texts(db)))
