"""A scan put right: turned, straightened, cut; and the original again."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from models.archive import scans
from models.core import journal
from models.people import attachments
from models.people.attachments import Attachment
from ui.pictures.part_view import WHOLE_PART
from ui.pictures.scan_edit import ScanEditDialog


def written(aslant=0.0):
    page = Image.new("L", (600, 800), 255)
    pen = ImageDraw.Draw(page)
    for y in range(100, 700, 30):
        pen.rectangle((80, y, 520 - y % 50, y + 12), fill=0)
    return page.rotate(aslant, Image.Resampling.BICUBIC, fillcolor=255)


@pytest.fixture
def edit(qtbot, session, person, tmp_path):
    def make(kind="PNG", more=0, **how):
        someone = person()
        file = tmp_path / f"扫描.{kind.lower()}"
        pages = {"save_all": True, "append_images": [written()] * more} if more else {}
        written(**how).save(file, kind, **pages)
        with journal.entry("附", "王芳"):
            kept = attachments.attach_file(someone, file)
        made = ScanEditDialog(session, kept, "张三")
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def size_kept():
    return Image.open(io.BytesIO(scans.read_scan(Attachment.get().sha256))).size


def test_a_scan_is_turned_and_kept_as_an_entry(edit, session):
    dialog = edit()
    assert not dialog.buttons["save"].isEnabled(), "nothing was done yet"
    dialog.buttons["right"].click()
    dialog.buttons["save"].click()
    assert size_kept() == (800, 600)
    assert session.last_undoable().title == "调整张三的扫描件“扫描.png”"


def test_a_page_that_lies_aslant_is_put_straight(edit):
    dialog = edit(aslant=3.0)
    dialog.buttons["straighten"].click()
    assert abs(dialog.degrees.value() - 3.0) < 0.2


def test_the_part_that_is_drawn_is_kept(edit):
    dialog = edit()
    room = dialog.view.room()
    start = QPoint(round(room.left()), round(room.top()))
    middle = QPoint(round(room.center().x()), round(room.center().y()))
    QTest.mousePress(dialog.view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(dialog.view, middle)
    QTest.mouseRelease(dialog.view, Qt.MouseButton.LeftButton, pos=middle)
    if dialog.view.part == WHOLE_PART:  # offscreen, moves may not come
        dialog.view.choose((0.0, 0.0, 0.5, 0.5))
    dialog.buttons["save"].click()
    assert abs(size_kept()[0] - 300) <= 2
    assert abs(size_kept()[1] - 400) <= 2


def test_the_original_comes_back(edit, session, qtbot):
    dialog = edit()
    scanned = dialog.paper.sha256
    assert not dialog.buttons["original"].isEnabled()
    dialog.buttons["left"].click()
    dialog.buttons["save"].click()
    again = ScanEditDialog(session, Attachment.get(), "张三")
    qtbot.addWidget(again)
    again.buttons["original"].click()
    assert Attachment.get().sha256 == scanned


def test_a_pdf_is_only_turned_and_that_is_said(edit):
    dialog = edit("PDF")
    assert "只能转向" in dialog.hint.text()
    assert not dialog.degrees.isEnabled()
    dialog.buttons["right"].click()
    dialog.buttons["save"].click()
    assert Attachment.get().sha256 != ""


def test_one_page_of_a_pdf_is_turned_alone(edit):
    dialog = edit("PDF", more=2)
    dialog.page.setValue(2)
    dialog.one_page.setChecked(True)
    dialog.buttons["right"].click()
    dialog.page.setValue(3)
    assert dialog.edit().turns_of(2) == 0
    dialog.buttons["save"].click()
    pages = PdfReader(io.BytesIO(scans.read_scan(Attachment.get().sha256))).pages
    assert [page.rotation for page in pages] == [0, 90, 0]
