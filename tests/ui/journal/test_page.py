from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from models.core import journal
from models.people.person import Person
from ui.journal import page as page_module
from ui.journal.page import JournalPage


@pytest.fixture
def page(qtbot, session, person):
    zhang = person(name="张三", phone="13900001111")
    with session.entry("修改张三的联系电话"):
        zhang.phone = "13900002222"
        zhang.save()
    made = JournalPage(session)
    for rows in (made.rows, made.details.rows):
        QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    qtbot.addWidget(made)
    made.show()
    return made


def titles(page):
    return [page.rows.record(row).entry.title for row in range(page.rows.rowCount())]


def details(page):
    rows = page.details.rows
    return [[rows.index(row, column).data() for column in range(4)] for row in range(rows.rowCount())]


def test_the_newest_entry_stands_first_and_says_what_it_changed(page):
    assert titles(page) == ["修改张三的联系电话", "登记"]
    assert details(page) == [["张三", "联系电话", "13900001111", "13900002222"]]


def test_entries_are_found_by_title_user_and_the_person_they_are_about(qtbot, page, person):
    person(name="李四")
    for words, found in (("联系电话", 1), ("王芳", 3), ("李四", 1), ("张三 登记", 1), ("没有", 0)):
        page.search.setText(words)
        qtbot.waitUntil(lambda found=found: page.rows.rowCount() == found)


def test_people_of_large_entries_are_counted_while_nobody_waits(qtbot, page, monkeypatch):
    monkeypatch.setattr(page_module, "COUNTED_AT_ONCE", 0)
    page.refresh()
    assert page.rows.text(0, 4) == "许多"
    qtbot.waitUntil(lambda: page.rows.text(0, 4) == "1")
    qtbot.waitUntil(lambda: not page.rows.counting.busy)


def test_an_entry_is_turned_back_after_a_question_says_by_which_and_is_done_again(qtbot, page, boxes):
    boxes.answer = "撤销"
    page.undo()
    qtbot.waitUntil(lambda: page.rows.text(1, 6) == "已由第3条撤销")
    assert "修改张三的联系电话" in boxes[0]
    assert Person.get(name="张三").phone == "13900001111"
    page.table.selectRow(1)
    assert (page.undo_button.isEnabled(), page.redo_button.isEnabled()) == (False, True)
    boxes.answer = "重做"
    page.redo()
    qtbot.waitUntil(lambda: page.rows.text(0, 6) == "重做了第2条")
    assert Person.get(name="张三").phone == "13900002222"
    assert titles(page)[:2] == ["重做第2条：修改张三的联系电话", "撤销第2条：修改张三的联系电话"]
    assert page.rows.text(1, 6) == "已由第4条重做"


def test_what_stands_on_an_entry_is_named_and_undone_along(qtbot, page, boxes):
    page.table.selectRow(1)
    boxes.answer = "撤销"
    page.undo()
    qtbot.waitUntil(lambda: len(boxes) == 2)
    assert "第1条“登记”不能单独撤销，后来有1次操作建立在它上面" in boxes[1]
    assert "第2条　修改张三的联系电话（王芳" in boxes[1]
    assert Person.select().count() == 1
    page.undo()
    boxes.answer = "一起撤销"
    qtbot.waitUntil(lambda: Person.select().count() == 0)
    assert journal.chain_faults() == []


def test_without_a_yes_nothing_is_turned_back(page, boxes):
    page.undo()
    assert Person.get(name="张三").phone == "13900002222"
