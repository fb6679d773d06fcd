"""Finding and opening archives without freezing the window."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from models import store
from models.archive import opened as archive
from models.core.record import Refusal, db
from models.people.person import Person
from tests.ui.archives import LIGHT, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.jobs.one_thread import Aside
from ui.start.opening import archive_in, fault_of, look_at, opened_aside, take_over


@pytest.fixture
def folder(tmp_path):
    new_archive(tmp_path / "外" / "档案库")
    return tmp_path / "外" / "档案库"


def test_an_archive_opened_aside_belongs_to_the_window(folder, qtbot):
    sessions, threads = [], []

    def open_it():
        threads.append(threading.current_thread())
        return store.open(folder, USER, PASSWORD, LIGHT)

    owner = QObject()
    Aside(owner, opened_aside(open_it)).then(lambda opened: sessions.append(take_over(opened))).begin()
    qtbot.waitUntil(lambda: bool(sessions))
    assert threads[0] is not threading.current_thread()
    assert sessions[0].user == USER
    assert Person.select().count() == 0
    store.close()
    assert archive.opened is None
    with store.session(folder, USER, PASSWORD, LIGHT):  # nothing stayed held
        pass


def test_a_failed_opening_leaves_nothing_open(folder):
    with pytest.raises(Refusal):
        opened_aside(lambda: store.open(folder, USER, "不对", LIGHT))()
    assert archive.opened is None
    assert db.is_closed()


@pytest.mark.parametrize("place", ["档案库", "档案库/scans", "档案库/keys.json", "."])
def test_the_folder_meant_is_found(folder, place):
    assert archive_in(folder.parent / place).resolve() == folder.resolve()


def test_of_two_archives_none_is_guessed(folder):
    new_archive(folder.parent / "另一个")
    assert archive_in(folder.parent) == folder.parent


def test_looking_tells_practice_archives_and_refuses_others_before_anybody_types(folder, tmp_path):
    store.create_practice(tmp_path / "演练")
    assert look_at(tmp_path / "演练")
    assert not look_at(folder)
    with pytest.raises(Refusal, match="找不到文件夹"):
        look_at(tmp_path / "没有")


def test_an_archive_in_use_is_refused_with_the_name_of_who_is_in_it(folder):
    with store.session(folder, USER, PASSWORD, LIGHT), pytest.raises(Refusal, match="正在使用中（电脑“"):
        look_at(folder)


def test_a_fault_is_said_in_one_sentence(folder, tmp_path):
    assert fault_of(folder) == ""
    assert "找不到文件夹" in fault_of(tmp_path / "没有")
    (folder / "archive.db").unlink()
    assert "请从备份恢复" in fault_of(folder)
