"""The first person's pages are seen at once, while the others' are made."""

from __future__ import annotations

import pytest

from models.core.jobs import Step
from models.core.record import Refusal
from models.people.person import Person
from ui.jobs.private_folder import PrivateFolder
from ui.printing.growing_preview import NOT_READY, grow
from ui.printing.preview import PreviewWindow
from ui.printing.print_jobs import Order, Printed, printed_order


@pytest.fixture
def folder(tmp_path):
    return PrivateFolder(tmp_path)


@pytest.fixture
def first(qtbot, papers, tmp_path):
    """The window with the file of one person."""
    someone = Person.select().order_by(Person.id).first()
    job = printed_order(Order((someone.id,)), tmp_path / "一人.pdf")
    for _ in job:
        pass
    window = PreviewWindow.open(tmp_path / "一人.pdf", "一人一档")
    qtbot.addWidget(window)
    yield window
    window.close()


def everybody(folder):
    return printed_order(Order(tuple(each.id for each in Person.select())), folder.path / "全部.pdf")


def printable(window):
    return [action.isEnabled() for action in window.ways_out]


def test_the_others_follow_on_the_page_that_is_seen_and_then_all_may_be_printed(qtbot, first, folder):
    first.go_to(2)
    alone = first.document.pageCount()
    strip = grow(first, everybody(folder), folder)
    assert printable(first) == [False, False]
    assert {action.toolTip() for action in first.ways_out} == {NOT_READY}
    qtbot.waitUntil(lambda: first.bookmarks.rowCount() == 3)
    assert first.document.pageCount() > alone
    assert printable(first) == [True, True]
    assert "Ctrl+P" in first.ways_out[0].toolTip()
    assert first.page_box.value() == 2
    assert not strip.isVisible()
    first.close()
    qtbot.waitUntil(lambda: not folder.path.exists())


def endless(folder):
    """A job that goes on until it is cancelled."""
    (folder.path / "全部.pdf").write_bytes(b"half a paper")
    count = 0
    while True:
        count += 1
        yield Step(count, 681, "某某")
    return Printed(folder.path / "全部.pdf", count)


def test_making_is_told_and_cancelling_it_leaves_nothing(qtbot, first, folder):
    strip = grow(first, endless(folder), folder)
    qtbot.waitUntil(lambda: "681 人" in strip.note.text())
    strip.cancel_button.click()
    qtbot.waitUntil(lambda: not first.isVisible())
    qtbot.waitUntil(lambda: not folder.path.exists())


def test_closing_the_window_ends_the_making(qtbot, first, folder):
    grow(first, endless(folder), folder)
    first.close()
    qtbot.waitUntil(lambda: not folder.path.exists())


def test_a_failure_is_told_and_closes_the_window(qtbot, first, folder, boxes):
    def failing():
        yield Step(0, 3, "")
        raise Refusal("磁盘已满")

    grow(first, failing(), folder)
    qtbot.waitUntil(lambda: not first.isVisible())
    assert "磁盘已满" in boxes[0]
    qtbot.waitUntil(lambda: not folder.path.exists())
