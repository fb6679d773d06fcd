"""Where a new archive may lie."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.archives import closed, new_archive  # noqa: F401
from ui.start.archive_place import ArchivePlace, free_folder


@pytest.fixture
def place(qtbot, tmp_path):
    made = ArchivePlace(tmp_path / "优抚一人一档")
    qtbot.addWidget(made)
    return made


def test_the_proposed_folder_need_not_exist_and_is_not_made_yet(place, tmp_path):
    assert place.fault() == ""
    assert place.folder() == tmp_path / "优抚一人一档"
    assert list(tmp_path.glob("优抚*")) == []


def test_a_folder_that_holds_things_is_refused(place, tmp_path):
    (tmp_path / "旧").mkdir()
    (tmp_path / "旧" / "名册.xlsx").touch()
    place.edit.set_value(str(tmp_path / "旧"))
    assert "不是空文件夹（有“名册.xlsx”等1项），请另选一个空文件夹" in place.fault()


def test_a_folder_with_an_archive_is_refused(place, tmp_path):
    new_archive(tmp_path / "已有")
    place.edit.set_value(str(tmp_path / "已有"))
    assert "已经有档案库" in place.fault()


def test_a_network_share_is_refused(place):
    place.edit.set_value(r"\\server\share\优抚")
    assert "网络共享盘" in place.fault() or "完整的位置" in place.fault()
    if sys.platform == "win32":
        assert "网络共享盘" in place.fault()


def test_half_a_place_and_a_file_are_refused(place, tmp_path):
    place.edit.set_value("优抚一人一档")
    assert "完整的位置" in place.fault()
    (tmp_path / "文件").touch()
    place.edit.set_value(str(tmp_path / "文件"))
    assert "是一个文件" in place.fault()
    place.edit.set_value(str(tmp_path / "文件" / "里面"))
    assert place.fault() != ""


def test_a_place_pasted_in_quotes_is_understood(place, tmp_path):
    place.edit.set_value(f'"{tmp_path / "新"}"')
    assert place.folder() == tmp_path / "新"


def test_browsing_to_a_folder_in_use_proposes_a_new_one_inside(place, tmp_path, monkeypatch):
    (tmp_path / "文档").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "文档"))
    place.browse()
    assert place.folder() == tmp_path / "文档"
    (tmp_path / "文档" / "信.docx").touch()
    place.browse()
    assert place.folder() == tmp_path / "文档" / "优抚一人一档"
    assert place.fault() == ""


def test_a_proposal_is_always_free(tmp_path):
    assert free_folder(tmp_path / "甲") == tmp_path / "甲"
    (tmp_path / "甲").mkdir()
    assert free_folder(tmp_path / "甲") == tmp_path / "甲"
    (tmp_path / "甲" / "x").touch()
    (tmp_path / "甲2").touch()
    assert free_folder(tmp_path / "甲") == tmp_path / "甲3"
