"""The steps of the file's form, in their order. Never edit one that has shipped, nor a file that it reads.

A step is a function of the database. It runs while no trigger stands and reads nothing but files of its own in
``resources/schema``, which begin with its number: what it does today it does in ten years. The file's
``user_version`` counts the steps that it has had.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from peewee import SqliteDatabase

from models.migrations.step_data import insert_rows
from models.migrations.tables import add_column, run_script, run_statements

SchemaStep: TypeAlias = Callable[[SqliteDatabase], None]

MERGED_FILES = """
CREATE TABLE "merged_file" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL,
  "number" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '',
  "file_no" TEXT NOT NULL DEFAULT '', "was" TEXT NOT NULL DEFAULT '', "was_id" INTEGER,
  "identities" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "merged_file_uid" ON "merged_file" ("uid");
CREATE INDEX "merged_file_person_id" ON "merged_file" ("person_id");
CREATE INDEX "merged_file_number" ON "merged_file" ("number");

CREATE TABLE "two_people" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL,
  "other_id" INTEGER NOT NULL, "reason" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("other_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "two_people_uid" ON "two_people" ("uid");
CREATE INDEX "two_people_person_id" ON "two_people" ("person_id");
CREATE INDEX "two_people_other_id" ON "two_people" ("other_id");

CREATE TABLE "name_key" ("person_id" INTEGER NOT NULL PRIMARY KEY, "key" TEXT NOT NULL, "sorts" TEXT NOT NULL,
  "sound" TEXT NOT NULL, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE);
CREATE INDEX "name_key_key" ON "name_key" ("key");
CREATE INDEX "name_key_sound" ON "name_key" ("sound");
"""


def first_tables(db: SqliteDatabase) -> None:
    run_script(db, "001.sql")


def money_visits_ledger(db: SqliteDatabase) -> None:
    run_script(db, "002.sql")


def standards_grants_runs(db: SqliteDatabase) -> None:
    """The standards come in without an entry: the table is new, and nobody of the office did it."""
    run_script(db, "003.sql")
    insert_rows(db, "standard", "003-standards.csv")


def approvals_confirmation_budgets(db: SqliteDatabase) -> None:
    run_script(db, "004.sql")


def campaigns_and_stock(db: SqliteDatabase) -> None:
    run_script(db, "005.sql")


def reports_of_the_office(db: SqliteDatabase) -> None:
    run_script(db, "006.sql")


def notices_of_the_bank(db: SqliteDatabase) -> None:
    run_statements(
        db,
        """
CREATE TABLE "pay_notice" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "line_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "day" TEXT,
  "source" TEXT NOT NULL DEFAULT '',
  "decided" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("line_id") REFERENCES "pay_line" ("id") ON DELETE RESTRICT, FOREIGN KEY ("run_id") REFERENCES "pay_run" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "pay_notice_uid" ON "pay_notice" ("uid");
CREATE INDEX "pay_notice_line_id" ON "pay_notice" ("line_id");
CREATE INDEX "pay_notice_run_id" ON "pay_notice" ("run_id");
""",
    )


def lines_around_a_bank_file(db: SqliteDatabase) -> None:
    add_column(db, "bank_template", "\"opening\" TEXT NOT NULL DEFAULT ''", after="columns")
    add_column(db, "bank_template", "\"closing\" TEXT NOT NULL DEFAULT ''", after="opening")


def merged_files_and_name_keys(db: SqliteDatabase) -> None:
    """The keys of names are derived, and made when the archive has been opened."""
    run_statements(db, MERGED_FILES)


def eligibility_asked(db: SqliteDatabase) -> None:
    """What officers answer to questions of eligibility, and what the questions ask of the file."""
    run_script(db, "007-eligibility.sql")
    for column, after in (
        ("sentenced_to", "disabled"),
        ("sentenced_from", "disabled"),
        ("abroad_since", "disabled"),
    ):
        add_column(db, "person", f'"{column}" TEXT', after=after)
    add_column(db, "identity", '"review_on" TEXT', after="standing")


# What older archives have paid is carried once: ``models.store`` asks whether a file came from before this step.
ASKS_ELIGIBILITY = eligibility_asked
STEPS: list[SchemaStep] = [
    first_tables,
    money_visits_ledger,
    standards_grants_runs,
    approvals_confirmation_budgets,
    campaigns_and_stock,
    reports_of_the_office,
    notices_of_the_bank,
    lines_around_a_bank_file,
    merged_files_and_name_keys,
    eligibility_asked,
]
