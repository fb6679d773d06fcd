"""Looking at a scan: whole, larger, turned; and why one cannot be read."""

from __future__ import annotations

import pytest
from PIL import Image

from models.core import journal
from models.people.materials import Material, attach_scan
from tests.conftest import USER
from ui.pictures.scan_view import LARGEST_SCAN, SMALLEST_SCAN, PictureView, ScanView


@pytest.fixture
def scan(person, tmp_path):
    """Keep a file as a scan of somebody's paper."""
    someone = person()

    def make(name="甲.png", pages=1):
        picture = Image.new("L", (300, 400), "white")
        file = tmp_path / name
        extra = {"save_all": True, "append_images": [picture] * (pages - 1)} if name.endswith(".pdf") else {}
        picture.save(file, **extra)
        with journal.entry("收入", USER):
            material = Material(person=someone, title=name)
            material.save()
            return attach_scan(material, file)

    return make


@pytest.fixture
def view(shown):
    made = shown(ScanView())
    made.resize(330, 440)
    return made


def test_a_picture_is_shown_whole_and_turned_on_its_side(view, scan):
    view.show_scan(scan())
    assert view.currentWidget() is view.picture
    assert view.shown is not None
    held = view.picture._item
    assert (held.pixmap().width(), held.pixmap().height()) == (300, 400)
    assert view.picture.transform().m11() == pytest.approx(438 / 400, abs=0.03)
    view.turn(90)
    turned = view.picture._item.pixmap()
    assert (turned.width(), turned.height()) == (400, 300)


def test_a_pdf_is_shown_page_below_page_and_is_not_turned(view, scan):
    view.show_scan(scan("甲.pdf", pages=3))
    assert view.currentWidget() is view.pdf
    assert view.document.pageCount() == 3
    view.turn(90)
    assert view.currentWidget() is view.pdf


def test_a_pdf_grows_from_the_size_in_which_it_was_seen(view, scan):
    view.show_scan(scan("甲.pdf"))
    seen = view._fitted_factor()
    view.zoom(1.25)
    assert view.pdf.zoomFactor() == pytest.approx(seen * 1.25)
    for _ in range(40):
        view.zoom(1.25)
    assert view.pdf.zoomFactor() == LARGEST_SCAN
    for _ in range(60):
        view.zoom(1 / 1.25)
    assert view.pdf.zoomFactor() == pytest.approx(SMALLEST_SCAN)
    view.fit()
    assert view.pdf.zoomMode() == view.pdf.ZoomMode.FitToWidth


def test_a_picture_grows_and_shrinks_within_reason_and_stays_so_when_the_window_grows(shown, view, scan):
    view.show_scan(scan())
    picture: PictureView = view.picture
    for factor in (1.25, 0.8):
        for _ in range(40):
            view.zoom(factor)
        assert SMALLEST_SCAN <= picture.transform().m11() <= LARGEST_SCAN
    now = picture.transform().m11()
    view.resize(500, 700)
    assert picture.transform().m11() == now
    view.fit()
    assert picture.transform().m11() > 1


def test_what_cannot_be_read_says_why_and_shows_nothing_of_what_was_there(view, scan, archive):
    view.show_scan(scan("甲.pdf"))
    lost = scan("乙.png")
    for file in (archive / "scans").rglob("*"):
        if file.is_file():
            file.unlink()
    view.show_scan(lost)
    assert view.currentWidget() is view.words
    assert "请从备份恢复" in view.words.text()
    view.say("请在左边选一项材料。")
    assert view.shown is None
    assert view.document.pageCount() == 0


def test_what_is_no_pdf_is_said_to_be_so(view, scan):
    picture = scan()
    picture.media = "application/pdf"
    view.show_scan(picture)
    assert view.words.text() == "这份PDF打不开，请重新扫描"
    assert view.currentWidget() is view.words
