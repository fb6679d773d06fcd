"""A damaged archive is rescued from the first window, and the new one is opened."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from models import store
from models.archive.wrong_passwords import Patience
from models.core import journal
from models.people.person import Person
from models.rescue.rescue import Rescued
from models.rescue.sealed_pages import PAGE
from tests.factories import citizen_number
from tests.ui.archives import LIGHT, PASSWORD, USER, new_archive
from ui.rescue.rescue_window import NAME_THE_ARCHIVE, RescueWindow
from ui.rescue.rescued_window import RescuedWindow


@pytest.fixture
def damaged(tmp_path):
    """An archive of the office, with one page that cannot be read."""
    folder = tmp_path / "档案库"
    new_archive(folder)
    with store.session(folder, USER, PASSWORD, LIGHT), journal.entry("登记张三", USER):
        Person.create(name="张三", number=citizen_number(), sex="男")
    with (folder / "archive.db").open("r+b") as file:
        file.seek(PAGE * 7)
        file.write(bytes(PAGE))
    return folder


def test_who_knows_the_password_gets_back_what_can_be_read(qtbot, damaged, tmp_path, boxes):
    window, told = RescueWindow([damaged], lambda: tmp_path / "新", LIGHT), []
    qtbot.addWidget(window)
    window.rescued.connect(told.append)
    window.user.set_value(USER)
    window.password.setText("不是这个密码 七月")
    window.rescue_button.click()
    qtbot.waitUntil(lambda: bool(boxes), timeout=20000)
    assert "用户名或密码不对" in boxes[0]
    assert not (tmp_path / "新").exists()
    assert Patience(damaged).count() == 1  # as at the sign-in
    window.password.setText(PASSWORD)
    window.rescue_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=30000)
    assert told[0].people == 1
    with store.session(tmp_path / "新", USER, PASSWORD, LIGHT):
        assert Person.get().name == "张三"


def test_without_an_archive_it_asks_for_one(qtbot, boxes):
    window = RescueWindow([], lambda: None)
    qtbot.addWidget(window)
    window.rescue_button.click()
    assert boxes == [NAME_THE_ARCHIVE]


def test_the_list_is_kept_as_a_file(qtbot, tmp_path, monkeypatch, boxes):
    place = tmp_path / "清单.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    window = RescuedWindow(Rescued(tmp_path, 9, 3, ["银行账号：张三，第3号，已按操作日志补回"]))
    qtbot.addWidget(window)
    window.save_button.click()
    assert "张三，第3号" in place.read_text("utf-8-sig")
    assert "个人信息" in boxes[0]
