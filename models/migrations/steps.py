"""The steps of the file's form, in their order. Never edit one that has shipped, nor a file that it reads.

A step is a function of the database. It runs while no trigger stands and reads nothing but files of its own in
``resources/schema``, which begin with its number: what it does today it does in ten years. The file's
``user_version`` counts the steps that it has had.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from peewee import SqliteDatabase

from models.migrations.national_standards import change_untouched, insert_missing
from models.migrations.step_data import insert_rows, upgrade_entry
from models.migrations.tables import add_column, run_script, run_statements

SchemaStep: TypeAlias = Callable[[SqliteDatabase], None]

POLICY_FIGURES = """
CREATE TABLE "policy_figure" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "matter" TEXT NOT NULL DEFAULT '',
  "what" TEXT NOT NULL DEFAULT '', "value" INTEGER, "unit" TEXT NOT NULL DEFAULT '', "ruling" TEXT NOT NULL DEFAULT '',
  "begins" TEXT, "ends" TEXT, "article" TEXT NOT NULL DEFAULT '', "source" TEXT NOT NULL DEFAULT '',
  "confirmed" INTEGER, "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "policy_figure_uid" ON "policy_figure" ("uid");
CREATE INDEX "policy_figure_matter" ON "policy_figure" ("matter");
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


def policy_pack(db: SqliteDatabase) -> None:
    """What was read of standards meanwhile, all unconfirmed; six rows that a national text contradicts are taken back."""
    run_statements(db, POLICY_FIGURES)
    add_column(db, "standard", "\"derived_by\" TEXT NOT NULL DEFAULT ''", after="source")
    add_column(db, "calendar_day", '"confirmed" INTEGER')
    with upgrade_entry(db):
        change_untouched(db, "standard", "007-standards-changed.csv")
        key = ("layer", "kind", "category", "grade", "nature", "period", "household", "begins")
        insert_missing(db, "standard", "007-standards.csv", key)
        insert_rows(db, "policy_figure", "007-figures.csv")


STEPS: list[SchemaStep] = [
    first_tables,
    money_visits_ledger,
    standards_grants_runs,
    approvals_confirmation_budgets,
    campaigns_and_stock,
    reports_of_the_office,
    policy_pack,
]
