"""A file is saved where the officer says, or not at all."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.jobs.jobs import whole
from ui.jobs.saving import PERSONAL, WORKBOOK, ask_place, save_aside


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
