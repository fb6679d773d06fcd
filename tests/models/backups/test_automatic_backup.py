"""The backup that happens by itself: in both places, only when there is something new, and no scan twice."""

from __future__ import annotations

import os

import pytest

from models import store
from models.archive import scans
from models.archive.opened import opened_archive
from models.backups import automatic_backup, backup_places, generations
from models.backups.automatic_backup import DAY_END, IN_BETWEEN, back_up_to_places
from models.backups.backup import restore
from models.backups.generations import generations_in
from models.core.jobs import finish
from models.core.record import Refusal
from models.people.person import Person
from reports.transfer.transfer_folder import TransferOrder, write_transfer
from tests.models.archive.papers import pdf
from tests.models.backups.conftest import register
from tests.ui.archives import LIGHT, PASSWORD, USER


def back_up(reason=IN_BETWEEN):
    return finish(back_up_to_places(reason))


def names(place):
    return sorted(each.name for each in place.rglob("*") if each.is_file())


def test_the_day_s_end_is_backed_up_once_until_something_is_written(office):
    assert automatic_backup.due_at_close()
    (made,) = back_up(DAY_END).made
    assert (made.contents.people, made.contents.reason) == (1, DAY_END)
    assert made.entries(office)[0][1] == "登记张三"
    assert not automatic_backup.due_at_close()
    assert finish(automatic_backup.back_up_before("导入前")) is None
    register("李四")
    assert automatic_backup.due_at_close()
    assert len(finish(automatic_backup.back_up_before("导入前")).made) == 1


def test_the_archive_is_backed_up_before_volumes_are_handed_over(office, tmp_path):
    finish(write_transfer(TransferOrder(USER), Person.select(), 1, tmp_path / "移交"))
    (made,) = generations_in(office.backups)
    assert made.contents.reason == automatic_backup.BEFORE_HANDING_OVER


def test_nothing_of_anybody_stands_in_a_generation(office):
    (made,) = back_up().made
    assert "张三".encode() not in made.file.read_bytes()
    assert b"\\u5f20" not in made.file.read_bytes()


def test_an_unchanged_scan_is_not_copied_again_and_comes_back_with_each(office, tmp_path):
    back_up()
    (kept,) = (office.backups / "scans").rglob("??/*")
    (own,) = office.scans.glob("??/*")
    assert os.path.samefile(kept, own)
    before = kept.stat().st_mtime_ns
    second = scans.keep_scan(pdf(2))
    (made,) = back_up().made
    assert kept.stat().st_mtime_ns == before
    assert made.file.stat().st_size < office.database.stat().st_size + 20_000
    finish(restore(made.file, tmp_path / "恢复"))
    store.close()
    with store.session(tmp_path / "恢复", USER, PASSWORD, LIGHT):
        assert scans.read_scan(second.sha256) == pdf(2)
        assert Person.select().count() == 1


def test_a_scan_damaged_since_does_not_take_the_good_one_s_place(office):
    back_up()
    (own,) = office.scans.glob("??/*")
    whole = own.read_bytes()
    own.unlink()
    own.write_bytes(whole[:-5])
    outcome = back_up()
    assert len(outcome.damaged) == 1
    (kept,) = (office.backups / "scans").glob("??/*")
    assert kept.read_bytes() == whole


def test_a_stick_is_known_by_its_label_and_waited_for(office, stick, tmp_path):
    backup_places.set_second(office, stick.put_in(tmp_path / "E"))
    assert len(back_up().made) == 2
    stick.pull_out()
    outcome = back_up()
    assert len(outcome.made) == 1
    assert "局备份" in outcome.awaited
    point = stick.put_in(tmp_path / "G")  # another letter
    assert automatic_backup.due_at_close()
    assert len(back_up().made) == 2
    assert generations.newest_good(automatic_backup.places_now(office)[1], office.keys.archive_mark)
    assert any(point.rglob("??/*"))


def test_a_full_stick_says_so_at_once_and_the_other_place_is_taken(office, stick, tmp_path):
    backup_places.set_second(office, stick.put_in(tmp_path / "E", size="512k"))
    outcome = back_up()
    assert len(outcome.made) == 1
    assert "放不下" in outcome.refused[0]
    assert not any(each.is_file() for each in stick.point.rglob("*"))


def test_a_place_that_cannot_be_written_is_told_and_the_other_is_taken(office, tmp_path):
    (office.backups).rmdir()
    office.backups.write_text("no folder")
    with pytest.raises(Refusal, match="没有备份成"):
        back_up()
    outcome = finish(back_up_to_places(IN_BETWEEN, [office.backups, tmp_path / "D"]))
    assert len(outcome.made) == len(outcome.refused) == 1


def test_a_second_place_on_the_archive_s_own_disk_is_none(office, tmp_path):
    (tmp_path / "别处").mkdir()
    with pytest.raises(Refusal, match="同一个盘"):
        backup_places.set_second(office, tmp_path / "别处")


def test_a_backup_broken_off_leaves_no_file_under_its_name(office):
    job = back_up_to_places(IN_BETWEEN)
    for _ in range(3):
        next(job)
    job.close()
    assert names(office.backups) == names(office.backups / "scans")
    assert opened_archive() is office
