"""The file of a person: to read until 修改, saved as one entry, and never silently overwritten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core import journal
from models.people.identity import Identity
from models.people.person import Person
from models.undo.undo import undo
from models.uses.uses import Use, uses_asked
from tests.conftest import USER
from tests.ui.person.conftest import form, keys, last_entry
from ui.person.file_tabs import (
    BASIC_TAB,
    IDENTITIES_TAB,
)


def test_ctrl_s_saves_as_one_entry_named_after_the_person(qtbot, file):
    window = file()
    window.go_to(IDENTITIES_TAB)
    window.edit()
    form(window).editors["phone"].set_value("13900001234")
    window.tabs.pages[IDENTITIES_TAB].chosen().form.editors["certificate"].set_value("青战2")
    with qtbot.waitSignal(window.saved):
        keys(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert Person.get().phone == "13900001234"
    assert Identity.get().certificate == "青战2"
    assert last_entry().title == "修改张三的基本信息和身份"
    assert last_entry().user == "王芳"
    assert not window.editing
    assert "13900001234" in window.header.numbers.text()


def test_saving_without_a_change_makes_no_entry(file):
    window = file()
    entries = journal.Entry.select().count()
    window.edit()
    assert window.save()
    assert journal.Entry.select().count() == entries
    assert not window.editing


def test_esc_leaves_at_once_when_nothing_was_changed(qtbot, file):
    window = file()
    window.edit()
    keys(qtbot, window, Qt.Key.Key_Escape)
    assert not window.editing
    assert window.isVisible()
    keys(qtbot, window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_esc_asks_when_something_was_changed(qtbot, file, boxes):
    window = file()
    window.edit()
    form(window).editors["phone"].set_value("13900001234")
    keys(qtbot, window, Qt.Key.Key_Escape)
    assert boxes == ["刚才的修改还没有保存，要放弃吗？"]
    assert window.editing

    boxes.answer = "放弃修改"
    keys(qtbot, window, Qt.Key.Key_Escape)
    assert not window.editing
    assert form(window).editors["phone"].value() == ""
    assert Person.get().phone == ""


@pytest.mark.parametrize(
    ("answer", "closed", "phone"), [("", False, ""), ("不保存", True, ""), ("保存", True, "13900001234")]
)
def test_closing_asks_too(file, boxes, answer, closed, phone):
    window = file()
    window.edit()
    form(window).editors["phone"].set_value("13900001234")
    boxes.answer = answer
    assert window.close() is closed
    assert len(boxes) == 1
    assert Person.get().phone == phone


def test_what_may_not_be_saved_is_said_at_its_field_and_its_tab_comes_up(file):
    window = file()
    window.go_to(IDENTITIES_TAB)
    window.edit()
    form(window).editors["name"].set_value("")
    assert not window.save()
    assert window.tabs.currentIndex() == BASIC_TAB
    assert form(window).messages["name"].text() == "请填写姓名"
    assert window.editing
    assert Person.get().name == "张三"


def test_a_rule_of_the_identity_brings_up_that_identity(file, identity):
    first = identity(kind="伤残人员", grade="五级", nature="因病", state="享受待遇")
    identity(first.person, kind="参战退役人员")
    window = file(first.person)
    window.go_to(IDENTITIES_TAB)
    window.edit()
    page = window.tabs.pages[IDENTITIES_TAB]
    page.chosen().form.editors["grade"].set_value("八级")
    page.list.setCurrentRow(1)
    window.go_to(BASIC_TAB)
    assert not window.save()
    assert window.tabs.currentIndex() == IDENTITIES_TAB
    assert page.list.currentRow() == 0
    assert "因病致残只有一至六级" in page.chosen().form.messages["grade"].text()


def test_what_somebody_else_wrote_is_shown_at_once_while_one_reads(file, session):
    window = file()
    with session.entry("别处修改"):
        Person.update(phone="13900005678").execute()
    assert form(window).editors["phone"].value() == "13900005678"
    assert not window.notice.isVisible()


def test_what_somebody_else_wrote_while_one_types_is_said_and_nothing_is_lost(file, session):
    window = file()
    window.edit()
    form(window).editors["residence"].set_value("总寨镇2号")
    with session.entry("别处修改"):
        Person.update(phone="13900005678").execute()
    assert "联系电话" in window.notice.words.text()
    assert window.notice.isVisible()
    assert window.save()
    now = Person.get()
    assert (now.phone, now.residence) == ("13900005678", "总寨镇2号")


def test_an_undo_that_nobody_announced_is_noticed_before_saving(file, person, boxes):
    someone = person(phone="1")
    with journal.entry("修改", USER) as written:
        Person.update(phone="2").execute()
    window = file(someone)
    window.edit()
    form(window).editors["phone"].set_value("3")
    undo(written.number, USER)
    assert not window.save()
    assert "已重新读入" in boxes[0]
    assert form(window).editors["phone"].value() == "3"
    assert form(window).messages["phone"].text() == "刚才已被改为“1”"
    assert Person.get().phone == "1"
    assert window.save()
    assert Person.get().phone == "3"


def test_a_file_whose_person_was_taken_back_says_so(file, session, person):
    someone = person()
    window = file(someone)
    session.undo(last_entry().number)
    assert "登记已被撤销" in window.notice.words.text()
    assert not window.isEnabled()


def test_f1_opens_the_manual_at_the_file_of_a_person(qtbot, file):
    window = file()
    keys(qtbot, window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    assert "一个人的档案" in window.help.contents.currentItem().text()
    window.close()
    assert not window.help.isVisible()


def test_a_file_that_stays_open_has_been_read_and_one_that_is_leafed_past_has_not(qtbot, file, monkeypatch):
    monkeypatch.setattr("ui.person.window.READ_AFTER", 30)
    leafed = file()
    leafed.close()
    stays = file()
    qtbot.waitUntil(lambda: Use.select().count() > 0)
    assert [each.deed for each in uses_asked([stays.person.uid])] == ["查看档案"]
