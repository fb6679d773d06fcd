"""The steps of the file's form, in their order. Never edit one that has shipped, nor a file that it reads.

A step is a function of the database. It runs while no trigger stands and reads nothing but files of its own in
``resources/schema``, which begin with its number: what it does today it does in ten years. The file's
``user_version`` counts the steps that it has had.
"""

from __future__ import annotations

from peewee import SqliteDatabase

from models.migrations.death_cases import join_death_cases
from models.migrations.earlier_steps import EARLIER_STEPS, TEXT, SchemaStep
from models.migrations.tables import add_column, make_anew, run_script, run_statements

PAYMENTS_BY_YEAR = (
    'CREATE INDEX "payment_paid_year" ON "payment" (SUBSTR(COALESCE("paid_on", "month"), 1, 4), "programme")'
)


def transfers_to_the_archive(db: SqliteDatabase) -> None:
    """归档移交: what went to the archive bureau as files, and by which hashes it is known."""
    run_script(db, "020.sql")


def papers_lent_and_work_handed_over(db: SqliteDatabase) -> None:
    """Files lent, promises, where boxes stand, and the books by which the work was handed over."""
    run_script(db, "023-handover.sql")


def what_the_office_knows_better(db: SqliteDatabase) -> None:
    """Rates of rises that the program does not carry; an answer to a list about somebody who has no file."""
    make_anew(
        db,
        "settlement",
        """CREATE TABLE "settlement" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER,
    "record" TEXT NOT NULL DEFAULT '', "field" TEXT NOT NULL DEFAULT '', "message" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT)""",
    )
    run_statements(
        db,
        """CREATE TABLE "rise_rate" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "begins" TEXT, "group" TEXT
    NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "category" TEXT NOT NULL DEFAULT '', "nature" TEXT NOT NULL
    DEFAULT '', "household" TEXT NOT NULL DEFAULT '', "percent" INTEGER, "step" INTEGER, "more" INTEGER, "document"
    TEXT NOT NULL DEFAULT '', "source" TEXT NOT NULL DEFAULT '', "confirmed" INTEGER, "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "rise_rate_uid" ON "rise_rate" ("uid");""",
    )


def removals_of_volumes(db: SqliteDatabase) -> None:
    """案卷移出、销毁: which volumes left the room for good."""
    run_statements(
        db,
        """CREATE TABLE "volume_removal" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT
    NULL, "way" TEXT NOT NULL DEFAULT '', "day" TEXT, "approved_by" TEXT NOT NULL DEFAULT '', "document" TEXT NOT NULL
    DEFAULT '', "receiver" TEXT NOT NULL DEFAULT '', "handled_by" TEXT NOT NULL DEFAULT '', "reason" TEXT NOT NULL
    DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "volume_removal_uid" ON "volume_removal" ("uid");
CREATE INDEX "volume_removal_person_id" ON "volume_removal" ("person_id");
CREATE INDEX "volume_removal_day" ON "volume_removal" ("day");""",
    )


def undoing_whole(db: SqliteDatabase) -> None:
    """The lines that drafts had before, and the highest ids that deleted rows ever had, as far as the journal tells them."""
    run_statements(
        db,
        """CREATE TABLE "earlier_lines" ("id" INTEGER NOT NULL PRIMARY KEY, "run" TEXT NOT NULL, "hash" TEXT NOT NULL,
    "columns" TEXT NOT NULL, "last" INTEGER NOT NULL, "rows" BLOB NOT NULL);
CREATE UNIQUE INDEX "earlier_lines_run_hash" ON "earlier_lines" ("run", "hash");
CREATE TABLE "last_id" ("id" INTEGER NOT NULL PRIMARY KEY, "tbl" TEXT NOT NULL, "last" INTEGER NOT NULL);
CREATE UNIQUE INDEX "last_id_tbl" ON "last_id" ("tbl");
INSERT INTO "last_id" ("tbl", "last") SELECT "tbl", max(json_extract("before", '$.id')) FROM "change"
    WHERE "after" IS NULL GROUP BY "tbl" HAVING max(json_extract("before", '$.id')) IS NOT NULL;""",
    )


def signatures_of_what_was_signed(db: SqliteDatabase) -> None:
    """By which hash a signature knows what was signed; what was signed before there was one keeps none."""
    for table, after in (("pay_run", "hash"), ("one_off", "approved_by"), ("approval", "handler")):
        add_column(db, table, f'"signed_hash" {TEXT}', after=after)


