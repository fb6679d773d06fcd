"""导出全部数据 from the menu."""

from __future__ import annotations

import pytest

from ui.main.export_all import MASKED, WHOLE
from ui.main.more_menu import MoreMenu


@pytest.fixture
def menu(qtbot, session):
    made = MoreMenu(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_is_exported_into_a_new_folder(qtbot, menu, person, tmp_path, monkeypatch, boxes):
    someone = person(phone="13812341234")
    place = tmp_path / "U盘"
    place.mkdir()
    monkeypatch.setattr("ui.jobs.saving.QFileDialog.getExistingDirectory", lambda *_: str(place))
    for number, how in enumerate((WHOLE, MASKED), start=1):
        boxes.answer = how
        menu.export_all()
        qtbot.waitUntil(lambda number=number: len(boxes) == 2 * number)
        assert "没有加密" in boxes[-1]
    whole, masked = sorted(place.iterdir())
    assert someone.number in (whole / "people.json").read_text("utf-8")
    assert someone.number not in (masked / "people.json").read_text("utf-8")


def test_who_says_no_exports_nothing(menu, person, tmp_path, monkeypatch, boxes):
    monkeypatch.setattr("ui.jobs.saving.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path))
    menu.export_all()
    assert len(boxes) == 1
    assert not list(tmp_path.glob("*导出*"))
