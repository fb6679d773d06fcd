"""材料: what is there, what is missing; scans dropped, looked at, ordered, printed, taken out."""

from __future__ import annotations

from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog

from models.core import journal
from models.people.materials import CatalogueLine, Material
from tests.ui.materials.conftest import drop, titles, told
from ui.printing.preview import PreviewWindow


def test_a_scan_dropped_on_a_line_becomes_its_paper(qtbot, page, scan):
    drop(qtbot, page, [scan("甲.pdf", pages=3)], "本人申请书")
    assert told(page, 0) == ["1", "本人申请书", "3"]
    assert page.list.paper().title == "本人申请书"
    assert page.view.words.text() == "甲.pdf　3页"
    assert page.view.view.document.pageCount() == 3
    newest = journal.Entry.select().order_by(journal.Entry.number.desc()).get()
    assert newest.title == "收入张三的材料“本人申请书”"


def test_scans_dropped_elsewhere_belong_to_the_chosen_paper(qtbot, page, scan):
    page.list.go_to("户口簿复印件")
    drop(qtbot, page, [scan(), scan("乙.png", "black")])
    assert told(page, 0) == ["1", "户口簿复印件", "2"]
    assert len(page.view.scans) == 2
    page.view.go(1)
    assert page.view.words.text().startswith("2/2")
    assert page.view.view.currentWidget() is page.view.view.picture


def test_scans_are_chosen_from_the_disk_too(qtbot, page, scan, monkeypatch):
    file = scan()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    page.list.go_to("户口簿复印件")
    page.choose_files()
    qtbot.waitUntil(lambda: bool(page.view.scans))
    assert Material.get().title == "户口簿复印件"


def test_a_broken_scan_says_why_and_nothing_is_kept(qtbot, page, tmp_path, boxes):
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.4")
    page.take_in(page.rows.papers[0], [broken])
    qtbot.waitUntil(lambda: bool(boxes))
    assert boxes[0].startswith("“坏.pdf”没有收入：")
    assert not Material.select().count()


def test_a_paper_that_is_there_without_a_scan_is_entered(page):
    page.list.go_to("本人申请书")
    page.receive()
    assert told(page, 0) == ["1", "本人申请书", ""]
    assert "还没有扫描件" in page.view.view.words.text()


def test_papers_are_put_into_another_order(three):
    three.list.go_to("丙")
    three.shift(-1)
    assert titles(three)[:3] == ["甲", "丙", "乙"]
    assert [told(three, row)[0] for row in range(3)] == ["1", "2", "3"]
    assert three.list.paper().title == "丙"
    three.shift(-1)
    three.shift(-1)  # it is the first already
    assert titles(three)[:3] == ["丙", "甲", "乙"]


def test_a_paper_is_taken_out_after_a_question(three, boxes):
    three.list.go_to("乙")
    three.take_out()
    assert boxes[0].startswith("把“乙”从档案中取出？")
    boxes.answer = "取出"
    three.take_out()
    assert titles(three)[:2] == ["甲", "丙"]


def test_all_scans_are_printed_in_their_order(qtbot, page, scan):
    drop(qtbot, page, [scan("甲.pdf", pages=2)], "户口簿复印件")
    drop(qtbot, page, [scan("乙.png", "grey")], "本人申请书")
    page.print_all()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    window = next(iter(PreviewWindow.shown))
    assert window.document.pageCount() == 3
    folder = window.folder.path
    window.close()
    assert not folder.exists()
    assert not PreviewWindow.shown


def test_one_paper_is_printed_alone(qtbot, page, scan):
    drop(qtbot, page, [scan("甲.pdf", pages=2)], "户口簿复印件")
    drop(qtbot, page, [scan("乙.png", "grey")], "本人申请书")
    page.list.go_to("本人申请书")
    page.print_one()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    window = next(iter(PreviewWindow.shown))
    assert window.document.pageCount() == 1
    window.close()


def test_without_a_scan_nothing_is_printed(three, boxes):
    three.print_all()
    assert boxes == ["还没有扫描件可以打印。请先收入扫描件。"]


def test_nothing_of_a_scan_is_written_to_the_disk_in_the_clear(qtbot, page, scan, archive):
    drop(qtbot, page, [scan()], "本人申请书")
    assert not any(b"PNG" in file.read_bytes() for file in (archive / "scans").rglob("*") if file.is_file())
    assert page.view.view.document.status() == QPdfDocument.Status.Null


def test_the_buttons_are_those_that_the_chosen_line_allows(three):
    def on():
        return {button.text() for button in three.buttons if button.isEnabled()}

    three.list.go_to("甲")
    assert "取出" in on()
    assert "登记已有" not in on()
    line = next(n for n, paper in enumerate(three.rows.papers) if isinstance(paper, CatalogueLine))
    three.list.setCurrentIndex(three.rows.index(line, 1))
    assert "登记已有" in on()
    assert "取出" not in on()