def accounts_of_officers(db: SqliteDatabase) -> None:
    """Whose account each is and what became of it, and who signed in."""
    run_script(db, "023-accounts.sql")


def copies_given_away(db: SqliteDatabase) -> None:
    """Copies for public lists and for other offices, each with its running number."""
    run_script(db, "024-copies.sql")


def keyed_journal(db: SqliteDatabase) -> None:
    """The mark since which the journal's chain is keyed, what was said of an archive that differs from what a PC has seen
    of it, and the uses: who read what of whom, and took what out."""
    run_script(db, "026-journal.sql")


JOURNAL_KEYED = keyed_journal


def sign_ins_told(db: SqliteDatabase) -> None:
    """How far the sign-ins had come, which the journal tells; those that there are, are told after the steps."""
    run_script(db, "027-sign-in-heads.sql")


SIGN_INS_TOLD = sign_ins_told


def facts_held_by_cases(db: SqliteDatabase) -> None:
    """What an application says of the identity that it is about, held by its case until it is decided."""
    add_column(db, "approval", f'"facts" {TEXT}', after="cause")


def letters_of_the_office(db: SqliteDatabase) -> None:
    """The office's own documents for the letters and notices that the program writes."""
    run_script(db, "034-letter-templates.sql")


def fields_of_the_office(db: SqliteDatabase) -> None:
    """自设栏目: fields of the office's own, and what they say of people."""
    run_script(db, "035-own-fields.sql")


def cross_tables_of_the_office(db: SqliteDatabase) -> None:
    """The cross-tables that an office keeps under names."""
    run_script(db, "029-cross-tables.sql")


def texts_of_years(db: SqliteDatabase) -> None:
    """A text of a summary for each year; those that there are have none, and are meant for all."""
    db.execute_sql('DROP INDEX "summary_text_kind"')
    add_column(db, "summary_text", '"year" INTEGER', after="kind")
    db.execute_sql('CREATE UNIQUE INDEX "summary_text_kind_year" ON "summary_text" ("kind", "year")')


def registers_of_services(db: SqliteDatabase) -> None:
    """优待证, 光荣牌, 服务站, 信访, 困难帮扶, 移交安置, 招聘会, 技能培训, 志愿服务, 会议, 党建活动; spans of own figures."""
    run_script(db, "034-registers.sql")
    add_column(db, "own_figure", f'"span" {TEXT}', after="display")
    add_column(db, "own_figure", '"planned" INTEGER', after="span")


def names_in_texts(db: SqliteDatabase) -> None:
    """Whether a document of the office writes the names of people; those that there are do not."""
    add_column(db, "summary_text", '"names_people" INTEGER', after="tell_zero")


def units_in_texts(db: SqliteDatabase) -> None:
    """Whether a document of the office leaves out the units that organised something; those that there are do not."""
    add_column(db, "summary_text", '"leaves_units" INTEGER', after="names_people")


def payments_by_year(db: SqliteDatabase) -> None:
    """Payments are found by the year to which the yearly report counts them."""
    db.execute_sql(PAYMENTS_BY_YEAR)


def people_named_by_acts(db: SqliteDatabase) -> None:
    """Whom a roster, a list or a form names that was printed or saved; those that there are do not tell."""
    for table, after in (("printout", "hash"), ("use", "place")):
        add_column(db, table, f'"named" {TEXT}', after=after)
        db.execute_sql(f'CREATE INDEX "{table}_named" ON "{table}" ("named")')
    run_statements(
        db,
        """CREATE TABLE "named_people" ("id" INTEGER NOT NULL PRIMARY KEY, "hash" TEXT NOT NULL DEFAULT '', "count" INTEGER,
    "packed" BLOB NOT NULL);
CREATE UNIQUE INDEX "named_people_hash" ON "named_people" ("hash");""",
    )


STEPS: list[SchemaStep] = [
    *EARLIER_STEPS,
    transfers_to_the_archive,
    papers_lent_and_work_handed_over,
    what_the_office_knows_better,
    removals_of_volumes,
    undoing_whole,
    signatures_of_what_was_signed,
    accounts_of_officers,
    copies_given_away,
    keyed_journal,
    join_death_cases,
    sign_ins_told,
    facts_held_by_cases,
    letters_of_the_office,
    fields_of_the_office,
    cross_tables_of_the_office,
    texts_of_years,
    registers_of_services,
    names_in_texts,
    payments_by_year,
    people_named_by_acts,
    units_in_texts,
]
