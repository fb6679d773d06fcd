from __future__ import annotations

import os
import stat

from ui.jobs.private_folder import PrivateFolder, sweep


def test_nothing_of_it_stays(tmp_path):
    folder = PrivateFolder(tmp_path)
    (folder.path / "打印.pdf").write_bytes(b"names")
    folder.discard()
    folder.discard()
    assert list(tmp_path.iterdir()) == []


def test_only_this_user_can_read_it(tmp_path):
    folder = PrivateFolder(tmp_path)
    if os.name == "posix":
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    folder.discard()


def test_what_a_crash_left_is_swept_and_what_is_in_use_is_not(tmp_path):
    left = tmp_path / "youfu-left"
    left.mkdir()
    (left / "打印.pdf").write_bytes(b"names")
    used = PrivateFolder(tmp_path)
    other = tmp_path / "somebody-elses"
    other.mkdir()
    sweep(tmp_path)
    assert not left.exists()
    assert used.path.exists()
    assert other.exists()
    used.discard()
