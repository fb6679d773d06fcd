"""变更记录: who changed what when, field by field, and putting one thing back."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from models.core import journal
from models.people.identity import Identity
from models.people.person import FamilyMember, Person
from tests.conftest import USER
from ui.person.history import HistoryPage


@pytest.fixture
def page(qtbot, session, person):
    someone = person(phone="1")
    with journal.entry("修改张三的基本信息", "李明"):
        someone.phone, someone.low_income = "2", True
        someone.save()
    with journal.entry("登记家庭成员", USER):
        member = FamilyMember.create(person=someone, name="王五", relation="子")
    with journal.entry("删除家庭成员", USER):
        member.delete_instance()
    made = HistoryPage(session, someone)
    QAbstractItemModelTester(made.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(made)
    session.changed.connect(lambda: made.show_person(someone))
    made.show()
    return made


def told(page):
    return [
        [page.rows.index(row, column).data() for column in range(1, 6)] for row in range(page.rows.rowCount())
    ]


def choose(page, label):
    row = next(n for n, item in enumerate(page.rows.items) if item.label == label)
    page.table.setCurrentIndex(page.rows.index(row, 0))


def test_every_field_says_who_changed_it_from_what_to_what(page):
    rows = told(page)
    assert rows[0][:3] == [USER, "删除家庭成员", "删除家庭成员“王五”"]
    assert rows[2] == ["李明", "修改张三的基本信息", "联系电话", "1", "2"]
    assert rows[3] == ["", "", "是否享受低保待遇", "", "是"]  # of one entry it is said once who did it
    assert rows[-1][2] == "登记人员信息"
    assert page.count.text() == f"共{len(rows)}处变更"


def test_words_and_kinds_narrow_the_list(page):
    page.words.setText("李明 低保")
    assert [row[2] for row in told(page)] == ["是否享受低保待遇"]
    assert "显示1处" in page.count.text()
    page.words.clear()
    page.nouns.setCurrentText("家庭成员")
    assert len(told(page)) == 2


def test_one_field_is_put_back_after_saying_what_that_means(page, boxes):
    choose(page, "联系电话")
    page.restore_button.click()
    assert boxes == ["把“联系电话”恢复为：\n1"]
    assert Person.get().phone == "2"
    boxes.answer = "恢复"
    page.restore_button.click()
    assert (Person.get().phone, Person.get().low_income) == ("1", True)
    assert told(page)[0][1:3] == ["恢复张三的“联系电话”", "联系电话"]


def test_a_deleted_record_comes_back(page, boxes):
    boxes.answer = "恢复"
    choose(page, "删除家庭成员“王五”")
    page.restore()
    assert FamilyMember.get().name == "王五"


def test_what_is_so_already_is_said(page, boxes):
    boxes.answer = "恢复"
    choose(page, "联系电话")
    page.restore()
    choose(page, "是否享受低保待遇")
    page.restore()
    page.table.setCurrentIndex(page.rows.index(0, 0))
    row = next(n for n, item in enumerate(page.rows.items) if item.before == "1" and item.after == "2")
    page.table.setCurrentIndex(page.rows.index(row, 0))
    page.restore()
    assert boxes[-1] == "“联系电话”现在就是这个内容，不需要恢复"


def test_what_was_newly_entered_cannot_be_put_back_here(page):
    choose(page, "登记家庭成员“王五”")
    assert not page.restore_button.isEnabled()


def test_changes_of_an_identity_say_which(qtbot, session, identity):
    someone = identity(kind="参战退役人员", certificate="青战1")
    with journal.entry("修改", USER):
        Identity.update(certificate="青战2").execute()
    page = HistoryPage(session, someone.person)
    qtbot.addWidget(page)
    assert told(page)[0][2:] == ["优抚身份“参战退役人员”·证书编号", "青战1", "青战2"]
