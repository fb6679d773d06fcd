"""The tables of the file and the records of the program are the same."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from peewee import IntegrityError

from models import proof, records, store
from models.approvals.approval import Approval
from models.core import journal
from models.core.dates import PartDate
from models.core.record import KINDS_OF_RECORDS, Paper, Text, db
from models.office.account_events import AccountEvent
from models.office.roles import Role
from models.people import findings, search
from models.people.materials import Material
from models.people.person import Person
from models.visit_plans.planned_visits import PlannedVisit
from models.visits.campaign import Campaign
from reports.changes.changed_words import names_of_kind

PAPERS = [
    (table, field)
    for table, kind in KINDS_OF_RECORDS.items()
    for field in kind._meta.sorted_fields
    if isinstance(field, Paper)
]
OLD = Path(__file__).parent.parent / "old_files"


def schema():
    rows = db.execute_sql("SELECT sql FROM sqlite_master WHERE sql NOT NULL AND type != 'trigger'").fetchall()
    return {" ".join(sql.split()) for (sql,) in rows}


def standing():
    return dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())


def test_a_migrated_file_has_the_tables_of_the_models(archive):
    assert schema() == {" ".join(sql.split()) for sql in records.schema_statements()}


def test_every_record_is_journaled(archive):
    for model in records.RECORDS:
        for action in ("insert", "update", "delete"):
            assert f"{model._meta.table_name}_journal_{action}" in standing()


@pytest.mark.parametrize("lost", ["person_journal_update", "entry_no_delete", "pay_run_settled_update"])
def test_an_archive_that_would_not_keep_its_journal_is_put_right_before_anything_is_written(archive, lost):
    before = standing()
    db.execute_sql(f'DROP TRIGGER "{lost}"')
    db.execute_sql("CREATE TRIGGER person_strange AFTER INSERT ON person BEGIN SELECT 1; END")
    store.close()
    store.open_practice(archive, "王芳")
    assert standing() == before == records.wanted_triggers()
    with pytest.raises(IntegrityError, match="outside an entry"):
        db.execute_sql("INSERT INTO person (uid, name) VALUES ('a', '张三')")


def test_opening_writes_nothing_when_all_triggers_stand(archive):
    store.close()
    before = (archive / "archive.db").stat().st_mtime_ns
    store.open_practice(archive, "王芳")
    assert (archive / "archive.db").stat().st_mtime_ns == before


def test_every_kind_of_record_is_known(archive):
    """A model that ``records`` forgets would be neither made nor journaled."""
    from models.core.record import Record

    assert set(Record.__subclasses__()) == set(records.RECORDS)


@pytest.mark.parametrize("old", sorted(OLD.iterdir()), ids=lambda folder: folder.name)
def test_an_archive_of_every_released_schema_still_opens(tmp_path, old):
    folder = tmp_path / "旧档案库"
    shutil.copytree(old, folder)
    with store.practice_session(folder, "王芳"):
        assert schema() == {" ".join(sql.split()) for sql in records.schema_statements()}
        assert Person.select().count() == 5
        assert journal.chain_faults() == []
        assert proof.check_archive() == []
        assert search.find_people("演练").count() == 0
        assert isinstance(findings.all_findings(), list)
    with store.practice_session(
        folder, "王芳"
    ):  # what the steps left in the file is proven at the next opening
        assert Person.select().count() == 5


SECRETIVE = re.compile(r"号|电话|手机|账|卡|联系|证件|number|phone|account|card|contact|_no$")


@pytest.mark.parametrize("model", [*records.RECORDS, *records.SNAPSHOTS], ids=lambda model: model.__name__)
def test_what_is_called_like_a_secret_says_whether_it_is_one(model):
    """A masked copy hides what the field says it should; one called 某某号 that says nothing was forgotten."""
    for field in model._meta.sorted_fields:
        named = f"{field.name} {field.verbose_name}"
        if type(field) is Text and not field.codes and SECRETIVE.search(named):
            assert field.says_secret or (field.name == "account" and model in (Role, AccountEvent)), (
                f"{model.__name__}.{named}"
            )


@pytest.mark.parametrize("model", records.RECORDS, ids=lambda model: model.__name__)
def test_every_kind_of_record_has_a_noun_and_a_name(model):
    assert model.NOUN
    assert all(name in model._meta.fields for name in names_of_kind(model))


def test_no_two_kinds_of_record_share_a_noun_or_a_file():
    nouns = [model.NOUN for model in records.RECORDS]
    assert len(set(nouns)) == len(nouns)


def test_the_check_looks_for_every_paper_that_a_record_names(archive, person):
    """Whatever kind of record names a paper: one that is not there is told."""
    someone = person()
    expected = set()
    with journal.entry("写入", "王芳"):
        for number, (table, field) in enumerate(PAPERS):
            sha256 = f"{number:064x}"
            links = {"person_id": someone.id}
            if table == "public_notice":
                links["approval_id"] = Approval.create(
                    person=someone,
                    matter="临时救助",
                    state="办理中",
                    cause="生活困难",
                    accepted_on=PartDate(2020, 1, 2),
                ).id
            if table == "scan":
                links["material_id"] = Material.create(person=someone, title="身份证").id
            if table == "returned_card":
                campaign = Campaign.create(name=f"八一{number}", year=2020)
                links = {"planned_id": PlannedVisit.create(campaign=campaign, person=someone).id}
            columns = {"uid": f"uid{number}", field.column_name: sha256, **links}
            if table == "person":
                db.execute_sql(f'UPDATE person SET "{field.column_name}" = ?', (sha256,))
            else:
                rest = [
                    f.column_name for f in KINDS_OF_RECORDS[table]._meta.sorted_fields if isinstance(f, Text)
                ]
                columns = dict.fromkeys(rest, "") | columns
                names = ", ".join(f'"{name}"' for name in columns)
                db.execute_sql(
                    f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})',
                    tuple(columns.values()),
                )
            expected.add(sha256[:12])
    assert {fault.split()[1][:12] for fault in proof.check_archive()} == expected
