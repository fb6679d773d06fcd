"""The steps of the file's form, in their order. Never edit one that has shipped, nor a file that it reads.

A step is a function of the database. It runs while no trigger stands and reads nothing but files of its own in
``resources/schema``, which begin with its number: what it does today it does in ten years. The file's
``user_version`` counts the steps that it has had.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from peewee import SqliteDatabase

from models.migrations.death_cases import join_death_cases
from models.migrations.national_standards import change_untouched, insert_missing
from models.migrations.step_data import insert_rows, upgrade_entry
from models.migrations.tables import add_column, make_anew, run_script, run_statements

TEXT = "TEXT NOT NULL DEFAULT ''"
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


def notices_of_the_bank(db: SqliteDatabase) -> None:
    run_script(db, "007.sql")


def lines_around_a_bank_file(db: SqliteDatabase) -> None:
    add_column(db, "bank_template", "\"opening\" TEXT NOT NULL DEFAULT ''", after="columns")
    add_column(db, "bank_template", "\"closing\" TEXT NOT NULL DEFAULT ''", after="opening")


def merged_files_and_name_keys(db: SqliteDatabase) -> None:
    """The keys of names are derived, and made when the archive has been opened."""
    run_script(db, "009.sql")


def eligibility_asked(db: SqliteDatabase) -> None:
    """What officers answer to questions of eligibility, and what the questions ask of the file."""
    run_script(db, "010.sql")
    for column, after in (
        ("sentenced_to", "disabled"),
        ("sentenced_from", "disabled"),
        ("abroad_since", "disabled"),
    ):
        add_column(db, "person", f'"{column}" TEXT', after=after)
    add_column(db, "identity", '"review_on" TEXT', after="standing")


def claims_on_what_is_owed_once(db: SqliteDatabase) -> None:
    """Who has what is owed once; ``models.store`` fills it from the records when the triggers stand again."""
    run_script(db, "012.sql")


def affairs_of_a_death(db: SqliteDatabase) -> None:
    """What the office writes down of a death, and its heirs: what goes on is a line of a run for each of them."""
    run_script(db, "013.sql")


# What older archives have paid is carried once: ``models.store`` asks whether a file came from before this step.
ASKS_ELIGIBILITY = eligibility_asked
CLAIMS_ONCE = claims_on_what_is_owed_once


def policy_pack(db: SqliteDatabase) -> None:
    """What was read of standards meanwhile, all unconfirmed; six rows that a national text contradicts are taken back."""
    run_script(db, "011.sql")
    add_column(db, "standard", "\"derived_by\" TEXT NOT NULL DEFAULT ''", after="source")
    add_column(db, "calendar_day", '"confirmed" INTEGER')
    with upgrade_entry(db):
        change_untouched(db, "standard", "011-standards-changed.csv")
        key = ("layer", "kind", "category", "grade", "nature", "period", "household", "begins")
        insert_missing(db, "standard", "011-standards.csv", key)
        insert_rows(db, "policy_figure", "011-figures.csv")


def county_payments(db: SqliteDatabase) -> None:
    """护理费 is decided on the grant; what a gratuity is reckoned by stands on the payment; additions are standards."""
    for column in ('"care_ends" TEXT', '"care_begins" TEXT', '"care" INTEGER'):
        add_column(db, "grant", column, after="cause")
    add_column(db, "standard", '"alone" INTEGER', after="household")
    add_column(db, "standard", '"age_from" INTEGER', after="household")
    for name, kind in (
        ("rest", "INTEGER"),
        ("wage", "INTEGER"),
        ("honour", TEXT),
        ("way", TEXT),
        ("died", "TEXT"),
    ):
        add_column(db, "one_off", f'"{name}" {kind}', after="quantity")


def people_by_community_and_school(db: SqliteDatabase) -> None:
    """Found without reading everybody: a file of 100,000 opened in half a second for want of these."""
    run_statements(
        db,
        """CREATE INDEX "person_community_street" ON "person" ("community", "street");
CREATE INDEX "person_at_school" ON "person" ("at_school");""",
    )


def devices_issued(db: SqliteDatabase) -> None:
    """辅助器具: what was issued to whom, and when the next one is due."""
    run_script(db, "016.sql")


def old_members(db: SqliteDatabase) -> None:
    """建国前老党员: the day of joining the party, and what was read of the standards, all unconfirmed."""
    add_column(db, "identity", '"party_joined" TEXT', after="proof")
    with upgrade_entry(db):
        key = ("layer", "kind", "category", "grade", "nature", "period", "household", "begins")
        insert_missing(db, "standard", "017-standards.csv", key)


def law_of_the_office(db: SqliteDatabase) -> None:
    """Texts and clauses that came with a policy pack."""
    run_script(db, "018.sql")


def opinion_of_the_experts(db: SqliteDatabase) -> None:
    """What the 医疗卫生专家小组 found of a disability, who signed it and when."""
    add_column(db, "approval", '"expert_day" TEXT', after="basis")
    for name in ("expert_names", "expert_opinion"):
        add_column(db, "approval", f'"{name}" {TEXT}', after="basis")


def signed_papers(db: SqliteDatabase) -> None:
    """Pages that came back from signing: those filed by their code, those that wait, and cards of visits."""
    run_statements(
        db,
        """CREATE TABLE "signed_page" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL, "scan_id" INTEGER NOT NULL, "form" TEXT NOT NULL DEFAULT '',
    "sheet" INTEGER, "of" INTEGER, "print" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '', "batch" TEXT NOT NULL DEFAULT '', "place" INTEGER,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("scan_id") REFERENCES "scan" ("id") ON DELETE CASCADE);
