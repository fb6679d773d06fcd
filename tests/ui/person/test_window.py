"""The file of a person: to read until 修改, saved as one entry, and never silently overwritten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core import journal
from models.core.dates import PartDate
from models.people import findings
from models.people.identity import BankAccount, Identity
from models.people.person import FamilyMember, Person
from models.undo.undo import undo
from tests.conftest import USER
from ui.person.file_tabs import (
    APPROVALS_TAB,
    BASIC_TAB,
    HISTORY_TAB,
    IDENTITIES_TAB,
    MATERIALS_TAB,
    MEDICAL_TAB,
    PAYMENTS_TAB,
    TAB_TITLES,
    VISITS_TAB,
)
from ui.person.findings import FindingsDialog
from ui.person.window import PersonFile


@pytest.fixture
def file(qtbot, session, identity):
    """Open the file of somebody, with the facts given."""

    def open_file(someone=None, **facts):
        someone = someone or identity(certificate="青战1", **facts).person
        window = PersonFile(session, someone.id)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_file


def form(window):
    return window.tabs.pages[BASIC_TAB].form


def last_entry():
    return journal.Entry.select().order_by(journal.Entry.number.desc()).get()


def keys(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, key, modifier)


def test_the_header_says_who_it_is(file, identity, person):
    someone = identity(
        person(name="王大山", ethnic="藏族", file_no="6301030600001", volume=7), state="停发"
    ).person
    identity(someone, kind="伤残人员", category="残疾军人", grade="五级", nature="因战", state="享受待遇")
    header = file(someone).header
    assert header.name.text() == "王大山"
    assert "藏族" in header.facts.text()
    assert "周岁" in header.facts.text()
    assert "6301030600001（案卷号 7）" in header.numbers.text()
    chips = [header.badges.layout().itemAt(n).widget().text() for n in range(2)]
    assert chips == ["参战退役人员 · 停发", "残疾军人 五级 · 享受待遇"]


def test_somebody_dead_has_no_age_but_the_day_of_death(file, person):
    header = file(person(died=PartDate(2020, 9, 3))).header
    assert "已去世（2020-09-03）" in header.facts.text()
    assert "周岁" not in header.facts.text()


def test_a_tab_is_made_when_it_is_first_looked_at(file):
    window = file()
    assert set(window.tabs.pages) == {BASIC_TAB}
    for tab in (
        IDENTITIES_TAB,
        MATERIALS_TAB,
        PAYMENTS_TAB,
        MEDICAL_TAB,
        VISITS_TAB,
        APPROVALS_TAB,
        HISTORY_TAB,
    ):
        window.go_to(tab)
    assert set(window.tabs.pages) == set(range(len(TAB_TITLES)))
    assert [window.tabs.tabText(tab) for tab in range(len(TAB_TITLES))] == list(TAB_TITLES)


def test_nothing_can_be_typed_until_f2(qtbot, file):
    window = file()
    assert form(window).editors["phone"].isReadOnly()
    assert not window.buttons.save_button.isVisible()
    keys(qtbot, window, Qt.Key.Key_F2)
    assert not form(window).editors["phone"].isReadOnly()
    assert window.buttons.save_button.isVisible()
    assert not window.buttons.edit_button.isVisible()


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


def test_what_is_typed_for_one_identity_waits_while_another_is_looked_at(file, identity):
    first = identity(certificate="甲")
    identity(first.person, kind="农村籍退役士兵", certificate="乙")
    window = file(first.person)
    window.go_to(IDENTITIES_TAB)
    window.edit()
    page = window.tabs.pages[IDENTITIES_TAB]
    for row, words in enumerate(("甲一", "乙一")):
        page.list.setCurrentRow(row)
        page.chosen().form.editors["certificate"].set_value(words)
    assert window.save()
    assert [i.certificate for i in Identity.select().order_by(Identity.id)] == ["甲一", "乙一"]
    assert last_entry().title == "修改张三的身份"


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


def test_another_file_is_asked_for_when_the_number_is_somebody_elses(qtbot, file, person):
    other = person(name="李四")
    window = file(person())
    window.edit()
    form(window).editors["number"].set_value(other.number)
    with qtbot.waitSignal(window.open_other) as asked:
        form(window).messages["number"].linkActivated.emit(str(other.id))
    assert asked.args == [other.id]


def test_findings_are_counted_and_settled_or_corrected(file, person, monkeypatch):
    someone = person(phone="12")
    window = file(someone)
    assert window.header.doubts.text() == "疑点 1"

    def settle(dialog):
        card = dialog.cards[0]
        card.settle()
        assert card.problem.text().startswith("请写明处理意见")
        card.reason.setText("本人只有短号")
        card.settle()

    monkeypatch.setattr(FindingsDialog, "exec", settle)
    window.header.doubts.click()
    assert findings.findings_of(someone) == []
    assert not window.header.doubts.isVisible()


def test_going_to_correct_a_finding_puts_the_cursor_there(file, person, monkeypatch):
    window = file(person(phone="12"))
    monkeypatch.setattr(FindingsDialog, "exec", lambda dialog: dialog.cards[0].correct_button.click())
    window.show_findings()
    assert window.editing
    assert form(window).editors["phone"].hasFocus()


def test_a_finding_about_an_identity_leads_to_that_identity(file, identity, monkeypatch):
    first = identity()
    second = identity(first.person, kind="伤残人员", nature="因战")
    window = file(first.person)
    window.correct(second.uid, "grade")
    page = window.tabs.pages[IDENTITIES_TAB]
    assert page.chosen().identity.id == second.id
    assert page.chosen().form.editors["grade"].hasFocus()


def test_the_family_is_listed_and_remarks_of_old_rosters_too(file, person):
    someone = person()
    with journal.entry("登记", USER):
        FamilyMember.create(person=someone, name="王五", relation="子")
        someone.remarks.model.create(person=someone, label="党小组", words="第三组<b>")
    window = file(someone)
    page = window.tabs.pages[BASIC_TAB]
    assert page.family.rows.rowCount() == 1
    assert "第三组&lt;b&gt;" in page.remarks.text()


def test_ctrl_and_a_number_shows_a_tab(qtbot, file):
    window = file()
    keys(qtbot, window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == MATERIALS_TAB


def test_f1_opens_the_manual_at_the_file_of_a_person(qtbot, file):
    window = file()
    keys(qtbot, window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    assert "一个人的档案" in window.help.contents.currentItem().text()
    window.close()
    assert not window.help.isVisible()


def test_a_finding_about_an_account_leads_to_its_identity(file, identity):
    first = identity()
    second = identity(first.person, kind="农村籍退役士兵")
    with journal.entry("登记", USER):
        account = BankAccount.create(person=first.person, identity=second, account="abc")
    window = file(first.person)
    window.correct(account.uid, "account")
    assert window.tabs.pages[IDENTITIES_TAB].chosen().identity.id == second.id
