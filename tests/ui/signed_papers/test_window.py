"""The window 扫描归档: a pile goes in, what could not be filed waits, and one key files it."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from models.core import journal
from models.people.materials import Material
from models.signed_papers.signed_page import SignedPage
from models.signed_papers.waiting_page import waiting_pages
from tests.reports.signed_papers.printed_pages import LONG
from ui.jobs.session import Session
from ui.signed_papers.window import STOPPED, ScanInWindow

BLANK = Image.new("L", (300, 400), 255)


@pytest.fixture
def window(qtbot, archive):
    made = ScanInWindow(Session())
    qtbot.addWidget(made)
    made.show()
    return made


def read(qtbot, window, *paths):
    window.read(list(paths))
    qtbot.waitUntil(window.places.isEnabled, timeout=20000)
    window.activateWindow()  # after the progress, which may have shown itself
    qtbot.waitUntil(window.isActiveWindow)


def test_a_pile_is_filed_and_what_came_of_it_is_told(qtbot, window, on_file, printed_pages, pile):
    pages = printed_pages(on_file())
    read(qtbot, window, pile(*pages))
    assert window.told.text() == f"归档{len(pages)}页。"
    assert window.how_many.text() == "没有待归档的页"
    assert SignedPage.select().count() == len(pages)


def test_a_page_that_cannot_be_read_is_filed_by_one_key_where_its_neighbours_miss_one(
    qtbot, window, on_file, printed_pages, pile
):
    someone = on_file(notes=LONG)
    pages = printed_pages(someone, sections=["登记表"])
    read(qtbot, window, pile(pages[0], BLANK, *pages[2:]))
    assert window.how_many.text() == "待归档 1 页"
    assert window.by_hand.choices[0].text().startswith(f"1　{someone.name}")
    qtbot.keyClick(window.list, Qt.Key.Key_1)
    assert not waiting_pages()
    assert Material.get(Material.person == someone).pages == len(pages)
    assert {page.sheet for page in SignedPage.select()} == set(range(1, len(pages) + 1))


def test_an_older_page_is_filed_all_the_same_by_one_key(qtbot, window, on_file, printed_pages, pile):
    someone = on_file()
    page = printed_pages(someone, sections=["封面"])[0]
    with journal.entry("更正", "王芳"):
        someone.name = "张山"
        someone.save()
    read(qtbot, window, pile(page))
    assert "打印以后档案又有改动" in window.by_hand.why.text()
    qtbot.keyClick(window.list, Qt.Key.Key_1)
    assert SignedPage.get().form == "FM"


def test_a_digit_that_is_typed_into_a_box_files_nothing(qtbot, window, on_file, printed_pages, pile):
    pages = printed_pages(on_file(notes=LONG), sections=["登记表"])
    read(qtbot, window, pile(pages[0], BLANK, *pages[2:]))
    window.by_hand.person.setFocus()
    qtbot.keyClick(window.by_hand.person, Qt.Key.Key_1)
    assert window.by_hand.person.text() == "1"
    assert len(waiting_pages()) == 1


def test_f1_opens_the_manual_at_the_chapter(qtbot, window):
    window.show_help()
    qtbot.addWidget(window.help)
    assert "扫描归档" in window.help.text.toPlainText()


def test_a_page_of_which_nothing_is_known_is_filed_with_a_person_and_a_form(qtbot, window, on_file, pile):
    someone = on_file()
    read(qtbot, window, pile(BLANK))
    window.by_hand.file()
    assert "请先选一位优抚对象" in window.by_hand.hint.text()
    window.by_hand.person.set_value(someone)
    window.by_hand.form.setCurrentText("身份")
    window.by_hand.sheet.setValue(2)
    window.by_hand.file()
    assert Material.get(Material.person == someone).title == "身份（签回件）"


def test_what_is_no_paper_is_laid_aside_and_does_not_come_again(qtbot, window, pile):
    folder = pile(BLANK)
    read(qtbot, window, folder)
    qtbot.keyClick(window.list, Qt.Key.Key_Delete)
    assert not window.pages
    read(qtbot, window, folder)
    assert not window.pages


def test_a_pile_that_is_stopped_keeps_what_was_read(qtbot, window, on_file, printed_pages, pile, monkeypatch):
    pages = printed_pages(on_file(), sections=["登记表"])
    monkeypatch.setattr("ui.jobs.jobs.Runner.isInterruptionRequested", lambda self: True)
    window.read([pile(*pages)])
    qtbot.waitUntil(window.places.isEnabled, timeout=20000)
    assert window.told.text() == STOPPED


def test_new_files_of_the_scanners_folder_are_taken_once_they_grow_no_more(
    qtbot, window, tmp_path, on_file, printed_pages
):
    folder = tmp_path / "扫描仪"
    folder.mkdir()
    places = window.places
    places.set_watched(folder)
    places.watch.setChecked(True)
    places.timer.stop()
    printed_pages(on_file(), sections=["封面"])[0].save(folder / "一.png")
    places.look()
    assert places.isEnabled()  # it may still be growing
    places.look()
    qtbot.waitUntil(lambda: SignedPage.select().exists(), timeout=20000)
    qtbot.waitUntil(places.isEnabled, timeout=20000)
    with qtbot.assertNotEmitted(places.arrived):
        places.look()


def test_what_cannot_be_read_is_named_and_not_said_to_wait(qtbot, window, pile):
    folder = pile()
    (folder / "坏.pdf").write_bytes(b"%PDF-1.7 nothing")
    read(qtbot, window, folder)
    assert "坏.pdf　PDF 不完整或已损坏" in window.told.text()
    assert "要您看一看" not in window.told.text()


def test_pages_that_came_before_are_counted_by_themselves(qtbot, window, on_file, printed_pages, pile):
    pages = printed_pages(on_file(name="张三"), sections=["封面"])
    folder = pile(*pages, Image.new("L", (300, 400), 255))
    read(qtbot, window, folder)
    read(qtbot, window, folder)
    assert window.told.text().splitlines()[:2] == ["归档1页。", "这次有2页以前已经扫描过，没有重复归档。"]