CREATE UNIQUE INDEX "signed_page_uid" ON "signed_page" ("uid");
CREATE INDEX "signed_page_person_id" ON "signed_page" ("person_id");
CREATE INDEX "signed_page_scan_id" ON "signed_page" ("scan_id");
CREATE INDEX "signed_page_source" ON "signed_page" ("source");
CREATE INDEX "signed_page_batch" ON "signed_page" ("batch");
CREATE TABLE "waiting_page" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL,
    "person_id" INTEGER, "reason" TEXT NOT NULL DEFAULT '', "form" TEXT NOT NULL DEFAULT '',
    "sheet" INTEGER, "of" INTEGER, "print" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL DEFAULT '', "media" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT NOT NULL DEFAULT '', "page" INTEGER, "source" TEXT NOT NULL DEFAULT '',
    "batch" TEXT NOT NULL DEFAULT '', "place" INTEGER, "aside" INTEGER,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL);
CREATE UNIQUE INDEX "waiting_page_uid" ON "waiting_page" ("uid");
CREATE INDEX "waiting_page_person_id" ON "waiting_page" ("person_id");
CREATE INDEX "waiting_page_source" ON "waiting_page" ("source");
CREATE INDEX "waiting_page_batch" ON "waiting_page" ("batch");
CREATE TABLE "returned_card" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL,
    "planned_id" INTEGER NOT NULL, "sha256" TEXT NOT NULL DEFAULT '',
    "ticks" TEXT NOT NULL DEFAULT '', "writing" TEXT NOT NULL DEFAULT '',
    "media" TEXT NOT NULL DEFAULT '', "file_name" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '', "batch" TEXT NOT NULL DEFAULT '', "place" INTEGER,
    FOREIGN KEY ("planned_id") REFERENCES "planned_visit" ("id") ON DELETE CASCADE);
CREATE UNIQUE INDEX "returned_card_uid" ON "returned_card" ("uid");
CREATE INDEX "returned_card_planned_id" ON "returned_card" ("planned_id");
CREATE INDEX "returned_card_source" ON "returned_card" ("source");""",
    )


def print_ledger(db: SqliteDatabase) -> None:
    """What was printed: papers, what stands on them of whom, each run to a printer, and its batches."""
    run_statements(
        db,
        """CREATE TABLE "printout" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "at" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "people" INTEGER, "pages" INTEGER, "masked"
    INTEGER, "ordered" TEXT NOT NULL DEFAULT '', "hash" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "printout_uid" ON "printout" ("uid");
CREATE INDEX "printout_hash" ON "printout" ("hash");
CREATE TABLE "printed_part" ("id" INTEGER NOT NULL PRIMARY KEY, "printout_id" INTEGER NOT NULL, "whose" TEXT NOT
    NULL DEFAULT '', "number" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '', "part" TEXT NOT NULL
    DEFAULT '', "first" INTEGER, "last" INTEGER, "facts" TEXT NOT NULL DEFAULT '', "codes" TEXT NOT NULL DEFAULT '',
    FOREIGN KEY ("printout_id") REFERENCES "printout" ("id") ON DELETE RESTRICT);
CREATE INDEX "printed_part_printout_id" ON "printed_part" ("printout_id");
CREATE INDEX "printed_part_whose" ON "printed_part" ("whose");
CREATE TABLE "printing" ("id" INTEGER NOT NULL PRIMARY KEY, "printout_id" INTEGER NOT NULL, "at" TEXT NOT NULL
    DEFAULT '', "user" TEXT NOT NULL DEFAULT '', "target" TEXT NOT NULL DEFAULT '', "place" TEXT NOT NULL DEFAULT
    '', "first" INTEGER, "last" INTEGER, "sides" TEXT NOT NULL DEFAULT '', "both_sides" INTEGER, "copies" INTEGER,
    "sheets" INTEGER, "sent_pages" INTEGER, "closed" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("printout_id")
    REFERENCES "printout" ("id") ON DELETE RESTRICT);
CREATE INDEX "printing_printout_id" ON "printing" ("printout_id");
CREATE INDEX "printing_at" ON "printing" ("at");
CREATE TABLE "print_batch" ("id" INTEGER NOT NULL PRIMARY KEY, "printing_id" INTEGER NOT NULL, "at" TEXT NOT
    NULL DEFAULT '', "first" INTEGER, "last" INTEGER, "pages_before" INTEGER, "pages"
    INTEGER, "sent" INTEGER, FOREIGN KEY ("printing_id") REFERENCES "printing" ("id") ON DELETE RESTRICT);
CREATE INDEX "print_batch_printing_id" ON "print_batch" ("printing_id");""",
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
    policy_pack,
    claims_on_what_is_owed_once,
    affairs_of_a_death,
    county_payments,
    people_by_community_and_school,
    devices_issued,
    old_members,
    law_of_the_office,
    opinion_of_the_experts,
    signed_papers,
    print_ledger,
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
]
