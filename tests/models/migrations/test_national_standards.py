"""National standards as a step ships them: what the office has touched stays, and nobody's pay changes."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from models import records, store
from models.core import journal
from models.core.journal import Change, Entry
from models.core.record import db
from models.migrations import steps
from models.migrations.step_data import UPGRADE
from models.pay.dues.dues import Dues
from models.pay.dues.rates import DueRate, StandardRates
from models.pay.grants import claims
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.people.identity import OLD_MEMBERS
from tests.models.migrations import old_archives

KEPT = Path(__file__).parents[2] / "old_files"
TAKEN_BACK = "\"kind\" = '三属' AND \"begins\" = '2009-10'"
FIRST_GRADE = "\"grade\" = '一级' AND \"nature\" = '因战'"


@pytest.fixture
def older(tmp_path, monkeypatch):
    """An archive of a released form on which somebody has worked: ``older(6, "UPDATE …")`` gives its folder."""

    def make(number, *statements):
        folder = tmp_path / f"旧档案库{number}"
        shutil.copytree(KEPT / f"schema-{number}", folder)
        with monkeypatch.context() as then:
            then.setattr(steps, "STEPS", steps.STEPS[: max(number, 6)])
            then.setattr(records, "install_triggers", old_archives.install_triggers)
            with store.practice_session(folder, "王芳"), journal.program_entry("修改标准"):
                for statement in statements:
                    db.execute_sql(statement)
        return folder

    return make


def rows(where):
    return db.execute_sql(
        f'SELECT "amount", "confirmed", "document", "notes", "ends" FROM "standard" WHERE {where} ORDER BY "id"'
    ).fetchall()


def old_standards():
    """The rows that had come with the released form, as they were."""
    names = ("layer", "kind", "category", "grade", "nature", "period", "household", "unit", "confirmed")
    sql = f'SELECT "amount", "begins", "ends", {", ".join(names)} FROM "standard"'
    fields = Standard._meta.fields
    return [
        Standard(
            amount=fields["amount"].python_value(amount), begins=fields["begins"].python_value(begins),
            ends=fields["ends"].python_value(ends), **dict(zip(names, said, strict=True)),
        )
        for amount, begins, ends, *said in db.execute_sql(sql).fetchall()
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 6])
def test_nobodys_pay_changes_by_the_step_but_by_what_was_taken_back(older, monkeypatch, number):
    folder = older(number)
    with monkeypatch.context() as then:
        then.setattr(steps, "STEPS", steps.STEPS[:6])
        then.setattr(records, "install_triggers", lambda: None)
        with store.practice_session(folder, "王芳"):
            before = old_standards()
    with store.practice_session(folder, "王芳"):
        ways = Ways.kept()
        old, new = Dues(ways, StandardRates(ways, before)), Dues(ways)
        reckoned = 0
        for group in claims.by_person(claims.read_claims()):
            for month in range(months.month(2005, 1), months.month(2026, 12)):
                for was, now in zip(old.at(group, month), new.at(group, month), strict=True):
                    if was.claim.kind == "三属" and month < months.month(2010, 10):
                        continue
                    assert was.amounts == now.amounts
                    assert was.refused == now.refused
                    reckoned += isinstance(now.rate, DueRate)
        assert reckoned


def test_every_confirmed_standard_pays_after_the_step_what_it_paid_before(older, monkeypatch):
    folder = older(6)
    kept = '"confirmed" = 1 AND NOT (' + TAKEN_BACK + ")"
    names = '"uid", "amount", "unit", "begins", "ends", "confirmed"'
    with monkeypatch.context() as then:
        then.setattr(steps, "STEPS", steps.STEPS[:6])
        then.setattr(records, "install_triggers", lambda: None)
        with store.practice_session(folder, "王芳"):
            before = db.execute_sql(f'SELECT {names} FROM "standard" WHERE {kept}').fetchall()
    with store.practice_session(folder, "王芳"):
        assert db.execute_sql(f'SELECT {names} FROM "standard" WHERE {kept}').fetchall() == before
        assert len(before) == 152


def test_the_six_rows_that_a_national_text_contradicts_are_taken_back_and_say_why(older):
    with store.practice_session(older(6), "王芳"):
        found = rows(TAKEN_BACK)
        assert [confirmed for _, confirmed, *_ in found] == [0] * 6
        assert all("与" in notes and "全国" in notes for *_, notes, _ in found)
        told = Entry.select().where(Entry.title == UPGRADE)
        assert {each.user for each in told} == {journal.PROGRAM}
        numbers = [each.number for each in told]
        changes = Change.select().where(Change.entry.in_(numbers), Change.table == "standard")
        assert len([each for each in changes if each.before and '"confirmed":1' in each.before]) == 6


def test_what_the_office_confirmed_or_changed_itself_stays_as_it_is(older):
    mine = "\"kind\" = '三属' AND \"begins\" = '2009-10' AND \"household\" = '城镇'"
    folder = older(
        6,
        f'UPDATE "standard" SET "source" = \'本局文件\' WHERE {mine}',
        f'UPDATE "standard" SET "amount" = 9999900, "document" = \'我的文号\' WHERE {FIRST_GRADE} AND "begins" = \'2023-08\'',
        f'DELETE FROM "standard" WHERE {FIRST_GRADE} AND "begins" = \'2009-10\'',
    )
    with store.practice_session(folder, "王芳"):
        assert [row[1] for row in rows(mine)] == [1, 1, 1]
        assert [row[1] for row in rows(TAKEN_BACK)].count(0) == 3
        assert rows(f"{FIRST_GRADE} AND \"begins\" = '2023-08'") == [
            (9999900, 0, "我的文号", rows(f"{FIRST_GRADE} AND \"begins\" = '2023-08'")[0][3], "2024-07")
        ]
        assert rows(f"{FIRST_GRADE} AND \"begins\" = '2009-10'") == []


def test_a_standard_that_the_office_entered_for_itself_is_not_entered_a_second_time(older):
    columns = '"uid", "layer", "kind", "category", "grade", "nature", "unit", "amount", "begins", "confirmed"'
    folder = older(
        6,
        f"INSERT INTO \"standard\" ({columns}) VALUES ('own', '国家', '伤残人员', '', '一级', '因战', '年', 13588800, '2025-08', 1)",
    )
    with store.practice_session(folder, "王芳"):
        (own,) = Standard.select().where(
            Standard.kind == "伤残人员", Standard.grade == "一级", Standard.nature == "因战", Standard.begins == "2025-08"
        )  # fmt: skip
        assert (own.uid, own.amount, own.confirmed) == ("own", Decimal(135888), True)


def test_a_new_archive_has_them_all_and_nothing_new_is_confirmed(archive):
    assert Standard.select().where(Standard.confirmed == True).count() == 152  # noqa: E712
    assert not journal.last_number()
    documents = {
        "2017-10": "民发〔2017〕154号",
        "2020-08": "退役军人部发〔2020〕38号",
        "2022-08": "退役军人部发〔2022〕64号",
        "2023-08": "退役军人部发〔2023〕39号",
        "2025-08": "退役军人部发〔2025〕42号",
    }
    for begins, document in documents.items():
        of_day = Standard.select().where(Standard.begins == begins, Standard.kind != OLD_MEMBERS)
        assert {each.document for each in of_day} == {document}
    first = Standard.select().where(Standard.kind == "伤残人员", Standard.begins == "2009-10")
    assert {each.notes for each in first} == {""}
