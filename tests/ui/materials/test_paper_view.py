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


def test_one_goes_from_scan_to_scan_and_no_further(qtbot, page, scan):
    drop(qtbot, page, [scan(), scan("乙.png", "black"), scan("丙.pdf")], "本人申请书")
    view = page.view
    view.go(-9)
    assert view.words.text() == "1/3　甲.png　1页"
    assert [view.buttons[name].isEnabled() for name in ("previous", "next")] == [False, True]
    view.buttons["next"].click()
    assert view.words.text().startswith("2/3　乙.png")
    assert [view.buttons[name].isEnabled() for name in ("previous", "next")] == [True, True]
    view.go(9)
    assert view.words.text().startswith("3/3　丙.pdf")
    assert [view.buttons[name].isEnabled() for name in ("previous", "next")] == [True, False]
    assert not view.buttons["left"].isVisible()  # a PDF is not turned here


def test_without_a_paper_or_a_scan_the_view_says_what_to_do(page):
    page.view.show_paper(None)
    assert page.view.view.words.text() == "请在左边选一项材料。"
    page.view.show_paper(page.rows.papers[0])
    assert page.view.view.words.text().startswith("“优抚对象登记(信息采集)表”\n\n还没有扫描件。")
    assert not any(button.isEnabled() for button in page.view.buttons.values())


def test_without_a_yes_no_scan_is_taken_away(qtbot, page, scan, boxes):
    drop(qtbot, page, [scan()], "本人申请书")
    page.view.detach()
    assert boxes == ["删除这份扫描件“甲.png”？可以在“变更记录”里恢复。"]
    assert len(page.view.scans) == 1
