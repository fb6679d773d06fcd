"""Whoever rewrites history, cuts it off or puts an older one back: what notices him. SECURITY.md names these tests."""

from __future__ import annotations

import shutil

import pytest

from models import proof, store
from models.archive import seen_heads
from models.archive.wraps import Cost
from models.backups.backup import back_up, restore
from models.core import journal
from models.core.jobs import finish
from models.core.journal import Entry
from models.core.record import Refusal, db
from models.heads import chain_key, journal_heads
from models.office import head_checks
from models.people.person import Person
from tests import factories

LIGHT = Cost(memory=64, passes=1, lanes=1)
ME = ("王芳", "青稞在七月 才成熟", LIGHT)


@pytest.fixture(scope="module")
def three_entries(tmp_path_factory):
    """An archive of the office with three entries, closed."""
    folder = tmp_path_factory.mktemp("库") / "档案库"
    store.create(folder, *ME)
    return folder


@pytest.fixture
def office(tmp_path, three_entries):
    folder = shutil.copytree(three_entries, tmp_path / "档案库")
    work(folder, 3)
    return folder


def work(folder, days):
    with store.session(folder, *ME):
        for _ in range(days):
            with journal.entry("登记", "王芳"):
                Person(name="张三", sex="男", number=factories.citizen_number()).save()
        return journal_heads.head_now()


def doubt_at(folder):
    with store.session(folder, *ME) as opened:
        return seen_heads.head_doubt(opened)


def rewrite(sql, recompute=False):
    """Change the journal by SQL, with its triggers out of the way; with ``recompute`` chain it anew from there on."""
    for name in ("entry_no_update", "entry_no_delete", "change_no_update", "change_no_delete"):
        db.execute_sql(f"DROP TRIGGER {name}")
    db.execute_sql(sql)
    previous = ""
    for each in Entry.select().order_by(Entry.number) if recompute else ():
        each.previous = previous
        each.hash = previous = journal.entry_digest(each, journal._rows(each.number))
        each.save()


LIE = "UPDATE entry SET title = '别的' WHERE number = 2"


def test_an_ordinary_day_is_not_in_doubt(office):
    assert doubt_at(office) is None
    work(office, 1)
    assert doubt_at(office) is None


def test_a_byte_of_the_file_changed_is_noticed_at_opening(office):
    file = office / "archive.db"
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)
    with pytest.raises(Refusal, match="已损坏"):
        work(office, 0)


def test_without_the_key_nobody_chains_a_changed_journal_again(office):
    with store.session(office, *ME) as opened:
        chain_key.use_key(bytes(32))  # whoever has the file's key but not the journal's
        rewrite(LIE, recompute=True)
        chain_key.use_key(opened.keys.key_for("journal"))
        assert "第2条操作日志的内容被改动过" in journal.chain_faults()


def test_nor_does_he_pass_it_off_as_chained_by_an_older_program(office):
    with store.session(office, *ME) as opened:
        for name in ("chain_mark_no_update", "chain_mark_no_delete"):
            db.execute_sql(f"DROP TRIGGER {name}")
        db.execute_sql("UPDATE chain_mark SET since = 4")
        chain_key.use_key(bytes(32))
        rewrite(LIE, recompute=True)
        chain_key.use_key(opened.keys.key_for("journal"))
        assert journal.chain_faults() == [chain_key.MARK_GONE]
        db.execute_sql("DELETE FROM chain_mark")
        assert journal.chain_faults() == [chain_key.MARK_GONE]


def test_with_every_key_the_chain_is_whole_again_but_the_pc_the_backup_and_the_paper_know(office):
    with store.session(office, *ME) as opened:
        paper = journal_heads.head_now().code
        finish(back_up(opened.backups / "昨天.youfu"))
        rewrite(LIE, recompute=True)
        assert journal.chain_faults() == []
        assert "改写" in seen_heads.head_doubt(opened).words
        assert any("昨天.youfu" in fault for fault in proof.check_archive())
        assert not journal_heads.compare(paper).holds
    assert "改写" in doubt_at(office).words  # leaving did not make the PC forget


def test_the_end_cut_off_is_noticed_by_the_pc(office):
    with store.session(office, *ME) as opened:
        rewrite("DELETE FROM entry WHERE number = 3")
        db.execute_sql("DELETE FROM change WHERE entry = 3")
        assert journal.chain_faults() == []
        assert "只到第2条" in seen_heads.head_doubt(opened).words


def test_an_older_copy_put_back_is_told_until_it_is_explained_and_the_answer_is_an_entry(office, tmp_path):
    shutil.copytree(office, tmp_path / "旧")
    work(office, 2)
    shutil.rmtree(office)
    (tmp_path / "旧").rename(office)
    assert "到第5条" in doubt_at(office).words
    work(office, 4)  # somebody goes on working, and it shows all the same
    assert "和这台电脑见过的不一样" in doubt_at(office).words
    with store.session(office, *ME) as opened:
        doubt = seen_heads.head_doubt(opened)
        head_checks.explain(opened, doubt, "硬盘坏了，用了上周拷的文件夹", "王芳")
        assert "硬盘坏了" in Entry.select().order_by(Entry.number.desc()).first().title
    assert doubt_at(office) is None


def test_a_restored_backup_says_so_at_its_first_opening(office, tmp_path):
    with store.session(office, *ME):
        backup = finish(back_up(tmp_path / "U盘.youfu"))
    work(office, 2)
    doubt = doubt_at(finish(restore(backup, tmp_path / "恢复")))
    assert "从备份“U盘.youfu”恢复" in doubt.words
    assert doubt.reason == "从备份“U盘.youfu”恢复"


def test_an_older_copy_and_the_pc_s_memory_deleted_only_backups_and_papers_notice(office, tmp_path, this_pc):
    shutil.copytree(office, tmp_path / "旧")
    paper = work(office, 2).code
    with store.session(office, *ME) as opened:
        backup = finish(back_up(opened.backups / "昨天.youfu"))
    shutil.copy(backup, tmp_path / "旧" / "backups")
    shutil.rmtree(this_pc)
    assert doubt_at(tmp_path / "旧") is None  # not noticed: SECURITY.md says so
    with store.session(tmp_path / "旧", *ME):
        assert any("昨天.youfu" in fault for fault in proof.check_archive())
        assert "只到第3条" in journal_heads.compare(paper).words


def test_a_memory_of_the_pc_that_somebody_wrote_is_not_believed(office, this_pc):
    (file,) = this_pc.glob("*.json")
    file.write_bytes(file.read_bytes().replace(b'"number": 3', b'"number": 2'))
    assert doubt_at(office).words == seen_heads.FORGED


def test_a_forged_paper_is_not_borne_out(office):
    with store.session(office, *ME):
        real = journal_heads.head_now().code
        assert journal_heads.compare(real.lower().replace("-", " ")).holds
        forged = real[:-1] + ("0" if real[-1] != "0" else "1")
        assert not journal_heads.compare(forged).holds
        with pytest.raises(Refusal, match="看不出核对码"):
            journal_heads.compare("第三条")
