"""What became of a pasted list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.filters.pasted import FoundList
from tests.ui.people.conftest import names
from ui.people.found_strip import ENTRIES_NAMED, FoundStrip


def test_a_pasted_list_finds_them_all_and_says_who_was_not_found(qtbot, page, person):
    zhang, li = person(name="张三"), person(name="李四")
    person(name="王五")
    page.refresh()
    QGuiApplication.clipboard().setText(f"张三\n{li.number}\n没有这人\n")
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert set(names(page)) == {zhang.name, li.name}
    assert page.found.isVisible()
    assert "找到 2 人" in page.found.words.text()
    assert "没有这人" in page.found.words.text()
    page.found.copy_button.click()
    assert QGuiApplication.clipboard().text() == "没有这人"
    page.found.close_button.click()
    assert not page.found.isVisible()
    assert len(names(page)) == 3


@pytest.mark.parametrize(("count", "more"), [(ENTRIES_NAMED, False), (ENTRIES_NAMED + 1, True)])
def test_a_long_list_of_those_not_found_is_cut_off_and_says_so(shown, count, more):
    strip = shown(FoundStrip())
    missing = [f"无{n}" for n in range(count)]
    strip.tell(FoundList(ids=(), several={"张三": 2}, not_found=missing))
    words = strip.words.text()
    assert "同名的都列出了：张三2人" in words
    assert words.endswith(f"没有找到 {count} 条：{'、'.join(missing[:ENTRIES_NAMED])}{'等' if more else ''}")
    strip.copy()
    assert QGuiApplication.clipboard().text().split("\n") == missing  # all of them can be copied


def test_where_everybody_was_found_there_is_nothing_to_copy(shown):
    strip = shown(FoundStrip())
    strip.tell(FoundList(ids=(1, 2), several={}, not_found=[]))
    assert strip.words.text() == "名单中找到 2 人"
    assert not strip.copy_button.isVisible()
