"""What can be read of a damaged archive comes into a new one, and the rest is told."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import closing, suppress

import pytest
from sqlcipher3 import dbapi2

from models import proof, store
from models.archive.keys import Keys
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.rescue.hurt_file import FIRST_PAGE_HEAD, HurtFile
from models.rescue.rescue import rescue
from models.rescue.rescued_tables import RescuedTables
from models.rescue.sealed_pages import PAGE, SealedPages
from models.rescue.table_rows import children
from tests.scenarios.faults.damages import DAMAGES
from tests.scenarios.faults.deeds import ME, PEOPLE, office


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("好") / "档案库"
    office(folder)
    return folder


@pytest.fixture
def damaged(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "坏")


@pytest.fixture(scope="module")
def sound_rows(sound):
    return rows_in(sound)


def rows_in(folder):
    """All rows of what is not made of others."""
    with store.practice_session(folder, ME):
        return {
            table: db.execute_sql(f'SELECT * FROM "{table}" ORDER BY rowid').fetchall()
            for table in db.get_tables()
            if table not in ("search_words", "name_key", "finding", "once_claim")
        }


def test_an_archive_without_a_fault_is_brought_over_whole(sound, sound_rows, tmp_path):
    rescued = finish(rescue(sound, tmp_path / "新", ME, ""))
    assert (rescued.people, rescued.papers, rescued.lost) == (PEOPLE, PEOPLE, [])
    assert rows_in(tmp_path / "新") == sound_rows
    with store.practice_session(tmp_path / "新", ME):
        assert proof.check_archive() == []


@pytest.fixture(scope="module")
def backed_up(sound, tmp_path_factory):
    folder = shutil.copytree(sound, tmp_path_factory.mktemp("备份过") / "档案库")
    with store.practice_session(folder, ME):
        finish(back_up_to_places(IN_BETWEEN))
    return folder


def pages_of(folder):
    return closing(SealedPages(folder / "archive.db", Keys.unlock_practice(folder).key_for("database")))


def zero(folder, number):
    with (folder / "archive.db").open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(bytes(PAGE))


def root_of(folder, table):
    with pages_of(folder) as pages:
        return next(each.root for each in HurtFile(pages).shapes if each.name == table)


def test_where_the_page_is_hurt_that_leads_to_a_tables_others_these_are_found(damaged, sound_rows, tmp_path):
    zero(damaged, root_of(damaged, "change"))
    assert finish(rescue(damaged, tmp_path / "新", ME, "")).lost == []
    assert rows_in(tmp_path / "新")["change"] == sound_rows["change"]


def test_people_on_a_hurt_page_come_back_as_the_journal_tells_them(damaged, sound_rows, tmp_path):
    zero(damaged, root_of(damaged, "person"))
    rescued = finish(rescue(damaged, tmp_path / "新", ME, ""))
    assert rows_in(tmp_path / "新")["person"] == sound_rows["person"]
    assert len(rescued.lost) == PEOPLE
    assert "已按操作日志补回" in rescued.lost[0]


def test_a_file_without_its_beginning_is_read_with_the_salt_that_a_backup_told(
    backed_up, sound_rows, tmp_path
):
    damaged = shutil.copytree(backed_up, tmp_path / "坏")
    zero(damaged, 1)
    assert finish(rescue(damaged, tmp_path / "新", ME, "")).lost == []
    assert rows_in(tmp_path / "新") == sound_rows
    shutil.rmtree(damaged / "backups")
    with pytest.raises(Refusal, match="一页也读不出"):
        finish(rescue(damaged, tmp_path / "又", ME, ""))


def test_where_tables_begin_a_backup_tells(backed_up, sound_rows, tmp_path):
    damaged = shutil.copytree(backed_up, tmp_path / "坏")
    with pages_of(damaged) as pages:
        first, _ = next(children(pages.page(1), FIRST_PAGE_HEAD))
    zero(damaged, first)
    assert finish(rescue(damaged, tmp_path / "新", ME, "")).lost == []
    assert rows_in(tmp_path / "新") == sound_rows


def test_hurt_keys_and_scans_are_taken_from_the_backup(backed_up, tmp_path):
    damaged = shutil.copytree(backed_up, tmp_path / "坏")
    (damaged / "keys.json").write_text("{")
    scan, other = sorted((damaged / "scans").glob("??/*"))[:2]
    scan.write_bytes(b"")
    for file in (other, damaged / "backups" / "scans" / other.parent.name / other.name):
        file.unlink()
        file.write_bytes(b"")
    rescued = finish(rescue(damaged, tmp_path / "新", ME, ""))
    assert (rescued.people, rescued.papers) == (PEOPLE, PEOPLE - 1)
    assert [line[:10] for line in rescued.lost] == [f"扫描件 {other.name[:6]}"]


def test_a_table_of_which_nothing_is_told_is_made_empty_and_said_to_be_lost(sound):
    """An index that is still told of has its table again."""
    with pages_of(sound) as pages, closing(dbapi2.connect(":memory:")) as new:
        hurt = HurtFile(pages)
        hurt.shapes = [each for each in hurt.shapes if (each.kind, each.name) != ("table", "pay_line")]
        lost = finish(RescuedTables(hurt, new).fill())
        assert new.execute("SELECT count(*) FROM pay_line").fetchone() == (0,)
    assert [each.told() for each in lost] == ["发放明细：整张表都读不出"]


def test_it_takes_no_folders_place(sound, tmp_path):
    (tmp_path / "文件").write_text("")
    with pytest.raises(Refusal, match="不会覆盖"):
        finish(rescue(sound, tmp_path, ME, ""))


def rescued_or_none(folder, out):
    """None where nothing at all could be read, as without the first bytes of a file of which there is no backup."""
    with suppress(Refusal):
        return finish(rescue(folder, out, ME, ""))


@pytest.mark.parametrize("seed", range(int(os.environ.get("YOUFU_DAMAGES", "2"))))
def test_of_a_database_damaged_anyhow_what_comes_back_is_what_it_was(sound_rows, damaged, tmp_path, seed):
    damage, chance = DAMAGES[seed % len(DAMAGES)], random.Random(seed)
    damage(damaged / "archive.db", chance)
    with pytest.raises(Refusal):
        store.open_practice(damaged)
    rescued = rescued_or_none(damaged, tmp_path / "新")
    if rescued is None:
        assert not (tmp_path / "新").exists()
        return
    rows = rows_in(tmp_path / "新")
    strange = {table: set(rows[table]) - set(sound_rows[table]) for table in sound_rows}
    assert not any(strange.values()), strange
    lacking = {table for table in sound_rows if len(rows[table]) < len(sound_rows[table])}
    print(damage.__name__, rescued.words(), lacking, rescued.lost[:3])
    assert not lacking or rescued.lost
