"""A full disk, a folder that is gone or read-only while the window is open: said plainly, what was typed stays, and saving works again."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import pytest

from models import store
from models.archive import opened
from models.core.record import Refusal
from models.people.person import Person
from tests.factories import citizen_number
from tests.ui.archives import LIGHT, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.jobs import messages, operations
from ui.jobs.jobs import Runner, whole
from ui.jobs.session import Session

pytestmark = pytest.mark.complains


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 6 MB, where the system lets us mount one."""
    disk = tmp_path / "盘"
    disk.mkdir()
    mounted = (
        sys.platform == "linux"
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk], capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("no disk can be mounted here")
    yield disk
    store.close()
    subprocess.run(["umount", disk], check=True)


def opened_in(folder):
    new_archive(folder)
    store.open(folder, USER, PASSWORD, LIGHT)
    return Session()


def write(session, name="张三"):
    facts = {"name": name, "number": citizen_number(), "sex": "男", "notes": "记" * 4000}
    return operations.attempt_entry(None, session, "登记", lambda: Person.create(**facts))


def test_a_full_disk_is_said_and_saving_goes_on_when_there_is_room(small_disk, boxes):
    session = opened_in(small_disk / "档案库")
    filler = small_disk / "别的文件"
    with suppress(OSError), filler.open("wb", buffering=0) as file:  # until there is no room
        while True:
            file.write(b"0" * 4096)
    assert not write(session)
    assert boxes == ["磁盘已满，没有保存。请先腾出空间再试"]
    assert Person.select().count() == 0
    filler.unlink()
    assert write(session)
    assert [each.name for each in Person.select()] == ["张三"]


def test_a_folder_that_is_gone_is_said_and_found_again(tmp_path, boxes):
    session = opened_in(tmp_path / "档案库")
    (tmp_path / "档案库").rename(tmp_path / "拔掉了")
    assert not write(session)
    assert len(boxes) == 1
    assert "档案库文件" in boxes[0]
    (tmp_path / "拔掉了").rename(tmp_path / "档案库")
    assert write(session)
    assert opened.opened.database.is_file()


def test_a_stick_put_back_is_another_file_to_the_system_and_is_connected_to_anew(tmp_path, boxes):
    session = opened_in(tmp_path / "档案库")
    database = tmp_path / "档案库" / "archive.db"
    stick = database.read_bytes()
    database.parent.rename(tmp_path / "拔掉了")
    assert not write(session)
    (tmp_path / "拔掉了").rename(database.parent)
    database.unlink()  # what the old connection holds is no more
    database.write_bytes(stick)
    assert write(session)
    store.close()
    with store.session(tmp_path / "档案库", USER, PASSWORD, LIGHT):
        assert [each.name for each in Person.select()] == ["张三"]


@pytest.mark.parametrize(
    "error", [PermissionError(13, "denied", "E:/x"), OSError(28, "full"), OSError(5, "input/output")]
)
def test_a_fault_of_the_disk_is_never_a_fault_of_the_program(error, boxes):
    messages.explain(error)
    (words,) = boxes
    assert "程序出错" not in words


def test_long_work_that_meets_a_full_disk_fails_with_the_same_words(tmp_path, qtbot):
    opened_in(tmp_path / "档案库")

    def work():
        raise OSError(28, "No space left on device")

    runner = Runner(whole(work))
    with qtbot.waitSignal(runner.failed) as told:
        runner.begin()
    runner.wait()
    assert isinstance(told.args[0], Refusal)
