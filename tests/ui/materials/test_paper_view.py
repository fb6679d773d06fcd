"""One paper's scans, one after the other."""

from __future__ import annotations

from models.people.materials import Material
from tests.ui.materials.conftest import drop


def test_a_scan_is_taken_away_after_a_question(qtbot, page, scan, boxes):
    drop(qtbot, page, [scan(), scan("乙.png", "black")], "本人申请书")
    boxes.answer = "删除"
    page.view.detach()
    assert Material.get().pages == 1
    assert [each.file_name for each in page.view.scans] == ["乙.png"]


def test_a_scan_that_was_lost_says_so_in_its_place(qtbot, page, scan, archive):
    drop(qtbot, page, [scan()], "本人申请书")
    for file in (archive / "scans").rglob("*"):
        if file.is_file():
            file.unlink()
    page.view._show()
    assert "请从备份恢复" in page.view.view.words.text()
