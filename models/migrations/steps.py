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
from models.migrations.tables import add_column, run_script

SchemaStep: TypeAlias = Callable[[SqliteDatabase], None]


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


def claims_on_what_is_owed_once(db: SqliteDatabase) -> None:
    """Who has what is owed once; ``models.store`` fills it from the records when the triggers stand again."""
    run_script(db, "008-once.sql")


def affairs_of_a_death(db: SqliteDatabase) -> None:
    """What the office writes down of a death, and its heirs: what goes on is a line of a run for each of them."""
    run_script(db, "009-deaths.sql")


# What older archives have paid is carried once: ``models.store`` asks whether a file came from before this step.
ASKS_ELIGIBILITY = eligibility_asked
CLAIMS_ONCE = claims_on_what_is_owed_once
STEPS: list[SchemaStep] = [
    first_tables,
    money_visits_ledger,
    standards_grants_runs,
    approvals_confirmation_budgets,
    campaigns_and_stock,
    reports_of_the_office,
    eligibility_asked,
    claims_on_what_is_owed_once,
    affairs_of_a_death,
]
