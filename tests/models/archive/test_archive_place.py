"""Where an archive may lie, and when a new one has room."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models import store
from models.archive import archive_place
from models.core.record import Refusal
from tests.models.conftest import ME, refused, rows


def test_what_is_missing_is_said(folder, tmp_path):
    refused(tmp_path / "没有", "找不到文件夹")
    refused(folder / "archive.db", "找不到文件夹")
    refused(tmp_path, "不是档案库")
    os.rename(folder / "keys.json", tmp_path / "keys.json")
    refused(folder, r"没有钥匙文件 keys\.json")
    os.rename(tmp_path / "keys.json", folder / "keys.json")
    os.rename(folder / "archive.db", tmp_path / "archive.db")
    refused(folder, r"没有档案库文件 archive\.db")


def test_an_archive_is_made_in_an_empty_folder_only(folder, tmp_path):
    before = (folder / "keys.json").read_bytes()
    for make in (lambda: store.create(folder, *ME), lambda: store.create_practice(folder)):
        with pytest.raises(Refusal, match="已经有档案库"):
            make()
    assert (folder / "keys.json").read_bytes() == before
    other = tmp_path / "文件"
    other.mkdir()
    (other / "desktop.ini").write_text("x")
    (other / "相片.jpg").write_text("x")
    with pytest.raises(Refusal, match=r"不是空文件夹（有“相片\.jpg”等1项）"):
        store.create(other, *ME)
    (other / "相片.jpg").unlink()
    store.create(other, *ME)


def test_a_read_only_file_is_refused(folder):
    if os.name == "posix" and os.geteuid() == 0:
        pytest.skip("nothing is read-only to root")
    (folder / "archive.db").chmod(0o444)
    refused(folder, "只读")


def test_what_a_crash_left_unfinished_is_swept_at_opening(folder):
    for place in ("keys.json.1a2b3c4d.part", "scans/ab.part", "backups/x.part"):
        (folder / place).write_bytes(b"half")
    with store.session(folder, *ME):
        assert not list(folder.rglob("*.part"))


def test_a_crash_while_an_archive_is_made_does_not_bar_another_try(tmp_path, small):
    for name in (
        "archive.db.part",
        "archive.db.part-journal",
        "keys.json",
        "keys.json.0.part",
        "archive.lock",
    ):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / "scans").mkdir()
    store.create(tmp_path, *ME)
    with store.session(tmp_path, *ME):
        assert rows() == 0


def test_keys_that_lost_their_database_are_never_overwritten(folder):
    (folder / "archive.db").unlink()
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(Refusal, match="档案库或它的一部分"):
        store.create(folder, *ME)
    assert (folder / "keys.json").read_bytes() == before


MOUNTS = r"""overlay / overlay rw 0 0
server:/vol /mnt/nfs nfs4 rw 0 0
//nas/优抚 /mnt/共\040享 cifs rw 0 0
/dev/sdb1 /mnt/nfs/stick vfat rw 0 0
C:\134 /mnt/c 9p rw 0 0
old:/x /mnt/over nfs rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
broken
"""


OF_LINUX = pytest.mark.skipif(os.name == "nt", reason="the mounts of Linux")


@OF_LINUX
@pytest.mark.parametrize(
    "place", ["/mnt/nfs", "/mnt/nfs/档案/库", "/mnt/共 享/库", "/run/user/1000/gvfs/smb/库"]
)
def test_an_archive_on_a_network_share_is_refused(place):
    with pytest.raises(Refusal, match="网络共享盘"):
        archive_place.refuse_network_share(Path(place), MOUNTS)


@pytest.mark.parametrize(
    "place", ["/", "/home/库", "/mnt/nfs/stick/库", "/mnt/nfs2", "/mnt/c/库", "/mnt/over/库"]
)
def test_a_disk_of_the_pc_is_fine(place):
    archive_place.refuse_network_share(Path(place), MOUNTS)


@pytest.mark.parametrize(
    ("path", "share"), [(r"\\nas\优抚", True), (r"\\?\UNC\nas\优抚", True), (r"\\?\C:\库", False)]
)
def test_a_share_is_known_by_its_windows_name(path, share):
    if share:
        with pytest.raises(Refusal, match="网络共享盘"):
            archive_place.refuse_network_share(Path(path), "")
    else:
        archive_place.refuse_network_share(Path(path), "")


@OF_LINUX
def test_a_link_into_a_share_is_a_share(tmp_path):
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    mounts = f"/dev/sda / ext4 rw 0 0\nserver:/x {os.path.realpath(tmp_path / 'share')} nfs rw 0 0\n"
    with pytest.raises(Refusal, match="网络共享盘"):
        archive_place.refuse_network_share(tmp_path / "link" / "库", mounts)
