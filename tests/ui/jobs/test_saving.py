"""A file is saved where the officer says, or not at all."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from models.office import roles
from models.office.deeds import BACK_UP_ALL, PRINT_IT
from models.uses.uses import uses_asked
from tests.test_architecture import FILES, HOUSE
from ui.jobs.jobs import whole
from ui.jobs.operations import allowed
from ui.jobs.saving import PERSONAL, WORKBOOK, ask_folder, ask_place, save_aside

ASKING, NOTING = (
    {"ask_place", "ask_folder"},
    {"save_aside", "note_saved", "saved"},
)  # the last is the print ledger's
CHOSEN_TO_READ = {  # folders that are chosen to be looked into, or for the archive itself
    "ui/pictures/devices.py", "ui/start/window.py", "ui/start/archive_place.py", "ui/signed_papers/scan_places.py",
    "ui/rescue/rescue_window.py",
}  # fmt: skip
# The recovery code's sheet, and what a rescue could not read: no archive is open that could note it.
OF_NOBODY = {"ui/start/recovery_code.py", "ui/rescue/rescued_window.py"}


def named(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


WINDOW = [file for file in FILES if named(file).startswith("ui/") and named(file) != "ui/jobs/saving.py"]


def called(file: Path) -> set[str]:
    """What a file calls, by its last name."""
    calls = [node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in calls}


@pytest.mark.parametrize("file", WINDOW, ids=named)
def test_whatever_the_window_saves_goes_through_one_door_and_is_noted(file):
    calls = called(file)
    assert "getSaveFileName" not in calls
    assert "getExistingDirectory" not in calls or named(file) in CHOSEN_TO_READ
    if calls & ASKING and named(file) not in OF_NOBODY:
        assert calls & NOTING


def test_no_place_is_chosen_when_the_officer_thinks_better_of_it(qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert ask_place(window, "名册.xlsx", WORKBOOK) is None


def test_where_a_file_was_saved_is_told_with_a_word_of_care(qtbot, session, tmp_path, boxes):
    window, place = QWidget(), tmp_path / "名册.xlsx"
    qtbot.addWidget(window)
    save_aside(window, "正在写", whole(lambda: place.write_text("名册", "utf-8")), place, PERSONAL)
    qtbot.waitUntil(lambda: bool(boxes))
    assert boxes == [f"已保存到 {place}。文件含有个人信息，用完请妥善处理"]
    assert place.read_text("utf-8") == "名册"
    assert [(each.deed, each.title, each.place) for each in uses_asked()] == [
        ("存成文件", "名册", str(place))
    ]


def test_whose_role_only_looks_saves_nothing_and_is_told_who_does(qtbot, session, monkeypatch, boxes):
    window, asked = QWidget(), []
    qtbot.addWidget(window)
    for name in ("getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: asked.append(1))
    roles.give(session.user, "查询", "局长")
    assert ask_place(window, "名册.xlsx", WORKBOOK) is None
    assert ask_folder(window, "放在哪里") is None
    assert ask_place(window, "备份.youfu", "备份文件 (*.youfu)", deed=BACK_UP_ALL) is None
    assert asked == []
    assert (
        boxes[0]
        == "“导出文件”需要“导出”权限，“王芳”的角色是查询，不能办理；请由档案、录入、审核、审批、管理员办理"
    )
    assert not allowed(window, PRINT_IT)
    roles.give(session.user, "查阅", "局长")
    assert allowed(window, PRINT_IT)
