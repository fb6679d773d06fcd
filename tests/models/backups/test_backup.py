"""A backup is whole, as secret as the archive, and comes back beside what is there."""

from __future__ import annotations

import pytest

from models import proof, store
from models.backups.backup import back_up, restore
from models.core import journal
from models.core.jobs import finish
from models.core.record import Refusal
from models.people.person import Person


@pytest.fixture
def backup(archive, person, tmp_path):
    person(name="张三")
    person(name="欧阳文忠")
    return finish(back_up(tmp_path / "U盘" / "备份.youfu"))


def test_a_backup_comes_back_as_an_archive(archive, backup, tmp_path):
    folder = finish(restore(backup, tmp_path / "恢复"))
    store.close()
    with store.practice_session(folder, "李敏"):
        assert [person.name for person in Person.select()] == ["张三", "欧阳文忠"]
        assert journal.chain_faults() == []
        assert proof.check_archive() == []


def test_nothing_in_a_backup_can_be_read(backup):
    whole = backup.read_bytes()
    assert "欧阳文忠".encode() not in whole
    assert b"CREATE TABLE" not in whole


def test_a_restore_overwrites_nothing(archive, backup, tmp_path):
    with pytest.raises(Refusal, match="不是空文件夹"):
        finish(restore(backup, archive))
    assert Person.select().count() == 2


def test_a_changed_byte_in_a_backup_is_noticed(backup, tmp_path):
    whole = backup.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 40)):
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            folder = finish(restore(backup, tmp_path / f"恢复{place}"))
        except Refusal:
            assert not (tmp_path / f"恢复{place}").exists()
            continue
        # a byte of the container that says nothing (a time stamp): what it holds is as it was
        assert (folder / "archive.db").stat().st_size > 0


def test_what_is_no_backup_is_refused(archive, tmp_path):
    (tmp_path / "x.youfu").write_bytes(b"something else")
    with pytest.raises(Refusal, match="不是本程序的备份文件"):
        finish(restore(tmp_path / "x.youfu", tmp_path / "恢复"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x.youfu", "档案库"]


def test_a_cancelled_backup_leaves_nothing(archive, person, tmp_path):
    person()
    job = back_up(tmp_path / "U盘" / "备份.youfu")
    next(job)
    job.close()
    assert list((tmp_path / "U盘").iterdir()) == []
    assert list((archive / "backups").iterdir()) == []
