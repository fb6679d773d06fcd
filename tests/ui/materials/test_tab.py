"""材料: what is there, what is missing; scans dropped, looked at, ordered, printed, taken out."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QFileDialog

from models.core import journal
from models.people import materials
from models.people.materials import CatalogueLine, Material
from models.people.person import Person
from tests.conftest import USER
from ui.forms.record_dialog import RecordDialog
from ui.jobs import jobs
from ui.materials.tab import MaterialsPage
from ui.printing.preview import PreviewWindow


@pytest.fixture
def someone(identity):
    return identity(kind="参战退役人员").person


@pytest.fixture
def page(qtbot, session, someone):
    made = MaterialsPage(session, someone)
    QAbstractItemModelTester(made.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(made)
    session.changed.connect(lambda: made.show_person(Person.get_by_id(someone.id)))
    made.resize(1000, 600)
    made.show()
    return made


@pytest.fixture
def scan(tmp_path):
    """A scan on the disk: a picture, or a PDF of so many pages."""

    def make(name="甲.png", colour="white", pages=1):
        picture = Image.new("L", (300, 400), colour)
        if name.endswith(".pdf"):
            picture.save(tmp_path / name, save_all=True, append_images=[picture] * (pages - 1))
        else:
            picture.save(tmp_path / name)
        return tmp_path / name

    return make


def titles(page):
    return [paper.title for paper in page.rows.papers]


def told(page, row):
    return [page.rows.index(row, column).data() for column in range(3)]


def drop(qtbot, page, files, title=None):
    """Drop files as the mouse does, on the line of that title or beside all lines."""
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    row = titles(page).index(title) if title else -1
    place = QPointF(page.list.visualRect(page.rows.index(row, 1)).center()) if title else QPointF(5, 5)
    event = QDropEvent(
        place, Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    before = journal.Entry.select().count()
    (page.list if title else page).dropEvent(event)
    qtbot.waitUntil(lambda: journal.Entry.select().count() > before)
    qtbot.waitUntil(lambda: not jobs._running and bool(page.view.scans))


def test_what_is_missing_is_marked_and_counted(page):
    assert told(page, 0) == ["缺", "优抚对象登记(信息采集)表", ""]
    lacking = len(materials.missing(page._person))
    assert page.count.text() == f"共0件0页，缺必备材料{lacking}件"


def test_the_whole_catalogue_of_the_identities_is_shown_on_demand(page):
    assert "走访慰问登记" not in titles(page)
    page.whole.setChecked(True)
    assert "走访慰问登记" in titles(page)
    assert "残疾情况医学鉴定介绍信" not in titles(page)  # that is for the disabled only


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


def test_a_paper_of_the_officers_own_is_added(page, monkeypatch):
    def fill(dialog):
        dialog.show()
        dialog.form.editors["title"].set_value("体检表")
        dialog.form.editors["author"].set_value("医院")
        dialog.save()
        dialog.hide()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RecordDialog, "exec", fill)
    page.add()
    assert told(page, 0) == ["1", "体检表", ""]
    assert "责任者：医院" in page.rows.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


@pytest.fixture
def three(page, someone):
    with journal.entry("登记", USER):
        for number, title in enumerate("甲乙丙", start=1):
            Material.create(person=someone, number=number, title=title)
    page.show_person(someone)
    return page


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


def test_a_scan_is_taken_away_after_a_question(qtbot, page, scan, boxes):
    drop(qtbot, page, [scan(), scan("乙.png", "black")], "本人申请书")
    boxes.answer = "删除"
    page.view.detach()
    assert Material.get().pages == 1
    assert [each.file_name for each in page.view.scans] == ["乙.png"]


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


def test_a_scan_that_was_lost_says_so_in_its_place(qtbot, page, scan, archive):
    drop(qtbot, page, [scan()], "本人申请书")
    for file in (archive / "scans").rglob("*"):
        if file.is_file():
            file.unlink()
    page.view._show()
    assert "请从备份恢复" in page.view.view.words.text()


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
