"""New folders are there whole or not at all, and what is refused names the folder that was asked for."""

from __future__ import annotations

import errno

import pytest

from models.core.record import Refusal
from reports.paper.new_folders import new_folder
from reports.paper.whole_files import whole


@pytest.mark.parametrize("name", ["档案?", "a:b", "nul", "CON.1", "末尾.", 'a"b'])
def test_a_name_that_windows_does_not_have_is_refused(archive, tmp_path, name):
    with pytest.raises(Refusal, match="不能作文件夹的名字"), new_folder(tmp_path / name, "移交"):
        pass
    assert not list(tmp_path.glob("*.part"))


def test_a_file_in_the_way_is_told_and_left(archive, tmp_path):
    (tmp_path / "文件").write_text("甲")
    wanted = tmp_path / "文件" / "移交"
    with pytest.raises(Refusal) as told, new_folder(wanted, "移交"):
        pass
    assert str(wanted) in str(told.value)
    assert ".part" not in str(told.value)
    assert (tmp_path / "文件").read_text() == "甲"


@pytest.mark.parametrize(
    "fault",
    [
        lambda part: OSError(errno.ENOSPC, "no space", str(part / "档案" / "1.pdf")),
        lambda part: OSError(errno.ENOSPC, "no space"),
        lambda part: Refusal(f"不能写入“{part}”：磁盘已满"),
    ],
)
def test_no_room_leaves_nothing_and_names_what_was_asked_for(archive, tmp_path, fault):
    wanted = tmp_path / "新" / "移交"

    def make():
        with new_folder(wanted, "移交") as part:
            with whole(part / "清单") as stream:
                stream.write(b"half")
            raise fault(part)

    with pytest.raises(Refusal, match="磁盘已满") as told:
        make()
    assert str(wanted) in str(told.value)
    assert ".part" not in str(told.value)
    assert not (tmp_path / "新").exists()


def test_a_name_that_is_too_long_is_told(archive, tmp_path):
    with pytest.raises(Refusal, match="文件名太长"), new_folder(tmp_path / ("长" * 90), "移交"):
        pass


def test_our_own_mistake_stays_one(archive, tmp_path):
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "移交", "移交"):
        1 / 0  # noqa: B018
    assert not list(tmp_path.glob("移交*"))
