"""Restoring: in the old one's place, with the old one kept; and a copy to be looked at alone."""

from __future__ import annotations

import shutil
from datetime import datetime

import pytest

from models import store
from models.archive.archive_place import replaced_name
from models.archive.seen_heads import head_doubt
from models.backups import restoring
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.core.jobs import finish
from models.core.record import Refusal
from models.people.person import Person
from tests.models.backups.conftest import register
from tests.ui.archives import LIGHT, PASSWORD, USER


@pytest.fixture
def backed_up(office):
    """The folder of a closed archive, and the backup of before somebody was registered in it."""
    (made,) = finish(back_up_to_places(IN_BETWEEN)).made
    register("李四")
    store.close()
    return office.folder, made.file


def names_in(folder):
    with store.session(folder, USER, PASSWORD, LIGHT):
        return [each.name for each in Person.select()]


def test_a_backup_takes_the_archive_s_place_and_the_old_one_stays(backed_up):
    folder, backup = backed_up
    old = finish(restoring.put_back(backup, folder))
    assert names_in(folder) == ["张三"]
    assert names_in(old) == ["张三", "李四"]
    assert (folder / "backups" / backup.name).is_file()
    (found,) = restoring.find_backups([folder])
    assert found.archive == folder


def test_a_damaged_backup_changes_nothing(backed_up):
    folder, backup = backed_up
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    with pytest.raises(Refusal, match="已损坏"):
        finish(restoring.put_back(backup, folder))
    assert sorted(each.name for each in folder.parent.iterdir()) == ["档案库"]
    assert names_in(folder) == ["张三", "李四"]


def test_an_archive_in_use_is_not_swapped(backed_up):
    folder, backup = backed_up
    with store.session(folder, USER, PASSWORD, LIGHT), pytest.raises(Refusal, match="正在使用"):
        finish(restoring.put_back(backup, folder))
    assert names_in(folder) == ["张三", "李四"]


def test_a_copy_to_look_at_takes_no_word_and_is_gone_when_closed(backed_up):
    folder, backup = backed_up
    look = finish(restoring.look_at_backup(backup))
    with store.session(look, USER, PASSWORD, LIGHT) as opened:
        assert opened.only_looked_at
        assert [each.name for each in Person.select()] == ["张三"]
        with pytest.raises(Refusal, match="只读"), store.reaching():
            register("王五")
    assert not look.exists()
    with store.session(folder, USER, PASSWORD, LIGHT) as opened:
        assert head_doubt(opened) is None
    assert names_in(folder) == ["张三", "李四"]


def test_a_stick_with_backups_is_found_without_its_archive(office, stick, tmp_path):
    from models.backups import backup_places

    backup_places.set_second(office, stick.put_in(tmp_path / "E"))
    finish(back_up_to_places(IN_BETWEEN))
    (found,) = restoring.find_backups([])
    assert found.archive is None
    assert found.generation.contents.people == 1


def test_a_swap_that_broke_off_in_the_middle_leaves_the_old_archive_where_it_was(backed_up):
    folder, _ = backed_up
    shutil.copytree(folder, folder.with_name(f"{folder.name}.part"))
    folder.rename(replaced_name(folder, datetime(2020, 8, 1, 9, 30)))
    assert names_in(folder) == ["张三", "李四"]
    assert [each.name for each in folder.parent.iterdir() if each.name.startswith(folder.name)] == [
        folder.name
    ]
