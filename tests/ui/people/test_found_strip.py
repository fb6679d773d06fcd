"""What became of a pasted list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.people.conftest import names


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
